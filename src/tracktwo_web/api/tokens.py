"""Tokens for programs: a seat's own, and a service's.

A seat's token is its sealed cookie for another use: it holds the seat's root, so that a program may
answer for its seat, and it dies with the seat's key. A service's token reads what everybody in the
dialogue may read, and is revoked by the convenor.
"""

import datetime as dt
import uuid

from tracktwo_web.api.models import Service
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.secrets import Root, locator, new_secret
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.kit.sealed import seal, unseal

SEAT = "seat_"
SERVICE = "service_"
PURPOSE = "seat token"


def seat_token(standing: Standing) -> str:
    """A token with which a program speaks for this seat; nothing of it is kept here."""
    if standing.key is None:
        raise LookupError("only a seat has a token")
    held = {"r": str(standing.root), "k": standing.key.id.hex}
    return SEAT + seal(held, purpose=PURPOSE)


def read_seat_token(token: str) -> tuple[uuid.UUID, Root] | None:
    """The key and the root in a seat's token; None for what was not sealed here."""
    held = unseal(token.removeprefix(SEAT), purpose=PURPOSE)
    return (uuid.UUID(held["k"]), Root.read(held["r"])) if held else None


def issue_service_token(dialogue: Dialogue, name: str) -> str:
    """A token for a program that reads this dialogue; shown now and never again."""
    secret = new_secret()
    Service.objects.create(dialogue=dialogue, name=name, locator=locator(secret))
    return SERVICE + secret


def revoke_service(service: Service, *, today: dt.date) -> None:
    service.revoked_on = today
    service.save(update_fields=["revoked_on"])


def find_service(token: str, dialogue_id: uuid.UUID) -> Service | None:
    """The service of a token, while it is not revoked."""
    found = Service.objects.filter(
        dialogue=dialogue_id, locator=locator(token.removeprefix(SERVICE)), revoked_on=None
    )
    return found.first()
