"""Rounds: the list, one of them, and the secretariat's hand on them."""

import uuid
from collections.abc import Callable
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.perceptions import rules
from tracktwo_web.perceptions.domain import rounds as domain
from tracktwo_web.perceptions.forms.rounds import LaterForm, RoundForm, initial_of
from tracktwo_web.perceptions.models import Round
from tracktwo_web.perceptions.queries import listed_versions, questions_of, rounds_of
from tracktwo_web.perceptions.round_words import confirmation_of, meaning_of
from tracktwo_web.rounds.life import roll_of
from tracktwo_web.rounds.states import RoundState
from tracktwo_web.rounds.steps import try_step

READ = ("GET", "HEAD")


@require_http_methods(READ)
@door(rules.may_see_rounds)
def rounds(request: StandingRequest) -> HttpResponse:
    """Every round: its state, and what that means."""
    found = rounds_of(request.standing.dialogue)
    facts = {
        "rounds": [(one, meaning_of(one)) for one in found],
        "may_run": rules.may_run_rounds(request.standing),
    }
    return render(request, "perceptions/rounds.html", facts)


@require_http_methods(READ)
@door(rules.may_see_rounds)
def round_(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """One round: its state, who sees what and when, and what may be done about it now."""
    return render(request, "perceptions/round.html", _facts(request, _find(request, round_id)))


def _facts(request: StandingRequest, one: Round) -> dict[str, object]:
    standing, now = request.standing, timezone.now()
    may_run = rules.may_run_rounds(standing)
    return {
        "round": one,
        "meaning": meaning_of(one),
        "questions": questions_of(one) if may_run or one.state != RoundState.PLANNED else (),
        "quorum": _quorum(request, one),
        "short": _short_sides(one) if may_run else (),
        "may_run": may_run,
        "is_missed": one.state == RoundState.PLANNED and one.closes_at <= now,
        "is_its_stage": rules.may_answer_at_this_stage(standing),
        "may_answer": rules.may_answer_in_rounds(standing),
    }


def _quorum(request: StandingRequest, one: Round) -> list[tuple[Side, bool]]:
    """By side, in turn, whether its quorum is reached: of an open round, a closed one has it."""
    if one.dialogue.is_open or one.state != RoundState.OPEN:
        return []
    reached = domain.quorum_reached(one)
    return [(side, reached[side.code]) for side in sides_in_turn(one.dialogue, request.path)]


def _short_sides(one: Round) -> list[Side]:
    """Sides with fewer seats that may answer than their quorum: the round would be void."""
    if one.dialogue.is_open or one.state not in (RoundState.PLANNED, RoundState.OPEN):
        return []
    roll = one.roll or roll_of(one.dialogue)
    return [side for side in one.dialogue.sides.all() if roll.get(side.code, 0) < one.quorum]


@require_http_methods([*READ, "POST"])
@door(rules.may_run_rounds)
def round_new(request: StandingRequest) -> HttpResponse:
    """Plan a round."""
    dialogue = request.standing.dialogue
    versions = listed_versions(dialogue)
    unasked = [str(v.id) for v in versions if not v.is_asked]  # type: ignore[attr-defined]
    form = RoundForm(dialogue, versions, _entered(request), initial={"ask": unasked})
    if not form.is_valid():
        return render(request, "perceptions/round_form.html", {"form": form})
    planned = domain.plan_round(dialogue, form.plan(), form.chosen())
    return _to(request, planned.id)


@require_http_methods([*READ, "POST"])
@door(rules.may_run_rounds)
def round_edit(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """Plan a round otherwise, while it is not open."""
    one = _find(request, round_id, RoundState.PLANNED)
    versions = listed_versions(one.dialogue)
    form = RoundForm(one.dialogue, versions, _entered(request), initial=initial_of(one))
    if not form.is_valid():
        return render(request, "perceptions/round_form.html", {"form": form, "round": one})
    change = partial(domain.change_plan, one, form.plan(), form.chosen())
    try_step(request, change, done=gettext("Plan changed."))
    return _to(request, round_id)


@require_http_methods([*READ, "POST"])
@door(rules.may_run_rounds)
def round_prolong(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """Let an open round close later."""
    one = _find(request, round_id, RoundState.OPEN)
    form = LaterForm(one.dialogue, _entered(request))
    if form.is_valid() and form.cleaned_data["closes_at"] <= one.closes_at:
        form.add_error("closes_at", gettext("A round that is open can only close later."))
    if not form.is_valid():
        return render(request, "perceptions/round_prolong.html", {"form": form, "round": one})
    prolong = partial(domain.prolong_round, one, form.cleaned_data["closes_at"])
    try_step(request, prolong, done=gettext("The round closes later."))
    return _to(request, round_id)


def _open(one: Round) -> object:
    return domain.open_round(one, now=timezone.now())


def _release(one: Round) -> object:
    return domain.release_round(one, timezone.now())


STEPS: dict[str, Callable[[Round], object]] = {
    "open": _open,
    "close": domain.close_round,
    "release": _release,
    "void": domain.void_round,
}


def _step(name: str) -> Callable[..., HttpResponse]:
    """A view that asks first, says what will happen, and then does it."""

    @require_http_methods([*READ, "POST"])
    @door(rules.may_run_rounds)
    def take(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
        one = _find(request, round_id)
        if name == "open" and not rules.may_answer_at_this_stage(request.standing):
            return render(request, "perceptions/round_stage.html", {"round": one}, status=409)
        asked = confirmation_of(name, one)
        if request.method != "POST":
            facts = {"round": one, "asked": asked, "is_grave": name == "void"}
            return render(request, "perceptions/round_confirm.html", facts)
        try_step(request, partial(STEPS[name], one), done=asked.done)
        return _to(request, round_id)

    return take


def _find(request: StandingRequest, round_id: uuid.UUID, *states: RoundState) -> Round:
    found = rounds_of(request.standing.dialogue).filter(pk=round_id).first()
    if found is None or (states and found.state not in states):
        raise Http404
    found.dialogue = request.standing.dialogue
    return found


def _entered(request: StandingRequest) -> object:
    return request.POST if request.method == "POST" else None


def _to(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    return redirect("round", dialogue_id=request.standing.dialogue.id, round_id=round_id)


urls = [
    path("rounds/", rounds, name="rounds"),
    path("rounds/new", round_new, name="round_new"),
    path("rounds/<uuid:round_id>/", round_, name="round"),
    path("rounds/<uuid:round_id>/edit", round_edit, name="round_edit"),
    path("rounds/<uuid:round_id>/prolong", round_prolong, name="round_prolong"),
    *(path(f"rounds/<uuid:round_id>/{name}", _step(name), name=f"round_{name}") for name in STEPS),
]
