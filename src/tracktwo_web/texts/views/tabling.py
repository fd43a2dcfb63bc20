"""Laying something on the table: a draft, a new passage, or that one shall go or stay."""

import uuid
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo.text import OperationKind, UnitKind
from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.texts import rules
from tracktwo_web.texts.domain import prepared, proposals
from tracktwo_web.texts.domain.answers import CannotBe, Meanwhile
from tracktwo_web.texts.domain.drafts import Passage
from tracktwo_web.texts.forms.drafting import (
    BESIDE,
    REPLACE,
    AdditionForm,
    RationaleForm,
    TableDraftForm,
)
from tracktwo_web.texts.models import JointText, Proposal, ProposalState
from tracktwo_web.texts.queries import find_proposal
from tracktwo_web.texts.sheet import in_brief
from tracktwo_web.texts.views.page import READ, base_facts, find_table, to_text
from tracktwo_web.texts.views.passages import find_desk, find_unit

ABOUT = {OperationKind.SUP.value, OperationKind.NOC.value}
"""What can be proposed of a whole unit without writing any words."""


@require_http_methods([*READ, "POST"])
@door(rules.may_see_texts)
def text_table_draft(
    request: StandingRequest, text_id: uuid.UUID, unit: str, language: str
) -> HttpResponse:
    """What the side has written, before and after; on POST it lies on the table."""
    table = find_table(request, text_id)
    if not rules.may_table(request.standing, table.text):
        return refuse(request)
    desk = find_desk(request, table, Passage(unit, language))
    if desk.draft is None:
        messages.warning(request, gettext("Nothing is written here that the text does not say."))
        return redirect("text_edit", table.text.dialogue_id, table.text.id, unit, language)
    form = TableDraftForm(
        table.text.dialogue.languages,
        request.POST if request.method == "POST" else None,
        initial={"seen": desk.seen, "how": REPLACE},
    )
    if request.method == "POST" and form.is_valid():
        laid = _tabled(form, desk.draft)
        if laid:
            return _to_proposal(request, table.text, laid)
    facts = base_facts(request, table, "text") | {"desk": desk, "form": form}
    return render(request, "texts/table_draft.html", facts)


@require_http_methods([*READ, "POST"])
@door(rules.may_see_texts)
def text_add(request: StandingRequest, text_id: uuid.UUID) -> HttpResponse:
    """Propose a passage that is not there yet, behind the unit that `after` names."""
    table = find_table(request, text_id)
    if not rules.may_write(request.standing, table.text):
        return refuse(request)
    sent = request.POST if request.method == "POST" else None
    after = (sent or request.GET).get("after", "")
    lays = rules.may_table(request.standing, table.text)
    form = AdditionForm(
        table.now.languages,
        table.text.dialogue.languages,
        sent,
        lays=lays,
        initial={"after": after},
    )
    if sent is not None and form.is_valid():
        said = form.cleaned_data
        lay = partial(
            proposals.table_addition if lays else prepared.prepare_addition,
            table.text,
            rules.writes_for(request.standing),
            said["texts"],
            after=after or None,
            kind=UnitKind(said["kind"]),
            rationale=said["rationale"],
        )
        laid = _laid(form, lay)
        if laid:
            return _to_proposal(request, table.text, laid)
    before = table.now.unit(after) if after in table.now.places else None
    facts = base_facts(request, table, "text") | {
        "form": form,
        "before": before and in_brief(before, [reader_language(), *table.now.languages]),
    }
    return render(request, "texts/add.html", facts)


