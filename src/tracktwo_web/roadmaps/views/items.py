"""An item: its page, proposing and changing it, and the steps that the sides take together."""

import uuid
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo.roadmap import ItemStep
from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.rules import is_head, is_neutral
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.roadmaps import queries, rules
from tracktwo_web.roadmaps.domain import items as domain
from tracktwo_web.roadmaps.domain import steps
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.forms.items import ItemForm, StepForm, initial_of
from tracktwo_web.roadmaps.item_page import item_facts
from tracktwo_web.roadmaps.models import Item
from tracktwo_web.roadmaps.views.page import READ, base_facts, try_change

Words = str | Promise

ASKING: dict[ItemStep, tuple[Words, Words]] = {
    ItemStep.AGREE: (_("Ask the sides to agree"), _("The sides are asked to agree to it.")),
    ItemStep.DELIVER: (
        _("Report it as delivered"),
        _("The other side is asked to accept that it is delivered."),
    ),
    ItemStep.SLIP: (_("Ask for more time"), _("The other side is asked to give it more time.")),
    ItemStep.DROP: (_("Ask to drop it"), _("The other side is asked to drop it.")),
    ItemStep.REVIVE: (
        _("Ask to take it up again"),
        _("The other side is asked to take it up again."),
    ),
}
"""What a side can ask for: the button, and what is said when it was asked."""


@require_http_methods(READ)
@door(rules.may_see_roadmap)
def item(request: StandingRequest, item_id: uuid.UUID) -> HttpResponse:
    """One item: what it is, what the sides are asked about it, what may be done."""
    plan = queries.find_plan(request.standing)
    one = queries.find_item(plan, item_id)
    facts = base_facts(request, plan) | item_facts(request.standing, one, request.path)
    return render(request, "roadmaps/item.html", facts)


@require_http_methods([*READ, "POST"])
@door(rules.may_propose)
def item_new(request: StandingRequest) -> HttpResponse:
    """Propose an item in the name of the side; the secretariat in its own."""
    plan = queries.find_plan(request.standing)
    form = ItemForm(plan, request.POST if request.method == "POST" else None)
    if form.is_valid():
        standing = request.standing
        try:
            one = domain.propose_item(
                plan, form.entry(), side=_writes_for(standing), speaks_for_side=is_head(standing)
            )
        except CannotBe as wrong:
            form.add_error(None, str(wrong))
        else:
            return redirect("roadmap_item", plan.dialogue_id, one.id)
    return render(request, "roadmaps/item_form.html", {"form": form, "plan": plan})


@require_http_methods([*READ, "POST"])
@door(rules.may_propose)
def item_edit(request: StandingRequest, item_id: uuid.UUID) -> HttpResponse:
    """Change a proposal; whoever agreed to it is asked again."""
    plan = queries.find_plan(request.standing)
    one = queries.find_item(plan, item_id)
    if not rules.may_change_item(request.standing, one):
        return refuse(request)
    entered = request.POST if request.method == "POST" else None
    form = ItemForm(plan, entered, item=one, initial=initial_of(one))
    if form.is_valid():
        try:
            domain.change_item(one, form.entry(), seen=form.cleaned_data["as_read"])
        except CannotBe as wrong:
            form.add_error(None, str(wrong))
        else:
            return redirect("roadmap_item", plan.dialogue_id, one.id)
    return render(request, "roadmaps/item_form.html", {"form": form, "plan": plan, "item": one})


@require_POST
@door(rules.may_propose)
def item_take_back(request: StandingRequest, item_id: uuid.UUID) -> HttpResponse:
    """Take a proposal off the roadmap."""
    one = _find(request, item_id)
    if not rules.may_change_item(request.standing, one):
        return refuse(request)
    done = gettext("The proposal was taken back.")
    if try_change(request, partial(domain.take_back_item, one), done=done):
        return redirect("roadmap", one.plan.dialogue_id)
    return _to_item(one)


