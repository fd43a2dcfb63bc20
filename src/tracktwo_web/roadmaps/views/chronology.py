"""What happened, by whose account, with filters; and what became of the roadmap."""

import uuid
from datetime import date
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo.roadmap import follow_up
from tracktwo.roadmap.chronology import When
from tracktwo.roadmap.chronology.milestones import Chronology
from tracktwo.roadmap.chronology.words import when_in_words
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.models import Side
from tracktwo_web.roadmaps import queries, rules
from tracktwo_web.roadmaps.as_library import chronology_of, is_common, roadmap_of
from tracktwo_web.roadmaps.domain import chronology as domain
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.domain.binding import note_review
from tracktwo_web.roadmaps.forms.chronology import EventForm, FilterForm
from tracktwo_web.roadmaps.models import Event, Plan
from tracktwo_web.roadmaps.telling import level_name, reader_words
from tracktwo_web.roadmaps.views.page import READ, base_facts, try_change


@require_http_methods(READ)
@door(rules.may_see_roadmap)
def roadmap_chronology(request: StandingRequest) -> HttpResponse:
    """What happened in the order of time; accounts of one event are told beside each other."""
    plan = queries.find_plan(request.standing)
    form = FilterForm(plan, request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    facts = base_facts(request, plan, "chronology") | {
        "filter": form,
        "rows": _rows(request, plan, wanted),
        "may_tell": rules.may_tell(request.standing),
        "is_filtered": any(wanted.values()),
    }
    return render(request, "roadmaps/chronology.html", facts)


def _rows(request: StandingRequest, plan: Plan, wanted: dict[str, str]) -> list[dict[str, object]]:
    rows = {one.code: one for one in plan.events.all()}
    told = _told(chronology_of(plan, rows.values()), wanted)
    sides = {one.code: one for one in plan.dialogue.sides.all()}
    found = (rows[one.id] for one in told.milestones)
    return [
        _row(request, one, sides)
        for one in found
        if wanted.get("level", "") in ("", one.level)
        and wanted.get("agreed", "") in ("", "both" if is_common(one, set(sides)) else "one")
    ]


def _told(chronology: Chronology, wanted: dict[str, str]) -> Chronology:
    return chronology.only(area=wanted.get("area", ""), party=wanted.get("party", ""))


def _row(request: StandingRequest, one: Event, sides: dict[str, Side]) -> dict[str, object]:
    own = request.standing.side
    common = is_common(one, set(sides))
    return {
        "event": one,
        "when": when_in_words(When.parse(one.when), reader_words()),
        "level": level_name(one.level) if one.level else "",
        "account": None if common else sides.get(one.account),
        "is_common": common,
        "may_agree": rules.may_agree(request.standing)
        and own is not None
        and own.code not in one.agreed,
        "may_take_back": rules.may_tell(request.standing)
        and own is not None
        and own.code == one.account,
    }


@require_http_methods([*READ, "POST"])
@door(rules.may_tell)
def event_new(request: StandingRequest) -> HttpResponse:
    """Tell something that happened, as the side has it."""
    plan, side = queries.find_plan(request.standing), request.standing.side
    assert side is not None
    form = EventForm(plan, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            domain.tell_event(plan, form.told(), side=side)
        except CannotBe as wrong:
            form.add_error(None, str(wrong))
        else:
            return redirect("roadmap_chronology", plan.dialogue_id)
    return render(request, "roadmaps/event_form.html", {"form": form})


@require_POST
@door(rules.may_agree)
def event_agree(request: StandingRequest, event_id: uuid.UUID) -> HttpResponse:
    """Say for the side that it agrees to an account."""
    event, side = _find(request, event_id), request.standing.side
    assert side is not None
    done = gettext("Your side’s agreement is recorded.")
    try_change(request, partial(domain.agree_to_event, event, side), done=done)
    return redirect("roadmap_chronology", event.plan.dialogue_id)


@require_POST
@door(rules.may_tell)
def event_take_back(request: StandingRequest, event_id: uuid.UUID) -> HttpResponse:
    """Take the side's own account back."""
    event, side = _find(request, event_id), request.standing.side
    assert side is not None
    done = gettext("The account is taken back.")
    try_change(request, partial(domain.take_back_event, event, side), done=done)
    return redirect("roadmap_chronology", event.plan.dialogue_id)


def _find(request: StandingRequest, event_id: uuid.UUID) -> Event:
    plan = queries.find_plan(request.standing)
    found = plan.events.filter(pk=event_id).first()
    if found is None:
        raise Http404
    found.plan = plan
    return found


@require_http_methods(READ)
@door(rules.may_see_roadmap)
def roadmap_follow_up(request: StandingRequest) -> HttpResponse:
    """What was delivered, slipped and dropped and why, what is late, and when the review is due."""
    plan = queries.find_plan(request.standing)
    on = _day(request.GET.get("on", "")) or timezone.localdate()
    found = follow_up(roadmap_of(plan), on=on)
    rows = {one.code: one for one in queries.items_of(plan)}
    meetings = {one.code: one for one in queries.meetings_of(plan)}
    facts = base_facts(request, plan, "follow_up") | {
        "on": on,
        "groups": [
            (name, title, [rows[one.id] for one in those])
            for name, title, those in (
                ("overdue", gettext("Late"), found.overdue),
                ("slipped", gettext("Given more time"), found.slipped),
                ("delivered", gettext("Delivered"), found.delivered),
                ("dropped", gettext("Dropped"), found.dropped),
            )
        ],
        "unheld": [meetings[one] for one in found.unheld],
        "review": found.review,
        "is_review_due": found.is_review_due,
        "reviewed": plan.reviewed,
        "today": timezone.localdate(),
    }
    return render(request, "roadmaps/follow_up.html", facts)


@require_POST
@door(rules.may_run)
def review_note(request: StandingRequest) -> HttpResponse:
    """Note on which day the sides looked over the roadmap."""
    plan = queries.find_plan(request.standing)
    day = _day(request.POST.get("on", ""))
    if day is None:
        messages.warning(request, gettext("Say on which day it was reviewed."))
    else:
        change = partial(note_review, plan, day, today=timezone.localdate())
        try_change(request, change, done=gettext("The review is noted."))
    return redirect("roadmap_follow_up", plan.dialogue_id)


def _day(told: str) -> date | None:
    try:
        return date.fromisoformat(told)
    except ValueError:
        return None


urls: list[URLPattern] = [
    path("roadmap/chronology/", roadmap_chronology, name="roadmap_chronology"),
    path("roadmap/chronology/new", event_new, name="roadmap_event_new"),
    path("roadmap/chronology/<uuid:event_id>/agree", event_agree, name="roadmap_event_agree"),
    path(
        "roadmap/chronology/<uuid:event_id>/take-back",
        event_take_back,
        name="roadmap_event_take_back",
    ),
    path("roadmap/follow-up/", roadmap_follow_up, name="roadmap_follow_up"),
    path("roadmap/follow-up/reviewed", review_note, name="roadmap_review_note"),
]
