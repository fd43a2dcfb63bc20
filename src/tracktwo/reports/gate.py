"""The gate that a report passes before it is published: each condition met, or what is in the way."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tracktwo.locale import Words
from tracktwo.text.standing import disagreements
from tracktwo.text.words import language_names

if TYPE_CHECKING:
    from tracktwo.reports.joint.material import Map, Material


class Kind(StrEnum):
    """What must hold before a report is published."""

    ADOPTED = "adopted"
    BRACKETS = "brackets"
    CELLS = "cells"
    CONSENT = "consent"
    LANGUAGES = "languages"
    SIGNATURES = "signatures"


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition; it is met where nothing is missing.

    `missing` are ids: of the text that is not adopted, of brackets, of parts that rest on too few
    people, of languages nobody has reviewed, of sides that have not signed; and the places, from 1,
    of authors who have not said whether they wish to be named.
    """

    kind: Kind
    missing: tuple[str, ...] = ()

    @property
    def is_met(self) -> bool:
        """Whether nothing is in the way."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Gate:
    """Every condition in its order."""

    conditions: tuple[Condition, ...]

    @property
    def is_clear(self) -> bool:
        """Whether the report may be published."""
        return all(one.is_met for one in self.conditions)

    @property
    def open_conditions(self) -> tuple[Condition, ...]:
        """The conditions that are not met."""
        return tuple(one for one in self.conditions if not one.is_met)


def gate(
    material: "Material", *, signatures: Mapping[str, str] | None = None, digest: str = ""
) -> Gate:
    """Whether a report may be published, and what is in the way.

    A dialogue without a joint text needs none. `signatures` hold by side the hash it signed
    (`tracktwo.record.signed_texts` with the kind `report.signed`), `digest` is that of the report;
    without them nobody is asked to have signed.

    >>> from tracktwo.reports.joint import Author, Material
    >>> found = gate(Material({}, languages=("en",), authors=(Author("nato", {"en": "Head"}),)))
    >>> [one.kind.value for one in found.open_conditions]
    ['consent', 'languages']
    """
    unheard = tuple(
        str(place) for place, one in enumerate(material.authors, start=1) if one.consents is None
    )
    unread = tuple(one for one in material.languages if one not in material.reviewed)
    conditions = (
        *_of_text(material),
        Condition(Kind.CELLS, tuple(_small(material))),
        Condition(Kind.CONSENT, unheard),
        Condition(Kind.LANGUAGES, unread),
        *_signed(material, signatures, digest),
    )
    return Gate(conditions)


def _of_text(material: "Material") -> tuple[Condition, ...]:
    told = material.negotiation
    if told is None:
        return ()
    open_ones = tuple(one.id for one in disagreements(told.text))
    not_adopted = () if told.document.is_adopted else ("text",)
    return (Condition(Kind.ADOPTED, not_adopted), Condition(Kind.BRACKETS, open_ones))


def _small(material: "Material") -> list[str]:
    """The parts in which a side has fewer people than a figure may rest on."""
    k, found = material.k, []
    if material.analysis is not None and material.analysis.k < k:
        found.append("answers")
    if material.risks is not None and material.risks.settings.k < k:
        found.append("risks")
    if material.map is not None and _has_few_judges(material.map, k):
        found.append("map")
    if material.talks is not None:
        valuation = material.talks.talks.valuation
        if any(len(valuation.experts(side)) < k for side in valuation.parties):
            found.append("options")
    return found


def _has_few_judges(drawn: "Map", k: int) -> bool:
    """Whether the experts of a side who drew are fewer than k; a map without experts is common work."""
    judged = drawn.study.judged
    counts = (sum(bool(expert) for _, expert in judged.of_side(one).judges) for one in judged.sides)
    return any(0 < count < k for count in counts)


def _signed(
    material: "Material", signatures: Mapping[str, str] | None, digest: str
) -> tuple[Condition, ...]:
    if signatures is None:
        return ()
    missing = (one for one in material.sides if not digest or signatures.get(one) != digest)
    return (Condition(Kind.SIGNATURES, tuple(missing)),)


def condition_sentence(condition: Condition, material: "Material", words: Words) -> str:
    """What a condition asks, or what is in its way, as a sentence.

    >>> from tracktwo.locale import translator
    >>> from tracktwo.reports.joint import Material
    >>> condition_sentence(Condition(Kind.LANGUAGES, ("fr",)), Material({}), translator("en"))
    'Still to be reviewed by somebody who speaks it: French.'
    """
    return (_met if condition.is_met else _unmet)(condition, material, words)


def _met(condition: Condition, material: "Material", words: Words) -> str:
    return {
        Kind.ADOPTED: words.gettext("The sides have adopted the joint text."),
        Kind.BRACKETS: words.gettext("No bracket is open."),
        Kind.CELLS: words.gettext(
            "No figure rests on fewer than {k} people of a side.", k=words.number(material.k)
        ),
        Kind.CONSENT: words.gettext("Every author has said how to be named."),
        Kind.LANGUAGES: words.gettext("Every language has been reviewed."),
        Kind.SIGNATURES: words.gettext("All sides have signed this report."),
    }[condition.kind]


def _unmet(condition: Condition, material: "Material", words: Words) -> str:
    n = len(condition.missing)
    told = words.names(_named(condition, material, words))
    return {
        Kind.ADOPTED: words.gettext("The sides have not adopted the joint text."),
        Kind.BRACKETS: words.ngettext("{n} bracket is open.", "{n} brackets are open.", n),
        Kind.CELLS: words.gettext(
            "These rest on fewer than {k} people of a side: {parts}.",
            k=words.number(material.k),
            parts=told,
        ),
        Kind.CONSENT: words.gettext("Still to say whether to be named: {authors}.", authors=told),
        Kind.LANGUAGES: words.gettext(
            "Still to be reviewed by somebody who speaks it: {languages}.", languages=told
        ),
        Kind.SIGNATURES: words.gettext("Still to sign this report: {sides}.", sides=told),
    }[condition.kind]


def _named(condition: Condition, material: "Material", words: Words) -> list[str]:
    """What is missing, as a reader knows it."""
    if condition.kind is Kind.CONSENT:
        names = material.names(words.language)
        authors = [material.authors[int(one) - 1] for one in condition.missing]
        return [
            words.gettext("{seat} ({side})", seat=one.shown(words.language) or "–", side=names.get(one.party, one.party))
            for one in authors
        ]  # fmt: skip
    known = {
        Kind.CELLS: _part_names(words),
        Kind.LANGUAGES: language_names(words),
        Kind.SIGNATURES: material.names(words.language),
    }.get(condition.kind, {})
    return [known.get(one, one) for one in condition.missing]


def _part_names(words: Words) -> dict[str, str]:
    return {
        "answers": words.gettext("the answers"),
        "risks": words.gettext("the estimates of risks"),
        "map": words.gettext("the map of influences"),
        "options": words.gettext("the points for options"),
    }
