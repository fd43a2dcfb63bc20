"""What the pages of a map share: finding it, trying a change, going back to it."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from tracktwo_web.dialogues.doors import StandingRequest
from tracktwo_web.influence import queries
from tracktwo_web.influence.domain.answers import CannotBe, Meanwhile
from tracktwo_web.influence.models import Map

READ = ("GET", "HEAD")


def find_map(request: StandingRequest, map_id: uuid.UUID) -> Map:
    """A map that whoever asks may see; to others it does not exist."""
    drawn = queries.find_map(request.standing, map_id)
    if drawn is None:
        raise Http404
    return drawn


def try_change(request: StandingRequest, change: Callable[[], object], *, done: str) -> bool:
    """Change a map; where that cannot be, say why and show how things stand now."""
    try:
        change()
    except CannotBe as wrong:
        messages.warning(request, str(wrong))
        return False
    except Meanwhile:
        messages.warning(
            request,
            gettext(
                "Nothing was changed: somebody has changed or drawn this meanwhile. See how it stands now."
            ),
        )
        return False
    messages.success(request, done)
    return True


def to_map(drawn: Map) -> HttpResponse:
    return redirect("map", drawn.dialogue_id, drawn.id)


def seen_in(request: StandingRequest) -> int:
    """The edition that the writer had before them; -1, which nothing has, where none is told."""
    told = request.POST.get("seen", "")
    return int(told) if told.isascii() and told.isdecimal() else -1
