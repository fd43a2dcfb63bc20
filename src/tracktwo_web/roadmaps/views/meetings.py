"""A meeting: its page, adding, changing, moving and agreeing it, and what came of it."""

import uuid
from datetime import date
from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo.roadmap import what_breaks
from tracktwo.roadmap.calendar.moves_told import move_sentences
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.roadmaps import queries, rules
from tracktwo_web.roadmaps.calendar import calendar_of, day_state, entry_of
from tracktwo_web.roadmaps.domain import meetings as domain
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.forms.meetings import (
    FIELDS,
    MeetingForm,
    MoveForm,
    OutcomeForm,
    initial_of,
)
from tracktwo_web.roadmaps.frame import frame_from
from tracktwo_web.roadmaps.models import Meeting
from tracktwo_web.roadmaps.telling import (
    FORMATS,
    level_name,
    office_names,
    reader_words,
    stream_name,
)
from tracktwo_web.roadmaps.views.page import READ, base_facts, try_change


@require_http_methods(READ)
@door(rules.may_see_roadmap)
def meeting(request: StandingRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """One meeting: when on both clocks, who sits there, agenda, papers, outcome."""
    plan = queries.find_plan(request.standing)
    one = queries.find_meeting(plan, meeting_id)
    return render(
        request, "roadmaps/meeting.html", base_facts(request, plan) | _facts(request, one)
    )


def _facts(request: StandingRequest, one: Meeting) -> dict[str, object]:
    plan, side = one.plan, request.standing.side
    calendar, frame = calendar_of(plan), frame_from(plan.frame)
    slot = calendar.at.get(one.code)
    state = day_state(one)
    before = queries.meetings_of(plan).filter(code=one.prepared_by).first()
    speaks = state == "draft" and rules.may_agree(request.standing)
    return {
        "meeting": one,
        "entry": entry_of(calendar, slot, one) if slot else None,
        "state": state,
        "stream": stream_name(one.stream),
        "level": level_name(one.level),
        "format": FORMATS[one.format],
        "required": office_names(frame, one.required),
        "optional": office_names(frame, one.optional),
        "prepared_by": before,
        "items": [each for each in plan.items.order_by("position") if one.code in each.meetings],
        "words": [
            (each, each.code in one.agreed) for each in sides_in_turn(plan.dialogue, request.path)
        ],
        "may_say_yes": speaks and side is not None and side.code not in one.agreed,
        "outcome_form": OutcomeForm(plan) if state == "agreed" else None,
    }


@require_http_methods([*READ, "POST"])
@door(rules.may_run)
def meeting_new(request: StandingRequest) -> HttpResponse:
    """Add a meeting; its day is found afterwards."""
    plan = queries.find_plan(request.standing)
    form = MeetingForm(plan, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            one = domain.add_meeting(plan, _entered(form))
        except CannotBe as wrong:
            form.add_error(None, str(wrong))
        else:
            return redirect("roadmap_meeting", plan.dialogue_id, one.id)
    return render(request, "roadmaps/meeting_form.html", {"form": form})


@require_http_methods([*READ, "POST"])
@door(rules.may_run)
def meeting_edit(request: StandingRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """Change what a meeting is."""
    one = _find(request, meeting_id)
    entered = request.POST if request.method == "POST" else None
    form = MeetingForm(one.plan, entered, meeting=one, initial=initial_of(one))
    if form.is_valid():
        try:
            domain.change_meeting(one, _entered(form))
        except CannotBe as wrong:
            form.add_error(None, str(wrong))
        else:
            return _to_meeting(one)
    return render(request, "roadmaps/meeting_form.html", {"form": form, "meeting": one})


def _entered(form: MeetingForm) -> dict[str, object]:
    return {name: form.cleaned_data[name] for name in FIELDS}


@require_http_methods([*READ, "POST"])
@door(rules.may_run)
def meeting_move(request: StandingRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """Try a day: say what it breaks and what would have to move too; save it only when confirmed."""
    one = _find(request, meeting_id)
    entered = request.POST if request.method == "POST" else request.GET
    shown = {"day": one.day or one.drafted, "host": one.drafted_host or one.host}
    form = MoveForm(one.plan, entered if "day" in entered else None, initial=shown)
    told: list[str] = []
    if form.is_valid():
        day, host = form.cleaned_data["day"], form.cleaned_data["host"]
        if request.method == "POST":
            done = gettext("The day is drafted; the heads are asked to agree to it.")
            if try_change(request, partial(domain.place_meeting, one, day, host), done=done):
                return _after_move(request, one, day)
        else:
            told = list(_what_breaks(one, form))
    facts = {"form": form, "meeting": one, "told": told}
    return render(request, "roadmaps/meeting_move.html", facts)


def _after_move(request: StandingRequest, one: Meeting, day: date) -> HttpResponse:
    """Back to where the meeting was moved: its page, or the month in the calendar."""
    if request.POST.get("from") != "calendar":
        return _to_meeting(one)
    calendar = reverse("roadmap_calendar", args=[one.plan.dialogue_id])
    return redirect(f"{calendar}?month={day:%Y-%m}")


def _what_breaks(one: Meeting, form: MoveForm) -> list[str]:
    """The library's sentences about a move, the day being tried as if the meeting had none."""
    day, host = form.cleaned_data["day"], form.cleaned_data["host"]
    if not any(one.outcome.values()):
        one.day, one.drafted, one.drafted_host = None, day, host
    calendar = calendar_of(one.plan, tried=one)
    tried = what_breaks(calendar, one.code, day, host)
    return list(move_sentences(calendar.roadmap, tried, reader_words()))


@require_POST
@door(rules.may_agree)
def meeting_agree(request: StandingRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """Say for the side that it agrees to the drafted day."""
    one, side = _find(request, meeting_id), request.standing.side
    assert side is not None
    form = MoveForm(one.plan, {"day": request.POST.get("day", ""), "host": side.code})
    if form.is_valid():
        day = form.cleaned_data["day"]
        done = gettext("Your side’s agreement is recorded.")
        try_change(request, partial(domain.agree_to_day, one, side, day=day), done=done)
    return _to_meeting(one)


@require_POST
@door(rules.may_run)
def meeting_outcome(request: StandingRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """Write down what came of it: with that it was held."""
    one = _find(request, meeting_id)
    form = OutcomeForm(one.plan, request.POST)
    if not form.is_valid():
        facts = base_facts(request, one.plan) | _facts(request, one) | {"outcome_form": form}
        return render(request, "roadmaps/meeting.html", facts)
    done = gettext("The outcome is written down.")
    outcome = form.cleaned_data["outcome"]
    try_change(request, partial(domain.note_outcome, one, outcome), done=done)
    return _to_meeting(one)


@require_POST
@door(rules.may_run)
def meeting_cancel(request: StandingRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """Take a meeting out of the calendar."""
    one = _find(request, meeting_id)
    done = gettext("The meeting is taken out of the calendar.")
    if try_change(request, partial(domain.cancel_meeting, one), done=done):
        return redirect("roadmap_calendar", one.plan.dialogue_id)
    return _to_meeting(one)


def _find(request: StandingRequest, meeting_id: uuid.UUID) -> Meeting:
    return queries.find_meeting(queries.find_plan(request.standing), meeting_id)


def _to_meeting(one: Meeting) -> HttpResponse:
    return redirect("roadmap_meeting", one.plan.dialogue_id, one.id)


urls: list[URLPattern] = [
    path("roadmap/meetings/new", meeting_new, name="roadmap_meeting_new"),
    path("roadmap/meetings/<uuid:meeting_id>/", meeting, name="roadmap_meeting"),
    path("roadmap/meetings/<uuid:meeting_id>/edit", meeting_edit, name="roadmap_meeting_edit"),
    path("roadmap/meetings/<uuid:meeting_id>/move", meeting_move, name="roadmap_meeting_move"),
    path("roadmap/meetings/<uuid:meeting_id>/agree", meeting_agree, name="roadmap_meeting_agree"),
    path(
        "roadmap/meetings/<uuid:meeting_id>/outcome",
        meeting_outcome,
        name="roadmap_meeting_outcome",
    ),
    path(
        "roadmap/meetings/<uuid:meeting_id>/cancel", meeting_cancel, name="roadmap_meeting_cancel"
    ),
]
