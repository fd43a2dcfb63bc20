"""The moves that a side may make on a unit as it stands, each with its form."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracktwo.text import Unit
from tracktwo.text.standing import Move, MoveKind, Situation, UnitState, why_not
from tracktwo_web.kit.forms import Form
from tracktwo_web.texts.forms.positions import PackageForm, ParkForm, ReopenForm
from tracktwo_web.texts.sheet import in_brief

Words = str | Promise


@dataclass(frozen=True)
class MoveOffer:
    """A move that would be accepted now: what it is, what follows from it, and its form."""

    kind: MoveKind
    name: Words
    meaning: Words
    form: Form | None = None


_NAMES: Mapping[MoveKind, tuple[Words, Words]] = {
    MoveKind.REOPEN: (
        _("Reopen this passage"),
        _("What the sides have accepted of it falls; the reason is told to the table."),
    ),
    MoveKind.SETTLE: (
        _("Take back your side’s objection"),
        _("Your side neither objects nor reopens any longer; it has not accepted yet."),
    ),
    MoveKind.PARK: (
        _("Park it with a small group"),
        _("Nobody accepts it until the group returns it."),
    ),
    MoveKind.RETURN: (_("Return it to the table"), _("The group has done its work.")),
    MoveKind.PACKAGE: (
        _("Bind it to other passages"),
        _("Your side agrees to this one only if the others are agreed too."),
    ),
    MoveKind.RELEASE: (
        _("Release it from the package"),
        _("Your side no longer makes it depend on other passages."),
    ),
}


def moves_open(
    known: Situation, side: str, choices: Iterable[tuple[str, str]]
) -> Iterator[MoveOffer]:
    """The moves that the unit allows to a side; `choices` are units that a package may name."""
    for kind, (name, meaning) in _NAMES.items():
        if why_not(known, _filled_in(kind, known.unit, side)) is None:
            yield MoveOffer(kind, name, meaning, form_of(kind, choices))


def form_of(
    kind: MoveKind,
    choices: Iterable[tuple[str, str]],
    told: Mapping[str, object] | None = None,
) -> Form | None:
    """What has to be said with a move; None where nothing has."""
    if kind is MoveKind.REOPEN:
        return ReopenForm(told, auto_id="reopen-%s")
    if kind is MoveKind.PARK:
        return ParkForm(told, auto_id="park-%s")
    if kind is MoveKind.PACKAGE:
        return PackageForm(choices, told, auto_id="package-%s")
    return None


def choices_for(
    unit: Unit, units: Iterable[Unit], known: Mapping[str, Situation], languages: Iterable[str]
) -> list[tuple[str, str]]:
    """The units on which another may depend: those that are still to be agreed."""
    spoken = list(languages)
    return [
        (one.id, in_brief(one, spoken))
        for one in units
        if one.id != unit.id and known[one.id].state is not UnitState.PROVISIONALLY_AGREED
    ]


def with_form(offers: Iterable[MoveOffer], kind: MoveKind, form: Form) -> list[MoveOffer]:
    """The same offers, one of them with what was entered and not accepted."""
    return [replace(one, form=form) if one.kind is kind else one for one in offers]


def _filled_in(kind: MoveKind, unit: str, side: str) -> Move:
    """The move as it would be with everything said that has to be said."""
    return Move(kind, unit, side, reason="-", group="-", until=dt.date.max, conditions=(unit,))
