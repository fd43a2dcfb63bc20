"""Reading and accepting the rules of procedure."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tracktwo_web.dialogues.cookie import sit_down
from tracktwo_web.dialogues.domain.accept import Replaced, accept_rules
from tracktwo_web.dialogues.domain.enter_later import is_blind
from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.dialogues.rules import is_sitting


@require_http_methods(["GET", "HEAD", "POST"])
@door(before_rules=True)
def rules(request: StandingRequest) -> HttpResponse:
    """The version in force; on POST, accept it."""
    if request.method != "POST":
        return _page(request)
    if not is_sitting(request.standing):
        return refuse(request)
    try:
        sitting = accept_rules(request.standing, _version(request))
    except Replaced:
        messages.warning(request, _("The rules have changed meanwhile. Please read them again."))
        return redirect("rules", dialogue_id=request.standing.dialogue.id)
    response = redirect("dialogue", dialogue_id=request.standing.dialogue.id)
    sit_down(response, request.standing.dialogue.id, sitting)
    return response


def _page(request: StandingRequest) -> HttpResponse:
    standing = request.standing
    facts = {
        "dialogue": standing.dialogue,
        "procedure": standing.procedure,
        "asks": is_sitting(standing) and not standing.has_accepted,
        "is_sitting": is_sitting(standing),
        "is_blind": is_blind(standing),
    }
    return render(request, "dialogues/rules.html", facts)


def _version(request: StandingRequest) -> int:
    typed = request.POST.get("version", "")
    return int(typed) if typed.isdecimal() else 0
