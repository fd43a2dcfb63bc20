"""How a step that may come too late is taken from a page."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext

from tracktwo_web.rounds.states import NotNow


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
