"""Rounds of estimates: the list, one of them, and the secretariat's hand on them."""

import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tracktwo_web.dialogues.domain.enter_later import is_blind
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.risks import queries, rules
from tracktwo_web.risks.domain import rounds as domain
from tracktwo_web.risks.forms.rounds import ClosingForm, PlanForm
from tracktwo_web.risks.models import FED_BACK, OPEN, RUNNING, EstimateRound, State
from tracktwo_web.risks.round_words import confirmation_of, meaning_of
from tracktwo_web.rounds.life import roll_of
from tracktwo_web.rounds.steps import asked_first, try_step

READ = ("GET", "HEAD")


@require_http_methods(READ)
@door(rules.may_see_rounds)
def estimate_rounds(request: StandingRequest) -> HttpResponse:
    """Every round: its state, and what that means."""
    found = queries.rounds_of(request.standing.dialogue).select_related("dialogue")
    facts = {
        "rounds": [(one, meaning_of(one)) for one in found],
        "may_run": rules.may_run_rounds(request.standing),
    }
    return render(request, "risks/rounds.html", facts)


@require_http_methods(READ)
@door(rules.may_see_rounds)
def estimates(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """One round: its state, who sees what and when, and what may be done about it now."""
    return render(request, "risks/round.html", _facts(request, _find(request, round_id)))


def _facts(request: StandingRequest, one: EstimateRound) -> dict[str, object]:
    standing = request.standing
    may_run = rules.may_run_rounds(standing)
    return {
        "round": one,
        "meaning": meaning_of(one),
        "asked": queries.asked_in(one),
        "quorum": _quorum(request, one),
        "short": _short_sides(one) if may_run and one.state == State.PLANNED else (),
        "may_run": may_run,
        "is_its_stage": rules.is_stage_of_estimates(standing),
        "has_a_voice": rules.has_a_voice(standing),
        "may_see_own": rules.may_see_own(standing),
        "may_read_results": rules.may_read_results(standing),
        "is_fed_back": one.state in FED_BACK,
        "may_void": one.state in (State.PLANNED, *RUNNING),
        "is_overdue": one.is_open and one.closes_at and one.closes_at <= timezone.now(),
    }


def _quorum(request: StandingRequest, one: EstimateRound) -> list[tuple[Side, bool]]:
    """By side, in turn, whether its quorum is reached, while the first part is open."""
    if one.state != State.FIRST:
        return []
    reached = domain.quorum_reached(one)
    return [(side, reached[side.code]) for side in sides_in_turn(one.dialogue, request.path)]


def _short_sides(one: EstimateRound) -> list[Side]:
    """Sides with fewer seats that may estimate than their quorum: the round would be void."""
    roll = roll_of(one.dialogue)
    return [side for side in one.dialogue.sides.all() if roll.get(side.code, 0) < one.quorum]


@require_http_methods([*READ, "POST"])
@door(rules.may_run_rounds)
def estimates_new(request: StandingRequest) -> HttpResponse:
    """Plan a round."""
    dialogue = request.standing.dialogue
    risks = list(queries.risks_of(dialogue))
    chosen = [str(one.id) for one in risks if one.period]
    form = PlanForm(dialogue, risks, _entered(request), initial={"ask": chosen})
    if not form.is_valid():
        return render(request, "risks/plan.html", {"form": form, "risks": risks})
    planned = domain.plan_round(dialogue, form.plan(), form.cleaned_data["ask"])
    return _to(request, planned.id)


@require_http_methods([*READ, "POST"])
@door(rules.may_run_rounds)
def estimates_open(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """Say when a part closes, and open it: the first one of a planned round, or the second."""
    one = _find(request, round_id, State.PLANNED, State.BETWEEN)
    facts: dict[str, object] = {"round": one, "asked": confirmation_of("open", one)}
    if not rules.is_stage_of_estimates(request.standing):
        return render(request, "risks/not_yet.html", facts | {"why": "stage"}, status=409)
    if is_blind(request.standing):
        return render(request, "risks/not_yet.html", facts | {"why": "blind"}, status=409)
    form = ClosingForm(one.dialogue, _entered(request))
    if not form.is_valid():
        return render(request, "risks/open.html", facts | {"form": form})
    step = domain.open_first_part if one.state == State.PLANNED else domain.open_second_part
    closes_at = form.cleaned_data["closes_at"]
    open_part = partial(step, one, now=timezone.now(), closes_at=closes_at)
    try_step(request, open_part, done=confirmation_of("open", one).done)
    return _to(request, round_id)


@require_http_methods([*READ, "POST"])
@door(rules.may_run_rounds)
def estimates_prolong(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """Let the open part close later."""
    one = _find(request, round_id, *OPEN)
    form = ClosingForm(one.dialogue, _entered(request))
    if form.is_valid() and one.closes_at and form.cleaned_data["closes_at"] <= one.closes_at:
        form.add_error("closes_at", gettext("A part that is open can only close later."))
    if not form.is_valid():
        return render(request, "risks/prolong.html", {"form": form, "round": one})
    prolong = partial(domain.prolong, one, form.cleaned_data["closes_at"])
    try_step(request, prolong, done=gettext("The part closes later."))
    return _to(request, round_id)


def _release(one: EstimateRound) -> object:
    return domain.release(one, now=timezone.now())


STEPS: dict[str, tuple[Callable[[EstimateRound], object], tuple[State, ...]]] = {
    "close": (domain.close_part, OPEN),
    "release": (_release, (State.CLOSED,)),
    "void": (domain.void, (State.PLANNED, *RUNNING)),
}
"""What is asked about first, and in which states a round may be."""


def _find(request: StandingRequest, round_id: uuid.UUID, *states: str) -> EstimateRound:
    return queries.find_round(request.standing.dialogue, round_id, *states)


def _entered(request: StandingRequest) -> Any:  # noqa: ANN401 -- what a form takes
    return request.POST if request.method == "POST" else None


def _to(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    return redirect("estimates", request.standing.dialogue.id, round_id)


_HAND: dict[str, Any] = {
    "may": rules.may_run_rounds,
    "find": _find,
    "ask": confirmation_of,
    "template": "risks/confirm.html",
    "page": "estimates",
}
_AT = "estimates/<uuid:round_id>/"
urls: list[URLPattern] = [
    path("estimates/", estimate_rounds, name="estimate_rounds"),
    path("estimates/new", estimates_new, name="estimates_new"),
    path(_AT, estimates, name="estimates"),
    path(f"{_AT}open", estimates_open, name="estimates_open"),
    path(f"{_AT}prolong", estimates_prolong, name="estimates_prolong"),
    *(
        path(f"{_AT}{name}", asked_first(name, step, **_HAND), name=f"estimates_{name}")
        for name, step in STEPS.items()
    ),
]
