"""Two ends speak until each holds what the other has: over a wire, or within one server."""

import datetime as dt
from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from tracktwo.channel.line import Parcel
from tracktwo_web.channel.domain.parcels import Taken, make_parcel, take
from tracktwo_web.channel.models import Line

Ask = Callable[[bytes], bytes]
"""Gives a parcel to the other node and brings its answer."""
Clock = Callable[[], dt.datetime]
MOST_TURNS = 1000


def exchange(line: Line, ask: Ask, *, way: str, clock: Clock) -> int:
    """Give and take until there is nothing new on either side, and what the other asks is answered; how
    many entries came in.
    """
    came, last = 0, None
    for _ in range(MOST_TURNS):
        line.refresh_from_db()
        held, asked = line.peer_holds, line.peer_asks
        parcel = make_parcel(line, now=clock(), answering=last)
        taken = take(line, ask(parcel), way=way, now=clock())
        line.refresh_from_db()
        came, last = came + taken.new, taken.parcel
        is_asked_anew = line.peer_asks != asked
        is_giving = line.peer_holds != held and is_behind(line)
        if taken.refusal or not (taken.new or is_asked_anew or is_giving):
            break
    return came


def answer(line: Line, data: bytes, *, way: str, clock: Clock) -> tuple[Taken, bytes]:
    """Take what the other node gave, and what it is to be told."""
    taken = take(line, data, way=way, now=clock())
    line.refresh_from_db()
    return taken, make_parcel(line, now=clock(), answering=taken.parcel)


def line_for(parcel: Parcel) -> Line | None:
    """The line here that a parcel is for: the one whose other office may speak with its key."""
    found = Line.objects.filter(office=parcel.recipient, peer=parcel.sender).exclude(peer_key="")
    lines = list(found.select_related("side"))
    speaks = [one for one in lines if one.peer_key == parcel.key]
    return next(iter(speaks or lines), None)


def is_behind(line: Line) -> bool:
    """Whether the other office lacks entries of this one's log."""
    return line.logged.filter(is_own=True, id__gt=line.peer_holds).exists()


def within(other: Line, *, clock: Clock) -> Ask:
    """The way to an end on the same server: the same parcels, without a wire."""
    return lambda data: answer(other, data, way="", clock=clock)[1]


def other_end(line: Line) -> Line | None:
    """The other office's end, if it is on this server too."""
    found = Line.objects.filter(
        side__dialogue=line.side.dialogue_id, office=line.peer, peer=line.office, routes=None
    )
    return found.select_related("side").first()


def carry_here(line: Line) -> None:
    """Carry to the other end once what is being written stands, if that end is on this server too."""
    other = None if line.routes.exists() else other_end(line)
    if other is not None:
        transaction.on_commit(lambda: _carry(line, other))


def _carry(line: Line, other: Line) -> None:
    exchange(line, within(other, clock=timezone.now), way="", clock=timezone.now)
