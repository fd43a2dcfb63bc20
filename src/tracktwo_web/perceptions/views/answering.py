"""Answering, one statement at a time.

The way of an answer: one query finds out who answers, one writes, and the next card is filled in
from what is printed already.
"""

import uuid
from collections.abc import Callable, Mapping
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from tracktwo_web.dialogues.cookie import sit_down, sitting_in
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.perceptions.ballot_form import WORDS, read
from tracktwo_web.perceptions.card import Entered, card, page
from tracktwo_web.perceptions.domain.cast import InvalidAnswer, cast
from tracktwo_web.perceptions.domain.comment import comment
from tracktwo_web.perceptions.own import entered_before, own_answers
from tracktwo_web.perceptions.paper import Asked, Paper, paper_of
from tracktwo_web.perceptions.tally import counting_after
from tracktwo_web.perceptions.views.turned_away import turn_away
from tracktwo_web.perceptions.voter import Voter, voter_of
from tracktwo_web.perceptions.way import next_question, question_before
from tracktwo_web.rounds.states import RoundState
from tracktwo_web.rounds.why_not import WhyNot


class SeeOther(HttpResponseRedirect):
    """After a form: fetch this page next."""

    status_code = HTTPStatus.SEE_OTHER


@require_safe
def answer(request: HttpRequest, dialogue_id: uuid.UUID, round_id: uuid.UUID) -> HttpResponse:
    """The next statement without an answer."""
    voter = _voter(request, dialogue_id, round_id)
    if isinstance(voter, WhyNot):
        return turn_away(request, dialogue_id, round_id, voter)
    paper = paper_of(round_id)
    asked = next_question(voter, paper, after=_place(request.GET.get("after", "")))
    shown = card(request, voter, paper, asked, done=len(voter.answered))
    said = _recorded() if "recorded" in request.GET else ""
    return HttpResponse(page(request, voter, paper, shown, said=said))


@require_http_methods(["GET", "HEAD", "POST"])
def question(
    request: HttpRequest, dialogue_id: uuid.UUID, round_id: uuid.UUID, question_id: uuid.UUID
) -> HttpResponse:
    """A statement with the answer given to it before; posted to, the answer to it."""
    voter = _voter(request, dialogue_id, round_id)
    if isinstance(voter, WhyNot):
        return turn_away(request, dialogue_id, round_id, voter)
    paper = paper_of(round_id)
    asked = paper.find(question_id)
    if asked is None:
        raise Http404
    if request.method != "POST":
        return HttpResponse(page(request, voter, paper, _as_answered(request, voter, paper, asked)))
    return GO.get(request.POST.get("go", ""), _save)(request, voter, paper, asked)


