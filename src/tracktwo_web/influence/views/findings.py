"""What one map says: its spirals, what measures would do, what moves each risk."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tracktwo.influence.sentences import settling_sentence
from tracktwo.locale import translator
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.influence import queries, rules, studies, telling
from tracktwo_web.influence.views.page import READ, find_map
from tracktwo_web.kit.languages import reader_language


@require_http_methods(READ)
@door(rules.may_see_maps)
def map_findings(request: StandingRequest, map_id: uuid.UUID) -> HttpResponse:
    """The findings; `take` in the address ticks measures."""
    drawn = find_map(request, map_id)
    found = studies.study_of([drawn])
    facts: dict[str, object] = {"drawn": drawn, "found": found}
    if found is not None:
        taken = request.GET.getlist("take")
        ids = {one.code: str(one.id) for one in queries.concepts_of(drawn)}
        view = telling.View(gettext("This map"), "", found.judged)
        facts |= {
            "rest": settling_sentence(found, translator(reader_language())),
            "spirals": telling.spirals_of(found, ids),
            "measures": telling.measures_of(found.judged, taken),
            "bars": telling.bars_of([view], taken),
            "levers": telling.levers_of(found),
            "is_taken": bool(taken),
        }
    return render(request, "influence/findings.html", facts)


urls: list[URLPattern] = [
    path("maps/<uuid:map_id>/findings/", map_findings, name="map_findings"),
]
