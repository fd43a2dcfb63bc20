"""The calendar: its months on both clocks, and the search for the one that fits everybody."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo.roadmap import why_sentences
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.roadmaps import queries, rules
from tracktwo_web.roadmaps.as_library import roadmap_of
from tracktwo_web.roadmaps.calendar import calendar_of, entries_of, months_of
from tracktwo_web.roadmaps.domain import search
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.models import Plan, Search
from tracktwo_web.roadmaps.month_grid import month_shown, sheet_of
from tracktwo_web.roadmaps.telling import on_day, reader_words
from tracktwo_web.roadmaps.views.page import READ, base_facts, try_change


@require_http_methods(READ)
@door(rules.may_see_roadmap)
def roadmap_calendar(request: StandingRequest) -> HttpResponse:
    """The meetings by month; what has no day yet; what the search has found."""
    plan = queries.find_plan(request.standing)
    calendar = calendar_of(plan)
    rows = {one.code: one for one in queries.meetings_of(plan)}
    entries = entries_of(calendar, rows)
    zones = [one.time_zone for one in sides_in_turn(plan.dialogue, request.path)]
    month = month_shown(calendar, request.GET.get("month", ""), today=timezone.localdate())
    facts = base_facts(request, plan, "calendar") | {
        "sheet": sheet_of(calendar, entries, month, zones),
        "months": list(months_of(entries)),
        "undated": [one for one in rows.values() if one.code not in calendar.at],
        "may_subscribe": rules.may_subscribe(request.standing),
        "is_running": plan.search == Search.RUNNING,
        "has_failed": plan.search == Search.FAILED,
        "found": _found(plan) if rules.may_run(request.standing) else None,
    }
    return render(request, "roadmaps/calendar.html", facts)


def _found(plan: Plan) -> dict[str, object] | None:
    """What the search has found, in words; None where it is over and taken, or was never asked for."""
    if plan.search != Search.DONE or search.is_stale(plan):
        return None
    rows = {one.code: one for one in queries.meetings_of(plan)}
    moved = [
        (rows[code], on_day(day))
        for code, day, host in search.days_of(plan)
        if code in rows
        and rows[code].day is None
        and (rows[code].drafted, rows[code].drafted_host) != (day, host)
    ]
    why = search.why_of(plan)
    return {
        "status": plan.found["status"],
        "moved": moved,
        "why": list(why_sentences(roadmap_of(plan), why, reader_words())) if why else [],
    }


@require_POST
@door(rules.may_run)
def calendar_search(request: StandingRequest) -> HttpResponse:
    """Ask for the calendar that fits everybody."""
    plan = queries.find_plan(request.standing)
    done = gettext("The calendar is being looked for. The page shows it when it is found.")
    try_change(request, partial(search.order_search, plan), done=done)
    return redirect("roadmap_calendar", plan.dialogue_id)


@require_POST
@door(rules.may_run)
def calendar_take(request: StandingRequest) -> HttpResponse:
    """Draft the days that were found; the heads are asked to agree to them."""
    plan = queries.find_plan(request.standing)
    try:
        moved = search.take_found(plan)
    except CannotBe as wrong:
        messages.warning(request, str(wrong))
    else:
        said = ngettext(
            "%(n)s meeting has another day now; the heads are asked to agree.",
            "%(n)s meetings have another day now; the heads are asked to agree.",
            moved,
        )
        messages.success(request, said % {"n": moved})
    return redirect("roadmap_calendar", plan.dialogue_id)


urls: list[URLPattern] = [
    path("roadmap/calendar/", roadmap_calendar, name="roadmap_calendar"),
    path("roadmap/calendar/search", calendar_search, name="roadmap_calendar_search"),
    path("roadmap/calendar/take", calendar_take, name="roadmap_calendar_take"),
]
