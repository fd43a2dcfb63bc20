"""Days on which an office cannot sit: noted by hand, read from a calendar file, taken back."""

import uuid
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.roadmaps import queries, rules
from tracktwo_web.roadmaps.absences_in import absences_in
from tracktwo_web.roadmaps.domain import offices as domain
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.forms.absences import AbsenceFileForm, SpansForm
from tracktwo_web.roadmaps.forms.meetings import AbsenceForm
from tracktwo_web.roadmaps.frame import frame_from
from tracktwo_web.roadmaps.models import Plan
from tracktwo_web.roadmaps.telling import office_names
from tracktwo_web.roadmaps.views.offices import facts_of, own_offices
from tracktwo_web.roadmaps.views.page import READ, base_facts, try_change


@require_POST
@door(rules.may_keep_absences)
def absence_add(request: StandingRequest) -> HttpResponse:
    """Say on which days an office of the own side cannot sit."""
    plan = queries.find_plan(request.standing)
    form = AbsenceForm(own_offices(request, plan), request.POST)
    if not form.is_valid():
        facts = facts_of(request, plan) | {"absence_form": form}
        return render(request, "roadmaps/offices.html", facts)
    done = gettext("The days are noted.")
    try_change(request, partial(domain.add_absence, plan, **form.cleaned_data), done=done)
    return redirect("roadmap_offices", plan.dialogue_id)


@require_http_methods([*READ, "POST"])
@door(rules.may_keep_absences)
def absences_read(request: StandingRequest) -> HttpResponse:
    """Read a calendar file, and show the days that it takes; nothing is noted yet."""
    plan = queries.find_plan(request.standing)
    entered = (request.POST, request.FILES) if request.method == "POST" else ()
    form = AbsenceFileForm(own_offices(request, plan), *entered)
    facts = base_facts(request, plan, "offices") | {"form": form}
    if form.is_valid():
        try:
            facts |= _found(plan, form)
        except CannotBe as wrong:
            form.add_error("file", str(wrong))
    return render(request, "roadmaps/absences.html", facts)


def _found(plan: Plan, form: AbsenceFileForm) -> dict[str, object]:
    told, frame = form.cleaned_data, frame_from(plan.frame)
    office = next(one for one in frame.offices if one.office == told["office"])
    spans = absences_in(told["file"], plan, office, share=float(told["share"]))
    return {
        "is_read": True,
        "office": office.office,
        "office_name": office_names(frame, [office.office])[0],
        "spans": [(f"{first}/{last}", first, last) for first, last in spans],
    }


@require_POST
@door(rules.may_keep_absences)
def absences_note(request: StandingRequest) -> HttpResponse:
    """Note the days that were read and stayed ticked."""
    plan = queries.find_plan(request.standing)
    form = SpansForm(plan, own_offices(request, plan), request.POST)
    if not form.is_valid():
        messages.warning(request, gettext("No days were chosen: nothing is noted."))
        return redirect("roadmap_absences_read", plan.dialogue_id)
    told = form.cleaned_data
    fresh = domain.add_absences(plan, told["office"], told["spans"])
    said = ngettext("%(n)s stretch of days is noted.", "%(n)s stretches of days are noted.", fresh)
    messages.success(request, said % {"n": fresh})
    return redirect("roadmap_offices", plan.dialogue_id)


@require_POST
@door(rules.may_keep_absences)
def absence_remove(request: StandingRequest, absence_id: uuid.UUID) -> HttpResponse:
    """Take days of absence back: those of the own side alone."""
    plan = queries.find_plan(request.standing)
    found = plan.absences.filter(pk=absence_id).first()
    if found is None or found.office not in dict(own_offices(request, plan)):
        raise Http404
    found.plan = plan
    try_change(request, partial(domain.remove_absence, found), done=gettext("Taken back."))
    return redirect("roadmap_offices", plan.dialogue_id)


urls: list[URLPattern] = [
    path("roadmap/absences/add", absence_add, name="roadmap_absence_add"),
    path("roadmap/absences/read", absences_read, name="roadmap_absences_read"),
    path("roadmap/absences/note", absences_note, name="roadmap_absences_note"),
    path(
        "roadmap/absences/<uuid:absence_id>/remove", absence_remove, name="roadmap_absence_remove"
    ),
]
