"""A seat's own answers: read from its ballot, changed until the round closes."""

import uuid
from typing import NoReturn

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Status

from tracktwo_web.api.doors import enter
from tracktwo_web.api.errors import NotAllowed, NotFound, NotNow, Refusal
from tracktwo_web.api.routes.dialogue import REFUSALS
from tracktwo_web.api.routes.rounds import find_round
from tracktwo_web.api.schemas import AnswerIn, AnswerOut, Problem
from tracktwo_web.perceptions.domain.cast import InvalidAnswer, NotASide, NotOnScale, Said, cast
from tracktwo_web.perceptions.models import Answer
from tracktwo_web.perceptions.paper import paper_of
from tracktwo_web.perceptions.voter import voter_of
from tracktwo_web.rounds.why_not import WhyNot

router = Router(tags=["answers"])

_CLOSED = frozenset({WhyNot.NOT_YET, WhyNot.OVER})
_WORDED = {
    WhyNot.RULES: "accept the rules of procedure in the browser first",
    WhyNot.NO_VOICE: "this seat has no voice of its own",
    WhyNot.STAGE: "the dialogue does not answer at this stage",
    WhyNot.LATE_KEY: "this link was issued after the round had opened; it cannot answer in it",
}


@router.get(
    "/dialogues/{dialogue_id}/rounds/{round_id}/answers",
    response={200: list[AnswerOut], **REFUSALS},
)
def list_answers(
    request: HttpRequest, dialogue_id: uuid.UUID, round_id: uuid.UUID
) -> list[AnswerOut]:
    """What the caller's own ballot says so far, by question."""
    standing = enter(request, dialogue_id).seated
    one = find_round(standing.dialogue, round_id)
    own = Answer.objects.filter(question__round=one, ballot=standing.root.ballot(one.id))
    return [
        AnswerOut(
            question=answer.question_id,
            value=answer.value,
            expected=answer.expected,
            mirrored=answer.mirrored,
        )
        for answer in own.order_by("question__position")
    ]


@router.put(
    "/dialogues/{dialogue_id}/rounds/{round_id}/answers/{question_id}",
    response={204: None, 400: Problem, 409: Problem, **REFUSALS},
)
def cast_answer(
    request: HttpRequest,
    dialogue_id: uuid.UUID,
    round_id: uuid.UUID,
    question_id: uuid.UUID,
    answer: AnswerIn,
) -> Status[None]:
    """Answer a question, or change the answer. On disk before this returns."""
    standing = enter(request, dialogue_id).seated
    find_round(standing.dialogue, round_id)
    now = timezone.now()
    voter = voter_of(standing.sitting, dialogue_id, round_id, now=now)
    if isinstance(voter, WhyNot):
        _refuse(voter)
    paper = paper_of(round_id)
    question = paper.find(question_id)
    if question is None:
        raise NotFound
    said = Said(answer.value, answer.expected, answer.mirrored)
    try:
        is_recorded = cast(voter, paper, question, said, now=now)
    except InvalidAnswer as error:
        raise Refusal(_what_is_wrong(error)) from None
    if not is_recorded:
        raise NotNow("the round has closed")
    return Status(204, None)


def _refuse(reason: WhyNot) -> NoReturn:
    if reason is WhyNot.STRANGER:
        raise NotFound
    if reason in _CLOSED:
        raise NotNow("the round is not open")
    raise NotAllowed(_WORDED[reason])


def _what_is_wrong(error: InvalidAnswer) -> str:
    if isinstance(error, NotOnScale):
        return "value: not on the scale of this statement"
    if isinstance(error, NotASide):
        return "expected, mirrored: give the codes of other sides; mirrored only where it is asked"
    return "expected, mirrored: a share between 0 and 1, or a rating on the statement's scale"
