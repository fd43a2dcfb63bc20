"""What the chair decides: which proposals are taken up, and which brackets are closed."""

import uuid
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo.text.standing import Disagreement
from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.texts import rules
from tracktwo_web.texts.domain import chair
from tracktwo_web.texts.forms.chair import DeclineForm, EnterForm
from tracktwo_web.texts.models import ProposalState
from tracktwo_web.texts.standpoints import heard_of, is_way_out_now, point_of
from tracktwo_web.texts.table import Table
from tracktwo_web.texts.views.page import READ, base_facts, find_table, to_text, try_change
from tracktwo_web.texts.views.proposals import find_proposal, show_proposal, to_proposal


@require_POST
@door(rules.may_see_texts)
def text_take_up(request: StandingRequest, text_id: uuid.UUID, code: str) -> HttpResponse:
    """Accept what every side agrees to."""
    table = find_table(request, text_id)
    proposal = find_proposal(request, table.text, code)
    if not rules.may_change(request.standing, table.text):
        return refuse(request)
    take_up = partial(chair.take_up, proposal)
    try_change(request, take_up, done=gettext("The proposal is taken up into the text."))
    return to_proposal(table.text, code)


@require_POST
@door(rules.may_see_texts)
def text_enter(request: StandingRequest, text_id: uuid.UUID, code: str) -> HttpResponse:
    """Enter what is contested in brackets."""
    table = find_table(request, text_id)
    proposal = find_proposal(request, table.text, code)
    if not rules.may_change(request.standing, table.text):
        return refuse(request)
    form = EnterForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    enter = partial(chair.enter_in_brackets, proposal, reason=reason)
    try_change(request, enter, done=gettext("The words stand in the text, in brackets."))
    return to_proposal(table.text, code)


@require_POST
@door(rules.may_see_texts)
def text_decline(request: StandingRequest, text_id: uuid.UUID, code: str) -> HttpResponse:
    """Not take a proposal up, and say why."""
    table = find_table(request, text_id)
    proposal = find_proposal(request, table.text, code)
    if not rules.may_change(request.standing, table.text):
        return refuse(request)
    form = DeclineForm(request.POST, auto_id="decline-%s")
    if not form.is_valid() and proposal.state == ProposalState.TABLED:
        return show_proposal(request, table, proposal, form)
    decline = partial(chair.decline, proposal, form.cleaned_data.get("reason", ""))
    try_change(request, decline, done=gettext("The proposal is not taken up."))
    return to_proposal(table.text, code)


@require_http_methods([*READ, "POST"])
@door(rules.may_see_texts)
def text_close_bracket(request: StandingRequest, text_id: uuid.UUID, bracket: str) -> HttpResponse:
    """A bracket as the chair sees it. On POST it is closed, with a wording that every side accepts."""
    table = find_table(request, text_id)
    if not rules.may_change(request.standing, table.text):
        return refuse(request)
    if request.method == "POST":
        close = partial(chair.close_bracket, table.text, bracket, _wording(request))
        unit = next((one.unit for one in table.open_ones if one.id == bracket), "")
        if try_change(request, close, done=gettext("The bracket is closed.")):
            return to_text(table.text, unit)
        return _to_bracket(table, bracket)
    one = _find_bracket(table, bracket)
    facts = base_facts(request, table, "text") | {
        "unit": one.unit,
        "point": point_of(one, table),
        "closing": _closing(table, one),
    }
    return render(request, "texts/bracket.html", facts)


@require_POST
@door(rules.may_see_texts)
def text_propose_wording(
    request: StandingRequest, text_id: uuid.UUID, bracket: str
) -> HttpResponse:
    """Say which wording the chair proposes: it is marked for everybody."""
    table = find_table(request, text_id)
    if not rules.may_change(request.standing, table.text):
        return refuse(request)
    propose = partial(chair.propose_wording, table.text, bracket, _wording(request))
    try_change(request, propose, done=gettext("The wording is marked as the chair’s proposal."))
    return _to_bracket(table, bracket)


@require_POST
@door(rules.may_see_texts)
def text_release(request: StandingRequest, text_id: uuid.UUID, operation: str) -> HttpResponse:
    """Free the words that an accepted NOC keeps."""
    table = find_table(request, text_id)
    if not rules.may_change(request.standing, table.text):
        return refuse(request)
    if all(one.operation != operation for one in table.now.kept):
        raise Http404
    release = partial(chair.release_words, table.text, operation)
    try_change(request, release, done=gettext("These words can be changed again."))
    return to_text(table.text)


def _wording(request: StandingRequest) -> int | None:
    """The wording that was chosen, counted from 0; None is to leave the words out."""
    told = request.POST.get("alternative", "")
    if told == "none":
        return None
    if not (told.isascii() and told.isdecimal() and len(told) < 5):
        raise Http404
    return int(told)


def _find_bracket(table: Table, bracket: str) -> Disagreement:
    found = next((one for one in table.open_ones if one.id == bracket), None)
    if found is None:
        raise Http404
    return found


def _closing(table: Table, one: Disagreement) -> set[int | None]:
    """The wordings that every side accepts, with nothing left to confirm."""
    heard = heard_of(one, table).wordings
    return {each.alternative for each in heard if is_way_out_now(each)}


def _to_bracket(table: Table, bracket: str) -> HttpResponse:
    """Back to the bracket, or to the text where it is closed already."""
    if all(one.id != bracket for one in table.open_ones):
        return to_text(table.text)
    return redirect("text_close_bracket", table.text.dialogue_id, table.text.id, bracket)


_BRACKET = "texts/<uuid:text_id>/brackets/<name:bracket>"
_PROPOSAL = "texts/<uuid:text_id>/proposals/<name:code>"

urls: list[URLPattern] = [
    path(f"{_PROPOSAL}/take-up", text_take_up, name="text_take_up"),
    path(f"{_PROPOSAL}/enter", text_enter, name="text_enter"),
    path(f"{_PROPOSAL}/decline", text_decline, name="text_decline"),
    path(f"{_BRACKET}/close", text_close_bracket, name="text_close_bracket"),
    path(f"{_BRACKET}/propose", text_propose_wording, name="text_propose_wording"),
    path("texts/<uuid:text_id>/kept/<name:operation>/release", text_release, name="text_release"),
]
