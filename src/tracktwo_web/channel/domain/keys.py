"""An office's key: handed on to a new one, or given up for a new one where it was lost or stolen.

A key that is only changed signs its own end: the other node follows by itself. A key that is gone can
sign nothing: the office begins a new log with a new key, and that it is the same office which does so
the other side takes from people who compare the new fingerprint, and from nothing that a node says.
"""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.channel.line import received_body
from tracktwo.record import KEY_CHANGED, LOG_REPLACES, Entry, SigningKey, Tail
from tracktwo.record.head import log_number
from tracktwo_web.channel.domain.answers import CannotBe
from tracktwo_web.channel.domain.exchange import carry_here
from tracktwo_web.channel.domain.logs import (
    Unreadable,
    add,
    held,
    opened,
    sealed_for,
    signed_after,
    tail_of,
    write,
)
from tracktwo_web.channel.domain.numbers import may_number
from tracktwo_web.channel.models import Fault, Line
from tracktwo_web.channel.wire.certificates import make_identity
from tracktwo_web.events.publish import publish


@transaction.atomic
def rotate_key(line: Line, *, now: dt.datetime) -> Line:
    """Sign with a new key from now on, by an entry that the old one signs.

    Raises `CannotBe` while this node may enter nothing, `Unreadable` where the old key is gone.
    """
    line = held(line)
    if not may_number(line):
        raise CannotBe(_not_now())
    key = SigningKey.make()
    carry_here(line)
    write(line, [(KEY_CHANGED, {"key": key.public})], now=now)
    _keep(line, key)
    return line


@transaction.atomic
def replace_key(line: Line, *, now: dt.datetime) -> Line:
    """Give up a key that was lost or stolen, and begin a new log with a new one.

    The other side must take the new card (`open.card_of`) before it hears this office again. An empty
    log is not replaced: it just begins with the new key. Raises `CannotBe` where entries of this
    office are missing here, or stand twice.
    """
    line = held(line)
    if line.fault != Fault.NONE:
        raise CannotBe(_settle_first(line))
    key = SigningKey.make()
    last = line.logged.filter(is_own=True).order_by("-id").first()
    if last is not None:
        add(line, [_beginning(line, key, now)], is_own=True)
    _keep(line, key)
    _renew_certificates(line, now)
    line.refresh_from_db()
    return line


def _beginning(line: Line, key: SigningKey, now: dt.datetime) -> Entry:
    """The first entry of the log that takes the place of the one that is given up."""
    head = tail_of(line, is_own=True).head
    assert head is not None, "an empty log is not replaced"
    tail = Tail(f"{line.office}.{log_number(head.log) + 1}", key=key.public)
    return signed_after(tail, LOG_REPLACES, received_body(head), key, now)


def _keep(line: Line, key: SigningKey) -> None:
    line.key = sealed_for(line, key.secret.hex().encode())
    line.save(update_fields=["key"])
    publish(line.pk, "channel")


def _renew_certificates(line: Line, now: dt.datetime) -> None:
    """A new certificate, where no other line of this installation still speaks by the old one."""
    lines = list(Line.objects.select_for_update())
    if any(one.pk != line.pk and _is_readable(one) for one in lines):
        return
    identity = make_identity(line.office, now=now)
    for one in lines:
        one.certificate = identity.certificate.decode()
        one.certificate_key = sealed_for(one, identity.secret)
        one.save(update_fields=["certificate", "certificate_key"])


def _is_readable(line: Line) -> bool:
    try:
        opened(line, line.certificate_key)
    except Unreadable:
        return False
    return True


def _not_now() -> str:
    return gettext(
        "The key was not changed: this office may enter nothing now. Wait until the line has heard from the other office, or unpack a parcel of it; then change the key."
    )


def _settle_first(line: Line) -> str:
    if line.fault == Fault.LOST:
        return gettext(
            "The key was not given up: entries of this office are missing here. Get them back first, by a parcel of the other office."
        )
    return gettext(
        "The key was not given up: two entries stand at one place of a log. Settle with the other office which one counts first."
    )
