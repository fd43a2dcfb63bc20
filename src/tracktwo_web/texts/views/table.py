"""The list of the texts on the table."""

import uuid
from collections import defaultdict

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from tracktwo.text.standing import Act
from tracktwo.text.standing.log_json import act_from
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.texts import rules
from tracktwo_web.texts.asked import asked_of_each
from tracktwo_web.texts.headline import headline_of
from tracktwo_web.texts.models import LogEntry, Proposal, ProposalState
from tracktwo_web.texts.queries import number_of
from tracktwo_web.texts.table import Table
from tracktwo_web.texts.views.page import READ


@require_http_methods(READ)
@door(rules.may_see_texts)
def texts(request: StandingRequest) -> HttpResponse:
    """Every text with how far it has come, and what it asks of the reader."""
    standing = request.standing
    tables = tables_of(standing.dialogue, request.path)
    facts = {
        "rows": [
            (one.text, headline_of(one), asked)
            for one, asked in zip(tables, asked_of_each(standing, tables), strict=True)
        ],
        "may_lay": rules.may_lay_on_table(standing),
        "is_blind": standing.is_blind,
    }
    return render(request, "texts/texts.html", facts)


def tables_of(dialogue: Dialogue, path: str) -> list[Table]:
    """Every text of a dialogue; however many they are, they are read in four queries."""
    laid = dialogue.joint_texts.defer("first", "now").order_by("position", "id")
    tables = {one.pk: Table(one, path) for one in laid}
    sides = {one.code: one for one in sides_in_turn(dialogue, path)}
    acts, tabled = _acts(list(tables)), _tabled(list(tables))
    for text, table in tables.items():
        table.text.dialogue, table.sides = dialogue, sides
        table.log, table.tabled = tuple(acts[text]), tabled[text]
    return list(tables.values())


def _acts(texts: list[uuid.UUID]) -> dict[uuid.UUID, list[Act]]:
    found: dict[uuid.UUID, list[Act]] = defaultdict(list)
    for entry in LogEntry.objects.filter(text__in=texts).order_by("number"):
        found[entry.text_id].append(act_from(entry.act))
    return found


def _tabled(texts: list[uuid.UUID]) -> dict[uuid.UUID, list[Proposal]]:
    found: dict[uuid.UUID, list[Proposal]] = defaultdict(list)
    tabled = Proposal.objects.filter(text__in=texts, state=ProposalState.TABLED)
    for one in sorted(tabled.select_related("side"), key=lambda one: number_of(one.code)):
        found[one.text_id].append(one)
    return found


urls: list[URLPattern] = [path("texts/", texts, name="texts")]
