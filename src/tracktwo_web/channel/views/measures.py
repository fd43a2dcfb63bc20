"""The register of measures of transparency: read by both sides, stated by either, agreed where both state the same."""

import json
import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo.channel.measures.stated import stated_of
from tracktwo_web.channel import measures, queries, rules
from tracktwo_web.channel.domain.state_measure import state_measure
from tracktwo_web.channel.forms.measures import MeasureForm
from tracktwo_web.channel.models import Line, MeasureStated
from tracktwo_web.channel.views.page import READ, base_facts, try_change
from tracktwo_web.dialogues.doors import StandingRequest, door


@require_http_methods(READ)
@door(rules.may_read)
def line_measures(request: StandingRequest, line_id: uuid.UUID) -> HttpResponse:
    """The ladder, every measure, and what is due this year."""
    line, today = queries.find_line(request.standing, line_id), timezone.now().date()
    stated = measures.stated_on(line)
    facts = base_facts(request, line, "measures") | {
        "measures": measures.shown_on(line, stated, today),
        "ladder": measures.ladder_of(measures.register_of(stated), today),
        "yearly": measures.yearly_on(line, today),
    }
    return render(request, "channel/measures.html", facts)


@require_http_methods(READ)
@door(rules.may_read)
def line_measures_file(request: StandingRequest, line_id: uuid.UUID) -> HttpResponse:
    """The register as JSON."""
    line = queries.find_line(request.standing, line_id)
    told = measures.as_document(measures.stated_on(line), timezone.now().date())
    headers = {
        "Content-Disposition": f'attachment; filename="{line.office}-{line.peer}-measures.json"'
    }
    content = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    return HttpResponse(content, "application/json", headers=headers)


@require_http_methods([*READ, "POST"])
@door(rules.may_connect)
def line_measure_new(request: StandingRequest, line_id: uuid.UUID) -> HttpResponse:
    """State a measure, or another wording of one: the last that an office states counts."""
    line, standing = queries.find_line(request.standing, line_id), request.standing
    form = MeasureForm(
        standing.dialogue.languages, request.POST if request.method == "POST" else None
    )
    if form.is_valid():

        def change() -> None:
            measure = form.measured((line.office, line.peer))
            state_measure(line, measure, now=timezone.now())

        if try_change(request, change, done=gettext("Stated. It stands once both state the same.")):
            return redirect("line_measures", standing.dialogue.id, line.pk)
    facts = base_facts(request, line, "measures") | {"form": form}
    return render(request, "channel/measure_new.html", facts)


@require_POST
@door(rules.may_connect)
def line_measure_same(request: StandingRequest, line_id: uuid.UUID, entry: int) -> HttpResponse:
    """State just what the other office states."""
    line = queries.find_line(request.standing, line_id)
    theirs = _theirs(line, entry)

    def change() -> None:
        measure = stated_of(theirs.content, (line.office, line.peer))
        state_measure(line, measure, now=timezone.now())

    try_change(request, change, done=gettext("Stated: both offices state the same."))
    return redirect("line_measures", request.standing.dialogue.id, line.pk)


def _theirs(line: Line, entry: int) -> MeasureStated:
    """The statement that was looked at; none where the other office has stated another meanwhile."""
    found = line.measures.filter(is_own=False, entry=entry).first()
    if found is None:
        raise Http404
    return found


urls: list[URLPattern] = [
    path("line/<uuid:line_id>/measures/", line_measures, name="line_measures"),
    path("line/<uuid:line_id>/measures/file", line_measures_file, name="line_measures_file"),
    path("line/<uuid:line_id>/measures/new", line_measure_new, name="line_measure_new"),
    path(
        "line/<uuid:line_id>/measures/<int:entry>/same", line_measure_same, name="line_measure_same"
    ),
]
