"""What the office's pages share: its tabs, and finding what belongs to the dialogue."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import pgettext

from tracktwo_web.dialogues.bindings import is_bound
from tracktwo_web.dialogues.domain.enter_later import is_blind
from tracktwo_web.dialogues.doors import StandingRequest
from tracktwo_web.dialogues.models import Seat, Side
from tracktwo_web.dialogues.standing import Standing


def office_page(
    request: StandingRequest,
    template: str,
    here: str,
    **facts: Any,  # noqa: ANN401
) -> HttpResponse:
    """A page of the office, under its tabs."""
    standing = request.standing
    frame = {
        "dialogue": standing.dialogue,
        "tabs": _tabs(standing, here),
        "is_bound": is_bound(standing.dialogue),
        "is_blind": is_blind(standing),
    }
    return render(request, f"dialogues/office/{template}.html", frame | facts)


def seat_of(request: StandingRequest, seat_id: uuid.UUID) -> Seat:
    seats = Seat.objects.select_related("dialogue", "side")
    return get_object_or_404(seats, pk=seat_id, dialogue=request.standing.dialogue)


def side_of(request: StandingRequest, code: str) -> Side:
    return get_object_or_404(request.standing.dialogue.sides, code=code)


def _tabs(standing: Standing, here: str) -> list[dict[str, object]]:
    names = {
        "office": pgettext("office", "Overview"),
        "office_announce": pgettext("office", "Announcements"),
    }
    if standing.is_convenor:
        names |= {
            "office_seats": pgettext("office", "Seats"),
            "office_sides": pgettext("office", "Sides"),
            "office_themes": pgettext("office", "Themes"),
            "office_procedure": pgettext("office", "Rules of procedure"),
            "office_settings": pgettext("office", "Settings"),
        }
    return [
        {
            "name": name,
            "url": reverse(route, kwargs={"dialogue_id": standing.dialogue.id}),
            "is_here": route == here,
        }
        for route, name in names.items()
    ]
