"""The silence procedure, with the clock passed in."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.text.standing.tables import SIDES
from tracktwo.errors import MoveError
from tracktwo.text.standing import Break, Extension, SeenBreak, Silence, SilenceState, WhyNot

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
END = START + 48 * HOUR
ASKED = Silence.over("3ec8", sides=SIDES, opened=START, until=END)
BEIJING = timezone(8 * HOUR)
INSTANT = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("now", "state", "remaining"),
    [
        (START - HOUR, SilenceState.AHEAD, 49 * HOUR),
        (START, SilenceState.RUNNING, 48 * HOUR),
        (END - INSTANT, SilenceState.RUNNING, INSTANT),
        (END, SilenceState.KEPT, timedelta()),
        (END + HOUR, SilenceState.KEPT, timedelta()),
    ],
)
def test_silence_ends_exactly_at_its_time(now, state, remaining) -> None:
    assert (ASKED.state(now), ASKED.remaining(now)) == (state, remaining)


def test_time_of_another_zone_is_the_same_moment() -> None:
    there = END.astimezone(BEIJING)

    assert ASKED.state(there) is SilenceState.KEPT
    assert ASKED.state(there - INSTANT) is SilenceState.RUNNING


def test_break_holds_from_its_moment_on() -> None:
    at = START + HOUR

    broken = ASKED.broken("nato", unit="u1", reason="Too long.", at=at)

    assert broken.breaks == (Break("nato", "u1", "Too long.", at),)
    assert ASKED.breaks == ()
    assert broken.state(at - INSTANT) is SilenceState.RUNNING
    assert (broken.state(at), broken.state(END)) == (SilenceState.BROKEN, SilenceState.BROKEN)
    assert broken.remaining(at) == timedelta()


def test_second_side_breaks_what_is_broken() -> None:
    broken = ASKED.broken("nato", unit="u1", reason="No.", at=START)

    twice = broken.broken("china", unit="u2", reason="No.", at=END - INSTANT)

    assert [one.side for one in twice.breaks] == ["nato", "china"]


def test_extension_puts_the_end_off() -> None:
    longer = ASKED.extended(END + HOUR, at=END - HOUR)

    assert longer.extensions == (Extension(END - HOUR, END + HOUR),)
    assert (longer.until, longer.state(END)) == (END + HOUR, SilenceState.RUNNING)
    assert longer.state(END + HOUR) is SilenceState.KEPT


BROKEN = ASKED.broken("nato", unit="u1", reason="No.", at=START)
NAIVE = datetime(2026, 3, 3, 9)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (lambda: Silence.over("f", sides=SIDES, opened=NAIVE, until=END), WhyNot.NO_TIME_ZONE),
        (
            lambda: Silence.over("f", sides=SIDES, opened=END, until=END),
            WhyNot.ENDS_BEFORE_IT_BEGINS,
        ),
        (lambda: ASKED.state(NAIVE), WhyNot.NO_TIME_ZONE),
        (lambda: ASKED.extended(NAIVE, at=START), WhyNot.NO_TIME_ZONE),
        (
            lambda: ASKED.broken("nato", unit="u1", reason="No.", at=START - INSTANT),
            WhyNot.NOT_OPENED_YET,
        ),
        (lambda: ASKED.broken("nato", unit="u1", reason="No.", at=END), WhyNot.SILENCE_IS_OVER),
        (lambda: ASKED.broken("us", unit="u1", reason="No.", at=START), WhyNot.UNKNOWN_SIDE),
        (lambda: ASKED.broken("nato", unit="u1", reason=" ", at=START), WhyNot.NO_REASON),
        (lambda: ASKED.extended(END + HOUR, at=END), WhyNot.SILENCE_IS_OVER),
        (lambda: ASKED.extended(END, at=START), WhyNot.NOT_LATER),
        (lambda: BROKEN.extended(END + HOUR, at=START + HOUR), WhyNot.SILENCE_WAS_BROKEN),
    ],
)
def test_what_silence_does_not_allow_is_refused(act, reason) -> None:
    with pytest.raises(MoveError) as caught:
        act()

    assert caught.value.reason == reason


def test_side_sees_its_own_breaks_and_not_whose_the_others_are() -> None:
    twice = BROKEN.broken("china", unit="u2", reason="Why?", at=START + HOUR)

    hidden = twice.seen_by("nato", START + HOUR)
    told = twice.seen_by("nato", START + HOUR, attribution="side")

    own = SeenBreak("u1", "No.", "nato", is_own=True)
    assert hidden.breaks == (own, SeenBreak("u2", "Why?", "", is_own=False))
    assert told.breaks == (own, SeenBreak("u2", "Why?", "china", is_own=False))
    assert (hidden.state, hidden.until, hidden.remaining) == (
        SilenceState.BROKEN,
        END,
        timedelta(),
    )


def test_break_to_come_is_not_seen() -> None:
    later = ASKED.broken("china", unit="u2", reason="Why?", at=START + HOUR)

    assert later.seen_by("nato", START).breaks == ()
