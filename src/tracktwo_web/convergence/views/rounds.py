"""Rounds in which options are valued: the list, one of them, and the secretariat's hand on them."""

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

from tracktwo_web.convergence import queries, rules
from tracktwo_web.convergence.domain import rounds as domain
from tracktwo_web.convergence.domain.conditions import joint_conditions_of
from tracktwo_web.convergence.forms.rounds import ClosingForm, PlanForm
from tracktwo_web.convergence.models import RUNNING, ValueRound
from tracktwo_web.convergence.round_words import confirmation_of, meaning_of
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.rounds.life import roll_of
from tracktwo_web.rounds.states import RoundState
from tracktwo_web.rounds.steps import asked_first, try_step

READ = ("GET", "HEAD")


@require_http_methods(READ)
@door(rules.may_see_rounds)
def value_rounds(request: StandingRequest) -> HttpResponse:
    """Every round: its state, and what that means."""
    found = queries.rounds_of(request.standing.dialogue).select_related("dialogue")
    facts = {
        "rounds": [(one, meaning_of(one)) for one in found],
        "may_run": rules.may_run_rounds(request.standing),
    }
    return render(request, "convergence/rounds.html", facts)


@require_http_methods(READ)
@door(rules.may_see_rounds)
def valuing(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """One round: its state, who sees what and when, and what may be done about it now."""
    standing, one = request.standing, _find(request, round_id)
    may_run = rules.may_run_rounds(standing)
    facts = {
        "round": one,
        "meaning": meaning_of(one),
        "asked": queries.asked_in(one),
        "quorum": _quorum(request, one),
        "short": _short_sides(one) if may_run and one.state == RoundState.PLANNED else (),
        "may_run": may_run,
        "is_its_stage": rules.is_stage_of_values(standing),
        "has_a_voice": rules.has_a_voice(standing),
        "may_state_limits": rules.may_state_limits(standing, one.state),
        "may_see_own": rules.may_see_own(standing),
        "may_read_packages": rules.may_read_packages(standing),
        "may_void": one.state in (RoundState.PLANNED, *RUNNING),
        "is_overdue": one.is_open and one.closes_at and one.closes_at <= timezone.now(),
    }
    return render(request, "convergence/round.html", facts)


def _quorum(request: StandingRequest, one: ValueRound) -> list[tuple[Side, bool]]:
    """By side, in turn, whether its quorum is reached, while the round is open."""
    if not one.is_open:
        return []
    reached = domain.quorum_reached(one)
    return [(side, reached[side.code]) for side in sides_in_turn(one.dialogue, request.path)]


def _short_sides(one: ValueRound) -> list[Side]:
    """Sides with fewer seats that may value than their quorum: the round would be void."""
    roll = roll_of(one.dialogue)
    return [side for side in one.dialogue.sides.all() if roll.get(side.code, 0) < one.quorum]


@require_http_methods([*READ, "POST"])
@door(rules.may_run_rounds)
def valuing_new(request: StandingRequest) -> HttpResponse:
    """Plan a round."""
    dialogue = request.standing.dialogue
    options = list(queries.options_of(dialogue))
    joint = [stated for _, stated in joint_conditions_of(dialogue)]
    chosen = [one.code for one in options[: domain.MOST_ASKED]]
    form = PlanForm(dialogue, options, joint, _entered(request), initial={"ask": chosen})
    if not form.is_valid():
        return render(request, "convergence/plan.html", {"form": form, "options": options})
    table = form.cleaned_data["table"]
    planned = domain.plan_round(dialogue, form.plan(), form.asked(), table=table)
    return _to(request, planned.id)


@require_http_methods([*READ, "POST"])
@door(rules.may_run_rounds)
def valuing_open(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """Say when the round closes, and open it."""
    one = _find(request, round_id, RoundState.PLANNED)
    facts: dict[str, object] = {"round": one, "asked": confirmation_of("open", one)}
    why = "" if rules.is_stage_of_values(request.standing) else "stage"
    why = why or ("blind" if request.standing.is_blind else "")
    why = why or ("running" if queries.is_running(one.dialogue) else "")
    if why:
        return render(request, "convergence/not_yet.html", facts | {"why": why}, status=409)
    form = ClosingForm(one.dialogue, _entered(request))
    if not form.is_valid():
        return render(request, "convergence/step.html", facts | {"form": form})
    closes_at = form.cleaned_data["closes_at"]
    step = partial(domain.open_round, one, now=timezone.now(), closes_at=closes_at)
    try_step(request, step, done=confirmation_of("open", one).done)
    return _to(request, round_id)


@require_http_methods([*READ, "POST"])
@door(rules.may_run_rounds)
def valuing_prolong(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """Let the open round close later."""
    one = _find(request, round_id, RoundState.OPEN)
    asked = confirmation_of("prolong", one)
    form = ClosingForm(one.dialogue, _entered(request))
    if form.is_valid() and one.closes_at and form.cleaned_data["closes_at"] <= one.closes_at:
        form.add_error("closes_at", gettext("A round that is open can only close later."))
    if not form.is_valid():
        facts = {"form": form, "round": one, "asked": asked}
        return render(request, "convergence/step.html", facts)
    prolong = partial(domain.prolong, one, form.cleaned_data["closes_at"])
    try_step(request, prolong, done=asked.done)
    return _to(request, round_id)


def _release(one: ValueRound) -> object:
    return domain.release(one, now=timezone.now())


STEPS: dict[str, tuple[Callable[[ValueRound], object], tuple[RoundState, ...]]] = {
    "close": (domain.close_round, (RoundState.OPEN,)),
    "release": (_release, (RoundState.CLOSED,)),
    "void": (domain.void, (RoundState.PLANNED, *RUNNING)),
}
"""What is asked about first, and in which states a round may be."""


def _find(request: StandingRequest, round_id: uuid.UUID, *states: str) -> ValueRound:
    return queries.find_round(request.standing.dialogue, round_id, *states)


def _entered(request: StandingRequest) -> Any:  # noqa: ANN401 -- what a form takes
    return request.POST if request.method == "POST" else None


def _to(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    return redirect("valuing", request.standing.dialogue.id, round_id)


_HAND: dict[str, Any] = {
    "may": rules.may_run_rounds,
    "find": _find,
    "ask": confirmation_of,
    "template": "convergence/step.html",
    "page": "valuing",
}
_AT = "valuing/<uuid:round_id>/"
urls: list[URLPattern] = [
    path("valuing/", value_rounds, name="value_rounds"),
    path("valuing/new", valuing_new, name="valuing_new"),
    path(_AT, valuing, name="valuing"),
    path(f"{_AT}open", valuing_open, name="valuing_open"),
    path(f"{_AT}prolong", valuing_prolong, name="valuing_prolong"),
    *(
        path(f"{_AT}{name}", asked_first(name, step, **_HAND), name=f"valuing_{name}")
        for name, step in STEPS.items()
    ),
]
