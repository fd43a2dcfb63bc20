"""Live totals of an open consultation: counted now and then, published in batches.

A total is published for each statement and side by itself, when at least k people more stand behind
it than at its last publication: whoever watches the page sees a batch move, never a person. Totals
over all sides are sums of what is published, so that no difference tells more.

Counting reads one index, whatever the number of answers, and happens after somebody's answer was
sent: at most every two seconds, and so seldom that it takes no more than a twentieth of the time.
"""

import logging
import math
import time
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache, partial

from django.db import DatabaseError, connection, transaction
from django.http import HttpResponse
from django.utils import timezone

from tracktwo_web.events.publish import publish
from tracktwo_web.kit.prepared import stored
from tracktwo_web.perceptions.models import Cells, LiveTally, Round
from tracktwo_web.perceptions.paper import Paper
from tracktwo_web.rounds.states import RoundState

EVERY = timedelta(seconds=2)
SHARE = 20
"""The pause is at least so many times what the last count took."""
LONGEST = timedelta(minutes=1)
"""After which a count that never ended is taken up by somebody else."""
NO_SIDE = ""
log = logging.getLogger(__name__)

Counts = Mapping[float, int]
"""Answers by their value."""


@dataclass(frozen=True, eq=False)
class Published:
    """What everybody may see now. `number` rises with each batch."""

    number: int
    cells: Cells
    is_running: bool

    def counts(self, question_id: uuid.UUID, sides: Iterable[str] | None = None) -> Counts:
        """Published answers to a question by value, of some sides or of all."""
        of_sides = self.cells.get(question_id.hex, {})
        counted: dict[float, int] = {}
        for side in of_sides if sides is None else sides:
            for value, n in of_sides.get(side, {}).items():
                counted[float(value)] = counted.get(float(value), 0) + n
        return counted


def published(round_id: uuid.UUID) -> Published | None:
    """What everybody sees, at most two seconds old; None where a round shows nothing live."""
    return _published(round_id, int(time.monotonic() / EVERY.total_seconds()))


_SHOWN = (RoundState.OPEN, RoundState.CLOSED, RoundState.RELEASED)


@lru_cache(maxsize=64)
def _published(round_id: uuid.UUID, moment: int) -> Published | None:  # noqa: ARG001 -- part of the key
    live = Round.objects.filter(pk=round_id, dialogue__is_open=True, state__in=_SHOWN)
    row = live.values_list("state", "live_tally__number", "live_tally__cells").first()
    if row is None:
        return None
    state, number, cells = row
    return Published(number or 0, cells or {}, is_running=state == RoundState.OPEN)


def forget_published() -> None:
    """Ask the database anew, in this process, for what is published."""
    _published.cache_clear()


def count_if_due(paper: Paper, *, now: datetime) -> bool:
    """Count and publish, unless somebody has done so just now. Whether anything new was published."""
    if not _take_turn(paper.round_id, now):
        return False
    begun = time.monotonic()
    counted = count(paper)
    took = timedelta(seconds=time.monotonic() - begun)
    return _publish(paper, counted, next_at=now + max(EVERY, SHARE * took))


def counting_after(response: HttpResponse, paper: Paper) -> HttpResponse:
    """The same response; where totals are live, they are counted once it was sent."""
    if paper.is_open_consultation and _is_worth_asking(paper.round_id):
        response._resource_closers.append(partial(_count_aside, paper))  # type: ignore[attr-defined]  # noqa: SLF001 -- what Django calls after sending
    return response


def _count_aside(paper: Paper) -> None:
    """Whoever answered has their answer already: a count that fails is the operator's concern."""
    try:
        count_if_due(paper, now=timezone.now())
    except DatabaseError:
        log.exception("live totals could not be counted")


_asked_at: dict[uuid.UUID, float] = {}


def _is_worth_asking(round_id: uuid.UUID) -> bool:
    """Whether this process has let some time pass since it last asked whether it is time."""
    now = time.monotonic()
    if now - _asked_at.get(round_id, -math.inf) < EVERY.total_seconds():
        return False
    _asked_at[round_id] = now
    return True


def _take_turn(round_id: uuid.UUID, now: datetime) -> bool:
    """Whether it is time to count and nobody else, in any process, is at it."""
    LiveTally.objects.get_or_create(round_id=round_id, defaults={"next_at": now})
    due = LiveTally.objects.filter(round_id=round_id, next_at__lte=now)
    return due.update(next_at=now + LONGEST) == 1


_COUNT = """SELECT question_id, side_id, value, COUNT(*) FROM perceptions_answer
WHERE question_id IN (SELECT id FROM perceptions_question WHERE round_id = %s)
GROUP BY question_id, side_id, value"""


def count(paper: Paper) -> Cells:
    """All answers as they stand. Not for anybody's eyes."""
    codes = {side.id.hex: side.code for side in paper.sides}
    cells: Cells = {}
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, stored([paper.round_id]))
        for question, side, value, n in cursor:
            code = codes.get(_hex(side), NO_SIDE)
            cells.setdefault(_hex(question), {}).setdefault(code, {})[str(value)] = n
    return cells


def _hex(key: uuid.UUID | str | None) -> str:
    return key.hex if isinstance(key, uuid.UUID) else key or ""


@transaction.atomic
def _publish(paper: Paper, counted: Cells, *, next_at: datetime) -> bool:
    row = LiveTally.objects.select_for_update().get(round_id=paper.round_id)
    shown = batched(row.cells, counted, paper.k)
    is_new = shown != row.cells
    row.cells, row.number, row.next_at = shown, row.number + is_new, next_at
    row.save(update_fields=["cells", "number", "next_at"])
    if is_new:
        publish(paper.dialogue_id, "tally", round=paper.round_id.hex)
        transaction.on_commit(forget_published)
    return bool(is_new)


def batched(shown: Cells, counted: Cells, k: int) -> Cells:
    """What may be shown after a count: a total moves when k people more stand behind it.

    >>> before = {"q": {"nato": {"1.0": 3}}}
    >>> batched(before, {"q": {"nato": {"1.0": 3, "-1.0": 2}, "china": {"1.0": 4}}}, 3)
    {'q': {'nato': {'1.0': 3}, 'china': {'1.0': 4}}}
    """
    return {
        question: moved
        for question, sides in counted.items()
        if (moved := _moved(shown.get(question, {}), sides, k))
    }


def _moved(
    shown: Mapping[str, dict[str, int]], counted: Mapping[str, dict[str, int]], k: int
) -> dict[str, dict[str, int]]:
    cells = {}
    for side, values in counted.items():
        before = shown.get(side, {})
        is_due = sum(values.values()) - sum(before.values()) >= k
        if is_due or before:
            cells[side] = values if is_due else before
    return cells
