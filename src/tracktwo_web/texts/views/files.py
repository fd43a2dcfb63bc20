"""A text taken out as files, in any of its papers."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from tracktwo_web.dialogues.doors import StandingRequest, door, refuse
from tracktwo_web.dialogues.rules import is_neutral
from tracktwo_web.texts import rules
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.domain.folders import folder_of
from tracktwo_web.texts.table import Table
from tracktwo_web.texts.taking_out import FORMS, MARKED, Paper, papers_of, read_wish, written
from tracktwo_web.texts.versions_beside import versions_of
from tracktwo_web.texts.views import laying
from tracktwo_web.texts.views.page import READ, base_facts, find_table

FOLDER = "zip"


@require_http_methods(READ)
@door(rules.may_see_texts)
def text_files(request: StandingRequest, text_id: uuid.UUID) -> HttpResponse:
    """What can be taken out, and in which forms."""
    table = find_table(request, text_id)
    facts = base_facts(request, table, "files") | {
        "papers": papers_of(table),
        "languages": table.now.languages,
        "forms": list(FORMS),
        "marked": MARKED,
        "versions": [one for one in versions_of(table) if not one.is_now],
        "may_take_folder": is_neutral(request.standing),
    }
    return render(request, "texts/files.html", facts)


@require_http_methods(READ)
@door(rules.may_see_texts)
def text_file(request: StandingRequest, text_id: uuid.UUID, form: str) -> HttpResponse:
    """The text as a file."""
    table = find_table(request, text_id)
    if form == FOLDER:
        return _folder(request, table)
    wish = read_wish(request.GET, table)
    if form not in FORMS or wish is None or wish.paper not in papers_of(table):
        raise Http404
    if form not in MARKED and (wish.since is not None or wish.paper is Paper.COMPILATION):
        raise Http404
    try:
        content = written(table, wish, form)
    except CannotBe as wrong:
        messages.warning(request, str(wrong))
        return redirect("text_files", table.text.dialogue_id, table.text.id)
    name = "-".join(["text", wish.paper.value, *wish.languages])
    return _file(content, FORMS[form], f"{name}.{form}")


def _folder(request: StandingRequest, table: Table) -> HttpResponse:
    """The negotiation with its history and what the sides said, for those who run the dialogue."""
    if not is_neutral(request.standing):
        return refuse(request)
    return _file(folder_of(table.text), "application/zip", "text.zip")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    """A download: the page's policy does not hold for it, so it is never shown in place."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, kind, headers=headers)


urls: list[URLPattern] = [
    *laying.urls,
    path("texts/<uuid:text_id>/files/", text_files, name="text_files"),
    path("texts/<uuid:text_id>/files/text.<str:form>", text_file, name="text_file"),
]
