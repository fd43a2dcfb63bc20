"""How long the channel takes: activities, threads, texts; writes RESULTS-channel.md: `python benchmarks/channel.py`.

CPU time of one thread. Activities are drawn over a year on all seas: a third are circles, the rest polygons of
three to eight corners.
"""

import os

os.environ["OMP_NUM_THREADS"] = "1"

import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from math import cos, pi, sin
from pathlib import Path
from random import Random

from run import _machine
from tracktwo.channel.activities import Activity, Band, Register, Window
from tracktwo.channel.kinds import KINDS, check_fields
from tracktwo.channel.machines import unusual_activity
from tracktwo.channel.messages import Message, MessageId, Precedence, Scope, Series, Status, Type
from tracktwo.channel.sphere import Area, Circle, Polygon, Position
from tracktwo.channel.threads import owed_in, threads_of
from tracktwo.channel.wording import as_plain_text, model_text
from tracktwo.locale import translator

RESULTS = Path(__file__).with_name("RESULTS-channel.md")
ACTIVITIES, QUESTIONS, THREADS, TEXTS = 100_000, 200, 5_000, 1_000
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
Plan = tuple[int, int, list[tuple[float, float]], float]


def main() -> None:
    """Measure, print, and write the table."""
    load = os.getloadavg()[0]
    rows = [*of_activities(), *of_threads(), *of_texts()]
    lines = [
        "# The channel, measured",
        "",
        "Written by `benchmarks/channel.py`: CPU time of one thread. Activities are drawn over a year on all seas; a third are",
        "circles, the rest polygons of three to eight corners, each checked when it is made. A thread is a request for an",
        "explanation, its two acknowledgements and its reply. Others may have used the machine meanwhile.",
        "",
        *_machine(),
        f"Load when begun: {load:.1f} processes.",
        "",
        "|  | median | largest | times | asked |",
        "|---|---:|---:|---:|---|",
        *rows,
    ]
    RESULTS.write_text("\n".join([*lines, ""]), encoding="utf-8")
    print("\n".join(lines))


def of_activities() -> list[str]:
    """Building a register of many activities, and asking it about one more."""
    chance = Random(7)
    plans = [a_plan(chance) for _ in range(ACTIVITIES)]
    register = Register()

    def build() -> None:
        for n, plan in enumerate(plans):
            register.add(as_activity(str(n), plan))

    built = _timed(build)
    new = [as_activity("new", a_plan(chance)) for _ in range(QUESTIONS)]
    asked = [_timed(lambda one=one: register.met_by(one)) for one in new]
    return [
        _row(f"{ACTIVITIES:,} activities: made and registered", [built], "10 s"),
        _row(f"{ACTIVITIES:,} activities: what a new one meets", asked, "10 ms"),
    ]


def a_plan(chance: Random) -> Plan:
    """Hours of the start and end, and corners around a place; one corner and a radius for a circle."""
    latitude, longitude = chance.uniform(-70, 70), chance.uniform(-180, 180)
    start, reach = chance.randrange(8760), chance.uniform(0.1, 1.5)
    corners = 1 if chance.random() < 1 / 3 else chance.randrange(3, 9)
    turns = [2 * pi * n / corners for n in range(corners)] if corners > 1 else []
    around = [
        (latitude + reach * sin(one), (longitude + reach * cos(one) + 180) % 360 - 180)
        for one in turns
    ]
    return start, start + chance.randrange(4, 200), around or [(latitude, longitude)], 60 * reach


def as_activity(id_: str, plan: Plan) -> Activity:
    """The activity of a plan, its area checked."""
    start, end, corners, miles = plan
    points = tuple(Position(*one) for one in corners)
    area: Area = Polygon(points) if len(points) > 1 else Circle(points[0], miles)
    window = Window(BEGIN + start * HOUR, BEGIN + end * HOUR)
    return Activity(id_, "north", area, window, Band(-100, 5000))


def of_threads() -> list[str]:
    """Threads out of a heap of messages, what is owed in them, and where each matter stands."""
    messages = [one for n in range(1, THREADS + 1) for one in a_request(n)]
    Random(5).shuffle(messages)
    threads = threads_of(messages)
    now = BEGIN + 9000 * HOUR
    return [
        _row(f"{4 * THREADS:,} messages: as threads", [_timed(lambda: threads_of(messages)) for _ in range(3)]),
        _row(f"{THREADS:,} threads: what is owed, what is late", [_timed(lambda: [owed_in(one, now) for one in threads]) for _ in range(3)]),
        _row(f"{THREADS:,} threads: where each matter stands", [_timed(lambda: [unusual_activity(one, one.first.id, now) for one in threads]) for _ in range(3)]),
    ]  # fmt: skip


def a_request(n: int) -> list[Message]:
    """A request, received, read and answered."""
    asked = _message("NATO", "UA", n, Type.NEW, (), 0, REQUEST)
    at = asked.sent.strftime("%Y-%m-%dT%H:%M:%SZ")
    levels = [{"level": level, "at": at} for level in ("received", "read")]
    return [
        asked,
        *(_message("CHINA", "UA", 2 * n + k, Type.ACKNOWLEDGE, (asked.id,), k + 1, told) for k, told in enumerate(levels)),
        _message("CHINA", "UR", n, Type.REPLY, (asked.id,), 30, {"answers": [{"question": 1, "answer": WORDS}]}),
    ]  # fmt: skip


WORDS = {"origin": "en", "texts": {"en": "It is a rehearsal."}, "states": {}}
REQUEST = {
    "causes": WORDS,
    "activity": "concentration of ships",
    "area_name": "Eastern approaches",
    "areas": [{"polygon": ["21-30.00N 113-45.00E", "21-30.00N 114-15.00E", "21-00.00N 114-15.00E"]}],
    "questions": [{"question": WORDS}],
}  # fmt: skip


def _message(
    office: str, kind: str, n: int, type_: Type, refs: tuple[MessageId, ...], hours: int, fields
) -> Message:
    other = "CHINA" if office == "NATO" else "NATO"
    return Message(
        MessageId(Series(office, kind, 2026, is_exercise=True), n),
        (other,),
        Status.EXERCISE,
        type_,
        Precedence.ROUTINE,
        Scope.JOINT_PRIVATE,
        fields,
        sent=BEGIN + (n + hours) * HOUR,
        refs=refs,
    )


def of_texts() -> list[str]:
    """A message checked, and its text in one language."""
    message, kind = a_request(1)[0], KINDS["UA"]
    zh = translator("zh")

    def texts() -> None:
        for _ in range(TEXTS):
            as_plain_text(model_text(message, zh), zh)

    def checks() -> None:
        for _ in range(TEXTS):
            check_fields(kind, message.fields)

    return [
        _row(f"{TEXTS:,} messages: fields checked", [_timed(checks) for _ in range(3)]),
        _row(f"{TEXTS:,} messages: text in Chinese", [_timed(texts) for _ in range(3)]),
    ]


def _timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _row(name: str, seconds: list[float], asked: str = "") -> str:
    middle, largest = statistics.median(seconds), max(seconds)
    return f"| {name} | {_time(middle)} | {_time(largest)} | {len(seconds)} | {asked} |"


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.1f} s"


if __name__ == "__main__":
    main()
