"""The way into the API: a token in the Authorization header gives a standing, or there is nothing."""

import uuid
from dataclasses import dataclass

from django.http import HttpRequest
from ninja.security import HttpBearer

from tracktwo_web.api.errors import NotAllowed, NotFound
from tracktwo_web.api.tokens import SEAT, SERVICE, find_service, read_seat_token
from tracktwo_web.dialogues.cookie import Sitting
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.standing import Standing, key_of


@dataclass(frozen=True)
class Token:
    """What the header holds; which dialogue it opens shows when one is asked for."""

    text: str


class Bearer(HttpBearer):
    """`Authorization: Bearer seat_…` or `Bearer service_…`."""

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:  # noqa: ARG002
        return Token(token) if token.startswith((SEAT, SERVICE)) else None


@dataclass(frozen=True)
class Caller:
    """Who calls: a seat with its standing, or a service that only reads."""

    dialogue: Dialogue
    standing: Standing | None

    @property
    def seated(self) -> Standing:
        """The standing of a seat; a service has none."""
        if self.standing is None:
            raise NotAllowed("this needs a seat's token; a service only reads")
        return self.standing


def enter(request: HttpRequest, dialogue_id: uuid.UUID) -> Caller:
    """The caller of a dialogue. `NotFound` where it does not exist for this token."""
    dialogue = Dialogue.objects.select_related("convenor").filter(pk=dialogue_id).first()
    token: Token = request.auth  # type: ignore[attr-defined]
    if dialogue is None:
        raise NotFound
    if token.text.startswith(SERVICE):
        if find_service(token.text, dialogue_id) is None:
            raise NotFound
        return Caller(dialogue, None)
    return Caller(dialogue, _seated(token.text, dialogue))


def _seated(token: str, dialogue: Dialogue) -> Standing:
    held = read_seat_token(token)
    if held is None:
        raise NotFound
    sitting = Sitting(root=held[1], key=held[0])
    key = key_of(sitting, dialogue.id)
    if key is None:
        raise NotFound
    standing = Standing(dialogue, sitting, key)
    if not standing.has_accepted:
        raise NotAllowed("accept the rules of procedure in the browser first")
    return standing
