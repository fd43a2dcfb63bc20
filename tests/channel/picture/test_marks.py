"""Messages as marks: where, when, how surely; and what ends them."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.channel.kinds.examples import EXAMPLES, example
from tests.exchange.channel.messages import CIRCLE, NOON, PN, message
from tracktwo.channel.messages import MessageId, Status, Type
from tracktwo.channel.picture import Asked, Certainty, marks_of, shown
from tracktwo.channel.sphere import Position, Route
from tracktwo.errors import OptionError

HOUR = timedelta(hours=1)
WRECK = {
    "subject": "wreck",
    "certainty": "located",
    "surveyed": True,
    "positions": ["19-00N 113-00E"],
}


def warning(number: int, fields=WRECK, **told):
    return message(f"NATO-EX-NW {number:04}/26", fields, **told)


def numbers(marks) -> list[str]:
    return [one.id for one in marks]


def test_only_what_was_surveyed_is_located() -> None:
    located, reported, met = marks_of(
        [
            warning(1),
            warning(2, WRECK | {"certainty": "reported"}),
            message("CHINA-EX-EN 0001/26", {"position": "12-48.20N 049-31.40E", "time": "2026-11-20T10:14:00Z"}),
        ]
    )  # fmt: skip

    assert [one.certainty for one in (located, reported, met)] == [
        Certainty.LOCATED,
        Certainty.REPORTED,
        Certainty.REPORTED,
    ]
    assert (located.office, located.kind, located.title, located.status) == ("NATO", "NW", "wreck", "exercise")  # fmt: skip
    assert (met.since, met.until, met.is_event) == (datetime(2026, 11, 20, 10, 14, tzinfo=UTC),) * 2 + (True,)  # fmt: skip


def test_phase_counts_in_its_own_time_and_a_plan_in_its_quarter() -> None:
    phase = {"phase": "active", "start": "2026-12-01T09:00:00Z", "end": "2026-12-01T10:00:00Z"}
    plan = {
        "corridor": "MODEL",
        "year": 2027,
        "quarter": 1,
        "points": ["11-50N 045-00E", "12-50N 049-00E"],
    }
    fields = PN | {"phases": [phase | {"areas": [CIRCLE]}]}

    active, corridor = marks_of([message("CHINA-EX-PN 0001/26", fields), message("CHINA-EX-CV 0001/26", plan)])  # fmt: skip

    assert (active.since.hour, active.until.hour, active.lower, active.upper) == (9, 10, -50, 3000)
    assert corridor.where == Route(
        (Position.from_imo("11-50N 045-00E"), Position(12 + 50 / 60, 49))
    )
    assert (corridor.since.isoformat(), corridor.until.isoformat()) == ("2027-01-01T00:00:00+00:00", "2027-04-01T00:00:00+00:00")  # fmt: skip


def test_what_is_cancelled_or_replaced_leaves_at_that_time() -> None:
    update = warning(2, type=Type.UPDATE, refs=["NATO-EX-NW 0001/26"], sent=NOON + HOUR)
    cancel = message("NATO-EX-NW 0003/26", {}, type=Type.CANCEL, refs=["NATO-EX-NW 0002/26"], sent=NOON + 2 * HOUR)  # fmt: skip
    marks = marks_of([warning(1), update, cancel])

    seen = {
        minutes: numbers(shown(marks, Asked(NOON + timedelta(minutes=minutes), is_exercise=True)))
        for minutes in (-1, 0, 59, 60, 119, 120)
    }

    assert seen == {
        -1: [],
        0: ["NATO-EX-NW 0001/26"],
        59: ["NATO-EX-NW 0001/26"],
        60: ["NATO-EX-NW 0002/26"],
        119: ["NATO-EX-NW 0002/26"],
        120: [],
    }
    assert [one.gone_by for one in marks] == [update.id, cancel.id]


@pytest.mark.parametrize(
    "cancels", ["NAVAREA XI 0007/26", "navarea  xi 7/2026", "NATO-EX-NW 0001/26"]
)
def test_later_warning_cancels_an_earlier_one_of_its_office_by_number(cancels: str) -> None:
    numbered = (
        {} if cancels.startswith("NATO") else {"series": "NAVAREA XI", "number": 7, "year": 2026}
    )
    first = warning(1, WRECK | numbered)
    later = warning(
        2, WRECK | {"cancels": [cancels, "UNKNOWN 1/26", "no number"]}, sent=NOON + HOUR
    )
    foreign = message("CHINA-EX-NW 0001/26", WRECK | {"cancels": [cancels]})

    assert [one.gone_by for one in marks_of([first, foreign, later])] == [later.id, None, None]


def test_time_asked_for_is_kept_to() -> None:
    told = {"start": "2026-12-01T08:00:00Z", "end": "2026-12-02T16:00:00Z"}
    marks = marks_of([
        warning(1, WRECK | told),
        warning(2, WRECK | told | {"cancel_at": "2026-12-01T12:00:00Z"}),
        warning(3),
        message("CHINA-EX-EN 0001/26", {"position": "12-48.20N 049-31.40E", "time": "2026-12-01T10:00:00Z"}),
    ])  # fmt: skip

    def seen(start: str, end: str, **asked) -> list[str]:
        ends = (datetime.fromisoformat(f"2026-{one}Z") for one in (start, end))
        found = shown(marks, Asked(NOON, *ends, is_exercise=True, **asked))
        return [f"{one.kind}{one.message.number}" for one in found]

    assert seen("12-01T10:00", "12-01T10:00") == ["NW1", "NW2", "NW3", "EN1"]
    assert seen("12-01T12:00", "12-01T13:00") == ["NW1", "NW3"]
    assert seen("12-02T16:00", "12-03T16:00") == ["NW3"]
    assert seen("11-30T16:00", "12-01T07:00") == ["NW3"]
    assert seen("12-01T09:00", "12-01T11:00", kinds={"EN"}) == ["EN1"]
    assert seen("12-01T09:00", "12-01T11:00", offices={"NATO"}) == ["NW1", "NW2", "NW3"]
    with pytest.raises(OptionError, match="before its start"):
        seen("12-02T16:00", "12-01T16:00")


def test_exercises_never_stand_beside_what_is_meant() -> None:
    meant = message("NATO-NW 0001/26", WRECK, status=Status.ACTUAL)
    marks = marks_of([warning(1), meant])

    sorts = [numbers(shown(marks, Asked(NOON, is_exercise=one))) for one in (True, False)]

    assert sorts == [["NATO-EX-NW 0001/26"], ["NATO-NW 0001/26"]]


@pytest.mark.parametrize("kind", sorted(EXAMPLES))
def test_every_kind_is_read(kind: str) -> None:
    marks = marks_of([example(kind)])

    assert bool(marks) == (
        kind in {"AC", "AN", "CV", "EN", "HI", "MI", "NW", "PN", "UA", "UR", "VR"}
    )
    assert all(one.message == MessageId.read(one.id.partition("#")[0]) for one in marks)
