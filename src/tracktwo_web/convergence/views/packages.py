"""Packages: what everybody at the table reads, what a side reads alone, and both as a document."""

import json
import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from tracktwo_web.convergence import queries, rules
from tracktwo_web.convergence.domain.rounds import own_view_of
from tracktwo_web.convergence.models import ValueRound
from tracktwo_web.convergence.told import Teller, own_gains, own_rows, title_of
from tracktwo_web.convergence.views.planning import may_plan
from tracktwo_web.convergence.views.tabling import texts_to_table_in
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.rounds.states import RoundState


@require_safe
@door(rules.may_read_packages)
def packages(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """The packages in words, what is firm in them, and what would have to change."""
    standing, one = request.standing, find_released(request, round_id)
    teller = teller_of(request, one)
    facts = {
        "round": one,
        "packages": [(told, title_of(told.names)) for told in teller.packages()],
        "is_agreed": teller.is_agreed,
        "standing_of_options": teller.standing() if teller.is_agreed else (),
        "firm": teller.firm() if teller.is_agreed else (),
        "has_table": one.asked.filter(is_on_table=True).exists(),
        "trade": teller.trade(),
        "apart": teller.apart(),
        "clash": teller.clash([each.option for each in queries.asked_in(one)]),
        "may_see_own": rules.may_see_own(standing),
        "may_plan": may_plan(standing),
        "may_table": bool(texts_to_table_in(standing)),
        "is_text_there": standing.dialogue.joint_texts.exists(),
        "is_delegate_or_neutral": rules.may_table_packages(standing),
    }
    return render(request, "convergence/packages.html", facts)


@require_safe
@door(rules.may_see_own, hides=True)
def packages_own(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """What a side alone reads: what its experts gave, and what it would gain."""
    standing, one = request.standing, find_released(request, round_id)
    teller, side = teller_of(request, one), standing.side
    assert side is not None
    own = own_view_of(one, side)
    facts = {
        "round": one,
        "side": side,
        "gains": own_gains(own, side),
        "rows": own_rows(own, teller, side),
        "experts": max((each["values"][side.code] or {"n": 0})["n"] for each in own["options"]),
    }
    return render(request, "convergence/own.html", facts)


@require_safe
@door(rules.may_read_packages)
def packages_file(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """What the reader may see, as a document for programs: a delegate's has the side's own points."""
    standing, one = request.standing, find_released(request, round_id)
    told: Any = one.found
    if rules.may_see_own(standing) and standing.side:
        told = own_view_of(one, standing.side)
    disposition = {"Content-Disposition": 'attachment; filename="packages.json"'}
    text = json.dumps(told, ensure_ascii=False, indent=1)
    return HttpResponse(f"{text}\n", content_type="application/json", headers=disposition)


def find_released(request: StandingRequest, round_id: uuid.UUID) -> ValueRound:
    return queries.find_round(request.standing.dialogue, round_id, RoundState.RELEASED)


def teller_of(request: StandingRequest, one: ValueRound) -> Teller:
    """What tells a released round, sides in the order of the page."""
    return Teller(one.found or {}, sides_in_turn(one.dialogue, request.path))


_AT = "valuing/<uuid:round_id>/packages/"
urls: list[URLPattern] = [
    path(_AT, packages, name="packages"),
    path(f"{_AT}own/", packages_own, name="packages_own"),
    path(f"{_AT}packages.json", packages_file, name="packages_file"),
]
