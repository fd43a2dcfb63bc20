"""Options: the list, one of them, proposing, putting on offer, changing; and their areas."""

import uuid
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tracktwo_web.convergence import ladder, queries, rules, touching
from tracktwo_web.convergence.amounts import takes_by_kind
from tracktwo_web.convergence.domain import options as domain
from tracktwo_web.convergence.domain.conditions import joint_conditions_of
from tracktwo_web.convergence.forms.options import (
    AreaEditForm,
    AreaForm,
    OfferForm,
    OptionEditForm,
    OptionForm,
    initial_of,
)
from tracktwo_web.convergence.models import Option
from tracktwo_web.convergence.stated_words import in_words
from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.rounds.states import NotNow
from tracktwo_web.rounds.steps import try_step

READ = ("GET", "HEAD")
WRITE = ("GET", "HEAD", "POST")


@require_http_methods(READ)
@door(rules.may_read_options)
def options(request: StandingRequest) -> HttpResponse:
    """Areas and what is on offer in each, what all packages must hold, and the rounds."""
    standing = request.standing
    dialogue, sides = standing.dialogue, sides_in_turn(standing.dialogue, request.path)
    found = list(queries.options_of(dialogue))
    facts = {
        "areas": [
            (area, [_row(one, sides) for one in there]) for area, there in ladder.by_area(found)
        ],
        "empty_areas": dialogue.areas.filter(options=None),
        "proposed": queries.proposed_to(dialogue) if rules.writes_options(standing) else (),
        "conditions": [
            (one, in_words(stated, found)) for one, stated in joint_conditions_of(dialogue)
        ],
        "rounds": queries.rounds_of(dialogue)[:3],
        "may_change": rules.may_change_options(standing),
        "may_propose": rules.may_propose_option(standing),
        "writes": rules.writes_options(standing),
        "may_run": rules.may_run_rounds(standing),
    }
    return render(request, "convergence/options.html", facts)


def _row(one: Option, sides: list[Side]) -> dict[str, object]:
    return {
        "option": one,
        "step": ladder.step_of(one.rung),
        "interests": ladder.interests_of(one.interests, sides),
    }


@require_http_methods(READ)
@door(rules.may_read_options)
def option(request: StandingRequest, option_id: uuid.UUID) -> HttpResponse:
    """One option: what each side would have of it, what stands in the way, what it bears on."""
    standing = request.standing
    one = _find(request, option_id)
    sides = sides_in_turn(standing.dialogue, request.path)
    may_change = rules.may_change_options(standing)
    facts = {
        "option": one,
        "step": ladder.step_of(one.rung),
        "interests": ladder.interests_of(one.interests, sides),
        "touched": touching.touched_by(standing.dialogue, one.touches),
        "spirals": touching.spirals_through(standing.dialogue, one.touches),
        "takes": takes_by_kind(one.takes, sides),
        "may_change": may_change,
        "may_remove": may_change and not queries.is_in_a_round(one),
        "writes": rules.writes_options(standing),
    }
    return render(request, "convergence/option.html", facts)


@require_http_methods(WRITE)
@door(rules.may_change_options)
def option_new(request: StandingRequest) -> HttpResponse:
    """Put an option on offer."""
    dialogue = request.standing.dialogue
    form = OptionForm(dialogue, _entered(request))
    facts = {"form": form}
    if not form.is_valid():
        return render(request, "convergence/option_form.html", facts)
    try:
        code = form.cleaned_data["code"]
        one = domain.add_option(dialogue, code, form.offer(), takes=form.takes())
    except domain.CodeTaken:
        form.add_error("code", _taken())
        return render(request, "convergence/option_form.html", facts)
    except NotNow:
        form.add_error(None, _at_rest())
        return render(request, "convergence/option_form.html", facts)
    return redirect("option", dialogue.id, one.id)


@require_http_methods(WRITE)
@door(rules.may_propose_option)
def option_propose(request: StandingRequest) -> HttpResponse:
    """Propose an option to the secretariat."""
    dialogue = request.standing.dialogue
    form = OfferForm(dialogue, _entered(request))
    facts = {"form": form, "is_proposal": True}
    if not form.is_valid():
        return render(request, "convergence/option_form.html", facts)
    try:
        domain.propose_option(dialogue, form.offer())
    except NotNow:
        form.add_error(None, _at_rest())
        return render(request, "convergence/option_form.html", facts)
    messages.success(
        request, gettext("Proposed. The secretariat reads it, and puts it on offer to everybody.")
    )
    return redirect("options", dialogue.id)


