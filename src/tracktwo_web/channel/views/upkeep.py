"""Looking after a line: tests by the clock, a new key, and a key that is gone."""

import uuid
from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.channel import queries, rules
from tracktwo_web.channel.domain.answers import CannotBe
from tracktwo_web.channel.domain.keys import replace_key, rotate_key
from tracktwo_web.channel.domain.line_tests import settle_tests
from tracktwo_web.channel.domain.logs import Unreadable
from tracktwo_web.channel.domain.open import readable_card
from tracktwo_web.channel.forms.upkeep import TestsForm
from tracktwo_web.channel.models import Line
from tracktwo_web.channel.views.page import READ, base_facts, try_change
from tracktwo_web.dialogues.doors import StandingRequest, door


@require_http_methods(READ)
@door(rules.may_connect)
def line_keys(request: StandingRequest, line_id: uuid.UUID) -> HttpResponse:
    """What may be done, and what follows from it."""
    line = queries.find_line(request.standing, line_id)
    return _page(request, line, TestsForm(initial={"every": line.test_every}))


@require_POST
@door(rules.may_connect)
def line_tests(request: StandingRequest, line_id: uuid.UUID) -> HttpResponse:
    """Settle how often this end tests the line."""
    line = queries.find_line(request.standing, line_id)
    form = TestsForm(request.POST)
    if not form.is_valid():
        return _page(request, line, form)
    change = partial(settle_tests, line, form.cleaned_data["every"], now=timezone.now())
    try_change(request, change, done=gettext("Settled. The other office must settle the same."))
    return _back(request, line)


@require_POST
@door(rules.may_connect)
def line_rotate(request: StandingRequest, line_id: uuid.UUID) -> HttpResponse:
    """Sign with a new key from now on, once somebody has said so."""
    line = queries.find_line(request.standing, line_id)
    done = gettext("This office signs with a new key. The other node follows by itself.")
    return _once_sure(request, line, partial(_rotate, line), done)


@require_POST
@door(rules.may_connect)
def line_replace(request: StandingRequest, line_id: uuid.UUID) -> HttpResponse:
    """Give up the key, once somebody has said so."""
    line = queries.find_line(request.standing, line_id)
    done = gettext("The old key is given up. Hand the new card over now: until it is taken, the other office hears nothing from here.")  # fmt: skip
    return _once_sure(request, line, partial(replace_key, line, now=timezone.now()), done)


def _once_sure(
    request: StandingRequest, line: Line, change: Callable[[], object], done: str
) -> HttpResponse:
    if request.POST.get("sure") == "yes":
        try_change(request, change, done=done)
    else:
        messages.warning(request, gettext("Nothing was changed: say first that you mean it."))
    return _back(request, line)


def _rotate(line: Line) -> None:
    try:
        rotate_key(line, now=timezone.now())
    except Unreadable:
        raise CannotBe(
            gettext("The old key does not open any more, so that it can hand on nothing. Give it up.")
        ) from None  # fmt: skip


def _page(request: StandingRequest, line: Line, form: TestsForm) -> HttpResponse:
    facts = base_facts(request, line, "state") | {
        "form": form,
        "offices": sorted((line.office, line.peer)),
        "card": readable_card(line),
    }
    return render(request, "channel/upkeep.html", facts)


def _back(request: StandingRequest, line: Line) -> HttpResponse:
    return redirect("line_keys", request.standing.dialogue.id, line.pk)


urls: list[URLPattern] = [
    path("line/<uuid:line_id>/keys/", line_keys, name="line_keys"),
    path("line/<uuid:line_id>/keys/tests", line_tests, name="line_tests"),
    path("line/<uuid:line_id>/keys/rotate", line_rotate, name="line_rotate"),
    path("line/<uuid:line_id>/keys/replace", line_replace, name="line_replace"),
]
