"""A side's own room. To everybody else it does not exist: 404, whatever the id."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tracktwo_web.dialogues.domain.room import write_note
from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.dialogues.forms.seats import NoteForm
from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.queries import notes_of
from tracktwo_web.dialogues.rules import has_a_room, may_write_in_room


@require_http_methods(["GET", "HEAD", "POST"])
@door(has_a_room, hides=True, before_rules=True)
def room(request: StandingRequest, side_id: uuid.UUID) -> HttpResponse:
    """Read the side's notes; on POST, add one."""
    side = _own_side(request, side_id)
    if not request.standing.has_accepted:  # asked after the side: another's room is 404 before too
        return redirect("rules", dialogue_id=side.dialogue_id)
    form = NoteForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not may_write_in_room(request.standing):
            return refuse(request)
        if form.is_valid():
            write_note(side, form.cleaned_data["text"])
            return redirect("room", dialogue_id=side.dialogue_id, side_id=side.id)
    facts = {
        "dialogue": request.standing.dialogue,
        "side": side,
        "notes": notes_of(side),
        "form": form,
        "may_write": may_write_in_room(request.standing),
    }
    return render(request, "dialogues/room.html", facts)


def _own_side(request: StandingRequest, side_id: uuid.UUID) -> Side:
    side = request.standing.side
    if side is None or side.id != side_id:
        raise Http404
    return side
