"""The page on which the head of a delegation signs the report for its side."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.kit.languages import CALLED, in_a_row
from tracktwo_web.records.groups import in_fours
from tracktwo_web.records.signing import SigningStep, signing_step
from tracktwo_web.reports import queries, rules
from tracktwo_web.reports.domain import signatures
from tracktwo_web.reports.domain.answers import CannotBe
from tracktwo_web.reports.domain.gates import gate_of, is_ready_to_sign
from tracktwo_web.reports.models import Draft
from tracktwo_web.reports.views.page import READ


@require_http_methods([*READ, "POST"])
@door(rules.may_sign)
def sign(request: StandingRequest) -> HttpResponse:
    """Say in words what is signed; on POST enter the signature."""
    side, dialogue = request.standing.side, request.standing.dialogue
    if side is None:
        return refuse(request)
    draft = queries.find_done(dialogue)
    try:
        step = _step(request, draft, side.code)
    except CannotBe as wrong:
        messages.warning(request, str(wrong))
        return redirect("report", dialogue.id)
    if step.entry:
        messages.success(request, gettext("Your side has signed. It stands in the record."))
        return redirect("report", dialogue.id)
    signed = signatures.signatures_on(draft).signed
    facts = {
        "draft": draft,
        "step": step,
        "languages": draft.facts["languages"],
        "fingerprint": in_fours(draft.hash),
        "sides": [(one, one.code in signed) for one in sides_in_turn(dialogue, request.path)],
    }
    return render(request, "reports/sign.html", facts, status=step.status)


def _step(request: StandingRequest, draft: Draft, side: str) -> SigningStep:
    if not is_ready_to_sign(gate_of(draft)):
        raise CannotBe(gettext("The report cannot be signed yet: a condition is still open."))
    ask = partial(signing_step, request, kind=signatures.KIND, words=_words(draft))
    if request.method == "POST":
        return signatures.sign(draft, side, lambda body: ask(body=body))
    signatures.refuse_signed(draft, side)
    return ask(body=signatures.body_of(draft.hash, draft.facts["languages"]))


def _words(draft: Draft) -> str:
    languages = in_a_row(str(CALLED[one]) for one in draft.facts["languages"])
    sentence = gettext(
        "Your side signs the joint report, draft %(number)s, in %(languages)s, word for word as it stands now."
    )
    return sentence % {"number": draft.number, "languages": languages}


urls: list[URLPattern] = [path("report/sign", sign, name="report_sign")]
