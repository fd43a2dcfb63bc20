"""Rounds and what they ask. Before a round is released nothing here tells of answers."""

import uuid

from django.http import HttpRequest
from ninja import Router

from tracktwo_web.api.doors import enter
from tracktwo_web.api.errors import NotFound, NotNow
from tracktwo_web.api.routes.dialogue import REFUSALS
from tracktwo_web.api.schemas import Problem, QuestionOut, RoundOut
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.perceptions.models import Question, Round
from tracktwo_web.perceptions.rules import may_run_rounds
from tracktwo_web.rounds.states import RoundState

router = Router(tags=["rounds"])


@router.get("/dialogues/{dialogue_id}/rounds", response={200: list[RoundOut], **REFUSALS})
def list_rounds(request: HttpRequest, dialogue_id: uuid.UUID) -> list[RoundOut]:
    """All rounds in their order."""
    dialogue = enter(request, dialogue_id).dialogue
    return [_described(one) for one in dialogue.rounds.order_by("number")]


@router.get("/dialogues/{dialogue_id}/rounds/{round_id}", response={200: RoundOut, **REFUSALS})
def read_round(request: HttpRequest, dialogue_id: uuid.UUID, round_id: uuid.UUID) -> RoundOut:
    """One round."""
    return _described(find_round(enter(request, dialogue_id).dialogue, round_id))


@router.get(
    "/dialogues/{dialogue_id}/rounds/{round_id}/questions",
    response={200: list[QuestionOut], 409: Problem, **REFUSALS},
)
def list_questions(
    request: HttpRequest, dialogue_id: uuid.UUID, round_id: uuid.UUID
) -> list[QuestionOut]:
    """The wordings put to the vote, in the order of the plan; each ballot is asked in its own."""
    caller = enter(request, dialogue_id)
    one = find_round(caller.dialogue, round_id)
    may_run = caller.standing is not None and may_run_rounds(caller.standing)
    if one.state == RoundState.PLANNED and not may_run:
        raise NotNow("the round is not open yet")
    questions = (
        one.questions.select_related("version__statement__theme", "version__statement__about")
        .prefetch_related("version__translations")
        .order_by("position", "id")
    )
    return [_asked(question) for question in questions]


def find_round(dialogue: Dialogue, round_id: uuid.UUID) -> Round:
    """The round of a dialogue; `NotFound` where it has no such round."""
    one = dialogue.rounds.filter(pk=round_id).first()
    if one is None:
        raise NotFound
    return one


def _described(one: Round) -> RoundOut:
    return RoundOut(
        id=one.id,
        number=one.number,
        title=one.title,
        state=one.state,
        opens_at=one.opens_at,
        closes_at=one.closes_at,
        quorum=one.quorum,
        asks_mirror=one.asks_mirror,
        takes_comments=one.takes_comments,
    )


def _asked(question: Question) -> QuestionOut:
    statement = question.version.statement
    return QuestionOut(
        id=question.id,
        statement=statement.code,
        version=question.version.number,
        texts=question.version.texts,
        theme=statement.theme.code if statement.theme else None,
        about=statement.about.code if statement.about else None,
        scale=statement.scale,
    )