@require_POST
@door(rules.may_see_texts)
def text_about_unit(request: StandingRequest, text_id: uuid.UUID, unit: str) -> HttpResponse:
    """Propose to take a unit out, or to keep it as it stands: `kind` says which."""
    table = find_table(request, text_id)
    if not rules.may_write(request.standing, table.text):
        return refuse(request)
    one = find_unit(table, unit)
    kind = request.POST.get("kind", "")
    if kind not in ABOUT:
        raise Http404
    is_said = "said" in request.POST
    lays = rules.may_table(request.standing, table.text)
    sent = request.POST if is_said else None
    form = RationaleForm(table.text.dialogue.languages, sent, lays=lays)
    if is_said and form.is_valid():
        side, rationale = rules.writes_for(request.standing), form.cleaned_data["rationale"]
        lay = partial(
            proposals.table_about_unit if lays else prepared.prepare_about_unit,
            table.text,
            side,
            unit,
            OperationKind(kind),
            rationale,
        )
        laid = _laid(form, lay)
        if laid:
            return _to_proposal(request, table.text, laid)
    facts = base_facts(request, table, "text") | {
        "unit": one,
        "brief": in_brief(one, [reader_language(), *table.now.languages]),
        "kind": kind,
        "form": form,
    }
    return render(request, "texts/about_unit.html", facts)


@require_POST
@door(rules.may_see_texts)
def text_table_prepared(request: StandingRequest, text_id: uuid.UUID, code: str) -> HttpResponse:
    """Lay on the table what the side has prepared of a whole passage."""
    text = find_table(request, text_id).text
    if not rules.may_table(request.standing, text):
        return refuse(request)
    draft = _own_draft(request, text, code)
    try:
        return _to_proposal(request, text, prepared.table_prepared(draft))
    except CannotBe as wrong:
        messages.warning(request, str(wrong))
    return redirect("text_proposal", text.dialogue_id, text.id, code)


@require_POST
@door(rules.may_see_texts)
def text_discard(request: StandingRequest, text_id: uuid.UUID, code: str) -> HttpResponse:
    """Forget a draft of the side, whether or not its passage is there still."""
    text = find_table(request, text_id).text
    if not rules.may_write(request.standing, text):
        return refuse(request)
    prepared.discard(_own_draft(request, text, code))
    messages.success(request, gettext("The draft is discarded."))
    return to_text(text)


def _own_draft(request: StandingRequest, text: JointText, code: str) -> Proposal:
    """A draft that the reader may see, and so one of the reader's own side."""
    found = find_proposal(request.standing, text, code)
    if found is None or found.state != ProposalState.DRAFT:
        raise Http404
    found.text = text
    return found


def _tabled(form: TableDraftForm, draft: Proposal) -> Proposal | None:
    """The draft on the table; where a colleague has gone on with it, it is to be read once more."""
    said = form.cleaned_data
    lay = partial(
        proposals.table_draft,
        draft,
        said["rationale"],
        beside=said["how"] == BESIDE,
        seen=said["seen"],
    )
    try:
        return _laid(form, lay)
    except Meanwhile as other:
        form.go_on_from(other.edition)
        form.add_error(None, gettext("A colleague has written here meanwhile: read it once more."))
        return None


def _laid(form: RationaleForm, lay: "partial[Proposal]") -> Proposal | None:
    """What was laid on the table; where that cannot be, the form says why and keeps what was written."""
    try:
        return lay()
    except CannotBe as wrong:
        form.add_error(None, str(wrong))
        return None


def _to_proposal(request: StandingRequest, text: JointText, laid: Proposal) -> HttpResponse:
    if laid.state == ProposalState.DRAFT:
        said = gettext("It is kept as a draft of your side.")
    else:
        said = gettext("Proposal %(code)s is on the table.") % {"code": laid.code}
    messages.success(request, said)
    return redirect("text_proposal", text.dialogue_id, text.id, laid.code)


_PROPOSAL = "texts/<uuid:text_id>/proposals/<name:code>"

urls: list[URLPattern] = [
    path(f"{_PROPOSAL}/table", text_table_prepared, name="text_table_prepared"),
    path(f"{_PROPOSAL}/discard", text_discard, name="text_discard"),
    path("texts/<uuid:text_id>/add", text_add, name="text_add"),
    path("texts/<uuid:text_id>/units/<name:unit>/about", text_about_unit, name="text_about_unit"),
    path(
        "texts/<uuid:text_id>/units/<name:unit>/<str:language>/table",
        text_table_draft,
        name="text_table_draft",
    ),
]
