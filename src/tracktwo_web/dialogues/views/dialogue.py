"""The dialogue's first page, and leaving it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.contents import contents_for
from tracktwo_web.dialogues.cookie import sit_down, stand_up
from tracktwo_web.dialogues.domain.enter_later import enter_what_waits
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.queries import announcements_of, table_of
from tracktwo_web.dialogues.rules import is_sitting
from tracktwo_web.dialogues.tasks_now import asked_of
from tracktwo_web.kit.languages import NAMES


@require_safe
@door()
def dialogue(request: StandingRequest) -> HttpResponse:
    """Where are we, what is asked of me, who else is here."""
    standing = request.standing
    entered = enter_what_waits(standing)
    asked = asked_of(standing)
    facts = {
        "dialogue": standing.dialogue,
        "stage": stages.stage(standing.dialogue.stage),
        "ask": asked[0] if asked else None,
        "other_asks": asked[1:],
        "contents": contents_for(standing),
        "announcements": announcements_of(standing.dialogue),
        "table": table_of(standing.dialogue, request.path),
        "languages": [NAMES[language] for language in standing.dialogue.languages],
        "now": timezone.now(),
    }
    response = render(request, "dialogues/dialogue.html", facts)
    if entered:
        sit_down(response, standing.dialogue.id, entered)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@door(is_sitting, before_rules=True)
def leave(request: StandingRequest) -> HttpResponse:
    """Stand up: this browser forgets the seat."""
    standing = request.standing
    if request.method != "POST":
        return render(request, "dialogues/leave.html", {"dialogue": standing.dialogue})
    messages.info(request, _("You have left your seat. Your link opens it again."))
    response = redirect("home")
    stand_up(response, standing.dialogue.id)
    return response
