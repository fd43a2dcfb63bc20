"""Live results of an open consultation, for everybody who has the address."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import path
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from tracktwo_web.dialogues.doors import find_standing
from tracktwo_web.perceptions.live_results import live_results
from tracktwo_web.perceptions.models import Round
from tracktwo_web.perceptions.paper import Paper, paper_of
from tracktwo_web.perceptions.sheet import printed
from tracktwo_web.perceptions.tally import Published, published


@require_safe
def consultation(request: HttpRequest, dialogue_id: uuid.UUID, round_id: uuid.UUID) -> HttpResponse:
    """The totals as they are published now; only the moving part where the page asks again."""
    state = published(round_id)
    if state is None or (paper := _paper(dialogue_id, round_id)) is None:
        raise Http404
    totals = _totals(paper, state)
    if "totals" in request.GET:
        return HttpResponse(totals)
    dialogue = find_standing(request, dialogue_id).dialogue
    context = {
        "dialogue": dialogue,
        "paper": paper,
        "totals": totals,
        "is_running": state.is_running,
    }
    return render(request, "perceptions/consultation.html", context)


urls = [path("rounds/<uuid:round_id>/live/", consultation, name="consultation")]


def _paper(dialogue_id: uuid.UUID, round_id: uuid.UUID) -> Paper | None:
    try:
        paper = paper_of(round_id)
    except Round.DoesNotExist:
        return None
    return paper if paper.dialogue_id == dialogue_id else None


def _totals(paper: Paper, state: Published) -> str:
    """Written once for each batch and language: thousands may be watching."""

    def render_totals() -> str:
        context = {"paper": paper, "live": live_results(paper, state)}
        return render_to_string("perceptions/consultation_totals.html", context)

    key = ("totals", state.number, get_language())
    return printed(paper.printed, key, render_totals).filled()
