"""The seat's cookies: which key opened the seat, its root, and what is to be entered later.

They are sealed (`kit.sealed`), sent only under the dialogue's own path, and the one place where the
root lives while somebody sits. What a seat does while a round is open waits here, because a row
written then could be laid beside the ballots in the order of writing (see `domain/enter_later.py`).
It waits in a cookie of its own: the seat's page, where the link is opened again, lies outside the
dialogue's path and sees no cookie, so that a new seat's cookie would wipe out what waits in it.
"""

import uuid
from dataclasses import dataclass, replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.kit.sealed import seal, unseal

NAME = "seat"
WAITS = "waits"
PURPOSE = "seat"
LASTS = 30 * 24 * 60 * 60


@dataclass(frozen=True)
class Sitting:
    """What the cookie holds. `key` is None for a visitor to an open consultation."""

    root: Root
    key: uuid.UUID | None = None
    side: uuid.UUID | None = None
    """The side a visitor chose; a delegate's side is the seat's."""
    accepted: int = 0
    """The version of the rules accepted while it could not be written down."""
    took_part: tuple[uuid.UUID, ...] = ()
    """Rounds answered in, not yet written down."""

    def having_answered(self, round_id: uuid.UUID) -> "Sitting":
        if round_id in self.took_part:
            return self
        return replace(self, took_part=(*self.took_part, round_id))

    def having_accepted(self, version: int) -> "Sitting":
        return replace(self, accepted=version)

    def with_what_waits(self, other: "Sitting | None") -> "Sitting":
        """The same seat with what waits in another cookie of its key; nothing of another key's."""
        if other is None or other.key != self.key:
            return self
        rounds = dict.fromkeys((*self.took_part, *other.took_part))
        return replace(self, accepted=self.accepted or other.accepted, took_part=tuple(rounds))

    def sealed(self) -> str:
        return seal(
            {
                "r": str(self.root),
                "k": self.key and self.key.hex,
                "s": self.side and self.side.hex,
                "a": self.accepted,
                "t": [one.hex for one in self.took_part],
            },
            purpose=PURPOSE,
        )


def opened(text: str) -> Sitting | None:
    """The sitting in a cookie or a token; None for what was not sealed here."""
    held = unseal(text, purpose=PURPOSE)
    if held is None:
        return None
    return Sitting(
        root=Root.read(held["r"]),
        key=uuid.UUID(held["k"]) if held["k"] else None,
        side=uuid.UUID(held["s"]) if held["s"] else None,
        accepted=held["a"],
        took_part=tuple(uuid.UUID(one) for one in held["t"]),
    )


def sitting_in(request: HttpRequest) -> Sitting | None:
    """Who sits in the browser that asks, as far as its cookies tell."""
    text = request.COOKIES.get(NAME)
    sitting = opened(text) if text else None
    if sitting is None:
        return None
    waits = request.COOKIES.get(WAITS)
    return sitting.with_what_waits(opened(waits) if waits else None)


def sit_down(response: HttpResponse, dialogue_id: uuid.UUID, sitting: Sitting) -> None:
    """Give the browser its seat as it is now, and what waits as it is now."""
    _set(response, dialogue_id, NAME, sitting)
    if sitting.accepted or sitting.took_part:
        _set(response, dialogue_id, WAITS, replace(sitting, root=Root.drawn()))
    else:
        response.delete_cookie(WAITS, path=path_of(dialogue_id), samesite="Lax")


def arrive(response: HttpResponse, dialogue_id: uuid.UUID, sitting: Sitting) -> None:
    """Give the browser a seat by its link; what waits from an earlier visit stays."""
    _set(response, dialogue_id, NAME, sitting)


def stand_up(response: HttpResponse, dialogue_id: uuid.UUID) -> None:
    """Take the seat from the browser; the link opens it again, and finds what waits."""
    response.delete_cookie(NAME, path=path_of(dialogue_id), samesite="Lax")


def _set(response: HttpResponse, dialogue_id: uuid.UUID, name: str, sitting: Sitting) -> None:
    response.set_cookie(
        name,
        sitting.sealed(),
        max_age=LASTS,
        path=path_of(dialogue_id),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def path_of(dialogue_id: uuid.UUID) -> str:
    """The path below which the cookie is sent."""
    return f"/d/{dialogue_id}/"
