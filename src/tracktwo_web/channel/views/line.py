"""The line itself: whether it works, its numbers for both sides, what was refused."""

import uuid
from dataclasses import replace

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from tracktwo_web.channel import queries, rules
from tracktwo_web.channel.counts import counts_of
from tracktwo_web.channel.domain.open import readable_card
from tracktwo_web.channel.forms.opening import ParcelForm
from tracktwo_web.channel.models import Line
from tracktwo_web.channel.telling import WAYS_IN
from tracktwo_web.channel.views.page import READ, base_facts
from tracktwo_web.channel.watch import state_of
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.kit.languages import said_to_reader

REFUSED_ON_PAGE = 50


@require_http_methods(READ)
@door(rules.may_see_state)
def line_state(request: StandingRequest, line_id: uuid.UUID) -> HttpResponse:
    """How the line stands. Those who run the dialogue see this and no message."""
    line = queries.find_line_seen(request.standing, line_id)
    return render(request, "channel/state.html", facts_of(request, line))


def facts_of(request: StandingRequest, line: Line) -> dict[str, object]:
    """What the page of a line shows; how long people took to answer is for the two sides."""
    now, facts = timezone.now(), base_facts(request, line, "state")
    counts = [counts_of(line, is_exercise=one, now=now) for one in (False, True)]
    if not facts["may_read"]:
        counts = [replace(one, times=()) for one in counts]
    state = state_of(line, now)
    connects = facts["may_connect"] and not state.is_here
    return facts | {
        "state": state,
        "card": readable_card(line) if connects else None,
        "counts": [one for one in counts if one.times or one.tests],
        "refusals": line.refusals.count(),
        "parcel_form": ParcelForm() if connects else None,
    }


@require_http_methods(READ)
@door(rules.may_read)
def line_refused(request: StandingRequest, line_id: uuid.UUID) -> HttpResponse:
    """What came and was not taken in, and why."""
    line = queries.find_line(request.standing, line_id)
    pages = Paginator(line.refusals.order_by("-id"), REFUSED_ON_PAGE)
    page = pages.get_page(request.GET.get("page"))
    reasons = [(one, said_to_reader(one.reason), WAYS_IN.get(one.way, one.way)) for one in page]
    facts = base_facts(request, line, "state") | {"page": page, "refusals": reasons}
    return render(request, "channel/refused.html", facts)


urls: list[URLPattern] = [
    path("line/<uuid:line_id>/state/", line_state, name="line_state"),
    path("line/<uuid:line_id>/refused/", line_refused, name="line_refused"),
]
