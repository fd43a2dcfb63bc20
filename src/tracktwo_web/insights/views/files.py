"""Files to take along: the report, its figures, and the dialogue folder."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from tracktwo.locale import LANGUAGES
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.insights import queries, rules
from tracktwo_web.insights.domain.archive import FOLDER
from tracktwo_web.insights.models import Result
from tracktwo_web.perceptions.models import Round

READ = ("GET", "HEAD")


@require_http_methods(READ)
@door(rules.may_read_results)
def results_report(request: StandingRequest, round_id: uuid.UUID, language: str) -> HttpResponse:
    """The report as one page that needs no network."""
    one, result = _find(request, round_id)
    if language not in LANGUAGES:
        raise Http404
    content = queries.report_of(result, language)
    return _file(content, "text/html; charset=utf-8", f"round-{one.number}-{language}.html")


@require_http_methods(READ)
@door(rules.may_read_results)
def results_figures(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """Every figure that is shown, for programs. It lists nobody."""
    one, result = _find(request, round_id)
    return _file(
        result.document.encode(), "application/json; charset=utf-8", f"round-{one.number}.json"
    )


@require_http_methods(READ)
@door(rules.may_take_out)
def export(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """What the dialogue folder of a released round holds, before it is taken out."""
    one, result = _find(request, round_id)
    return render(request, "insights/export.html", {"round": one, "result": result})


@require_http_methods(READ)
@door(rules.may_take_out)
def export_file(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """The dialogue folder of a released round."""
    one, result = _find(request, round_id)
    content = bytes(result.snapshot.content or b"")
    return _file(content, "application/zip", f"{FOLDER}-round-{one.number}.zip")


def _find(request: StandingRequest, round_id: uuid.UUID) -> tuple[Round, Result]:
    one = queries.find_released(request.standing.dialogue, round_id)
    return one, queries.find_done(one)


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    """A download: the page's policy does not hold for it, so it is never shown in place."""
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(content, kind, headers={"Content-Disposition": disposition})


_AT = "rounds/<uuid:round_id>/"
urls: list[URLPattern] = [
    path(f"{_AT}results/report-<slug:language>.html", results_report, name="results_report"),
    path(f"{_AT}results/figures.json", results_figures, name="results_figures"),
    path(f"{_AT}export/", export, name="export"),
    path(f"{_AT}export/dialogue.zip", export_file, name="export_file"),
]
