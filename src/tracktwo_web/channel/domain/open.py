"""Opening a line: an office gets a key and a certificate, and takes those of the other that people compared."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext

from tracktwo.errors import RecordError
from tracktwo.record import KEY_CHANGED, SigningKey, fingerprint, public_bytes, read_entry
from tracktwo.record.tail import key_after
from tracktwo_web.channel.domain.answers import CannotBe
from tracktwo_web.channel.domain.logs import Unreadable, opened, sealed_for, tail_of
from tracktwo_web.channel.models import Line, Route
from tracktwo_web.channel.wire.certificates import Identity, is_certificate, make_identity
from tracktwo_web.dialogues.models import Side

FORMAT = "tracktwo.office/1"


@dataclass(frozen=True)
class Card:
    """What one office hands the other so that their nodes can speak: no secret is on it."""

    office: str
    key: str
    certificate: str

    @property
    def fingerprint(self) -> str:
        """What two people read to each other before either believes a card."""
        return fingerprint(self.key)

    def as_text(self) -> str:
        told = {
            "format": FORMAT,
            "office": self.office,
            "key": self.key,
            "certificate": self.certificate,
        }
        return json.dumps(told, indent=1) + "\n"


def read_card(text: str) -> Card:
    """The card that a text is; `CannotBe` where it is none."""
    try:
        told: dict[str, Any] = json.loads(text)
        card = Card(str(told["office"]), str(told["key"]), str(told["certificate"]))
        public_bytes(card.key)
    except (ValueError, KeyError, TypeError, RecordError):
        raise CannotBe(_no_card()) from None
    if told.get("format") != FORMAT or not is_certificate(card.certificate):
        raise CannotBe(_no_card())
    return card


@transaction.atomic
def open_line(side: Side, office: str, peer: str, *, now: dt.datetime) -> Line:
    """One end of a line, with a key and a certificate of its own."""
    if office == peer:
        raise CannotBe(gettext("A line has two ends: name the other office."))
    if Line.objects.filter(side=side, peer=peer).exists():
        raise CannotBe(gettext("This side has a line to %(office)s already.") % {"office": peer})
    identity = identity_of_node() or make_identity(office, now=now)
    line = Line(side=side, office=office, peer=peer, certificate=identity.certificate.decode())
    line.key = sealed_for(line, SigningKey.make().secret.hex().encode())
    line.certificate_key = sealed_for(line, identity.secret)
    line.save(force_insert=True)
    return line


def identity_of_node() -> Identity | None:
    """The certificate of this installation: all its lines show the same."""
    line = Line.objects.first()
    if line is None:
        return None
    return Identity(line.certificate.encode(), opened(line, line.certificate_key))


def card_of(line: Line) -> Card:
    """What this office hands the other."""
    key = tail_of(line, is_own=True).key
    return Card(line.office, str(key), line.certificate)


def readable_card(line: Line) -> Card | None:
    """The same; None where the office has no key that opens, and has entered nothing that would name one."""
    try:
        return card_of(line)
    except Unreadable:
        return None


@transaction.atomic
def connect(line: Line, card: Card, addresses: Sequence[str]) -> None:
    """Take the other office's card, once people have compared its fingerprint, and the ways to its node.

    Addresses are HOST:PORT; the first is tried first. A card with a key that is new here is that of an
    office which gave up its key: what the old one signs is refused from now on. Raises `CannotBe` for another office's card.
    """
    if card.office != line.peer:
        raise CannotBe(
            gettext("This is the card of %(office)s; this line is with %(peer)s.")
            % {"office": card.office, "peer": line.peer}
        )
    line.peer_key, line.peer_certificate = _speaking_key(line, card), card.certificate
    line.save(update_fields=["peer_key", "peer_certificate"])
    line.routes.all().delete()
    Route.objects.bulk_create(
        Route(line=line, order=order, address=one) for order, one in enumerate(addresses, start=1)
    )


@transaction.atomic
def open_here(
    one: Side, other: Side, offices: tuple[str, str], *, now: dt.datetime
) -> tuple[Line, Line]:
    """Both ends on one server, for a secretariat that both sides trust with it."""
    here = open_line(one, offices[0], offices[1], now=now)
    there = open_line(other, offices[1], offices[0], now=now)
    connect(here, card_of(there), ())
    connect(there, card_of(here), ())
    return here, there


def _speaking_key(line: Line, card: Card) -> str:
    """The key by which the office of a card speaks: that of the card, or what it was handed on to since."""
    rows = line.logged.filter(is_own=False).filter(Q(seq=1) | Q(kind=KEY_CHANGED))
    entries = [read_entry(one.text.encode()) for one in rows]
    known = {key for one in entries for key in (one.key, key_after(one))}
    return str(tail_of(line, is_own=False).key) if card.key in known else card.key


def _no_card() -> str:
    return gettext("This is no card of an office. Take the file as the other side saved it.")
