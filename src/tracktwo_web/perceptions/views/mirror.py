"""The joint reading of a released round."""

import uuid
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.dialogues.models import Side
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.perceptions import rules
from tracktwo_web.perceptions.domain import mirror as domain
from tracktwo_web.perceptions.domain.mirror import Figures, Reading
from tracktwo_web.perceptions.forms.mirror import MEANINGS, ClarifyForm, ClassifyForm
from tracktwo_web.perceptions.models import Class, Round
from tracktwo_web.rounds.states import RoundState
from tracktwo_web.rounds.steps import try_step

READ = ("GET", "HEAD")


@require_http_methods(READ)
@door(rules.may_read_mirror)
def mirror(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
    """Every question of a round: those still open, and what the sides say alike."""
    one = _find_round(request, round_id)
    sides = _sides(request)
    readings = domain.readings_of(one, sides)
    facts = {
        "round": one,
        "open": [_row(request, each) for each in readings if each.is_open],
        "joint": [_row(request, each) for each in readings if not each.is_open],
        "next": _next_for(request, readings),
        "may_classify": rules.may_classify(request.standing),
        "speaks": rules.speaks_for_side(request.standing),
        "spoken": [(side, sum(side.id in each.said for each in readings)) for side in sides],
        "total": len(readings),
    }
    return render(request, "perceptions/mirror.html", facts)


@require_http_methods([*READ, "POST"])
@door(rules.may_read_mirror)
def mirror_question(
    request: StandingRequest, round_id: uuid.UUID, question_id: uuid.UUID
) -> HttpResponse:
    """One question with its figures; heads say their side's word here."""
    one, reading = _find(request, round_id, question_id)
    if request.method != "POST":
        return _question(request, one, reading)
    side = request.standing.side
    if side is None or not rules.may_classify(request.standing):
        return refuse(request)
    form = ClassifyForm(request.POST)
    if not form.is_valid():
        return _question(request, one, reading, classify=form)
    word = Class(form.cleaned_data["word"])
    step = partial(domain.classify, reading.question, side, word)
    try_step(request, step, done=gettext("Your side’s word is recorded."))
    return _onward(request, one, reading)


@require_POST
@door(rules.may_read_mirror)
def mirror_clarify(
    request: StandingRequest, round_id: uuid.UUID, question_id: uuid.UUID
) -> HttpResponse:
    """The side that a statement is about says what the others should know."""
    one, reading = _find(request, round_id, question_id)
    side, statement = request.standing.side, reading.question.version.statement
    if side is None or not rules.may_clarify(request.standing, statement):
        return refuse(request)
    form = ClarifyForm(one.dialogue.languages, request.POST)
    if not form.is_valid():
        return _question(request, one, reading, clarify=form)
    said = form.cleaned_data
    step = partial(domain.clarify, reading.question, side, said["language"], said["text"])
    try_step(request, step, done=gettext("The clarification is recorded."))
    return redirect("mirror_question", one.dialogue_id, one.id, reading.question.id)


def _find_round(request: StandingRequest, round_id: uuid.UUID) -> Round:
    rounds = request.standing.dialogue.rounds.filter(pk=round_id, state=RoundState.RELEASED)
    one = rounds.select_related("dialogue").first()
    if one is None:
        raise Http404
    return one


def _find(
    request: StandingRequest, round_id: uuid.UUID, question_id: uuid.UUID
) -> tuple[Round, Reading]:
    one = _find_round(request, round_id)
    reading = domain.find_reading(one, question_id, _sides(request))
    if reading is None:
        raise Http404
    return one, reading


def _sides(request: StandingRequest) -> list[Side]:
    return sides_in_turn(request.standing.dialogue, request.path)


def _own_side(request: StandingRequest) -> Side | None:
    """The side whose word the reader may know early: delegates, never visitors."""
    return request.standing.side if request.standing.is_delegate else None


def _row(request: StandingRequest, reading: Reading) -> dict[str, object]:
    return {"reading": reading, "words": reading.words_for(_own_side(request))}


def _next_for(
    request: StandingRequest, readings: list[Reading], after: Reading | None = None
) -> Reading | None:
    """The next question on which the reader's side has not spoken, going round from one."""
    side = _own_side(request)
    if side is None or not rules.may_classify(request.standing):
        return None
    start = readings.index(after) + 1 if after in readings else 0
    around = [*readings[start:], *readings[:start]]
    return next((each for each in around if side.id not in each.said), None)


def _question(
    request: StandingRequest,
    one: Round,
    reading: Reading,
    *,
    classify: ClassifyForm | None = None,
    clarify: ClarifyForm | None = None,
) -> HttpResponse:
    standing, question = request.standing, reading.question
    side = _own_side(request)
    own = reading.said.get(side.id) if side else None
    figures = domain.figures_of(one, reading.sides)
    facts = {
        "round": one,
        "reading": reading,
        "words": reading.words_for(side),
        "figures": figures.get(question.id, Figures()),
        "meanings": MEANINGS,
        "may_classify": rules.may_classify(standing),
        "speaks": rules.speaks_for_side(standing),
        "classify": classify or ClassifyForm(initial={"word": own}),
        "may_clarify": rules.may_clarify(standing, question.version.statement),
        "clarify": clarify or ClarifyForm(one.dialogue.languages, initial=_clarified(reading)),
    }
    return render(request, "perceptions/mirror_question.html", facts)


def _clarified(reading: Reading) -> dict[str, str]:
    said = reading.clarification
    if said is None:
        return {"language": reader_language()}
    return {"language": said.language, "text": said.text}


def _onward(request: StandingRequest, one: Round, reading: Reading) -> HttpResponse:
    """To the next question that waits for this side; to the list when none does."""
    readings = domain.readings_of(one, _sides(request))
    here = next(each for each in readings if each.question.id == reading.question.id)
    following = _next_for(request, readings, after=here)
    if following is None:
        return redirect("mirror", one.dialogue_id, one.id)
    return redirect("mirror_question", one.dialogue_id, one.id, following.question.id)


urls: list[URLPattern] = [
    path("rounds/<uuid:round_id>/mirror/", mirror, name="mirror"),
    path(
        "rounds/<uuid:round_id>/mirror/<uuid:question_id>/", mirror_question, name="mirror_question"
    ),
    path(
        "rounds/<uuid:round_id>/mirror/<uuid:question_id>/clarify",
        mirror_clarify,
        name="mirror_clarify",
    ),
]
