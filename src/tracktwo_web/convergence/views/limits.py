"""What a side states under seal before options are valued: read and written by its head alone."""

import uuid
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.convergence import queries, rules
from tracktwo_web.convergence.domain import limits as domain
from tracktwo_web.convergence.domain.talks import kinds_of_amount
from tracktwo_web.convergence.forms.conditions import (
    KINDS,
    OF_A_SIDE,
    ConditionForm,
    NoAgreementForm,
)
from tracktwo_web.convergence.models import Option, ValueRound
from tracktwo_web.convergence.stated_words import in_words
from tracktwo_web.convergence.views.conditions import offered_kinds
from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.dialogues.models import Side
from tracktwo_web.rounds.states import RoundState
from tracktwo_web.rounds.steps import try_step


@require_http_methods(["GET", "HEAD", "POST"])
@door(rules.speaks_for_side, hides=True)
def limits(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """What the side has stated; posted to, what it has without an agreement."""
    one, side = _find(request, round_id)
    may_state = rules.may_state_limits(request.standing, one.state)
    own = domain.limits_of(one, side)
    if request.method == "POST" and not may_state:
        return refuse(request)
    form = NoAgreementForm(
        request.POST if request.method == "POST" else None, initial={"points": own.no_agreement}
    )
    if form.is_valid():
        state = partial(domain.state_no_agreement, one, side, form.cleaned_data["points"])
        try_step(request, state, done=gettext("Stated, and sealed to your side."))
        return redirect("limits", one.dialogue_id, one.id)
    options = _options(one)
    facts = {
        "round": one,
        "side": side,
        "form": form,
        "own": own,
        "conditions": [(each.mark, in_words(each, options)) for each in own.conditions],
        "kinds": offered_kinds(OF_A_SIDE, kinds_of_amount(options)),
        "may_state": may_state,
    }
    return render(request, "convergence/limits.html", facts)


@require_POST
@door(rules.speaks_for_side, hides=True)
def limits_condition(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """State a condition for one's own side. Its kind is sent, and stands in no address or log."""
    one, side = _find(request, round_id)
    if not rules.may_state_limits(request.standing, one.state):
        return refuse(request)
    options, kind = _options(one), request.POST.get("kind", "")
    amounts = kinds_of_amount(options)
    if kind not in dict(offered_kinds(OF_A_SIDE, amounts)):
        return redirect("limits", one.dialogue_id, one.id)
    form = ConditionForm(kind, options, amounts, request.POST if "stated" in request.POST else None)
    if form.is_valid():
        state = partial(domain.add_condition, one, side, form.stated())
        try:
            try_step(request, state, done=gettext("Stated, and sealed to your side."))
        except domain.Clash:
            form.add_error(None, _clash())
        else:
            return redirect("limits", one.dialogue_id, one.id)
    facts = {"round": one, "form": form, "kind": KINDS[kind], "is_of_a_side": True}
    return render(request, "convergence/condition_form.html", facts)


@require_POST
@door(rules.speaks_for_side, hides=True)
def limits_take_back(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """Take a condition of one's own side back."""
    one, side = _find(request, round_id)
    if not rules.may_state_limits(request.standing, one.state):
        return refuse(request)
    mark = request.POST.get("mark", "")
    stated = next((e for e in domain.limits_of(one, side).conditions if e.mark == mark), None)
    if stated is None:
        messages.warning(request, gettext("This condition is gone already."))
    else:
        take_back = partial(domain.take_back_condition, one, side, stated)
        try_step(request, take_back, done=gettext("The condition is taken back."))
    return redirect("limits", one.dialogue_id, one.id)


def _find(request: StandingRequest, round_id: uuid.UUID) -> tuple[ValueRound, Side]:
    """The round and the reader's side; what was stated goes with a round that is void."""
    states = (RoundState.PLANNED, RoundState.OPEN, RoundState.CLOSED, RoundState.RELEASED)
    one = queries.find_round(request.standing.dialogue, round_id, *states)
    side = request.standing.side
    if side is None:
        raise Http404
    return one, side


def _options(one: ValueRound) -> list[Option]:
    return [each.option for each in queries.asked_in(one)]


def _clash() -> str:
    return gettext(
        "No package at all could hold this beside your side’s other conditions and the joint ones. "
        "Nothing was stated."
    )


_AT = "valuing/<uuid:round_id>/limits/"
urls: list[URLPattern] = [
    path(_AT, limits, name="limits"),
    path(f"{_AT}new", limits_condition, name="limits_condition"),
    path(f"{_AT}take-back", limits_take_back, name="limits_take_back"),
]
