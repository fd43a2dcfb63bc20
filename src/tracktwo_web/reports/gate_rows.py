"""The conditions of a report in the reader's words, each with the page where it is mended."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from tracktwo.locale import translator
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.reports import rules
from tracktwo_web.reports.domain.authors import unheard
from tracktwo_web.reports.domain.gates import CHANGED, is_ready_to_sign, told_by
from tracktwo_web.reports.models import Draft

if TYPE_CHECKING:
    from tracktwo.reports.gate import Condition, Gate, Kind


@dataclass(frozen=True)
class Way:
    """Where something is mended."""

    label: str
    url: str


@dataclass(frozen=True)
class Row:
    """A condition: whether it is met, its sentence, more about it, and where it is mended."""

    is_met: bool
    sentence: str
    details: tuple[str, ...] = ()
    way: Way | None = None
    act: Way | None = None
    """What may be done about it at once, by a button."""


def rows_of(standing: Standing, draft: Draft, gate: "Gate") -> list[Row]:
    """Every condition for somebody who reads the page."""
    rows = [_row(standing, draft, one) for one in gate.conditions]
    if is_ready_to_sign(gate):
        return rows
    return [*rows[:-1], replace(rows[-1], way=None)]  # signing comes last


def _row(standing: Standing, draft: Draft, one: "Condition") -> Row:
    from tracktwo.reports.gate import Kind

    if one.is_met:
        return Row(is_met=True, sentence=_sentence(draft, one))
    if one.kind is Kind.CONSENT:
        return _consent(standing, draft, one)
    return Row(False, _sentence(draft, one), way=_way(standing, draft, one.kind))


def _sentence(draft: Draft, one: "Condition") -> str:
    from tracktwo.reports.gate import condition_sentence

    return condition_sentence(one, told_by(draft), translator(reader_language()))


def _consent(standing: Standing, draft: Draft, one: "Condition") -> Row:
    """How many have not answered, by side; never which seat."""
    from tracktwo.reports.gate import Kind

    if one.missing == (CHANGED,):
        sentence = gettext("An author has said since how to be named: compose the report anew.")
        return Row(False, sentence)
    n = len(one.missing)
    sentence = ngettext(
        "%(n)s author has not said yet how to be named.",
        "%(n)s authors have not said yet how to be named.",
        n,
    )
    return Row(
        False,
        sentence % {"n": n},
        tuple(_by_side(draft)),
        _way(standing, draft, Kind.CONSENT),
        _leaving_out(standing),
    )


def _leaving_out(standing: Standing) -> Way | None:
    if not rules.may_compose(standing):
        return None
    url = reverse("report_unnamed", args=[standing.dialogue.id])
    return Way(gettext("Leave out those who have not answered"), url)


def _by_side(draft: Draft) -> Iterator[str]:
    counted = Counter(str(seat.side) for seat in unheard(draft.dialogue))
    for side, n in counted.items():
        yield gettext("%(side)s: %(n)s") % {"side": side, "n": n}


def _way(standing: Standing, draft: Draft, kind: "Kind") -> Way | None:
    from tracktwo.reports.gate import Kind

    dialogue = standing.dialogue.id
    if kind in (Kind.ADOPTED, Kind.BRACKETS):
        return Way(gettext("Go to the joint text"), reverse("texts", args=[dialogue]))
    if kind is Kind.CONSENT and rules.may_consent(standing):
        return Way(gettext("How you are named"), reverse("report_consent", args=[dialogue]))
    if kind is Kind.CONSENT and standing.is_convenor:
        return Way(gettext("Seats and links"), reverse("office_seats", args=[dialogue]))
    if kind is Kind.LANGUAGES and rules.may_review(standing):
        language = draft.facts["languages"][0]
        return Way(
            gettext("Read and confirm a language"),
            reverse("report_read", args=[dialogue, language]),
        )
    if kind is Kind.SIGNATURES and rules.may_sign(standing):
        return Way(gettext("Read what is signed"), reverse("report_sign", args=[dialogue]))
    return None