@require_http_methods([*READ, "POST"])
@door(rules.may_propose)
def item_ask(request: StandingRequest, item_id: uuid.UUID, step: str) -> HttpResponse:
    """Ask all sides for a step, with what must be said for it."""
    one, wanted = _find(request, item_id), _step(step)
    form = StepForm(one.plan, wanted, request.POST if request.method == "POST" else None)
    button, done = ASKING[wanted]
    if form.is_valid():
        standing = request.standing
        try:
            steps.ask_for_step(
                one,
                wanted,
                form.said(),
                side=_writes_for(standing),
                speaks_for_side=is_head(standing),
            )
        except CannotBe as wrong:
            form.add_error(None, str(wrong))
        else:
            try_change(request, lambda: None, done=str(done))
            return _to_item(one)
    return render(request, "roadmaps/item_ask.html", {"form": form, "item": one, "button": button})


@require_POST
@door(rules.may_agree)
def item_agree(request: StandingRequest, item_id: uuid.UUID, number: int) -> HttpResponse:
    """Say for the side that it agrees to the step that is asked for."""
    one, side = _find(request, item_id), request.standing.side
    assert side is not None
    done = gettext("Your side’s agreement is recorded.")
    try_change(request, partial(steps.agree_to_step, one, side, number=number), done=done)
    return _to_item(one)


@require_POST
@door(rules.may_propose)
def item_decline(request: StandingRequest, item_id: uuid.UUID, number: int) -> HttpResponse:
    """Decline for the side what is asked for, or take back what one's side asked."""
    one, standing = _find(request, item_id), request.standing
    asked = queries.asked_of_item(one)
    side = _writes_for(standing)
    is_own = asked is not None and asked.side == side
    if not is_own and not is_head(standing):
        return refuse(request)
    done = (
        gettext("What was asked is taken back.") if is_own else gettext("Your side has declined.")
    )
    try_change(request, partial(steps.decline_step, one, side, number=number), done=done)
    return _to_item(one)


@require_POST
@door(rules.may_run)
def item_note(request: StandingRequest, item_id: uuid.UUID, step: str) -> HttpResponse:
    """Note what the calendar shows: its meetings have a day, or were held."""
    one = _find(request, item_id)
    if step not in [each.value for each in steps.OF_THE_CALENDAR]:
        raise Http404
    done = gettext("Noted on the roadmap.")
    try_change(request, partial(steps.note_step, one, ItemStep(step)), done=done)
    return _to_item(one)


def _find(request: StandingRequest, item_id: uuid.UUID) -> Item:
    return queries.find_item(queries.find_plan(request.standing), item_id)


def _step(told: str) -> ItemStep:
    found = next((one for one in ASKING if one.value == told), None)
    if found is None:
        raise Http404
    return found


def _writes_for(standing: Standing) -> Side | None:
    """The side in whose name somebody writes; None is the secretariat."""
    return None if is_neutral(standing) else standing.side


def _to_item(one: Item) -> HttpResponse:
    return redirect("roadmap_item", one.plan.dialogue_id, one.id)


urls: list[URLPattern] = [
    path("roadmap/items/new", item_new, name="roadmap_item_new"),
    path("roadmap/items/<uuid:item_id>/", item, name="roadmap_item"),
    path("roadmap/items/<uuid:item_id>/edit", item_edit, name="roadmap_item_edit"),
    path("roadmap/items/<uuid:item_id>/take-back", item_take_back, name="roadmap_item_take_back"),
    path("roadmap/items/<uuid:item_id>/ask/<str:step>", item_ask, name="roadmap_item_ask"),
    path("roadmap/items/<uuid:item_id>/note/<str:step>", item_note, name="roadmap_item_note"),
    path(
        "roadmap/items/<uuid:item_id>/steps/<int:number>/agree",
        item_agree,
        name="roadmap_item_agree",
    ),
    path(
        "roadmap/items/<uuid:item_id>/steps/<int:number>/decline",
        item_decline,
        name="roadmap_item_decline",
    ),
]
