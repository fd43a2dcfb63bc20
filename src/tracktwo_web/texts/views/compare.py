"""Any two versions of a text beside each other, or the text with and without a proposal."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.texts import rules
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.queries import find_proposal
from tracktwo_web.texts.table import Table
from tracktwo_web.texts.versions_beside import Asked, Beside, beside, proposal_beside, versions_of
from tracktwo_web.texts.views.page import READ, base_facts, find_table


@require_http_methods(READ)
@door(rules.may_see_texts)
def text_compare(request: StandingRequest, text_id: uuid.UUID) -> HttpResponse:
    """What changed from one version to another; without being asked, in this session."""
    table = find_table(request, text_id)
    versions = versions_of(table)
    asked = Asked.of(request.GET, table, versions)
    facts = base_facts(request, table, "compare") | {
        "versions": versions,
        "asked": asked,
        "languages": table.now.languages,
    }
    try:
        found = _found(request, table, asked)
    except CannotBe as wrong:
        return render(request, "texts/compare.html", facts | {"wrong": str(wrong)})
    return render(request, "texts/compare.html", facts | {"found": found})


def _found(request: StandingRequest, table: Table, asked: Asked) -> Beside:
    if not asked.proposal:
        return beside(table, asked)
    proposal = find_proposal(request.standing, table.text, asked.proposal)
    if proposal is None:
        raise Http404
    return proposal_beside(table, proposal, asked)


urls: list[URLPattern] = [
    path("texts/<uuid:text_id>/compare/", text_compare, name="text_compare"),
]
