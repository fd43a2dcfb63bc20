"""What a released round shows."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from tracktwo_web.api.doors import enter
from tracktwo_web.api.errors import NotAllowed, NotNow
from tracktwo_web.api.routes.dialogue import REFUSALS
from tracktwo_web.api.routes.rounds import find_round
from tracktwo_web.api.schemas import Problem
from tracktwo_web.dialogues import stages
from tracktwo_web.insights.queries import result_of
from tracktwo_web.rounds.states import RoundState

router = Router(tags=["results"])


@router.get(
    "/dialogues/{dialogue_id}/rounds/{round_id}/results",
    response={200: dict[str, Any], 409: Problem, **REFUSALS},
)
def read_results(request: HttpRequest, dialogue_id: uuid.UUID, round_id: uuid.UUID) -> HttpResponse:
    """The stored analysis of a released round, as `tracktwo analyse` writes it, without people."""
    dialogue = enter(request, dialogue_id).dialogue
    one = find_round(dialogue, round_id)
    if not stages.opens(dialogue.stage, stages.Act.READ_RESULTS):
        raise NotAllowed("the dialogue shows no results at this stage")
    if one.state != RoundState.RELEASED:
        raise NotNow("the round is not released")
    result = result_of(one)
    if result is None or not result.is_done:
        raise NotNow("the analysis is not ready yet")
    if result.snapshot.is_empty:
        raise NotNow("there is nothing to show: too few answered")
    return HttpResponse(result.document, content_type="application/json")