@require_safe
@door()
def review(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """One's own answers, for oneself alone."""
    standing = request.standing
    asking = get_object_or_404(standing.dialogue.rounds, pk=round_id)
    if standing.sitting is None or asking.state in {RoundState.PLANNED, RoundState.VOID}:
        raise Http404
    paper = paper_of(round_id)
    context = {
        "round": asking,
        "paper": paper,
        "answers": own_answers(standing.root, paper),
        "may_answer": isinstance(_voter(request, standing.dialogue.id, round_id), Voter),
    }
    return render(request, "perceptions/review.html", context)


urls = [
    path("rounds/<uuid:round_id>/answer/", answer, name="answer"),
    path("rounds/<uuid:round_id>/answer/<uuid:question_id>/", question, name="question"),
    path("rounds/<uuid:round_id>/review/", review, name="review"),
]


def _voter(request: HttpRequest, dialogue_id: uuid.UUID, round_id: uuid.UUID) -> Voter | WhyNot:
    return voter_of(sitting_in(request), dialogue_id, round_id, now=timezone.now())


def _place(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def _recorded() -> str:
    return gettext("Answer recorded. You may change it until the round closes.")


def _save(request: HttpRequest, voter: Voter, paper: Paper, asked: Asked) -> HttpResponse:
    """Record the answer, and go on to the next statement."""
    now = timezone.now()
    try:
        is_recorded = cast(voter, paper, asked, read(request.POST, asked, voter, paper), now=now)
    except InvalidAnswer as wrong:
        return _ask_again(request, voter, paper, asked, wrong)
    if not is_recorded:
        return turn_away(request, voter.dialogue_id, voter.round_id, WhyNot.OVER)
    said = request.POST.get("comment", "").strip()
    if paper.takes_comments and (said or "commented" in request.POST):
        comment(voter, asked, said, now=now)
    response = _go_on(request, voter, paper, asked)
    _remember(response, voter)
    return counting_after(response, paper)


def _remember(response: HttpResponse, voter: Voter) -> None:
    """That a seat took part waits in its cookie, from its first answer on."""
    sitting = voter.sitting
    if sitting.key and voter.round_id not in sitting.took_part:
        sit_down(response, voter.dialogue_id, sitting.having_answered(voter.round_id))


def _go_on(request: HttpRequest, voter: Voter, paper: Paper, answered: Asked) -> HttpResponse:
    if not _wants_a_card(request):
        return SeeOther(f"{_to_next(paper)}?after={answered.place}&recorded=")
    asked = next_question(voter, paper, after=answered.place, answered=answered)
    done = len(voter.answered | {answered.key})
    return _next_card(request, card(request, voter, paper, asked, done=done), said=_recorded())


def _skip(request: HttpRequest, voter: Voter, paper: Paper, skipped: Asked) -> HttpResponse:
    """Leave a statement for now: it comes again after the others."""
    if not _wants_a_card(request):
        return SeeOther(f"{_to_next(paper)}?after={skipped.place}")
    asked = next_question(voter, paper, after=skipped.place)
    return _next_card(request, card(request, voter, paper, asked, done=len(voter.answered)))


def _back(request: HttpRequest, voter: Voter, paper: Paper, left: Asked) -> HttpResponse:
    """The statement before, as it was answered."""
    before = question_before(voter, paper, left.place) or left
    if not _wants_a_card(request):
        address = {"dialogue_id": paper.dialogue_id, "round_id": paper.round_id}
        return SeeOther(reverse("question", kwargs={**address, "question_id": before.id}))
    return _next_card(request, _as_answered(request, voter, paper, before))


Going = Callable[[HttpRequest, Voter, Paper, Asked], HttpResponse]
GO: Mapping[str, Going] = {"save": _save, "skip": _skip, "back": _back}
"""What the card's buttons do, by their value; Enter means the first."""


def _ask_again(
    request: HttpRequest, voter: Voter, paper: Paper, asked: Asked, wrong: InvalidAnswer
) -> HttpResponse:
    """The card as it was filled in, and what was wrong with it."""
    posted = request.POST.dict()
    entered = Entered(
        vote=posted.get("vote", ""),
        guesses=posted,
        comment=posted.get("comment", ""),
        problem=str(WORDS[type(wrong)]),
    )
    shown = card(request, voter, paper, asked, done=len(voter.answered), entered=entered)
    if _wants_a_card(request):
        return _next_card(request, shown)
    return HttpResponse(page(request, voter, paper, shown), status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _as_answered(request: HttpRequest, voter: Voter, paper: Paper, asked: Asked) -> SafeString:
    entered = entered_before(voter, paper, asked)
    return card(request, voter, paper, asked, done=len(voter.answered), entered=entered)


def _next_card(request: HttpRequest, shown: SafeString, *, said: str = "") -> HttpResponse:
    """A card that takes the place of the last one, with what is to be read aloud."""
    # The line stays and its words change: what comes anew with its words in it is not read out.
    line = '<p id="said" hx-swap-oob="innerHTML">{}</p>{}'
    response = HttpResponse(format_html(line, said, shown))
    response["HX-Replace-Url"] = request.path.rsplit("/", 2)[0] + "/"
    return response


def _wants_a_card(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def _to_next(paper: Paper) -> str:
    return reverse("answer", kwargs={"dialogue_id": paper.dialogue_id, "round_id": paper.round_id})
