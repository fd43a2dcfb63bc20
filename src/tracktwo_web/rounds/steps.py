"""How a step that may come too late is taken from a page, and asked about first."""

import uuid
from collections.abc import Callable, Collection
from functools import partial
from typing import Any, Protocol, TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.rounds.states import NotNow

Round = TypeVar("Round", bound="HasState")


class HasState(Protocol):
    """A round of any kind."""

    state: Any


class Asked(Protocol):
    """What is asked before a step, and what is said after it."""

    @property
    def done(self) -> Any: ...  # noqa: ANN401 -- words, perhaps lazy


def try_step(request: HttpRequest, step: Callable[[], object], *, done: str = "") -> bool:
    """Take a step; where somebody was quicker, say so calmly and show how things stand now."""
    try:
        step()
    except NotNow:
        messages.warning(
            request,
            gettext("Nothing was changed: things have moved on since this page was shown."),
        )
        return False
    if done:
        messages.success(request, done)
    return True


def asked_first(
    name: str,
    step: tuple[Callable[[Round], object], Collection[str]],
    *,
    may: Callable[[Standing], bool],
    find: Callable[[StandingRequest, uuid.UUID], Round],
    ask: Callable[[str, Round], Asked],
    template: str,
    page: str,
) -> Callable[..., HttpResponse]:
    """A view that says what a step will do, and then does it; in other states than the step's it says 409.

    `page` is the address of the round to go back to.
    """
    do, states = step

    @require_http_methods(["GET", "HEAD", "POST"])
    @door(may)
    def take(request: StandingRequest, round_id: uuid.UUID) -> HttpResponse:
        one = find(request, round_id)
        asked = ask(name, one)
        if request.method != "POST":
            facts = {"round": one, "asked": asked, "is_grave": name == "void"}
            return render(request, template, facts, status=200 if one.state in states else 409)
        try_step(request, partial(do, one), done=asked.done)
        return redirect(page, request.standing.dialogue.id, round_id)

    return take
