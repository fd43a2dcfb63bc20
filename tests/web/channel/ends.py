"""Two ends of a line that share no row: what goes between them are parcels, as over a wire."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.channel.line.conftest import CALL, DEFERRED
from tests.web import world
from tracktwo.channel.messages import Precedence, Status, Type
from tracktwo_web.channel.domain.exchange import answer, exchange
from tracktwo_web.channel.domain.open import card_of, connect, open_line
from tracktwo_web.channel.domain.send import send
from tracktwo_web.channel.domain.wording import Wording
from tracktwo_web.channel.models import Line, Message

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
ASKING = Wording("CR", CALL, precedence=Precedence.PRIORITY, status=Status.ACTUAL)


def answering(code: str) -> Wording:
    return Wording("CA", DEFERRED, type=Type.REPLY, status=Status.ACTUAL, refs=(code,))


@dataclass
class Clock:
    """A clock that goes on by a second whenever it is looked at."""

    at: dt.datetime = NOON

    def __call__(self) -> dt.datetime:
        self.at += dt.timedelta(seconds=1)
        return self.at


@dataclass
class Ends:
    """Both ends, each with its own clock; what went over the wire is kept."""

    nato: Line
    china: Line
    clocks: dict[str, Clock] = field(default_factory=lambda: {"NATO": Clock(), "CHINA": Clock()})
    wire: list[bytes] = field(default_factory=list)
    """Requests of NATO and answers of China, by turns."""

    def exchange(self, *, change: Callable[[bytes], bytes] = lambda data: data) -> int:
        """NATO's node calls; `change` is what happens to a parcel on its way there."""
        return exchange(
            self.nato, lambda data: self._ask(change(data)), way="test", clock=self.clocks["NATO"]
        )

    def _ask(self, data: bytes) -> bytes:
        answered = answer(self.china, data, way="test", clock=self.clocks["CHINA"])[1]
        self.wire += [data, answered]
        return answered

    def send(self, line: Line, wording: Wording = ASKING) -> Message:
        return send(line, wording, now=self.clocks[line.office]())


def two_ends(*, are_compared: bool = True) -> Ends:
    """In two dialogues, as two nodes have them; they have compared keys, and spoken once."""
    first = world.a_dialogue(stage="channel")
    second = world.a_dialogue(convenor=first.convenor, stage="channel")
    nato, china = (
        open_line(dialogue.sides.get(code=code), office, peer, now=NOON)
        for dialogue, code, office, peer in (
            (first, "nato", "NATO", "CHINA"),
            (second, "china", "CHINA", "NATO"),
        )
    )
    connect(nato, card_of(china), ["127.0.0.1:1"])
    connect(china, card_of(nato), ["127.0.0.1:1"])
    ends = Ends(nato, china)
    if are_compared:
        ends.exchange()
        nato.refresh_from_db()
        china.refresh_from_db()
    return ends


def logs_of(line: Line) -> dict[str, list[str]]:
    """The logs as one end holds them."""
    found: dict[str, list[str]] = {line.office: [], line.peer: []}
    for one in line.logged.order_by("id"):
        found[one.log.partition(".")[0]].append(one.text)
    return found


def told(line: Line) -> list[tuple[str, object, object, object, str]]:
    """What an end knows of every message."""
    rows = line.messages.order_by("sent", "code")
    return [(one.code, one.received, one.read, one.answered, one.answer) for one in rows]
