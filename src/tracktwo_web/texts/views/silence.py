"""The silence procedure as the table sees it: until when, over which words, and what a side can still do."""

import datetime as dt
import uuid
from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo.text.standing import Attribution as Policy
from tracktwo.text.standing import SilenceSeen, SilenceState, Stage
from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.dialogues.models import Attribution, Side
from tracktwo_web.kit.forms import Form
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.kit.times import UTC, LocalTime, local_times
from tracktwo_web.records.groups import in_fours
from tracktwo_web.texts import rules
from tracktwo_web.texts.domain import silence as domain
from tracktwo_web.texts.forms.silence import BreakForm, TakeBackForm, UntilForm
from tracktwo_web.texts.sheet import in_brief
from tracktwo_web.texts.table import Table
from tracktwo_web.texts.views.page import READ, base_facts, find_table, try_change

WRONG = 422


@require_http_methods(READ)
@door(rules.may_see_texts)
def silence(request: StandingRequest, text_id: uuid.UUID) -> HttpResponse:
    """Until when silence is asked, what follows if nobody breaks it, and who may do what meanwhile."""
    return _page(request, find_table(request, text_id), {})


@require_POST
@door(rules.may_see_texts)
def ask(request: StandingRequest, text_id: uuid.UUID) -> HttpResponse:
    """The chair asks for silence on a clean text."""
    table, now = find_table(request, text_id), timezone.now()
    if not rules.may_change(request.standing, table.text):
        return refuse(request)
    form = UntilForm(table.text.dialogue, now, request.POST, auto_id="ask-%s")
    if not form.is_valid():
        return _page(request, table, {"ask_form": form})
    return _changed(
        request,
        table,
        lambda: domain.ask_silence(table.text, until=form.cleaned_data["until"], now=now),
        done=gettext("Silence is asked. No word of the text moves until it is over."),
    )


@require_POST
@door(rules.may_see_texts)
def put_off(request: StandingRequest, text_id: uuid.UUID) -> HttpResponse:
    """The chair asks for silence until a later moment."""
    table, now = find_table(request, text_id), timezone.now()
    if not rules.may_chair(request.standing):
        return refuse(request)
    form = UntilForm(table.text.dialogue, now, request.POST, auto_id="later-%s")
    if not form.is_valid():
        return _page(request, table, {"later_form": form})
    return _changed(
        request,
        table,
        lambda: domain.put_off(table.text, until=form.cleaned_data["until"], now=now),
        done=gettext("Silence is asked until then."),
    )


@require_POST
@door(rules.may_see_texts)
def break_silence(request: StandingRequest, text_id: uuid.UUID) -> HttpResponse:
    """A head of delegation breaks the silence for the side, on a passage and with a reason."""
    table, now = find_table(request, text_id), timezone.now()
    side = request.standing.side
    if side is None or not rules.may_take_position(request.standing, table.text):
        return refuse(request)
    form = BreakForm(table.text.dialogue, _passages(table), request.POST, auto_id="break-%s")
    if not form.is_valid():
        return _page(request, table, {"break_form": form})
    told = form.cleaned_data
    return _changed(
        request,
        table,
        lambda: domain.break_silence(
            table.text, side, unit=told["unit"], reason=told["reason"], now=now
        ),
        done=gettext("The silence is broken. The table sees on which passage, and why."),
    )


@require_POST
@door(rules.may_see_texts)
def take_back(request: StandingRequest, text_id: uuid.UUID) -> HttpResponse:
    """The chair takes the text back to negotiation, and says why."""
    table = find_table(request, text_id)
    if not rules.may_chair(request.standing):
        return refuse(request)
    form = TakeBackForm(request.POST, auto_id="back-%s")
    if not form.is_valid():
        return _page(request, table, {"back_form": form})
    return _changed(
        request,
        table,
        lambda: domain.take_back(table.text, form.cleaned_data["reason"], now=timezone.now()),
        done=gettext("The draft is open again. The table sees why."),
    )


def _changed(
    request: StandingRequest, table: Table, change: Callable[[], object], *, done: str
) -> HttpResponse:
    try_change(request, change, done=done)
    return redirect("text_silence", table.text.dialogue_id, table.text.id)


