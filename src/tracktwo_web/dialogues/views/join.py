"""Joining an open consultation."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tracktwo_web.dialogues.cookie import sit_down
from tracktwo_web.dialogues.domain.join import join as join_dialogue
from tracktwo_web.dialogues.doors import find_standing
from tracktwo_web.dialogues.forms.seats import JoinForm
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.dialogues.standing import Standing


@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, dialogue_id: uuid.UUID) -> HttpResponse:
    """Choose a side, or none, and sit down. Who sits already goes on to the dialogue."""
    standing = find_standing(request, dialogue_id)
    if not standing.dialogue.is_open:
        raise Http404
    if standing.role is not None:
        return redirect("dialogue", dialogue_id=dialogue_id)
    form = JoinForm(standing.dialogue, request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, standing, form)
    response = redirect("dialogue", dialogue_id=dialogue_id)
    sit_down(response, dialogue_id, join_dialogue(standing.dialogue, form.cleaned_data["side"]))
    return response


def _page(request: HttpRequest, standing: Standing, form: JoinForm) -> HttpResponse:
    facts = {
        "dialogue": standing.dialogue,
        "sides": sides_in_turn(standing.dialogue, request.path),
        "procedure": standing.procedure,
        "form": form,
    }
    return render(request, "dialogues/join.html", facts)
