"""Estimating, one risk at a time."""

import uuid
from datetime import datetime
from http import HTTPStatus

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.risks import queries, rules
from tracktwo_web.risks.domain.cast import cast, give_reason, own_reason
from tracktwo_web.risks.feedback import Shown, feedback_of
from tracktwo_web.risks.forms.estimate import EstimateForm, initial_of
from tracktwo_web.risks.models import AskedRisk, EstimateRound
from tracktwo_web.risks.paper import Paper, paper_of
from tracktwo_web.risks.voice import why_not
from tracktwo_web.rounds.states import NotNow
from tracktwo_web.rounds.why_not import WhyNot


class SeeOther(HttpResponseRedirect):
    """After a form: fetch this page next."""

    status_code = HTTPStatus.SEE_OTHER


@require_safe
@door(rules.may_see_rounds)
def estimate(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """The next risk without an estimate."""
    one = queries.find_round(request.standing.dialogue, round_id)
    why = why_not(request.standing, one, now=timezone.now())
    if why:
        return _turned_away(request, one, why)
    paper = paper_of(request.standing.root, one)
    if not paper.asked:
        return _turned_away(request, one, WhyNot.NOT_ALONE)
    after = paper.find(_key(request.GET.get("after", "")))
    said = _recorded() if "recorded" in request.GET else ""
    return _card(request, paper, paper.next_after(after), said=said)


@require_http_methods(["GET", "HEAD", "POST"])
@door(rules.may_see_rounds)
def estimate_risk(
    request: StandingRequest, round_id: uuid.UUID, asked_id: uuid.UUID
) -> HttpResponse:
    """A risk with the estimate given before; posted to, the estimate of it."""
    one = queries.find_round(request.standing.dialogue, round_id)
    why = why_not(request.standing, one, now=timezone.now())
    if why:
        return _turned_away(request, one, why)
    paper = paper_of(request.standing.root, one)
    asked = paper.find(asked_id)
    if asked is None:
        raise Http404
    if request.method != "POST":
        return _card(request, paper, asked)
    if request.POST.get("go") == "skip":
        return SeeOther(f"{_next(one)}?after={asked.id}")
    return _save(request, paper, asked)


def _save(request: StandingRequest, paper: Paper, asked: AskedRisk) -> HttpResponse:
    standing, form = request.standing, EstimateForm(request.POST)
    if not form.is_valid() or standing.side is None:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return _card(request, paper, asked, form=form, status=status)
    now = timezone.now()
    try:
        cast(asked, standing.root, standing.side, form.said(), now=now)
        _reason(standing, paper, asked, form.cleaned_data["reason"], now)
    except NotNow:
        return _turned_away(request, paper.round, WhyNot.OVER)
    return SeeOther(f"{_next(paper.round)}?after={asked.id}&recorded=")


def _reason(standing: Standing, paper: Paper, asked: AskedRisk, text: str, now: datetime) -> None:
    """A transaction of its own, so that no number of one joins reason and estimate."""
    is_first = paper.round.part == 1
    if is_first and (text or own_reason(standing.root, asked)):
        give_reason(asked, standing.root, text, now=now)


def _card(
    request: StandingRequest,
    paper: Paper,
    asked: AskedRisk | None,
    *,
    form: EstimateForm | None = None,
    said: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    facts: dict[str, object] = {"round": paper.round, "paper": paper, "said": said, "asked": asked}
    if asked is None:
        return render(request, "risks/estimated.html", facts)
    root = request.standing.root
    reason = own_reason(root, asked)
    facts |= {
        "form": form or EstimateForm(initial=initial_of(paper.before(asked), reason)),
        "first": paper.first.get(asked.id) if paper.round.part == 2 else None,
        "shown": _shown(request, paper, asked),
    }
    return render(request, "risks/estimate.html", facts, status=status)


def _shown(request: StandingRequest, paper: Paper, asked: AskedRisk) -> Shown | None:
    """In the second part, what everybody estimated of this risk in the first."""
    if paper.round.part != 2:
        return None
    sides = sides_in_turn(request.standing.dialogue, request.path)
    return next(one for one in feedback_of(paper.round, sides) if one.asked == asked)


def _turned_away(request: StandingRequest, one: EstimateRound, why: WhyNot) -> HttpResponse:
    """A calm page that says why; 409 or 403 where something was sent."""
    status = HTTPStatus.OK
    if request.method == "POST":
        is_late = why in (WhyNot.NOT_YET, WhyNot.OVER)
        status = HTTPStatus.CONFLICT if is_late else HTTPStatus.FORBIDDEN
    facts = {"round": one, "why": why.name}
    return render(request, "risks/turned_away.html", facts, status=status)


def _key(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        return uuid.UUID(int=0)


def _next(one: EstimateRound) -> str:
    return reverse("estimate", args=[one.dialogue_id, one.id])


def _recorded() -> str:
    return gettext("Estimate recorded. You may change it until this part closes.")


_AT = "estimates/<uuid:round_id>/estimate/"
urls: list[URLPattern] = [
    path(_AT, estimate, name="estimate"),
    path(f"{_AT}<uuid:asked_id>/", estimate_risk, name="estimate_risk"),
]