def _page(request: StandingRequest, table: Table, entered: dict[str, Form]) -> HttpResponse:
    """The page, with what was entered and does not fit."""
    now = timezone.now()
    seen = _seen(table, request.standing.side, now)
    facts = base_facts(request, table, "agreement") | {
        "seen": seen,
        "taken_back": table.document.silence.taken_back if table.document.silence else "",
        "in_utc": _in_utc(table, seen),
        "state": _state(table, seen),
        "breaks": _breaks(table, seen),
        "fingerprint": in_fours(_fingerprint(table)),
        "is_blind": request.standing.is_blind,
    }
    facts |= _forms(request, table, seen, now) | entered
    return render(request, "texts/silence.html", facts, status=WRONG if entered else 200)


def _seen(table: Table, side: Side | None, now: dt.datetime) -> SilenceSeen | None:
    asked = table.document.silence
    is_named = table.text.dialogue.attribution == Attribution.SIDE
    policy: Policy = "side" if is_named else "hidden"
    return asked.seen_by(side.code if side else "", now, attribution=policy) if asked else None


def _in_utc(table: Table, seen: SilenceSeen | None) -> LocalTime | None:
    """The end in UTC too, where no side's own clock shows it."""
    zones = {side.time_zone for side in table.sides.values()}
    return local_times(seen.until, [UTC])[0] if seen and UTC not in zones else None


def _state(table: Table, seen: SilenceSeen | None) -> str:
    """What the page tells of: the clock says when silence was kept, and nobody has to press anything."""
    stage = table.document.stage
    if table.document.is_adopted:
        return "adopted"
    if seen is None or stage not in (Stage.UNDER_SILENCE, Stage.SILENCE_BROKEN):
        return "clean" if stage is Stage.CLEAN else "none"
    return seen.state.value


def _breaks(table: Table, seen: SilenceSeen | None) -> list[dict[str, object]]:
    """What silence was broken on and why; who, only where the rule of attribution tells it."""
    languages = [reader_language(), *table.now.languages]
    return [
        {
            "unit": one.unit if one.unit in table.now.places else "",
            "passage": in_brief(table.now.unit(one.unit), languages)
            if one.unit in table.now.places
            else one.unit,
            "reason": one.reason,
            "side": table.sides.get(one.side),
            "is_own": one.is_own,
        }
        for one in (seen.breaks if seen else ())
    ]


def _fingerprint(table: Table) -> str:
    """That of the words under silence."""
    asked = table.document.silence
    is_asked = rules.is_frozen(table.text) or table.document.stage is Stage.SILENCE_BROKEN
    return asked.fingerprint if asked and is_asked else ""


def _forms(
    request: StandingRequest, table: Table, seen: SilenceSeen | None, now: dt.datetime
) -> dict[str, object]:
    """What the reader can do now: the chair asks and puts off, a head breaks."""
    standing, dialogue = request.standing, table.text.dialogue
    document, forms = table.document, dict[str, object]()
    runs = document.stage is Stage.UNDER_SILENCE and seen is not None and seen.remaining
    if rules.may_change(standing, table.text) and document.stage is Stage.CLEAN:
        forms["ask_form"] = UntilForm(dialogue, now, auto_id="ask-%s")
    if runs and rules.may_chair(standing):
        forms["later_form"] = UntilForm(dialogue, now, auto_id="later-%s")
    if rules.may_take_back(standing, table.text):
        forms["back_form"] = TakeBackForm(auto_id="back-%s")
    if _may_break(table, seen, now) and rules.may_take_position(standing, table.text):
        forms["break_form"] = BreakForm(dialogue, _passages(table), auto_id="break-%s")
    return forms


def _may_break(table: Table, seen: SilenceSeen | None, now: dt.datetime) -> bool:
    """Until the moment comes, also where another side was quicker."""
    is_asked = table.document.stage in (Stage.UNDER_SILENCE, Stage.SILENCE_BROKEN)
    return seen is not None and is_asked and now < seen.until and seen.state in _OPEN


def _passages(table: Table) -> list[tuple[str, str]]:
    languages = [reader_language(), *table.now.languages]
    return [(one.id, in_brief(one, languages)) for one in table.now.units]


_OPEN = (SilenceState.AHEAD, SilenceState.RUNNING, SilenceState.BROKEN)

urls: list[URLPattern] = [
    path("texts/<uuid:text_id>/silence/", silence, name="text_silence"),
    path("texts/<uuid:text_id>/silence/ask", ask, name="text_silence_ask"),
    path("texts/<uuid:text_id>/silence/break", break_silence, name="text_silence_break"),
    path("texts/<uuid:text_id>/silence/take-back", take_back, name="text_silence_take_back"),
    path("texts/<uuid:text_id>/silence/put-off", put_off, name="text_silence_put_off"),
]
