"""From a package to items of the roadmap, in one step."""

import uuid
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from tracktwo_web.convergence import queries, rules
from tracktwo_web.convergence.domain.plan import Common, nothing_is_left_on_roadmap, plan_package
from tracktwo_web.convergence.models import Planned
from tracktwo_web.convergence.told import Teller, title_of
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.dialogues.rules import is_head, is_neutral
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.kit.forms import Form
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.forms.items import day_field, lead_fields
from tracktwo_web.roadmaps.models import Plan
from tracktwo_web.roadmaps.queries import find_plan, plan_of
from tracktwo_web.roadmaps.telling import stream_choices
from tracktwo_web.rounds.states import NotNow, RoundState


class CommonForm(Form):
    """What the items of a package have in common; each can be changed by itself afterwards."""

    due = day_field(label=_("Due on"), required=False)

    def __init__(self, plan: Plan, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.plan = plan
        self.fields["stream"] = forms.ChoiceField(label=_("Stream"), choices=stream_choices())
        self.leads = lead_fields(plan)
        self.fields.update({f"lead_{code}": field for code, field in self.leads.items()})
        self.order_fields(("stream", *(f"lead_{code}" for code in self.leads), "due"))

    def clean_due(self) -> Any:  # noqa: ANN401 -- a day or None
        day = self.cleaned_data["due"]
        if day and not self.plan.first <= day <= self.plan.last:
            raise forms.ValidationError(_("This day is outside the time of the roadmap."))
        return day

    def common(self) -> Common:
        """What was entered, once it is valid."""
        entered = self.cleaned_data
        offices = {code: entered[f"lead_{code}"] for code in self.leads}
        named = {code: office for code, office in offices.items() if office}
        return Common(entered["stream"], entered["due"], named)


@require_http_methods(["GET", "HEAD", "POST"])
@door(rules.may_plan_packages)
def packages_plan(request: StandingRequest, round_id: uuid.UUID, package: str) -> HttpResponse:
    """Show what will be proposed, ask what the items have in common, and propose all of them."""
    standing, plan = request.standing, find_plan(request.standing)
    one = queries.find_round(standing.dialogue, round_id, RoundState.RELEASED)
    told = Teller(one.found or {}, sides_in_turn(one.dialogue, request.path)).package(package)
    if told is None:
        raise Http404
    side = None if is_neutral(standing) else standing.side
    form = CommonForm(plan, request.POST if request.method == "POST" else None)
    propose = partial(plan_package, one, told, plan, side, speaks_for_side=is_head(standing))
    if form.is_valid():
        try:
            proposed = propose(form.common())
        except CannotBe as why:
            form.add_error(None, str(why))
        except NotNow:
            form.add_error(None, gettext("This package was proposed for the roadmap before."))
        else:
            messages.success(request, _said(len(proposed)))
            return redirect("roadmap", plan.dialogue_id)
    before = Planned.objects.filter(round=one, package=told.key, plan=plan).first()
    facts = {
        "round": one,
        "told": told,
        "title": title_of(told.names),
        "form": form,
        "side": side,
        "is_before": before is not None,
        "is_over": before is not None and nothing_is_left_on_roadmap(before),
    }
    return render(request, "convergence/on_roadmap.html", facts)


def may_plan(standing: Standing) -> bool:
    """Whether somebody may put a package on the roadmap now: there must be one."""
    return rules.may_plan_packages(standing) and plan_of(standing.dialogue) is not None


def _said(n: int) -> str:
    said = ngettext(
        "%(n)s item is proposed on the roadmap. Say there how one knows that it is done.",
        "%(n)s items are proposed on the roadmap. Say there how one knows that each is done.",
        n,
    )
    return said % {"n": n}


urls: list[URLPattern] = [
    path(
        "valuing/<uuid:round_id>/packages/<slug:package>/plan",
        packages_plan,
        name="packages_plan",
    ),
]
