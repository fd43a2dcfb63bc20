"""What a side states of itself before anybody values: what it has without an agreement, and conditions.

It is sealed to the side. Only its head, or its secretary on the head's behalf, reads and writes it; the
search for packages keeps to it, and tells nobody of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from django.db import transaction

from tracktwo import convergence as library
from tracktwo.convergence.valuation import WHOLE
from tracktwo.errors import InputError
from tracktwo_web.convergence.domain.conditions import Stated, joint_conditions_of
from tracktwo_web.convergence.domain.conditions import among as among_asked
from tracktwo_web.convergence.domain.talks import amounts_of, asked_as_library
from tracktwo_web.convergence.models import Limits, ValueRound
from tracktwo_web.convergence.queries import asked_in
from tracktwo_web.convergence.sealing import opened_for, sealed_for
from tracktwo_web.dialogues.models import Side
from tracktwo_web.risks.domain.quiet import require_no_open_round
from tracktwo_web.rounds.life import locked
from tracktwo_web.rounds.states import NotNow, RoundState

WHAT = "limits"
MOST_CONDITIONS = 12


@dataclass(frozen=True)
class Own:
    """A side's limits: what it has without an agreement, in points (None: nothing said), and conditions."""

    no_agreement: int | None = None
    conditions: tuple[Stated, ...] = ()


class Clash(Exception):  # noqa: N818 -- an answer, not a fault
    """No package at all could hold these conditions beside the joint ones."""


def prepare_limits(one: ValueRound) -> None:
    """A row a side, with nothing stated: that it is there tells nothing."""
    Limits.objects.bulk_create(
        Limits(round=one, side=side, sealed=_sealed(one, side, Own()))
        for side in one.dialogue.sides.all()
    )


def limits_of(one: ValueRound, side: Side) -> Own:
    """What a side has stated. For its head, and for the search."""
    row = Limits.objects.filter(round=one, side=side).first()
    if row is None:
        return Own()
    kept = opened_for(WHAT, one.id, str(side.id), row.sealed)
    return Own(kept["no_agreement"], tuple(map(Stated.read, kept["conditions"])))


def state_no_agreement(one: ValueRound, side: Side, points: int | None) -> None:
    """Say what the side has where nothing is agreed; `NotNow` once the round has been opened."""
    with transaction.atomic():
        one = _early(one)
        _keep(one, side, replace(limits_of(one, side), no_agreement=points))


def add_condition(one: ValueRound, side: Side, stated: Stated) -> None:
    """State a condition. Raises `Clash` where it and those before could never all hold, `NotNow`."""
    with transaction.atomic():
        one = _early(one)
        own = limits_of(one, side)
        if stated in own.conditions:
            return
        if len(own.conditions) >= MOST_CONDITIONS:
            raise NotNow("there are enough of them")
        own = replace(own, conditions=(*own.conditions, stated))
        if not can_hold(one, own.conditions):
            raise Clash
        _keep(one, side, own)


def take_back_condition(one: ValueRound, side: Side, stated: Stated) -> None:
    """Take one of the side's conditions back; done twice, it is done once."""
    with transaction.atomic():
        one = _early(one)
        own = limits_of(one, side)
        left = tuple(each for each in own.conditions if each != stated)
        _keep(one, side, replace(own, conditions=left))


def can_hold(one: ValueRound, own: Sequence[Stated]) -> bool:
    """Whether some package holds these and the joint conditions; asked without anybody's points.

    Nothing of another side goes in, so that nothing of it can come out.
    """
    asked = asked_in(one)
    options = asked_as_library(one.dialogue, asked)
    joint = [stated for _, stated in joint_conditions_of(one.dialogue)]
    there = [each.option for each in asked]
    stated = filter(None, (among_asked(each, there) for each in (*joint, *own)))
    sides = [side.code for side in one.dialogue.sides.all()]
    try:
        talks = library.Talks(
            options,
            _alike(sides, options.ids),
            tuple(each.for_library(f"c{n}") for n, each in enumerate(stated)),
            tuple(amounts_of(there)),
        )
    except InputError:
        return False
    conflict = library.search(talks).conflict
    return conflict is None or bool(conflict.parties)


def _alike(sides: Sequence[str], options: Sequence[str]) -> library.Valuation:
    """Points that favour nothing: the same for all, the first option taking what is left over."""
    each = WHOLE // len(options)
    first = WHOLE - each * (len(options) - 1)
    return library.Valuation(
        tuple(
            library.Points(side, side, option, Fraction(each if place else first))
            for side in sides
            for place, option in enumerate(options)
        )
    )


def _early(one: ValueRound) -> ValueRound:
    require_no_open_round(one.dialogue)
    return locked(one, RoundState.PLANNED)


def _keep(one: ValueRound, side: Side, own: Own) -> None:
    sealed = _sealed(one, side, own)
    Limits.objects.update_or_create(round=one, side=side, defaults={"sealed": sealed})


def _sealed(one: ValueRound, side: Side, own: Own) -> str:
    kept = {
        "no_agreement": own.no_agreement,
        "conditions": [each.kept() for each in own.conditions],
    }
    return sealed_for(WHAT, one.id, str(side.id), kept)
