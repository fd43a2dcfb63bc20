"""The pages of a released round's results."""

import uuid
from collections.abc import Sequence

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.models import Theme
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.insights import queries, rules
from tracktwo_web.insights.document import Told, told_of
from tracktwo_web.insights.domain.release import order_again, order_analysis
from tracktwo_web.insights.models import Result
from tracktwo_web.insights.own import own_of, summary_of
from tracktwo_web.insights.parts import METHODS, PICTURES, WORDS
from tracktwo_web.insights.steps import step_in_words
from tracktwo_web.insights.telling import figures_of
from tracktwo_web.perceptions.models import Round

READ = ("GET", "HEAD")
ON_A_PAGE = 25


@require_http_methods(READ)
@door(rules.may_read_results)
def results(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """The findings in words, in brief first; while they are being made, how far that is."""
    one, result = _find(request, round_id)
    if result is None or not result.is_done or result.snapshot.is_empty:
        return render(request, "insights/waiting.html", _waiting(request, one, result))
    return _part(request, one, result, WORDS)


@require_http_methods(READ)
@door(rules.may_read_results)
def results_pictures(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """The findings as pictures, each with its table."""
    return _part(request, *_find_done(request, round_id), PICTURES)


@require_http_methods(READ)
@door(rules.may_read_results)
def results_methods(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """Who was asked what, how it was computed, what is held back, and files to take along."""
    one, result = _find_done(request, round_id)
    withheld = queries.withheld_of(result, one.dialogue.sides.all())
    facts = {"withheld": withheld, "may_take_out": rules.may_take_out(request.standing)}
    return _part(request, one, result, METHODS, facts)


@require_http_methods(READ)
@door(rules.may_read_results)
def results_statements(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """Statement by statement: what each side answered and expected."""
    one, result = _find_done(request, round_id)
    themes, theme = _themes(request, one)
    sides = sides_in_turn(one.dialogue, request.path)
    page = Paginator(_about(told_of(result), theme), ON_A_PAGE).get_page(request.GET.get("page"))
    facts = _facts(one, result, "statements") | {
        "themes": themes,
        "theme": theme,
        "page_obj": page,
        "rows": [(told, figures_of(told, sides)) for told in page],
    }
    return render(request, "insights/statements.html", facts)


@require_http_methods(READ)
@door(rules.may_see_own, hides=True)
def results_own(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """Where the reader stands: made of the reader's own ballot, for this answer alone."""
    one, result = _find_done(request, round_id)
    sides = sides_in_turn(one.dialogue, request.path)
    own = own_of(request.standing, one, told_of(result), sides)
    page = Paginator(own, ON_A_PAGE).get_page(request.GET.get("page"))
    facts = {"page_obj": page, "summary": summary_of(own)}
    return render(request, "insights/own.html", _facts(one, result, "own") | facts)


@require_http_methods(READ)
@door(rules.may_read_results)
def results_progress(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """How far the analysis is, as a piece of a page; when it is done, the page is asked for anew."""
    one, result = _find(request, round_id)
    response = render(request, "insights/job.html", _waiting(request, one, result))
    if result and result.is_done:
        response["HX-Refresh"] = "true"
    return response


@require_POST
@door(rules.may_order_analysis)
def results_retry(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """Order an analysis again that has failed or got stuck."""
    one, result = _find(request, round_id)
    if result is None:
        order_analysis(one)
    else:
        order_again(result)
    return redirect("results", one.dialogue_id, one.id)


def _find(request: StandingRequest, round_id: uuid.UUID) -> tuple[Round, Result | None]:
    one = queries.find_released(request.standing.dialogue, round_id)
    return one, queries.result_of(one)


def _find_done(request: StandingRequest, round_id: uuid.UUID) -> tuple[Round, Result]:
    one = queries.find_released(request.standing.dialogue, round_id)
    return one, queries.find_done(one)


def _part(
    request: StandingRequest,
    one: Round,
    result: Result,
    part: str,
    more: dict[str, object] | None = None,
) -> HttpResponse:
    themes, theme = _themes(request, one) if part != METHODS else ([], None)
    body = queries.body_of(result, theme.code if theme else "", part)
    facts = _facts(one, result, part) | {
        "themes": themes,
        "theme": theme,
        # Made by the library, which escapes every text where it is written.
        "body": mark_safe(body) if body else "",  # noqa: S308
    }
    return render(request, f"insights/{part}.html", facts | (more or {}))


def _facts(one: Round, result: Result, part: str) -> dict[str, object]:
    return {"round": one, "result": result, "part": part}


def _themes(request: StandingRequest, one: Round) -> tuple[list[Theme], Theme | None]:
    """The themes of a round where it has several, and the one asked for; `Http404` for others."""
    themes, code = queries.themes_of(one), request.GET.get("theme", "")
    chosen = next((theme for theme in themes if theme.code == code), None)
    if code and chosen is None:
        raise Http404
    return (themes, chosen) if len(themes) > 1 else ([], chosen)


def _about(told: Sequence[Told], theme: Theme | None) -> Sequence[Told]:
    return [each for each in told if each.theme == theme.code] if theme else told


def _waiting(request: StandingRequest, one: Round, result: Result | None) -> dict[str, object]:
    return {
        "round": one,
        "result": result,
        "step": step_in_words(result.step) if result else "",
        "may_order": rules.may_order_analysis(request.standing),
    }


_AT = "rounds/<uuid:round_id>/results/"
urls: list[URLPattern] = [
    path(_AT, results, name="results"),
    path(f"{_AT}pictures/", results_pictures, name="results_pictures"),
    path(f"{_AT}statements/", results_statements, name="results_statements"),
    path(f"{_AT}methods/", results_methods, name="results_methods"),
    path(f"{_AT}you/", results_own, name="results_own"),
    path(f"{_AT}progress", results_progress, name="results_progress"),
    path(f"{_AT}retry", results_retry, name="results_retry"),
]
