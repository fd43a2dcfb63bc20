"""Why there is nothing to answer now."""

import uuid
from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.perceptions.models import RoundState
from tracktwo_web.perceptions.paper import paper_of
from tracktwo_web.perceptions.voter import Reason

CONFLICTS = frozenset({Reason.OVER, Reason.NOT_YET})
"""An answer came at a time when none is taken; for other reasons it may not be given at all."""


@door()
def turn_away(request: StandingRequest, round_id: uuid.UUID, reason: Reason) -> HttpResponse:
    """A calm page that says why. Who has no voice may read the statements all the same."""
    asking = get_object_or_404(request.standing.dialogue.rounds, pk=round_id)
    if reason is Reason.STAGE:
        return refuse(request)
    if asking.state == RoundState.PLANNED:  # its statements may still change: nobody reads them yet
        reason = Reason.NOT_YET
    elif reason is Reason.STRANGER:  # the door knows them: a convenor, who sits nowhere
        reason = Reason.NO_VOICE if asking.state == RoundState.OPEN else Reason.OVER
    context = {
        "round": asking,
        "reason": reason.name,
        "paper": paper_of(round_id) if reason is Reason.NO_VOICE else None,
    }
    response = render(request, "perceptions/answer_closed.html", context)
    if request.method == "POST":
        address = {"dialogue_id": asking.dialogue_id, "round_id": asking.id}
        response["HX-Redirect"] = reverse("answer", kwargs=address)
        response.status_code = HTTPStatus.CONFLICT if reason in CONFLICTS else HTTPStatus.FORBIDDEN
    return response
