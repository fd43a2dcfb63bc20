"""Why there is nothing to answer now."""

import uuid
from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.perceptions.paper import paper_of
from tracktwo_web.rounds.states import RoundState
from tracktwo_web.rounds.why_not import WhyNot

CONFLICTS = frozenset({WhyNot.OVER, WhyNot.NOT_YET})
"""An answer came at a time when none is taken; for other reasons it may not be given at all."""


@door()
def turn_away(request: StandingRequest, round_id: uuid.UUID, reason: WhyNot) -> HttpResponse:
    """A calm page that says why. Who has no voice may read the statements all the same."""
    asking = get_object_or_404(request.standing.dialogue.rounds, pk=round_id)
    if reason is WhyNot.STAGE:
        return refuse(request)
    if asking.state == RoundState.PLANNED:  # its statements may still change: nobody reads them yet
        reason = WhyNot.NOT_YET
    elif reason is WhyNot.STRANGER:  # the door knows them: a convenor, who sits nowhere
        reason = WhyNot.NO_VOICE if asking.state == RoundState.OPEN else WhyNot.OVER
    context = {
        "round": asking,
        "reason": reason.name,
        "paper": paper_of(round_id) if reason is WhyNot.NO_VOICE else None,
    }
    response = render(request, "perceptions/answer_closed.html", context)
    if request.method == "POST":
        address = {"dialogue_id": asking.dialogue_id, "round_id": asking.id}
        response["HX-Redirect"] = reverse("answer", kwargs=address)
        response.status_code = HTTPStatus.CONFLICT if reason in CONFLICTS else HTTPStatus.FORBIDDEN
    return response
