"""As whom somebody stands before a dialogue: the one value that every rule asks."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest

from tracktwo_web.accounts.models import User
from tracktwo_web.dialogues.cookie import Sitting, sitting_in
from tracktwo_web.dialogues.models import Acceptance, Dialogue, Key, Procedure, Seat, Side
from tracktwo_web.dialogues.roles import DELEGATION, Role
from tracktwo_web.dialogues.secrets import Root, matches


@dataclass(frozen=True)
class Standing:
    """Somebody's place in one dialogue. Nobody's place is a `Standing` too: it has no role."""

    dialogue: Dialogue
    sitting: Sitting | None = None
    key: Key | None = None
    visits_for: Side | None = None
    convenor: User | None = None

    @property
    def seat(self) -> Seat | None:
        return self.key.seat if self.key else None

    @property
    def role(self) -> Role | None:
        """The role of the seat; PUBLIC for a visitor to an open consultation; else None."""
        if self.seat:
            return Role(self.seat.role)
        return Role.PUBLIC if self.sitting and self.dialogue.is_open else None

    @property
    def side(self) -> Side | None:
        return self.seat.side if self.seat else self.visits_for

    @property
    def root(self) -> Root:
        """What ballots and marks are derived from; only who sits has one."""
        if self.sitting is None:
            raise LookupError("nobody sits here")
        return self.sitting.root

    @property
    def is_convenor(self) -> bool:
        return self.convenor is not None

    @property
    def is_present(self) -> bool:
        """Whether this dialogue exists at all for whoever asks."""
        return self.role is not None or self.is_convenor

    @property
    def is_delegate(self) -> bool:
        return self.role in DELEGATION

    @cached_property
    def is_blind(self) -> bool:
        """What `is_blind` said when it was first asked: a page asks many rules, and this once."""
        return any(blind(self) for blind in BLINDS)

    @cached_property
    def procedure(self) -> Procedure | None:
        """The rules of procedure in force."""
        return self.dialogue.procedures.order_by("-version").first()

    @cached_property
    def has_accepted(self) -> bool:
        """Whether the rules in force were accepted; the convenor wrote them.

        A visitor's acceptance is kept in the cookie alone: there is no seat to enter it for.
        """
        if self.procedure is None or self.sitting is None:
            return self.is_present
        if self.sitting.accepted == self.procedure.version:
            return True
        return Acceptance.objects.filter(seat=self.seat, procedure=self.procedure).exists()


BLINDS: list[Callable[[Standing], bool]] = []
"""Whether something is going on in a dialogue during which nothing may be written about seats."""


def standing_of(request: HttpRequest, dialogue: Dialogue) -> Standing:
    """As whom a browser stands before a dialogue: by its seat's cookie, by its account, or both."""
    sitting = sitting_in(request)
    convenor = _convenor(request, dialogue)
    if sitting and sitting.key:
        key = key_of(sitting, dialogue.id)
        return Standing(dialogue, sitting if key else None, key, None, convenor)
    if sitting and dialogue.is_open:
        side = dialogue.sides.filter(pk=sitting.side).first() if sitting.side else None
        return Standing(dialogue, sitting, None, side, convenor)
    return Standing(dialogue, convenor=convenor)


def key_of(sitting: Sitting, dialogue_id: uuid.UUID) -> Key | None:
    """The key that opened a seat of this dialogue, while it is not revoked."""
    if sitting.key is None:
        return None
    key = (
        Key.objects.select_related("seat__side")
        .filter(pk=sitting.key, seat__dialogue=dialogue_id, revoked_at=None)
        .first()
    )
    return key if key and matches(sitting.root, key.verifier) else None


def _convenor(request: HttpRequest, dialogue: Dialogue) -> User | None:
    user = request.user
    return user if isinstance(user, User) and user.pk == dialogue.convenor_id else None
