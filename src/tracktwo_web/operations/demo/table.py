"""The table of the demonstration: two delegations of twenty seats, a secretariat, an observer."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.utils.text import slugify

from tracktwo.dialogue import Dialogue as Example
from tracktwo_web.accounts.models import User
from tracktwo_web.dialogues.cookie import Sitting
from tracktwo_web.dialogues.domain.accept import accept_rules
from tracktwo_web.dialogues.domain.convene import DialoguePlan, SidePlan, convene
from tracktwo_web.dialogues.domain.keys import Invitation, issue_keys, take_seat
from tracktwo_web.dialogues.domain.seats import SeatsPlan, add_seats
from tracktwo_web.dialogues.domain.stage import move_to_stage
from tracktwo_web.dialogues.models import Dialogue, Key, Seat
from tracktwo_web.dialogues.procedure_template import TEMPLATE
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.operations.demo.texts import DRAFTING, MEETING, THEMES

ZONES = {"nato": "Europe/Brussels", "china": "Asia/Shanghai"}
LANGUAGES = {"nato": "en", "china": "zh"}
SEATS = ((Role.HEAD, 1), (Role.MEMBER, 15), (Role.ADVISER, 4))
SEATS_OF_MEETING = ((Role.HEAD, 1), (Role.MEMBER, 11))
SEATS_OF_DRAFTING = ((Role.HEAD, 1), (Role.MEMBER, 13), (Role.INTERPRETER, 1))


@dataclass(frozen=True, repr=False)
class Table:
    """The dialogue with everybody seated. Links exist here and nowhere else."""

    dialogue: Dialogue
    invitations: list[Invitation]
    sittings: dict[str, Sitting] = field(default_factory=dict)
    """By the example's participant: the seats whose answers are simulated."""


def lay_table(example: Example, convenor: User, *, now: datetime) -> Table:
    """Convene the example's dialogue, seat everybody, accept the rules for those who are simulated."""
    table = _seated(dialogue_plan(example), convenor, example.stage, SEATS, now)
    for participant, invitation in _simulated(example, table.invitations):
        table.sittings[participant] = sit_down(table.dialogue, invitation)
    return table


def lay_meeting(example: Example, convenor: User, *, now: datetime) -> Table:
    """A second table with the same sides, where maps are drawn and risks weighed; everybody sits there."""
    plan = dialogue_plan(example, title=MEETING, themes=[])
    return _all_sitting(_seated(plan, convenor, "risks", SEATS_OF_MEETING, now))


def lay_drafting(example: Example, convenor: User, *, now: datetime) -> Table:
    """A third table with the same sides: options are valued, a joint text negotiated, a roadmap planned."""
    plan = dialogue_plan(example, title=DRAFTING, themes=[])
    return _all_sitting(_seated(plan, convenor, "roadmap", SEATS_OF_DRAFTING, now))


def _all_sitting(table: Table) -> Table:
    for invitation in table.invitations:
        if invitation.seat.side:
            table.sittings[invitation.seat.label] = sit_down(table.dialogue, invitation)
    return table


def _seated(
    plan: DialoguePlan,
    convenor: User,
    stage: str,
    seats: Iterable[tuple[Role, int]],
    now: datetime,
) -> Table:
    """Convene a dialogue with its seats; the secretariat has accepted the rules."""
    dialogue = convene(plan, convenor)
    move_to_stage(dialogue, stage)
    added = [seat for one in _seats(dialogue, seats) for seat in add_seats(dialogue, one)]
    table = Table(dialogue, issue_keys(added, now=now))
    sit_down(dialogue, first_seat(table.invitations, Role.SECRETARIAT))
    return table


def sit_down(dialogue: Dialogue, invitation: Invitation) -> Sitting:
    """Open a seat by its link and accept the rules, as its person would."""
    key = Key.objects.select_related("seat").get(seat=invitation.seat, revoked_at=None)
    sitting = take_seat(key, invitation.secret)
    return accept_rules(Standing(dialogue, sitting, key), version=1)


def dialogue_plan(example: Example, **other: Any) -> DialoguePlan:  # noqa: ANN401 -- fields of the plan
    """The example's dialogue, with other things said of it where they are given."""
    themes = dict.fromkeys(one.theme for one in example.statements)
    plan = DialoguePlan(
        title=example.title,
        note=example.note,
        languages=example.languages,
        k=example.k,
        sides=[
            SidePlan(one.id, one.names, ZONES[one.id], size=one.size) for one in example.parties
        ],
        procedure=TEMPLATE,
        themes=[(slugify(theme), THEMES[theme]) for theme in themes],
    )
    return replace(plan, **other)


def _seats(dialogue: Dialogue, seats: Iterable[tuple[Role, int]]) -> Iterable[SeatsPlan]:
    for side in dialogue.sides.order_by("position"):
        for role, count in seats:
            yield SeatsPlan(role, count, side, LANGUAGES[side.code])
    yield SeatsPlan(Role.SECRETARIAT)
    yield SeatsPlan(Role.OBSERVER)


def _simulated(
    example: Example, invitations: Iterable[Invitation]
) -> Iterable[tuple[str, Invitation]]:
    """The example's people on the first seats of their side; the others stay free."""
    waiting = {side.id: iter(_of_side(invitations, side.id)) for side in example.parties}
    for participant, party in zip(example.participants, example.party_of, strict=True):
        yield participant, next(waiting[example.parties[party].id])


def _of_side(invitations: Iterable[Invitation], code: str) -> list[Invitation]:
    return [one for one in invitations if one.seat.side and one.seat.side.code == code]


def first_seat(invitations: Iterable[Invitation], role: str, side: str = "") -> Invitation:
    """The first seat with a role, on a side where it has one."""
    return next(one for one in invitations if _is(one.seat, role, side))


def _is(seat: Seat, role: str, side: str) -> bool:
    return seat.role == role and (seat.side.code if seat.side else "") == side
