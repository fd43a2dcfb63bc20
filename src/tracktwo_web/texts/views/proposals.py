"""One proposal on the table: what it would change, why, and who agrees."""

import uuid
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo.locale import translator
from tracktwo.text import NegotiatedText, OperationKind, Unit
from tracktwo.text.changes.history_json import operation_from
from tracktwo.text.changes.reasons import Reason, reason_sentence
from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.texts import queries, rules
from tracktwo_web.texts.domain import proposals
from tracktwo_web.texts.forms.chair import DeclineForm, EnterForm
from tracktwo_web.texts.models import JointText, Proposal, ProposalState
from tracktwo_web.texts.offers import offer_of
from tracktwo_web.texts.sheet import in_brief
from tracktwo_web.texts.table import Table
from tracktwo_web.texts.views.page import READ, base_facts, find_table, try_change


@require_http_methods(READ)
@door(rules.may_see_texts)
def text_proposal(request: StandingRequest, text_id: uuid.UUID, code: str) -> HttpResponse:
    """A proposal before and after; a draft is shown where it is written."""
    table = find_table(request, text_id)
    proposal = find_proposal(request, table.text, code)
    if proposal.state == ProposalState.DRAFT and proposal.language:
        text = table.text
        return redirect("text_edit", text.dialogue_id, text.id, proposal.unit, proposal.language)
    return show_proposal(request, table, proposal)


@require_POST
@door(rules.may_see_texts)
def text_withdraw(request: StandingRequest, text_id: uuid.UUID, code: str) -> HttpResponse:
    """Take one's own proposal off the table."""
    table = find_table(request, text_id)
    proposal = find_proposal(request, table.text, code)
    if not may_withdraw(request.standing, table.text, proposal):
        return refuse(request)
    withdraw = partial(proposals.withdraw, proposal)
    try_change(request, withdraw, done=gettext("The proposal is withdrawn."))
    return to_proposal(table.text, code)


@require_POST
@door(rules.may_see_texts)
def text_agree(request: StandingRequest, text_id: uuid.UUID, code: str) -> HttpResponse:
    """The head says that the side agrees, or with `agrees` set to "no" that it no longer does."""
    table = find_table(request, text_id)
    proposal = find_proposal(request, table.text, code)
    side, agrees = request.standing.side, request.POST.get("agrees") != "no"
    if side is None or not rules.may_take_position(request.standing, table.text):
        return refuse(request)
    done = gettext("Your side agrees.") if agrees else gettext("Your side does not agree now.")
    try_change(request, partial(proposals.agree, proposal, side, agrees=agrees), done=done)
    return to_proposal(table.text, code)


def find_proposal(request: StandingRequest, text: JointText, code: str) -> Proposal:
    """A proposal that whoever asks may see; another side's draft does not exist."""
    found = queries.find_proposal(request.standing, text, code)
    if found is None:
        raise Http404
    found.text = text
    return found


def to_proposal(text: JointText, code: str) -> HttpResponse:
    return redirect("text_proposal", text.dialogue_id, text.id, code)


def may_withdraw(standing: Standing, text: JointText, proposal: Proposal) -> bool:
    """Those who lay proposals on the table for the side whose proposal it is."""
    is_own = proposal.side == rules.writes_for(standing)
    return is_own and rules.may_table(standing, text) and proposal.state == ProposalState.TABLED


def show_proposal(
    request: StandingRequest, table: Table, proposal: Proposal, decline: DeclineForm | None = None
) -> HttpResponse:
    """Its page, with what the chair has entered and could not be taken."""
    standing, text = request.standing, table.text
    before = _text_before(table, proposal)
    offer = offer_of(proposal, before, table.sides)
    is_open = proposal.state == ProposalState.TABLED
    facts = base_facts(request, table, "text") | {
        "proposal": proposal,
        "called": _called(proposal),
        "offer": offer,
        "kind": proposal.operation["kind"],
        "unit": _passage(before, proposal),
        "is_there": proposal.unit in table.now.places,
        "why": _why(proposal),
        "asks_head": is_open and rules.may_take_position(standing, text),
        "agrees": standing.side is not None and standing.side.code in proposal.agreed,
        "may_withdraw": may_withdraw(standing, text, proposal),
        **(
            _chairs(proposal, offer.waiting, decline)
            if _is_before_chair(standing, table, proposal)
            else {}
        ),
        "keeps": _keeps(table, proposal),
    }
    return render(request, "texts/proposal.html", facts)


def _called(proposal: Proposal) -> str:
    """A draft has no number: gaps would tell of the drafts of others."""
    if proposal.state == ProposalState.DRAFT:
        return gettext("A draft of your side")
    return gettext("Proposal %(code)s") % {"code": proposal.code}


def _is_before_chair(standing: Standing, table: Table, proposal: Proposal) -> bool:
    return proposal.state == ProposalState.TABLED and rules.may_change(standing, table.text)


def _chairs(
    proposal: Proposal, waiting: tuple[object, ...], decline: DeclineForm | None
) -> dict[str, object]:
    """What the chair may do with it now."""
    kind = OperationKind(proposal.operation["kind"])
    return {
        "asks_chair": True,
        "may_take_up": not waiting and kind is not OperationKind.ALT,
        "enter_form": None if kind is OperationKind.NOC else EnterForm(auto_id="enter-%s"),
        "decline_form": decline or DeclineForm(auto_id="decline-%s"),
    }


def _text_before(table: Table, proposal: Proposal) -> NegotiatedText:
    """The text that a proposal speaks of: as it stands, or as it stood when the proposal was settled."""
    base = operation_from(proposal.operation).base
    return table.now if base == table.now.version else queries.history_of(table.text).at(base)


def _passage(before: NegotiatedText, proposal: Proposal) -> str:
    known: dict[str, Unit] = {one.id: one for one in (*before.gone, *before.units)}
    unit = known.get(proposal.unit)
    return in_brief(unit, [reader_language(), *before.languages]) if unit else ""


def _why(proposal: Proposal) -> str:
    """Why it has lost its place, or was not taken up."""
    if "said" in proposal.why:
        return str(proposal.why["said"])
    if "reason" not in proposal.why:
        return ""
    return reason_sentence(
        Reason(proposal.why["reason"]),
        translator(reader_language()),
        operation=proposal.code,
        unit=proposal.unit,
        by=proposal.why.get("by", ""),
    )


def _keeps(table: Table, proposal: Proposal) -> bool:
    """Whether the text keeps words because this was accepted."""
    return any(one.operation == proposal.code for one in table.now.kept)


_PROPOSAL = "texts/<uuid:text_id>/proposals/<name:code>"

urls: list[URLPattern] = [
    path(f"{_PROPOSAL}/", text_proposal, name="text_proposal"),
    path(f"{_PROPOSAL}/withdraw", text_withdraw, name="text_withdraw"),
    path(f"{_PROPOSAL}/agree", text_agree, name="text_agree"),
]
