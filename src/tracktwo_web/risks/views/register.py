"""The register: the list, one risk, entering and changing one, and the sides' words on it."""

import uuid
from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.risks import queries, rules
from tracktwo_web.risks.domain import register as domain
from tracktwo_web.risks.domain.agree import Heard, agree, heard_of
from tracktwo_web.risks.forms.register import RiskEditForm, RiskForm, initial_of
from tracktwo_web.risks.models import Risk, Word
from tracktwo_web.rounds.states import NotNow
from tracktwo_web.rounds.steps import try_step

READ = ("GET", "HEAD")


@require_http_methods(READ)
@door(rules.may_read_register)
def risks(request: StandingRequest) -> HttpResponse:
    """Every risk, what is watched for it, and whether the sides agree it."""
    standing = request.standing
    found = queries.risks_of(standing.dialogue)
    sides = sides_in_turn(standing.dialogue, request.path)
    facts = {
        "rows": [_row(one, sides) for one in found],
        "rounds": queries.rounds_of(standing.dialogue)[:3],
        "may_change": rules.may_change_register(standing),
        "writes": rules.writes_the_register(standing),
        "may_run": rules.may_run_rounds(standing),
    }
    return render(request, "risks/risks.html", facts)


def _row(one: Risk, sides: list[Side]) -> dict[str, object]:
    watched = list(one.indicators.all())
    return {
        "risk": one,
        "watched": len(watched),
        "seen": sum(each.state == "seen" for each in watched),
        "heard": heard_of(one, sides),
    }


@require_http_methods(READ)
@door(rules.may_read_register)
def risk(request: StandingRequest, risk_id: uuid.UUID) -> HttpResponse:
    """One risk with its indicators and measures; heads say their side's word here."""
    one = queries.find_risk(request.standing.dialogue, risk_id)
    return render(request, "risks/risk.html", _facts(request, one))


def _facts(request: StandingRequest, one: Risk) -> dict[str, object]:
    standing = request.standing
    heard = heard_of(one, sides_in_turn(standing.dialogue, request.path))
    was_released = queries.was_released(one)
    own = standing.side if standing.is_delegate else None
    return {
        "risk": one,
        "indicators": sorted(one.indicators.all(), key=lambda each: each.code),
        "may_change": rules.may_change_register(standing),
        "may_remove": rules.may_change_register(standing) and not queries.was_asked(one),
        "writes": rules.writes_the_register(standing),
        "heard": heard,
        "words": heard.words_for(own),
        "was_released": was_released,
        "may_agree": was_released and rules.may_agree(standing),
        "speaks": was_released and rules.speaks_for_side(standing),
        "choices": Word.choices,
        "own_word": _own_word(heard, own),
    }


def _own_word(heard: Heard, side: Side | None) -> str:
    return heard.said.get(side.id, "") if side else ""


@require_http_methods([*READ, "POST"])
@door(rules.may_change_register)
def risk_new(request: StandingRequest) -> HttpResponse:
    """Enter a risk."""
    dialogue = request.standing.dialogue
    form = RiskForm(dialogue, _entered(request))
    if not form.is_valid():
        return render(request, "risks/risk_form.html", {"form": form})
    try:
        one = domain.add_risk(dialogue, form.cleaned_data["code"], form.entry())
    except domain.CodeTaken:
        form.add_error("code", gettext("Another risk has this short name."))
        return render(request, "risks/risk_form.html", {"form": form})
    except NotNow:
        form.add_error(None, _at_rest())
        return render(request, "risks/risk_form.html", {"form": form})
    return redirect("risk", dialogue.id, one.id)


@require_http_methods([*READ, "POST"])
@door(rules.may_change_register)
def risk_edit(request: StandingRequest, risk_id: uuid.UUID) -> HttpResponse:
    """Change a risk; what somebody else wrote meanwhile is shown before it is written over."""
    dialogue = request.standing.dialogue
    one = queries.find_risk(dialogue, risk_id)
    form = RiskEditForm(dialogue, _entered(request), initial=initial_of(one))
    facts = {"form": form, "risk": one, "was_agreed": one.agreements.exists()}
    if not form.is_valid():
        return render(request, "risks/risk_form.html", facts)
    try:
        domain.change_risk(one, form.entry(), as_read=form.cleaned_data["as_read"])
    except NotNow:
        now = queries.find_risk(dialogue, risk_id)
        form.show_what_was_written_meanwhile(now, domain.mark_of(now))
        return render(request, "risks/risk_form.html", facts)
    return redirect("risk", dialogue.id, risk_id)


@require_http_methods([*READ, "POST"])
@door(rules.may_change_register)
def risk_remove(request: StandingRequest, risk_id: uuid.UUID) -> HttpResponse:
    """Ask, then take a risk out that nobody was asked about."""
    one = queries.find_risk(request.standing.dialogue, risk_id)
    if queries.was_asked(one):
        return refuse(request)
    if request.method != "POST":
        return render(request, "risks/risk_remove.html", {"risk": one})
    done = gettext("The risk was taken out of the register.")
    try_step(request, partial(domain.remove_risk, one), done=done)
    return redirect("risks", request.standing.dialogue.id)


@require_POST
@door(rules.may_agree)
def risk_agree(request: StandingRequest, risk_id: uuid.UUID) -> HttpResponse:
    """Say for a side whether it agrees a risk as it stands in the register."""
    one = queries.find_risk(request.standing.dialogue, risk_id)
    side, said = request.standing.side, request.POST.get("word", "")
    if side is None or said not in Word.values:
        return render(request, "risks/risk.html", _facts(request, one) | {"nothing_chosen": True})
    done = gettext("Your side’s word is recorded.")
    try_step(request, partial(agree, one, side, Word(said)), done=done)
    return redirect("risk", one.dialogue_id, one.id)


def _entered(request: StandingRequest) -> object:
    return request.POST if request.method == "POST" else None


def _at_rest() -> str:
    return gettext(
        "Nothing was entered: a round has been opened meanwhile, and the register rests until it is "
        "released. What you wrote is still here."
    )


urls: list[URLPattern] = [
    path("risks/", risks, name="risks"),
    path("risks/new", risk_new, name="risk_new"),
    path("risks/<uuid:risk_id>/", risk, name="risk"),
    path("risks/<uuid:risk_id>/edit", risk_edit, name="risk_edit"),
    path("risks/<uuid:risk_id>/remove", risk_remove, name="risk_remove"),
    path("risks/<uuid:risk_id>/agree", risk_agree, name="risk_agree"),
]
