"""Which activities are in each other's way, what each side is told, and that the register misses none."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.channel.sphere.places import areas
from tracktwo.channel.activities import Activity, Band, Margin, Overlap, Register, Window, overlap
from tracktwo.channel.sphere import Circle, Polygon, Position
from tracktwo.errors import InputError

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def _window(start: float, end: float) -> Window:
    return Window(NOON + timedelta(hours=start), NOON + timedelta(hours=end))


def _activity(id_: str = "A-PN 0001/26", *, north: float = 0, hours=(0, 6), band=None) -> Activity:
    return Activity(id_, "a", Circle(Position(north, 0), 30), _window(*hours), band or Band())


windows = st.tuples(st.floats(0, 200), st.floats(0.1, 100)).map(
    lambda one: _window(one[0], sum(one))
)
bands = st.tuples(st.floats(-500, 9000), st.floats(0, 5000)).map(lambda one: Band(one[0], sum(one)))
activities = st.lists(
    st.builds(Activity, st.just(""), st.sampled_from("ab"), areas, windows, bands), max_size=12
).map(lambda those: [Activity(str(n), o.side, o.area, o.window, o.band) for n, o in enumerate(those)])  # fmt: skip


def test_what_is_told_is_when_and_how_high_and_nothing_of_the_other() -> None:
    mine = _activity("A-PN 0007/26", hours=(0, 6), band=Band(0, 914))
    other = _activity("B-PN 0003/26", north=0.5, hours=(4, 9), band=Band(500, 9000))

    told = overlap(mine, other, Margin())

    assert told == Overlap("A-PN 0007/26", _window(4, 6), Band(500, 914), 0.0)


@pytest.mark.parametrize(
    ("other", "margin", "meets"),
    [
        (_activity(hours=(6, 9)), Margin(), False),
        (_activity(hours=(6, 9)), Margin(time=timedelta(minutes=1)), True),
        (_activity(north=1.1), Margin(), False),
        (_activity(north=1.1), Margin(miles=5.9), False),
        (_activity(north=1.1), Margin(miles=6.1), True),
        (_activity(band=Band(200, 300)), Margin(), False),
        (_activity(band=Band(200, 300)), Margin(metres=100), True),
        (_activity(band=Band(-300, 0)), Margin(), True),
    ],
)
def test_room_between_is_kept_in_space_height_and_time(other, margin, meets: bool) -> None:
    mine = _activity(hours=(0, 6), band=Band(0, 100))

    assert (overlap(mine, other, margin) is not None) == meets
    assert (overlap(other, mine, margin) is not None) == meets


@given(activities, st.builds(Activity, st.just("new"), st.just("a"), areas, windows, bands), st.floats(0, 300))  # fmt: skip
def test_register_finds_what_looking_at_each_finds(known, new: Activity, miles: float) -> None:
    margin = Margin(miles, 50, timedelta(hours=2))
    each = [(one, told) for one in known if (told := overlap(new, one, margin))]

    assert Register(known).met_by(new, margin) == each


@given(activities, st.data())
def test_what_was_taken_out_is_met_no_more(known, data) -> None:
    register = Register(known)
    gone = data.draw(st.sets(st.sampled_from(known))) if known else set()
    for one in gone:
        register.remove(one.id)

    new = Activity("new", "a", Circle(Position(0, 0), 2000), _window(0, 400))
    left = {one.id for one, _ in register.met_by(new, Margin(miles=4000))}

    assert left.isdisjoint(one.id for one in gone)
    assert len(register) == len(known) - len(gone)


def test_activity_that_replaces_itself_is_not_in_its_own_way() -> None:
    register = Register([_activity("A-PN 0001/26")])

    assert register.met_by(_activity("A-PN 0001/26", hours=(1, 7))) == []


def test_ids_are_entered_once_and_removed_once() -> None:
    register = Register([_activity("x")])

    with pytest.raises(InputError, match="activity 'x' is notified twice"):
        register.add(_activity("x"))
    register.remove("x")
    with pytest.raises(InputError, match="activity 'x' is not notified"):
        register.remove("x")
    register.add(_activity("x"))
    assert "x" in register


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (lambda: Band(10, 5), "a band goes from 10 m up to 5 m; give the lower end first"),
        (lambda: Window(NOON, NOON), "a window ends at 2026-03-01T12:00:00+00:00, not after its start at 2026-03-01T12:00:00+00:00"),
        (lambda: Window(NOON.replace(tzinfo=None), NOON), "a time has no zone; write UTC, such as 2026-11-26T09:00Z"),
    ],
)  # fmt: skip
def test_what_is_no_time_or_height_is_refused(made, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        made()

    assert str(refused.value) == sentence


def test_polygon_and_circle_are_both_kept_clear_of() -> None:
    square = Polygon((Position(1, 1), Position(1, -1), Position(-1, -1), Position(-1, 1)))
    register = Register([Activity("square", "b", square, _window(0, 10))])

    assert [one.id for one, _ in register.met_by(_activity("new"))] == ["square"]
    assert register.met_by(_activity("new", north=2)) == []
