"""Open data: what a released round gives everybody, for who runs the dialogue to pass on."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.insights.queries import find_released, released_rounds
from tracktwo_web.perceptions.models import Round
from tracktwo_web.reports import papers, rules
from tracktwo_web.reports.domain import open_data as making
from tracktwo_web.reports.domain.answers import CannotBe
from tracktwo_web.reports.domain.printing import is_whole
from tracktwo_web.reports.models import OpenData, OpenFile
from tracktwo_web.reports.views.page import READ, download


@require_http_methods(READ)
@door(rules.may_give_away)
def open_data(request: StandingRequest) -> HttpResponse:
    """Each released round, with its files or the button that makes them."""
    rounds = list(released_rounds(request.standing.dialogue))
    known = {one.round_id: one for one in OpenData.objects.filter(round__in=rounds)}
    rows = [(one, known.get(one.id), _files(one, known.get(one.id))) for one in rounds]
    facts = {
        "rows": rows,
        "is_making": any(not one.is_done and not one.has_failed for one in known.values()),
    }
    return render(request, "reports/open_data.html", facts)


def _files(one: Round, data: OpenData | None) -> list[papers.PaperRow]:
    if data is None or not data.is_done:
        return []
    return papers.rows_of(
        data.papers.defer("content"),
        lambda each: reverse("open_data_file", args=[one.dialogue_id, one.id, each.language]),
    )


@require_POST
@door(rules.may_give_away)
def open_data_make(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """Order the open data of a round."""
    one = find_released(request.standing.dialogue, round_id)
    try:
        making.order_open_data(one)
    except CannotBe as wrong:
        messages.warning(request, str(wrong))
    return redirect("open_data", one.dialogue_id)


@require_http_methods(READ)
@door(rules.may_give_away)
def open_data_file(request: StandingRequest, round_id: uuid.UUID, language: str) -> HttpResponse:
    """The open data of a round as a zip."""
    one = find_released(request.standing.dialogue, round_id)
    found = OpenFile.objects.filter(data__round=one, language=language).first()
    if found is None or not is_whole(found):
        raise Http404
    return download(bytes(found.content), "zip", f"open-data-round-{one.number}.{language}.zip")


urls: list[URLPattern] = [
    path("report/open-data/", open_data, name="open_data"),
    path("report/open-data/<uuid:round_id>/make", open_data_make, name="open_data_make"),
    path(
        "report/open-data/<uuid:round_id>/<slug:language>.zip",
        open_data_file,
        name="open_data_file",
    ),
]
