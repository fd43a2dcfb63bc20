"""The roadmap as a timeline: a picture of its meetings, and month by month what happens."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods

from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.roadmaps import queries, rules
from tracktwo_web.roadmaps.board import cards_of
from tracktwo_web.roadmaps.calendar import calendar_of, entries_of
from tracktwo_web.roadmaps.timeline import months_with, picture_of
from tracktwo_web.roadmaps.views.page import READ, base_facts


@require_http_methods(READ)
@door(rules.may_see_roadmap)
def roadmap_timeline(request: StandingRequest) -> HttpResponse:
    """The picture where there is room for it, and its table; a list by month elsewhere."""
    plan = queries.find_plan(request.standing)
    calendar = calendar_of(plan)
    rows = {one.code: one for one in queries.meetings_of(plan)}
    sides = sides_in_turn(plan.dialogue, request.path)
    cards = cards_of(queries.items_of(plan), sides, plan, today=timezone.localdate())
    picture = picture_of(plan) if calendar.slots else None
    facts = base_facts(request, plan, "timeline") | {
        "months": months_with(plan, entries_of(calendar, rows), cards),
        "has_days": bool(calendar.slots),
        "picture": picture,
        # Drawn by the library, which escapes every text.
        "drawing": mark_safe(picture.body) if picture else "",  # noqa: S308
    }
    return render(request, "roadmaps/timeline.html", facts)


urls: list[URLPattern] = [path("roadmap/timeline/", roadmap_timeline, name="roadmap_timeline")]
