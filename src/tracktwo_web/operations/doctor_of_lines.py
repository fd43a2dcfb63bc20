"""Looking at the lines to other offices: what stops them, ways, clocks, certificates, keys, what was refused."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo_web.operations.finding import Finding, Health, well

if TYPE_CHECKING:
    from tracktwo_web.channel.models import Line

SOON = timedelta(days=90)
"""Before a certificate runs out: cards are exchanged by people, who need weeks."""
A_WEEK = timedelta(days=7)


def lines(_: Path) -> Iterator[Finding]:
    """Every line of the installation; nothing where there is none."""
    from tracktwo_web.channel.models import Line

    now = datetime.now(UTC)
    for line in Line.objects.order_by("office", "peer"):
        what = f"line of {line.office} to {line.peer}"
        found = [Finding(what, health, told) for health, told in _of_line(line, now)]
        yield from found or [well(what, "in order")]


def _of_line(line: "Line", now: datetime) -> Iterator[tuple[Health, str]]:
    yield from _stopped(line)
    yield from _key(line)
    yield from _ways(line)
    yield from _clock(line)
    yield from _certificates(line, now)
    yield from _tests(line)
    refused = line.refusals.filter(at__gte=now - A_WEEK).count()
    if refused:
        yield (
            Health.LOOK,
            f"parcels refused in a week: {refused}; the page of the line's state says why",
        )


def _stopped(line: "Line") -> Iterator[tuple[Health, str]]:
    from tracktwo_web.channel.models import Fault

    if line.fault == Fault.FORKED:
        yield (
            Health.BAD,
            "two entries stand at one place of a log; find out why with the other office",
        )
    elif line.fault == Fault.LOST:
        yield (
            Health.BAD,
            "own entries are missing; let the other end send them, or unpack its parcel",
        )
    elif not line.peer_key:
        yield Health.LOOK, "not connected; take the other's card: tracktwo channel connect FILE"
    elif not line.is_compared:
        yield Health.LOOK, "nothing was heard of the other since the start: nothing gets a number"


def _key(line: "Line") -> Iterator[tuple[Health, str]]:
    from tracktwo_web.channel.domain.logs import Unreadable, signing_key, tail_of

    try:
        is_current = tail_of(line, is_own=True).key == signing_key(line).public
    except Unreadable:
        yield (
            Health.BAD,
            "its key does not open with this secret key; set the right one, or run: tracktwo channel replace",
        )
        return
    if not is_current:
        yield Health.BAD, "its key is older than its log; run: tracktwo channel replace"


def _ways(line: "Line") -> Iterator[tuple[Health, str]]:
    ways = list(line.routes.order_by("order"))
    failing = [one for one in ways if one.failures]
    grave = Health.BAD if len(failing) == len(ways) else Health.LOOK
    for one in failing:
        yield (
            grave,
            f"{one.address} does not come through: {one.failures} tries in a row ({one.why})",
        )


def _clock(line: "Line") -> Iterator[tuple[Health, str]]:
    from tracktwo_web.channel.telling import CLOCK_IS_OFF

    ahead = line.clock_ahead or 0
    if abs(ahead) > CLOCK_IS_OFF:
        where = "ahead of" if ahead > 0 else "behind"
        yield (
            Health.LOOK,
            f"the other's clock is {abs(ahead)} s {where} this one; compare both with NTP",
        )


def _certificates(line: "Line", now: datetime) -> Iterator[tuple[Health, str]]:
    from tracktwo_web.channel.wire.certificates import valid_until

    for whose, pem in (("its own", line.certificate), ("the other's", line.peer_certificate)):
        if not pem:
            continue
        until = valid_until(pem)
        if until < now:
            yield Health.BAD, f"{whose} certificate ran out on {until:%Y-%m-%d}; exchange new cards"
        elif until < now + SOON:
            yield (
                Health.LOOK,
                f"{whose} certificate runs out on {until:%Y-%m-%d}; exchange new cards",
            )


def _tests(line: "Line") -> Iterator[tuple[Health, str]]:
    from tracktwo_web.channel.models import Condition

    if line.tested == Condition.FAULTY:
        yield Health.BAD, "several tests in a row were missed; call the other office"
    elif line.tested == Condition.DOUBTFUL:
        yield Health.LOOK, "the last test was missed"
