"""Where a text is on its way to being agreed, and what stands between it and its publication."""

import datetime as dt
import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo.text.standing import Gate, SilenceState, Stage
from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.records.joint import Signatures
from tracktwo_web.texts import rules
from tracktwo_web.texts.domain.adopt import signatures_of
from tracktwo_web.texts.domain.onward import go_on, mark_of, next_session
from tracktwo_web.texts.gate_rows import rows_of
from tracktwo_web.texts.gates import gate_of
from tracktwo_web.texts.headline import headline_of
from tracktwo_web.texts.table import Table
from tracktwo_web.texts.views import published, silence
from tracktwo_web.texts.views.page import READ, base_facts, find_table, try_change
from tracktwo_web.texts.way import steps_of, ways_on


@require_http_methods(READ)
@door(rules.may_see_texts)
def agreement(request: StandingRequest, text_id: uuid.UUID) -> HttpResponse:
    """The line of steps, what each side has signed, the conditions of publication; the chair's buttons."""
    table, now = find_table(request, text_id), timezone.now()
    signatures = signatures_now(table, now)
    signed = signatures.by_side if signatures else {}
    gate = gate_of(table.text, table.now, signatures=signed)
    facts = base_facts(request, table, "agreement") | {
        "headline": headline_of(table),
        "steps": steps_of(table.document, now),
        "gate": gate,
        "conditions": rows_of(table, gate),
        "signatures": signatures,
        "sides": signed_by(table, signatures),
        "is_blind": request.standing.is_blind,
    }
    if rules.may_chair(request.standing):
        facts |= _of_chair(table, now, gate)
    facts |= _asked(request.standing, table, signatures, now)
    return render(request, "texts/agreement.html", facts)


@require_POST
@door(rules.may_see_texts)
def stage(request: StandingRequest, text_id: uuid.UUID) -> HttpResponse:
    """The chair takes the text to another stage."""
    text = find_table(request, text_id).text
    if not rules.may_chair(request.standing):
        return refuse(request)
    told, seen = request.POST.get("stage", ""), request.POST.get("seen", "")
    target = Stage(told) if told in set(Stage) else Stage.ELEMENTS
    try_change(
        request,
        lambda: go_on(text, target, seen=seen, now=timezone.now()),
        done=gettext("The text is one step on."),
    )
    return redirect("text_agreement", text.dialogue_id, text.id)


@require_POST
@door(rules.may_see_texts)
def session(request: StandingRequest, text_id: uuid.UUID) -> HttpResponse:
    """The chair opens the next session."""
    text = find_table(request, text_id).text
    if not rules.may_change(request.standing, text):
        return refuse(request)
    try_change(
        request,
        lambda: next_session(text, seen=request.POST.get("seen", "")),
        done=gettext("The next session is open."),
    )
    return redirect("text_agreement", text.dialogue_id, text.id)


def signatures_now(table: Table, now: dt.datetime) -> Signatures | None:
    """Who has signed, from the moment on from which one may."""
    document = table.document
    asked = document.silence
    is_kept = asked is not None and asked.state(now) is SilenceState.KEPT
    may_sign = document.stage is Stage.UNDER_SILENCE and is_kept
    return signatures_of(table.text) if document.is_adopted or may_sign else None


def signed_by(table: Table, signatures: Signatures | None) -> list[tuple[object, bool]]:
    """Each side, and whether it has signed; none before anybody may."""
    if signatures is None:
        return []
    return [(side, code in signatures.signed) for code, side in table.sides.items()]


def _of_chair(table: Table, now: dt.datetime, gate: Gate) -> dict[str, object]:
    return {
        "ways_on": list(ways_on(table, now, gate)),
        "mark": mark_of(table.document),
        "next_session": table.text.session + 1,
        "may_ask_silence": table.document.stage is Stage.CLEAN,
    }


def _asked(
    standing: Standing, table: Table, signatures: Signatures | None, now: dt.datetime
) -> dict[str, object]:
    """What the page asks of a head of delegation."""
    side = standing.side
    if side is None or not rules.may_take_position(standing, table.text):
        return {}
    asked = table.document.silence
    is_asked = table.document.stage is Stage.UNDER_SILENCE and asked is not None
    return {
        "may_break": is_asked and asked is not None and asked.state(now) is SilenceState.RUNNING,
        "may_sign": signatures is not None and side.code in signatures.missing,
    }


urls: list[URLPattern] = [
    path("texts/<uuid:text_id>/agreement/", agreement, name="text_agreement"),
    path("texts/<uuid:text_id>/stage", stage, name="text_stage"),
    path("texts/<uuid:text_id>/session", session, name="text_session"),
    *silence.urls,
    *published.urls,
]
