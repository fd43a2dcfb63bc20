"""A drill that was run: times are counted, sides are not compared."""

from datetime import UTC, datetime, timedelta

import pytest

from tracktwo.channel.drills import Drill, Expected, Inject, Played, play
from tracktwo.channel.messages import Message, MessageId, Precedence, Scope, Status, Type
from tracktwo.errors import InputError, OptionError

START = datetime(2026, 11, 20, 10, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
TEXTS = {"en": "x", "zh": "x", "fr": "x"}
OFFICES = {"first": "NATO", "other": "CHINA"}


def expected(side: str, kind: str = "EN", type_: Type = Type.NEW, within: timedelta = HOUR) -> Expected:  # fmt: skip
    return Expected(side, kind, type_, within, TEXTS)


def drill(*injects: Inject) -> Drill:
    return Drill("d", TEXTS, TEXTS, {"first": TEXTS, "other": TEXTS}, injects)


def sent(id_: str, minutes: float, type_: Type = Type.NEW, *, about: str = "") -> Message:
    number = MessageId.read(id_)
    status = Status.EXERCISE if number.series.is_exercise else Status.ACTUAL
    return Message(
        number,
        ("CHINA" if number.series.office == "NATO" else "NATO",),
        status,
        type_,
        Precedence.ROUTINE,
        Scope.JOINT_PRIVATE,
        {},
        START + minutes * MINUTE,
        refs=(MessageId.read(about),) if about else (),
    )


TWO = drill(
    Inject("a", timedelta(), "first", TEXTS, (expected("first"), expected("other"))),
    Inject("b", HOUR, "first", TEXTS, (expected("first"),)),
)


def test_each_expected_message_is_met_once_and_timed() -> None:
    first, second = sent("NATO-EX-EN 0001/26", 30), sent("NATO-EX-EN 0002/26", 150)
    test = sent("NATO-EX-TM 0001/26", 40)

    report = play(TWO, [second, test, first], start=START, offices=OFFICES)

    ours, theirs, later = (TWO.injects[0].expected[0], TWO.injects[0].expected[1], TWO.injects[1].expected[0])  # fmt: skip
    assert report.played == (
        Played("a", ours, first.id, 30 * MINUTE, None),
        Played("a", theirs, None, None, None),
        Played("b", later, second.id, 90 * MINUTE, 30 * MINUTE),
    )
    assert report.others == (test.id,)
    assert (report.came, report.in_time, report.median) == (2, 1, HOUR)


def test_message_before_what_it_would_answer_does_not_count() -> None:
    report = play(TWO, [sent("NATO-EX-EN 0001/26", -5)], start=START, offices=OFFICES)

    assert (report.came, report.median, report.others) == (0, None, ())


def test_message_that_is_meant_does_not_count() -> None:
    report = play(TWO, [sent("NATO-EN 0001/26", 30)], start=START, offices=OFFICES)

    assert report.came == 0


def test_message_exactly_at_the_limit_is_in_time() -> None:
    report = play(TWO, [sent("NATO-EX-EN 0001/26", 60)], start=START, offices=OFFICES)

    assert report.in_time == 1


@pytest.mark.parametrize("offices", [{}, {"first": "NATO"}, {"first": "NATO", "other": "NATO"}])
def test_each_side_is_played_by_an_office_of_its_own(offices: dict[str, str]) -> None:
    with pytest.raises(
        OptionError, match="name an office for each side of the drill: first, other"
    ):
        play(TWO, [], start=START, offices=offices)


def test_start_needs_a_zone() -> None:
    with pytest.raises(InputError, match="a time has no zone"):
        play(TWO, [], start=START.replace(tzinfo=None), offices=OFFICES)


@pytest.mark.parametrize(
    ("injects", "sentence"),
    [
        ((), "nothing happens in this drill; add an inject"),
        ((TWO.injects[0], TWO.injects[0]), "inject 'a' is there twice"),
        (TWO.injects[::-1], "inject 'a' comes before the one above it; order them by time"),
        ((Inject("a", HOUR, "third", TEXTS),), "inject 'a' names side 'third', which is not there"),
        ((Inject("a", HOUR, "first", TEXTS, (expected("third"),)),), "inject 'a' names side 'third', which is not there"),
    ],
)  # fmt: skip
def test_script_that_contradicts_itself_is_refused(injects: tuple, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        drill(*injects)

    assert str(refused.value) == sentence


def test_expectation_that_no_message_can_meet_is_refused() -> None:
    with pytest.raises(InputError, match="a message of kind TR is never of type new"):
        expected("first", "TR")
    with pytest.raises(InputError, match="expected within no time"):
        expected("first", within=timedelta())
