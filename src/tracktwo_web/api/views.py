"""Where people get tokens: a delegate for the own seat, the convenor for a program that reads."""

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tracktwo_web.api.forms import ServiceForm
from tracktwo_web.api.models import Service
from tracktwo_web.api.tokens import issue_service_token, revoke_service, seat_token
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.rules import is_convenor, is_seated


@require_http_methods(["GET", "POST"])
@door(is_seated)
def token(request: StandingRequest) -> HttpResponse:
    """Explain what a seat's token is; show one when asked. It is made each time, kept nowhere."""
    shown = seat_token(request.standing) if request.method == "POST" else None
    return render(request, "api/token.html", {"token": shown})


@require_GET
@door(is_convenor)
def services(request: StandingRequest) -> HttpResponse:
    return _services(request, ServiceForm())


@require_POST
@door(is_convenor)
def service_new(request: StandingRequest) -> HttpResponse:
    form = ServiceForm(request.POST)
    if not form.is_valid():
        return _services(request, form)
    made = issue_service_token(request.standing.dialogue, form.cleaned_data["name"])
    return _services(request, ServiceForm(), token=made)


@require_POST
@door(is_convenor)
def service_revoke(request: StandingRequest, service_id: uuid.UUID) -> HttpResponse:
    dialogue = request.standing.dialogue
    revoke_service(get_object_or_404(Service, pk=service_id, dialogue=dialogue), today=_today())
    return redirect("services", dialogue_id=dialogue.id)


def _services(request: StandingRequest, form: ServiceForm, token: str = "") -> HttpResponse:
    listed = request.standing.dialogue.services.order_by("name", "id")
    return render(request, "api/services.html", {"form": form, "services": listed, "token": token})


_today = timezone.localdate
