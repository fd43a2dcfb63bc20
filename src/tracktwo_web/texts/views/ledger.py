"""The page of open points: what stands between a text and its clean form, the nearest first."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from tracktwo.text.ledger import Session, burn_down
from tracktwo.text.negotiation import Negotiation
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.texts import rules
from tracktwo_web.texts.burn_down_picture import BurnDown, burn_down_picture
from tracktwo_web.texts.committed import followed
from tracktwo_web.texts.open_ledger import OpenLedger, packages_on, parked_on, place_of
from tracktwo_web.texts.queries import history_of
from tracktwo_web.texts.table import Table
from tracktwo_web.texts.views.page import READ, base_facts, find_table

MOST_POINTS = 50
"""Open points on a page."""
MOST_NAMED = 30
"""Points named at once of which a side has not spoken."""


@require_http_methods(READ)
@door(rules.may_see_texts)
def text_ledger(request: StandingRequest, text_id: uuid.UUID) -> HttpResponse:
    """What is open, how near each point is to being closed, and how it went from session to session."""
    table = find_table(request, text_id)
    found = OpenLedger(table)
    speaks = rules.may_take_position(request.standing, table.text)
    unheard = found.unheard(request.standing.side) if speaks else []
    facts = base_facts(request, table, "ledger") | {
        **_shown(request, found),
        "obstacles": found.obstacles(),
        "unheard": len(unheard),
        "unheard_first": unheard[:MOST_NAMED],
        "packages": packages_on(table),
        "parked": parked_on(table),
        "tabled": [(one, place_of(table, one.unit) if one.unit else "") for one in table.tabled],
        "names_sides": found.names_sides,
        "burn_down": _burn_down(table),
        "is_blind": request.standing.is_blind,
    }
    return render(request, "texts/ledger.html", facts)


def _shown(request: StandingRequest, found: OpenLedger) -> dict[str, object]:
    """As many points as one reads at a time, and on which pages the others are."""
    pages = max(1, -(-len(found.rows) // MOST_POINTS))
    asked = request.GET.get("page", "1")
    page = int(asked) if asked in map(str, range(1, pages + 1)) else 1
    return {
        "open_points": len(found.rows),
        "rows": found.rows[(page - 1) * MOST_POINTS : page * MOST_POINTS],
        "page": page,
        "pages": range(1, pages + 1),
    }


def _burn_down(table: Table) -> BurnDown | None:
    text = table.text
    sessions = tuple(text.changes.order_by("version").values_list("session", flat=True))
    sides = tuple(sorted(table.codes))

    def work_out() -> tuple[Session, ...]:
        told = Negotiation(history_of(text), sessions, session=text.session)
        return burn_down(told.ends(), sides=sides)

    given = text.session, sides
    return burn_down_picture(followed(text, "burn down", *given, work_out=work_out))


urls: list[URLPattern] = [
    path("texts/<uuid:text_id>/ledger/", text_ledger, name="text_ledger"),
]
