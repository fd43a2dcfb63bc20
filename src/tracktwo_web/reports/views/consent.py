"""An author says how to be named; whoever says nothing can be left out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.reports import rules
from tracktwo_web.reports.domain.authors import leave_unnamed, name_author
from tracktwo_web.reports.forms import ConsentForm
from tracktwo_web.reports.views.page import READ


@require_http_methods([*READ, "POST"])
@door(rules.may_consent)
def consent(request: StandingRequest) -> HttpResponse:
    """Choose between name and office, office alone, and not being named."""
    seat = request.standing.seat
    if seat is None:
        return refuse(request)
    form = ConsentForm(seat, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        name_author(seat, told["wish"], name=told["name"], office=told["office"])
        messages.success(
            request, gettext("Your wish is noted. You may change it until the release.")
        )
        return redirect("report", request.standing.dialogue.id)
    return render(request, "reports/consent.html", {"form": form})


@require_POST
@door(rules.may_compose)
def unnamed(request: StandingRequest) -> HttpResponse:
    """Leave out the authors who have not answered."""
    dialogue = request.standing.dialogue
    if leave_unnamed(dialogue):
        text = gettext("They are left out. Compose the report anew; each may still say otherwise.")
        messages.success(request, text)
    return redirect("report", dialogue.id)


urls: list[URLPattern] = [
    path("report/you", consent, name="report_consent"),
    path("report/unnamed", unnamed, name="report_unnamed"),
]
