"""The only ways into a dialogue: who passes holds a `Standing`, who does not learns nothing.

A dialogue that is not there and one that is not yours give the same answer. Somebody who has a
place, but may not do this now, is told so. An open consultation asks strangers in.
"""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tracktwo_web.accounts.doors import lacks_second_factor
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.rules import is_present
from tracktwo_web.dialogues.standing import Standing, standing_of

P = ParamSpec("P")
Rule = Callable[[Standing], bool]


class StandingRequest(HttpRequest):
    """A request that has passed a door."""

    standing: Standing


class Door(Protocol[P]):
    """A view as Django calls it."""

    def __call__(
        self, request: HttpRequest, dialogue_id: uuid.UUID, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse: ...


def door(
    rule: Rule = is_present, *, hides: bool = False, before_rules: bool = False
) -> Callable[[Callable[Concatenate[StandingRequest, P], HttpResponse]], Door[P]]:
    """Let a view be entered by those a rule allows.

    `hides`: to others the page does not exist (404), instead of being closed to them (403).
    `before_rules`: open before the rules of procedure are accepted. The view is called without
    `dialogue_id`: it finds the dialogue in `request.standing`.
    """

    def guarded(view: Callable[Concatenate[StandingRequest, P], HttpResponse]) -> Door[P]:
        @wraps(view)
        def enter(
            request: HttpRequest, dialogue_id: uuid.UUID, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponse:
            standing = find_standing(request, dialogue_id)
            if hides and not rule(standing):
                raise Http404
            if not standing.is_present:
                return invite(standing)
            if standing.is_convenor and lacks_second_factor(request.user):
                return redirect("mfa_index")
            if not before_rules and not standing.has_accepted:
                return redirect("rules", dialogue_id=dialogue_id)
            if not rule(standing):
                return refuse(request)
            return view(request, *args, **kwargs)  # type: ignore[arg-type]

        return enter

    return guarded


def stand_before(request: HttpRequest, dialogue_id: uuid.UUID) -> Standing:
    """The standing of whoever asks; `Http404` where the dialogue does not exist for them."""
    standing = find_standing(request, dialogue_id)
    if not standing.is_present:
        raise Http404
    return standing


def find_standing(request: HttpRequest, dialogue_id: uuid.UUID) -> Standing:
    """The standing of whoever asks, also of nobody; `Http404` where there is no such dialogue."""
    dialogue = Dialogue.objects.select_related("convenor").filter(pk=dialogue_id).first()
    if dialogue is None:
        raise Http404
    standing = standing_of(request, dialogue)
    if standing.is_present:  # the frame of a 404 page must not name the dialogue to strangers
        request.standing = standing  # type: ignore[attr-defined]
    return standing


def invite(standing: Standing) -> HttpResponse:
    """An open consultation asks strangers in; any other dialogue does not exist for them."""
    if not standing.dialogue.is_open:
        raise Http404
    return redirect("join", dialogue_id=standing.dialogue.id)


def refuse(request: HttpRequest) -> HttpResponse:
    """A calm page that says: not for this role, or not at this stage."""
    return render(request, "dialogues/closed_door.html", status=403)
