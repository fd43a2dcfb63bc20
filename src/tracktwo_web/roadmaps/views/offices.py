"""The offices that meet, and what each side reads of the days on which they cannot sit."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo.roadmap import Seat
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.rules import is_neutral
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.roadmaps import queries, rules
from tracktwo_web.roadmaps.domain import offices as domain
from tracktwo_web.roadmaps.forms.meetings import AbsenceForm, OfficeForm
from tracktwo_web.roadmaps.frame import frame_from
from tracktwo_web.roadmaps.models import Plan
from tracktwo_web.roadmaps.telling import stream_name
from tracktwo_web.roadmaps.views.page import READ, base_facts, try_change


@require_http_methods(READ)
@door(rules.may_see_roadmap)
def roadmap_offices(request: StandingRequest) -> HttpResponse:
    """Every office; of absences those of the reader's own side, and all for the secretariat."""
    plan = queries.find_plan(request.standing)
    return render(request, "roadmaps/offices.html", facts_of(request, plan))


def facts_of(request: StandingRequest, plan: Plan) -> dict[str, object]:
    """What the page of offices shows."""
    standing, language = request.standing, reader_language()
    sides = {one.code: one for one in plan.dialogue.sides.all()}
    names = {one.office: one.name(language) for one in frame_from(plan.frame).offices}
    own = own_offices(request, plan)
    keeps = rules.may_keep_absences(standing)
    return base_facts(request, plan, "offices") | {
        "offices": [
            (one.name(language), sides[one.party], stream_name(one.stream), one.country)
            for one in frame_from(plan.frame).offices
        ],
        "absences": [
            (one, names.get(one.office, one.office))
            for one in plan.absences.order_by("first", "office")
            if one.office in dict(own)
        ],
        "sees_absences": is_neutral(standing) or standing.is_delegate,
        "keeps": keeps,
        "office_form": OfficeForm(plan) if rules.may_run(standing) else None,
        "absence_form": AbsenceForm(own) if keeps and own else None,
    }


def own_offices(request: StandingRequest, plan: Plan) -> list[tuple[str, str]]:
    """The offices whose absences the reader keeps: those of the own side, or all of them."""
    standing, language = request.standing, reader_language()
    if not is_neutral(standing) and not standing.is_delegate:
        return []
    code = None if is_neutral(standing) or standing.side is None else standing.side.code
    offices = frame_from(plan.frame).offices
    return [(one.office, one.name(language)) for one in offices if code in (None, one.party)]


@require_POST
@door(rules.may_run)
def office_add(request: StandingRequest) -> HttpResponse:
    """Add an office that meets."""
    plan = queries.find_plan(request.standing)
    form = OfficeForm(plan, request.POST)
    if not form.is_valid():
        return render(
            request, "roadmaps/offices.html", facts_of(request, plan) | {"office_form": form}
        )
    done = gettext("The office is added.")
    try_change(request, partial(domain.add_office, plan, Seat(**form.cleaned_data)), done=done)
    return redirect("roadmap_offices", plan.dialogue_id)


urls: list[URLPattern] = [
    path("roadmap/offices/", roadmap_offices, name="roadmap_offices"),
    path("roadmap/offices/add", office_add, name="roadmap_office_add"),
]
