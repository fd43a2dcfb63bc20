"""Dividing a hundred points, on one page that works without JavaScript and with one thumb."""

import uuid
from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from tracktwo_web.convergence import queries, rules
from tracktwo_web.convergence.domain.cast import Given, cast
from tracktwo_web.convergence.forms.points import PointsForm, initial_of
from tracktwo_web.convergence.models import ValueRound
from tracktwo_web.convergence.paper import Paper, paper_of
from tracktwo_web.convergence.voice import why_not
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.risks.views.estimating import SeeOther
from tracktwo_web.rounds.states import NotNow
from tracktwo_web.rounds.why_not import WhyNot


@require_http_methods(["GET", "HEAD", "POST"])
@door(rules.may_see_rounds)
def value(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """The options with the points given before; posted to, the points."""
    one = queries.find_round(request.standing.dialogue, round_id)
    why = why_not(request.standing, one, now=timezone.now())
    if why:
        return _turned_away(request, one, why)
    paper = paper_of(request.standing.root, one)
    if request.method == "POST":
        return _save(request, paper)
    form = PointsForm(paper.asked, initial=initial_of(paper.given))
    return _page(request, paper, form)


def _save(request: StandingRequest, paper: Paper) -> HttpResponse:
    standing, form = request.standing, PointsForm(paper.asked, request.POST)
    if not form.is_valid() or standing.side is None:
        return _page(request, paper, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        cast(paper.round, standing.root, standing.side, form.given(), now=timezone.now())
    except NotNow:
        return _turned_away(request, paper.round, WhyNot.OVER)
    at = reverse("value", args=[paper.round.dialogue_id, paper.round.id])
    return SeeOther(f"{at}?saved=#sum")


def _page(
    request: StandingRequest, paper: Paper, form: PointsForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    sides = sides_in_turn(request.standing.dialogue, request.path)
    facts = {
        "round": paper.round,
        "paper": paper,
        "form": form,
        "rows": [
            (asked, number, tick, asked.option.interests.get(request.standing.side.code, {}))
            for asked, number, tick in form.rows()
        ]
        if request.standing.side
        else [],
        "sides": sides,
        "is_saved": "saved" in request.GET,
        "said": _said(paper.given) if status == HTTPStatus.OK else _not_saved(),
    }
    return render(request, "convergence/value.html", facts, status=status)


def _said(given: Given | None) -> str:
    """How far the points that are kept have come."""
    if given is None:
        return gettext("0 of 100 points divided.")
    divided = {"divided": given.divided}
    if given.is_complete:
        return gettext("100 of 100 points divided: your ballot counts.")
    if given.left > 0:
        text = ngettext(
            "%(divided)s of 100 points divided: %(n)s is left. Until then it is a draft and does not count.",
            "%(divided)s of 100 points divided: %(n)s are left. Until then it is a draft and does not count.",
            given.left,
        )
        return text % (divided | {"n": given.left})
    text = ngettext(
        "%(divided)s points divided: %(n)s too many. Until then it is a draft and does not count.",
        "%(divided)s points divided: %(n)s too many. Until then it is a draft and does not count.",
        -given.left,
    )
    return text % (divided | {"n": -given.left})


def _not_saved() -> str:
    return gettext("Not saved yet: something above needs your attention.")


def _turned_away(request: StandingRequest, one: ValueRound, why: WhyNot) -> HttpResponse:
    """A calm page that says why; 409 or 403 where something was sent."""
    status = HTTPStatus.OK
    if request.method == "POST":
        is_late = why in (WhyNot.NOT_YET, WhyNot.OVER)
        status = HTTPStatus.CONFLICT if is_late else HTTPStatus.FORBIDDEN
    facts = {"round": one, "why": why.name}
    return render(request, "convergence/turned_away.html", facts, status=status)


urls: list[URLPattern] = [path("valuing/<uuid:round_id>/points/", value, name="value")]
