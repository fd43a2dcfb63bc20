"""What earlier rounds of a dialogue have told already, and about whom."""

import uuid
from collections import defaultdict
from collections.abc import Mapping

from django.db.models import Q

from tracktwo_web.dialogues.models import Key
from tracktwo_web.dialogues.roles import VOICES
from tracktwo_web.insights.differencing import Cell
from tracktwo_web.insights.models import Snapshot
from tracktwo_web.perceptions.models import Round

Rolls = Mapping[str, frozenset[uuid.UUID]]


def roll_of(one: Round) -> Rolls:
    """By side's code, the seats that could answer in a round: those with a live key at its opening.

    Who is on the roll says nothing about who answered; that is known nowhere.
    """
    if one.opened_at is None:
        return {}
    alive = Q(revoked_at=None) | Q(revoked_at__gt=one.opened_at)
    keys = Key.objects.filter(
        alive,
        seat__dialogue=one.dialogue_id,
        seat__role__in=sorted(VOICES),
        issued_at__lte=one.opened_at,
    )
    rolls: dict[str, set[uuid.UUID]] = defaultdict(set)
    for side, seat in keys.values_list("seat__side__code", "seat"):
        rolls[side].add(seat)
    return {side: frozenset(seats) for side, seats in rolls.items()}


def told_before(snapshot: Snapshot) -> dict[str, list[Cell]]:
    """The figures that earlier rounds of the dialogue rest on, by the name of their cell."""
    earlier = (
        Snapshot.objects.filter(round__dialogue=snapshot.round.dialogue_id, is_frozen=True)
        .exclude(pk=snapshot.pk)
        .select_related("round")
        .defer("content")
    )
    told: dict[str, list[Cell]] = defaultdict(list)
    for one in earlier:
        rolls = {} if one.is_imported else roll_of(one.round)
        for name, n in one.counted.items():
            told[name].append(Cell(n, rolls.get(side_of(name), frozenset())))
    return told


def cell_name(wording: str, *sides: str) -> str:
    """The name of the figures that rest on what people of the first side said of a wording.

    One side: on what they answer; two: on what they expect of the second; three: on what they
    believe that the second expects of the third.
    """
    return f"{wording} {'>'.join(sides)}"


def side_of(cell: str) -> str:
    """The side whose people stand behind a cell."""
    return cell.partition(" ")[2].partition(">")[0]