@require_http_methods(WRITE)
@door(rules.may_change_options)
def option_edit(request: StandingRequest, option_id: uuid.UUID) -> HttpResponse:
    """Change an option; what somebody else wrote meanwhile is shown before it is written over."""
    dialogue = request.standing.dialogue
    one = _find(request, option_id)
    form_class = OptionEditForm if one.is_on_offer else OptionForm
    form = form_class(dialogue, _entered(request), initial=initial_of(one))
    facts: dict[str, object] = {"form": form, "option": one}
    if not form.is_valid():
        return render(request, "convergence/option_form.html", facts)
    read, code = form.cleaned_data["as_read"], form.cleaned_data.get("code", "")
    try:
        domain.change_option(one, form.offer(), takes=form.takes(), as_read=read, code=code)
    except domain.CodeTaken:
        form.add_error("code", _taken())
        return render(request, "convergence/option_form.html", facts)
    except NotNow:
        if not rules.may_change_options(request.standing):
            form.add_error(None, _at_rest())
            return render(request, "convergence/option_form.html", facts)
        now = queries.find_option(dialogue, option_id)
        form.show_what_was_written_meanwhile(now, domain.mark_of(now))
        facts["takes"] = takes_by_kind(now.takes, sides_in_turn(dialogue, request.path))
        return render(request, "convergence/option_form.html", facts)
    return redirect("option", dialogue.id, option_id)


@require_http_methods(WRITE)
@door(rules.may_change_options)
def option_remove(request: StandingRequest, option_id: uuid.UUID) -> HttpResponse:
    """Ask, then take an option off that no round asks about."""
    one = _find(request, option_id)
    if queries.is_in_a_round(one):
        return refuse(request)
    if request.method != "POST":
        return render(request, "convergence/option_remove.html", {"option": one})
    done = gettext("The option was taken off.")
    try_step(request, partial(domain.remove_option, one), done=done)
    return redirect("options", request.standing.dialogue.id)


@require_http_methods(WRITE)
@door(rules.may_change_options)
def area_new(request: StandingRequest) -> HttpResponse:
    """Open a field in which options are looked for."""
    dialogue = request.standing.dialogue
    form = AreaForm(dialogue, _entered(request))
    if form.is_valid():
        code, texts = form.cleaned_data["code"], form.cleaned_data["text"]
        try:
            domain.add_area(dialogue, code, texts)
        except domain.CodeTaken:
            form.add_error("code", gettext("Another area has this short name."))
        except NotNow:
            form.add_error(None, _at_rest())
        else:
            return redirect("options", dialogue.id)
    return render(request, "convergence/area_form.html", {"form": form})


@require_http_methods(WRITE)
@door(rules.may_change_options)
def area_edit(request: StandingRequest, area_id: uuid.UUID) -> HttpResponse:
    """Name an area otherwise."""
    dialogue = request.standing.dialogue
    area = dialogue.areas.filter(pk=area_id).first()
    if area is None:
        raise Http404
    form = AreaEditForm(dialogue, _entered(request), initial={"text": area.texts})
    if form.is_valid():
        try:
            domain.change_area(area, form.cleaned_data["text"])
        except NotNow:
            form.add_error(None, _at_rest())
        else:
            return redirect("options", dialogue.id)
    return render(request, "convergence/area_form.html", {"form": form, "area": area})


def _find(request: StandingRequest, option_id: uuid.UUID) -> Option:
    """An option that whoever asks may see; to others a proposal does not exist."""
    one = queries.find_option(request.standing.dialogue, option_id)
    if not rules.may_see_option(request.standing, one):
        raise Http404
    return one


def _entered(request: StandingRequest) -> object:
    return request.POST if request.method == "POST" else None


def _taken() -> str:
    return gettext("Another option has this short name.")


def _at_rest() -> str:
    return gettext(
        "Nothing was entered: a round has been opened meanwhile, and options rest until it is "
        "released. What you wrote is still here."
    )


urls: list[URLPattern] = [
    path("options/", options, name="options"),
    path("options/new", option_new, name="option_new"),
    path("options/propose", option_propose, name="option_propose"),
    path("options/areas/new", area_new, name="area_new"),
    path("options/areas/<uuid:area_id>/edit", area_edit, name="area_edit"),
    path("options/<uuid:option_id>/", option, name="option"),
    path("options/<uuid:option_id>/edit", option_edit, name="option_edit"),
    path("options/<uuid:option_id>/remove", option_remove, name="option_remove"),
]
