"""What binds the calendar: everybody at the table reads it, those who run the dialogue change it."""

from collections.abc import Iterator
from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo.roadmap import Blackout
from tracktwo.roadmap.dates import span_in_words
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.models import Side
from tracktwo_web.kit.languages import in_a_row, reader_language
from tracktwo_web.roadmaps import queries, rules
from tracktwo_web.roadmaps.domain import binding as domain
from tracktwo_web.roadmaps.forms.binding import BlackoutForm, ConventionsForm
from tracktwo_web.roadmaps.frame import Frame, frame_from
from tracktwo_web.roadmaps.models import Plan
from tracktwo_web.roadmaps.telling import reader_words, stream_name
from tracktwo_web.roadmaps.views.page import READ, base_facts, try_change


@require_http_methods(READ)
@door(rules.may_see_roadmap)
def roadmap_binding(request: StandingRequest) -> HttpResponse:
    """Times without meetings, rooms, conventions."""
    plan = queries.find_plan(request.standing)
    return render(request, "roadmaps/binding.html", _facts(request, plan))


def _facts(request: StandingRequest, plan: Plan) -> dict[str, object]:
    frame, may_run = frame_from(plan.frame), rules.may_run(request.standing)
    return base_facts(request, plan, "binding") | {
        "blackouts": list(_blackouts(plan, frame)),
        "conventions": frame.conventions,
        "apart": [(stream_name(one), days) for one, days in frame.conventions.apart.items()],
        "rooms": [(one.name(reader_language()), one.rooms) for one in frame.places],
        "blackout_form": BlackoutForm(plan) if may_run else None,
        "conventions_form": ConventionsForm(plan) if may_run else None,
    }


def _blackouts(plan: Plan, frame: Frame) -> Iterator[tuple[Blackout, str, str, list[Side], str]]:
    """Each with its name, its days, the sides and the streams that it binds alone."""
    sides = {one.code: one for one in plan.dialogue.sides.all()}
    for one in sorted(frame.blackouts, key=lambda each: (each.first, each.id)):
        yield (
            one,
            one.name(reader_language()),
            span_in_words(one.first, one.last, reader_words()),
            [sides[code] for code in one.parties],
            in_a_row(map(stream_name, one.streams)),
        )


@require_POST
@door(rules.may_run)
def blackout_add(request: StandingRequest) -> HttpResponse:
    """Add a time without meetings."""
    plan = queries.find_plan(request.standing)
    form = BlackoutForm(plan, request.POST)
    if not form.is_valid():
        facts = _facts(request, plan) | {"blackout_form": form}
        return render(request, "roadmaps/binding.html", facts)
    change = partial(domain.add_blackout, plan, form.blackout())
    try_change(request, change, done=gettext("The time without meetings is added."))
    return redirect("roadmap_binding", plan.dialogue_id)


@require_POST
@door(rules.may_run)
def blackout_remove(request: StandingRequest) -> HttpResponse:
    """Take a time without meetings back."""
    plan = queries.find_plan(request.standing)
    change = partial(domain.remove_blackout, plan, request.POST.get("blackout", ""))
    try_change(request, change, done=gettext("Taken back."))
    return redirect("roadmap_binding", plan.dialogue_id)


@require_POST
@door(rules.may_run)
def conventions_set(request: StandingRequest) -> HttpResponse:
    """Say what holds for every meeting."""
    plan = queries.find_plan(request.standing)
    form = ConventionsForm(plan, request.POST)
    if not form.is_valid():
        facts = _facts(request, plan) | {"conventions_form": form}
        return render(request, "roadmaps/binding.html", facts)
    change = partial(domain.set_conventions, plan, form.conventions(), rooms=form.rooms())
    try_change(request, change, done=gettext("The conventions are saved."))
    return redirect("roadmap_binding", plan.dialogue_id)


urls: list[URLPattern] = [
    path("roadmap/binding/", roadmap_binding, name="roadmap_binding"),
    path("roadmap/binding/blackouts/add", blackout_add, name="roadmap_blackout_add"),
    path("roadmap/binding/blackouts/remove", blackout_remove, name="roadmap_blackout_remove"),
    path("roadmap/binding/conventions", conventions_set, name="roadmap_conventions"),
]
