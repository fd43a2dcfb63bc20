"""Invitation links: issuing them, revoking them, and sitting down with one."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tracktwo_web.dialogues.cookie import Sitting
from tracktwo_web.dialogues.models import Key, Seat
from tracktwo_web.dialogues.rules import may_choose_passphrase
from tracktwo_web.dialogues.secrets import Root, locator, matches, new_secret
from tracktwo_web.dialogues.standing import Standing


class WrongPassphrase(Exception):  # noqa: N818 -- an answer, not a fault
    """The link is right and the passphrase is not (or is missing)."""


class ShownBefore(Exception):  # noqa: N818 -- an answer, not a fault
    """The seat has another link than the one who asks believes: theirs was shown already."""


class NotWhileOpen(Exception):  # noqa: N818 -- an answer, not a fault
    """The passphrase cannot be chosen now: there is one, or a round has opened meanwhile."""


@dataclass(frozen=True, repr=False)
class Invitation:
    """A link's secret, known only now: the server keeps none of it."""

    seat: Seat
    secret: str
    has_passphrase: bool = False


@transaction.atomic
def issue_key(seat: Seat, *, now: datetime, passphrase: str = "") -> Invitation:
    """Make the one link that opens a seat; every earlier link of the seat stops working.

    A key issued while a round is open cannot answer in that round (`perceptions.rules`): its
    ballot would be a second one.
    """
    seat.keys.filter(revoked_at=None).update(revoked_at=now)
    secret = new_secret()
    Key.objects.create(
        seat=seat,
        locator=locator(secret),
        verifier=Root.of(secret, passphrase).verifier,
        has_passphrase=bool(passphrase),
        issued_at=now,
    )
    return Invitation(seat, secret, bool(passphrase))


@transaction.atomic
def issue_next_key(
    seat: Seat, *, after: uuid.UUID | None, now: datetime, passphrase: str = ""
) -> Invitation:
    """Issue a link in the place of the one that is known, `ShownBefore` where another is live.

    A page that shows a link and is loaded again would otherwise close the link it has just shown.
    """
    Seat.objects.select_for_update(of=("self",)).get(pk=seat.pk)
    if live_key_id(seat) != after:
        raise ShownBefore
    return issue_key(seat, now=now, passphrase=passphrase)


@transaction.atomic
def issue_keys(seats: Iterable[Seat], *, now: datetime) -> list[Invitation]:
    """Links for several seats at once: all of them, or none."""
    return [issue_key(seat, now=now) for seat in seats]


def revoke_keys(seat: Seat, *, now: datetime) -> None:
    """Close a seat until a new link is issued."""
    seat.keys.filter(revoked_at=None).update(revoked_at=now)


def live_key_id(seat: Seat) -> uuid.UUID | None:
    """The key that opens a seat now."""
    return seat.keys.filter(revoked_at=None).values_list("pk", flat=True).first()


def find_key(secret: str) -> Key | None:
    """The live key of a link, found by its locator."""
    return (
        Key.objects.select_related("seat__dialogue", "seat__side")
        .filter(locator=locator(secret), revoked_at=None)
        .first()
    )


def take_seat(key: Key, secret: str, *, passphrase: str = "") -> Sitting:
    """Sit down with a link. Nothing is written: that somebody came is nobody's business."""
    root = Root.of(secret, passphrase if key.has_passphrase else "")
    if not matches(root, key.verifier):
        raise WrongPassphrase
    return Sitting(root=root, key=key.id)


@transaction.atomic
def protect_with_passphrase(key: Key, secret: str, passphrase: str) -> Sitting:
    """Sit down and have the link ask for a passphrase from now on, one that only its holder knows.

    From then on nobody who has seen the link, whoever issued it included, can sit down with it or
    derive its root. It is done at the link, since only there the server holds the link's secret.
    The root changes: other browsers must open the link again, and what was answered or drafted
    before is no longer recognised as the seat's own. So never while a round is open.
    """
    live = Key.objects.select_for_update(of=("self",)).select_related("seat__dialogue")
    key = live.get(pk=key.pk)
    if not may_choose_passphrase(Standing(key.seat.dialogue, key=key)):
        raise NotWhileOpen
    take_seat(key, secret)
    root = Root.of(secret, passphrase)
    key.verifier, key.has_passphrase = root.verifier, True
    key.save(update_fields=["verifier", "has_passphrase"])
    return Sitting(root=root, key=key.id)
