"""What all packages must hold: joint conditions, stated openly by the secretariat."""

import uuid
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.convergence import queries, rules
from tracktwo_web.convergence.domain.conditions import (
    WEIGHED,
    add_joint_condition,
    remove_joint_condition,
)
from tracktwo_web.convergence.domain.talks import kinds_of_amount
from tracktwo_web.convergence.forms.conditions import KINDS, ConditionForm
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.rounds.steps import try_step


@require_http_methods(["GET", "HEAD", "POST"])
@door(rules.may_change_options)
def condition_new(request: StandingRequest, kind: str = "") -> HttpResponse:
    """Choose the kind first; then state the condition for every package."""
    dialogue = request.standing.dialogue
    options = list(queries.options_of(dialogue))
    amounts = kinds_of_amount(options)
    kinds = offered_kinds(tuple(KINDS), amounts)
    if not kind:
        return render(request, "convergence/condition_kinds.html", {"kinds": kinds})
    if kind not in dict(kinds):
        raise Http404
    form = ConditionForm(kind, options, amounts, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        facts = {"form": form, "kind": KINDS[kind]}
        return render(request, "convergence/condition_form.html", facts)
    done = gettext("The condition is stated for every package.")
    try_step(request, partial(add_joint_condition, dialogue, form.stated()), done=done)
    return redirect("options", dialogue.id)


@require_POST
@door(rules.may_change_options)
def condition_remove(request: StandingRequest, condition_id: uuid.UUID) -> HttpResponse:
    """Take a joint condition away."""
    dialogue = request.standing.dialogue
    one = dialogue.joint_conditions.filter(pk=condition_id).first()
    if one is None:
        raise Http404
    done = gettext("The condition is taken back.")
    try_step(request, partial(remove_joint_condition, one), done=done)
    return redirect("options", dialogue.id)


def offered_kinds(kinds: tuple[str, ...], amounts: list[str]) -> list[tuple[str, object]]:
    """Kinds of conditions with their words; those about amounts only where there are any."""
    return [(kind, KINDS[kind]) for kind in kinds if amounts or kind not in WEIGHED]


urls: list[URLPattern] = [
    path("options/conditions/new", condition_new, name="condition_new"),
    path("options/conditions/new/<slug:kind>", condition_new, name="condition_new_of"),
    path(
        "options/conditions/<uuid:condition_id>/remove", condition_remove, name="condition_remove"
    ),
]
