"""The office's first page: how far the dialogue is set up, and its stage."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.domain.stage import move_to_stage
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.queries import seats_of
from tracktwo_web.dialogues.rules import is_convenor, is_neutral, may_move_stage
from tracktwo_web.dialogues.views.office.page import office_page


@require_safe
@door(is_neutral)
def office(request: StandingRequest) -> HttpResponse:
    """Numbers of seats, links and acceptances; where the dialogue stands; where it can go."""
    standing = request.standing
    seats = seats_of(standing.dialogue)
    here = stages.IDS.index(standing.dialogue.stage)
    return office_page(
        request,
        "overview",
        "office",
        seats=len(seats),
        with_link=sum(known.has_link for known in seats),
        accepted=sum(known.has_accepted for known in seats),
        procedure=standing.procedure,
        stage=stages.STAGES[here],
        before=stages.STAGES[here - 1] if here else None,
        after=stages.STAGES[here + 1] if here + 1 < len(stages.STAGES) else None,
        is_convenor=standing.is_convenor,
        may_move=may_move_stage(standing),
        join_url=request.build_absolute_uri(reverse("join", args=[standing.dialogue.id])),
    )


@require_POST
@door(is_convenor)
def office_stage(request: StandingRequest) -> HttpResponse:
    """Go on to a stage, or back to one."""
    dialogue = request.standing.dialogue
    wanted = request.POST.get("stage", "")
    if not may_move_stage(request.standing):
        messages.warning(request, _("A round is open. Close it before you change the stage."))
    elif wanted in stages.IDS:
        move_to_stage(dialogue, wanted)
        messages.info(request, _("The dialogue has moved to another stage. Everybody sees it."))
    return redirect("office", dialogue_id=dialogue.id)
