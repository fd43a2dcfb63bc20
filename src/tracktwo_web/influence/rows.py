"""Rows of a map's tables as they are read: numbers, words and names in the reader's language."""

import uuid
from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from tracktwo.locale import translator
from tracktwo_web.influence.models import Concept, Link
from tracktwo_web.influence.queries import Sheet
from tracktwo_web.kit.forms import Words
from tracktwo_web.kit.languages import reader_language

NOBODY = uuid.UUID(int=0)
STRONGER: tuple[tuple[float, Words, Words], ...] = (
    (0.8, _("strengthens very strongly"), _("weakens very strongly")),
    (0.6, _("strengthens strongly"), _("weakens strongly")),
    (0.4, _("strengthens"), _("weakens")),
    (0.2, _("strengthens weakly"), _("weakens weakly")),
    (0.0, _("strengthens very weakly"), _("weakens very weakly")),
)
"""What a weight of at least that size is called, above and below 0."""


@dataclass(frozen=True)
class LinkRow:
    """A link in words. `number` is its weight, `word` what it is called."""

    id: uuid.UUID
    source: str
    target: str
    number: str
    word: Words
    range: str
    delay: Words
    confidence: str
    evidence: str


@dataclass(frozen=True)
class ConceptRow:
    """A concept with how many links it has."""

    concept: Concept
    is_shared: bool
    degree: str


def link_rows(sheet: Sheet) -> list[LinkRow]:
    return [link_row(one) for one in sheet.links]


def link_row(one: Link) -> LinkRow:
    return LinkRow(
        one.id,
        str(one.source),
        str(one.target),
        weight_in_words(one.weight),
        strength_in_words(one.weight),
        _range(one),
        one.get_delay_display() if one.delay else "",
        "" if one.confidence is None else translator(reader_language()).percent(one.confidence),
        one.evidence,
    )


def concept_rows(sheet: Sheet) -> list[ConceptRow]:
    out = Counter(link.source_id for link in sheet.links)
    into = Counter(link.target_id for link in sheet.links)
    return [
        ConceptRow(one, one.map_id != sheet.map.id, degree(out[one.id], into[one.id]))
        for one in sheet.concepts
    ]


def degree(out: int, into: int) -> str:
    """How many links lead from a concept and to it."""
    leaving = ngettext("%(n)s link out,", "%(n)s links out,", out) % {"n": out}
    arriving = ngettext("%(n)s in.", "%(n)s in.", into) % {"n": into}
    return f"{leaving} {arriving}"


def strength_in_words(weight: float) -> Words:
    """What a weight is called."""
    if weight == 0:
        return gettext("has no influence")
    words = next((up, down) for least, up, down in STRONGER if abs(weight) >= least)
    return words[weight < 0]


def weight_in_words(weight: float) -> str:
    """A weight with its sign and at most two decimals."""
    return _short(weight, is_signed=True)


def _range(one: Link) -> str:
    if one.low is None and one.high is None:
        return ""
    low, high = (one.weight if end is None else end for end in (one.low, one.high))
    return gettext("%(low)s to %(high)s") % {"low": _short(low), "high": _short(high)}


def _short(value: float, *, is_signed: bool = False) -> str:
    words = translator(reader_language())
    decimals = len(f"{abs(value):.2f}".rstrip("0").partition(".")[2])
    return words.signed(value, decimals) if is_signed else words.number(value, decimals)
