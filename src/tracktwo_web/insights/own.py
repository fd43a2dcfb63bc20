"""Where the reader stands: one ballot, opened by whoever holds its key, for this one answer.

Nothing of it is kept: no row, no log line, no cached page.
"""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.insights.document import Told
from tracktwo_web.insights.domain.snapshot import statement_id
from tracktwo_web.insights.telling import (
    Own,
    figures_of,
    own_answer,
    own_belief,
    own_expectation,
    stands_with,
)
from tracktwo_web.perceptions.models import Answer, Question, Round


def own_of(
    standing: Standing, one: Round, told: Sequence[Told], sides: Sequence[Side]
) -> list[Own]:
    """The reader's answers in the round beside the released figures, in the order of the round."""
    said = answers_of(standing, one)
    questions = one.questions.select_related("version__statement").order_by("position")
    by_id = {each.id: each for each in told}
    found = ((by_id.get(_name(question)), said.get(question.id)) for question in questions)
    return [_own(each, answer, standing, sides) for each, answer in found if each and answer]


def answers_of(standing: Standing, one: Round) -> Mapping[uuid.UUID, Answer]:
    """What stands on the reader's own ballot, by question."""
    ballot = standing.root.ballot(one.id)
    found = Answer.objects.filter(ballot=ballot, question__round=one)
    return {answer.question_id: answer for answer in found}


def _own(told: Told, answer: Answer, standing: Standing, sides: Sequence[Side]) -> Own:
    own_side = told.answers.get(standing.side.code) if standing.side else None
    return Own(
        told=told,
        figures=figures_of(told, sides),
        answer=own_answer(told.scale, answer.value),
        expectations=tuple(_said_of_others(told, answer, standing, sides)),
        with_side=stands_with(own_side, answer.value, told.scale),
    )


def _said_of_others(
    told: Told, answer: Answer, standing: Standing, sides: Sequence[Side]
) -> Iterator[str]:
    """What the reader expected of each side, then what it was thought to expect of the reader's."""
    for side in sides:
        if side.code in answer.expected:
            yield own_expectation(told, side, answer.expected[side.code])
    for side in sides:
        if standing.side and side.code in answer.mirrored:
            yield own_belief(told, side, standing.side.code, answer.mirrored[side.code])


def _name(question: Question) -> str:
    return statement_id(question.version)


class Summary(NamedTuple):
    """The reader's ballot in three numbers."""

    answered: int
    with_side: int
    compared: int


def summary_of(own: Sequence[Own]) -> Summary:
    compared = [each.with_side for each in own if each.with_side is not None]
    return Summary(len(own), sum(compared), len(compared))
