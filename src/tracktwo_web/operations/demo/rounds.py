"""Rounds of the demonstration: questions, and the simulated people's answers to them."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from tracktwo._typing import Ints
from tracktwo.dialogue import Dialogue as Example
from tracktwo.dialogue import Mirrored, Predictions
from tracktwo_web.dialogues.domain.enter_later import enter_what_waits
from tracktwo_web.dialogues.standing import Standing, key_of
from tracktwo_web.operations.demo.table import Table
from tracktwo_web.perceptions.domain.cast import Said, cast
from tracktwo_web.perceptions.models import Round
from tracktwo_web.perceptions.paper import paper_of
from tracktwo_web.perceptions.voter import Voter, voter_of
from tracktwo_web.rounds.why_not import WhyNot

ROUND_ONE = {"c": 11, "n": 8, "j": 5}
"""How many statements about China, NATO and both come in the first round: twenty-four in all."""


def first_ids(example: Example) -> list[str]:
    """The statements of the first round."""
    return [id_ for id_ in example.statement_ids if int(id_[1:]) <= ROUND_ONE[id_[0]]]


def other_ids(example: Example) -> list[str]:
    """The statements of the second round."""
    first = set(first_ids(example))
    return [id_ for id_ in example.statement_ids if id_ not in first]


@transaction.atomic
def answer(
    table: Table, example: Example, one: Round, people: Collection[str], *, now: datetime
) -> None:
    """Let simulated people answer every question as they do in the example."""
    paper = paper_of(one.id)
    asked = _question_ids(one)
    said = _said(example)
    for person in people:
        voter = _voter(table, one, person, now)
        for id_, question_id in asked.items():
            found, question = said.get((person, id_)), paper.find(question_id)
            if found and question:
                cast(voter, paper, question, found, now=now)
        table.sittings[person] = table.sittings[person].having_answered(one.id)


@transaction.atomic
def enter_in_the_book(table: Table) -> None:
    """Let everybody come once after the round has closed: then it is noted who took part."""
    for person, sitting in table.sittings.items():
        key = key_of(sitting, table.dialogue.id)
        entered = enter_what_waits(Standing(table.dialogue, sitting, key))
        table.sittings[person] = entered or sitting


def _voter(table: Table, one: Round, person: str, now: datetime) -> Voter:
    found = voter_of(table.sittings[person], table.dialogue.id, one.id, now=now)
    if isinstance(found, WhyNot):
        raise LookupError(f"a simulated seat may not answer: {found.name}")  # noqa: TRY004
    return found


def _question_ids(one: Round) -> dict[str, UUID]:
    rows = one.questions.values_list("version__statement__code", "id")
    return dict(rows)


ByStatement = Mapping[tuple[int, int], Mapping[str, float]]
"""By person and statement, a share by side's code."""


def _said(example: Example) -> dict[tuple[str, str], Said]:
    """By participant and statement: the answer, with what is expected of the other side, and what
    that one is thought to expect.
    """
    people, statements = example.participants, example.statement_ids
    predictions, mirrored = example.predictions, example.mirrored
    expected = _by_statement(example, predictions, predictions.party)
    believed = _by_statement(example, mirrored, mirrored.expected_by)
    answers = example.answers
    return {
        (people[person], statements[statement]): Said(
            float(value),
            expected.get((person, statement), {}),
            believed.get((person, statement), {}),
        )
        for person, statement, value in zip(
            answers.participant, answers.statement, answers.value, strict=True
        )
    }


def _by_statement(example: Example, told: Predictions | Mirrored, sides: Ints) -> ByStatement:
    """What people say of each side but their own."""
    shares: dict[tuple[int, int], dict[str, float]] = {}
    rows = zip(told.participant, told.statement, sides, told.value, strict=True)
    for person, statement, side, value in rows:
        if side != example.party_of[person]:
            share = round(float(value), 4)
            shares.setdefault((person, statement), {})[example.party_ids[side]] = share
    return shares
