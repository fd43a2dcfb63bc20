"""What the editor in the browser reads and sends."""

import json
import uuid

from django.http import HttpResponse, JsonResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.influence import queries, rules
from tracktwo_web.influence.as_json import (
    changed_as_json,
    make_change,
    state_as_json,
    thing_as_json,
)
from tracktwo_web.influence.domain.answers import CannotBe, Meanwhile
from tracktwo_web.influence.views.page import READ, find_map


@require_http_methods(READ)
@door(rules.may_see_maps)
def map_state(request: StandingRequest, map_id: uuid.UUID) -> HttpResponse:
    """The whole map."""
    drawn = find_map(request, map_id)
    may_draw = rules.may_draw(request.standing, drawn)
    return JsonResponse(
        state_as_json(queries.sheet_of(drawn), may_draw=may_draw, path=request.path)
    )


@require_POST
@door(rules.may_see_maps)
def map_change(request: StandingRequest, map_id: uuid.UUID) -> HttpResponse:
    """One change; told back as it stands then, or as it stands because somebody was quicker."""
    drawn = find_map(request, map_id)
    if not rules.may_draw(request.standing, drawn):
        return _told(gettext("This map cannot be drawn on now."), 403)
    told = _change_in(request)
    if told is None:
        return _told(gettext("This change is not complete; load the page again."), 422)
    try:
        changed = make_change(drawn, told)
    except CannotBe as wrong:
        return _told(str(wrong), 422)
    except Meanwhile as meanwhile:
        sentence = gettext("Somebody has changed this meanwhile.")
        return JsonResponse(
            {"sentence": sentence} | thing_as_json(meanwhile.now, drawn), status=409
        )
    return JsonResponse(changed_as_json(changed, drawn))


def _change_in(request: StandingRequest) -> dict[str, object] | None:
    try:
        told = json.loads(request.body)
    except ValueError:
        return None
    return told if isinstance(told, dict) else None


def _told(sentence: str, status: int) -> HttpResponse:
    return JsonResponse({"sentence": sentence}, status=status)


urls: list[URLPattern] = [
    path("maps/<uuid:map_id>/state", map_state, name="map_state"),
    path("maps/<uuid:map_id>/change", map_change, name="map_change"),
]
