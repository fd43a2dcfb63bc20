"""The page on which the head of a delegation signs that its side adopts a text."""

import uuid
from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.kit.languages import CALLED, in_a_row, in_reader_language
from tracktwo_web.records.groups import in_fours
from tracktwo_web.records.rules import may_sign
from tracktwo_web.records.signing import SigningStep, signing_step
from tracktwo_web.texts import rules
from tracktwo_web.texts.domain import adopt
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.table import Table
from tracktwo_web.texts.views.agreement import signed_by
from tracktwo_web.texts.views.page import READ, base_facts, find_table


@require_http_methods([*READ, "POST"])
@door(rules.may_see_texts)
def sign(request: StandingRequest, text_id: uuid.UUID) -> HttpResponse:
    """Say in words what is signed; on POST enter the signature, and with the last one adopt the text."""
    table, side = find_table(request, text_id), request.standing.side
    if (
        side is None
        or not may_sign(request.standing)
        or not rules.is_open_for_work(request.standing)
    ):
        return refuse(request)
    try:
        step = _step(request, table, side.code)
    except CannotBe as wrong:
        messages.warning(request, str(wrong))
        return redirect("text_agreement", table.text.dialogue_id, table.text.id)
    if step.entry:
        messages.success(request, gettext("Your side has signed. It stands in the record."))
        return redirect("text_agreement", table.text.dialogue_id, table.text.id)
    signatures = adopt.signatures_of(table.text)
    facts = base_facts(request, table, "agreement") | {
        "step": step,
        "fingerprint": in_fours(signatures.hash),
        "languages": table.now.languages,
        "sides": signed_by(table, signatures),
    }
    return render(request, "texts/sign.html", facts, status=step.status)


def _step(request: StandingRequest, table: Table, side: str) -> SigningStep:
    ask = partial(signing_step, request, kind=adopt.KIND, words=_words(table))
    now = timezone.now()
    adopt.refuse_unready(table.text, now=now)
    if request.method == "POST":
        return adopt.sign(table.text, side, lambda body: ask(body=body), now=now)
    adopt.refuse_signed(adopt.signatures_of(table.text), side)
    return ask(body=adopt.body_of(table.text))


def _words(table: Table) -> str:
    told = {
        "title": in_reader_language(table.text.title),
        "languages": in_a_row(str(CALLED[one]) for one in table.now.languages),
    }
    return (
        gettext(
            "Your side adopts the joint text “%(title)s” in %(languages)s, word for word as it stands now."
        )
        % told
    )


urls: list[URLPattern] = [path("texts/<uuid:text_id>/sign", sign, name="text_sign")]
