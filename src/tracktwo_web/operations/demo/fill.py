"""Filling the demonstration, by the same functions that people's clicks call.

The first round was answered, closed and released; the second is open, most seats have answered, the
two heads and some others have not. Both ask the mirror question too. The analysis of the first is made when the server has started:
its pages show how far it is.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction

from tracktwo.dialogue import Dialogue as Example
from tracktwo_web.accounts.domain.convenors import make_convenor
from tracktwo_web.dialogues.domain.announce import announce
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.operations.demo import statements, texts
from tracktwo_web.operations.demo.drafting import begin_drafting
from tracktwo_web.operations.demo.example import read_example
from tracktwo_web.operations.demo.links import Links
from tracktwo_web.operations.demo.meeting import hold_meeting
from tracktwo_web.operations.demo.rounds import answer, enter_in_the_book, first_ids, other_ids
from tracktwo_web.operations.demo.table import Table, first_seat, lay_table
from tracktwo_web.perceptions.domain.rounds import (
    RoundPlan,
    close_round,
    open_round,
    plan_round,
    release_round,
)
from tracktwo_web.perceptions.models import Round, Version

CONVENOR = "convenor" + "@" + "localhost"
HEADS = frozenset({"seat-n01", "seat-c01"})
"""They answered in the first round and have still to answer in the second: their links are printed."""
DAY = timedelta(days=1)
SECOND_LASTS = 21 * DAY


def fill(now: datetime) -> Links:
    """Make the dialogue with its two rounds; the links of those whom one may try."""
    example = read_example()
    with transaction.atomic():
        table = lay_table(example, make_convenor(CONVENOR), now=now - 12 * DAY)
        versions = statements.put_on_list(table.dialogue, example, today=(now - 11 * DAY).date())
        first = _first_round(table, example, versions, now)
    _release(table, close_round(first), now)
    with transaction.atomic():
        second = _second_round(table, example, versions, now)
        statements.leave_at_desk(table.dialogue)
        announce(table.dialogue, texts.WELCOME)
    answer(table, example, second, sorted(set(example.participants) - HEADS), now=now)
    meeting = hold_meeting(example, table.dialogue.convenor, now=now - DAY)
    drafting = begin_drafting(example, table.dialogue.convenor, now=now - DAY)
    return replace(_links(table), meeting=_links(meeting), drafting=_links(drafting))


def _first_round(
    table: Table, example: Example, versions: dict[str, Version], now: datetime
) -> Round:
    plan = RoundPlan(closes_at=now - 2 * DAY, title=texts.FIRST_ROUND, asks_mirror=True)
    asked = [versions[id_] for id_ in first_ids(example)]
    one = open_round(plan_round(table.dialogue, plan, asked), now=now - 10 * DAY)
    answer(table, example, one, example.participants, now=now - 5 * DAY)
    return one


def _release(table: Table, one: Round, now: datetime) -> None:
    """Release a closed round; its analysis is a job that waits for the server's start."""
    enter_in_the_book(table)
    release_round(one, now - DAY)


def _second_round(
    table: Table, example: Example, versions: dict[str, Version], now: datetime
) -> Round:
    plan = RoundPlan(closes_at=now + SECOND_LASTS, title=texts.SECOND_ROUND, asks_mirror=True)
    asked = [versions[id_] for id_ in other_ids(example)]
    return open_round(plan_round(table.dialogue, plan, asked), now=now - DAY)


def _links(table: Table) -> Links:
    secrets = {
        side.code: first_seat(table.invitations, Role.HEAD, side.code).secret
        for side in table.dialogue.sides.order_by("position")
    }
    secretariat = first_seat(table.invitations, Role.SECRETARIAT).secret
    return Links(str(table.dialogue.id), {**secrets, "secretariat": secretariat})
