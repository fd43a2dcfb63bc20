"""Navigational warnings: the form that is written, what is read, and that it comes back the same."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from tests.exchange.channel.drawn import MINUTES, polygons, positions, words
from tracktwo.channel.sphere import Polygon, Position
from tracktwo.errors import InputError
from tracktwo.exchange.channel.navarea import (
    Around,
    Bounded,
    NavigationalWarning,
    Number,
    Spots,
    read_navarea,
    write_navarea,
)
from tracktwo.exchange.channel.navarea.warning import Seen
from tracktwo.exchange.channel.turning import clockwise_from_north_west, is_clockwise

FULL = NavigationalWarning(
    number=Number("NAVAREA XI", 7, 2026),
    general_area="SOUTH CHINA SEA",
    locality="EAST OF THE MODEL BANK",
    charts=("BA 1261", "INT 550"),
    subject="GUNNERY EXERCISES",
    places=(
        Bounded(("21-00N 113-45E", "21-30N 113-45E", "21-30N 114-15E", "21-00N 114-15E")),
        Around("20-00N 113-45E", "2.5"),
    ),
    seen=Seen.REPORTED,
    start=datetime(2026, 12, 1, 8, tzinfo=UTC),
    end=datetime(2026, 12, 2, 16, tzinfo=UTC),
    remarks=("WIDE BERTH REQUESTED", "SURFACE TO 3000 METRES"),
    cancels=(Number("NAVAREA XI", 5, 2026),),
    cancel_at=datetime(2026, 12, 2, 17, tzinfo=UTC),
    is_exercise=True,
)
TEXT = """EXERCISE EXERCISE EXERCISE
NAVAREA XI 0007/26
SOUTH CHINA SEA.
EAST OF THE MODEL BANK.
CHART BA 1261, INT 550.
GUNNERY EXERCISES.
REPORTED IN AREA BOUNDED BY:
21-30N 113-45E,
21-30N 114-15E,
21-00N 114-15E,
21-00N 113-45E.
AND WITHIN 2.5 MILES OF 20-00N 113-45E.
FROM 010800 UTC DEC 26 TO 021600 UTC DEC 26.
WIDE BERTH REQUESTED.
SURFACE TO 3000 METRES.
CANCEL NAVAREA XI 0005/26.
CANCEL THIS MESSAGE 021700 UTC DEC 26.
EXERCISE EXERCISE EXERCISE
"""
numbers = st.builds(
    Number,
    st.sampled_from(["NAVAREA XI", "NAVAREA ONE", "CHINA-EX-NW"]),
    st.integers(1, 999_999),
    st.integers(2000, 2099),
)
spots = st.lists(positions().map(Position.imo), min_size=1, max_size=4).map(tuple)
places = st.one_of(
    st.builds(Spots, spots),
    st.builds(
        Around,
        positions().map(Position.imo),
        st.integers(1, 9999).map(str) | st.decimals(0, 99, places=1).map("{:.1f}".format),
    ),
    polygons().map(lambda corners: Bounded(tuple(one.imo() for one in corners))),
)
warnings = st.builds(
    NavigationalWarning,
    number=numbers,
    general_area=words(),
    locality=st.just("") | words(),
    charts=st.lists(words(10).map(lambda text: text.replace(",", "")), max_size=3).map(tuple),
    subject=words(),
    places=st.lists(places, min_size=1, max_size=3).map(tuple),
    seen=st.none() | st.sampled_from(Seen),
    start=st.none() | MINUTES,
    end=st.none() | MINUTES,
    remarks=st.lists(words(), max_size=3).map(tuple),
    cancels=st.lists(numbers, max_size=2).map(tuple),
    cancel_at=st.none() | MINUTES,
    is_exercise=st.booleans(),
)


def test_each_element_stands_on_its_own_line() -> None:
    assert write_navarea(FULL) == TEXT


def test_what_is_written_comes_back() -> None:
    assert read_navarea(TEXT) == FULL


@settings(max_examples=100, deadline=None)
@given(warning=warnings)
def test_whatever_is_written_comes_back_the_same(warning: NavigationalWarning) -> None:
    try:
        text = write_navarea(warning)
    except InputError:
        reject()  # a text that looks like another element is refused, never changed
    assert read_navarea(text) == warning


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("DERELICT SHIP ADRIFT IN 05-30.0S 120-15.5W", ("DERELICT SHIP ADRIFT", None, (Spots(("05-30.0S 120-15.5W",)),))),
        ("DANGEROUS WRECK LOCATED IN 05-30.0S 120-15.5W.", ("DANGEROUS WRECK", Seen.LOCATED, (Spots(("05-30.0S 120-15.5W",)),))),
        ("ROCK\nREPORTED 05-30S, 120-15W.", ("ROCK", Seen.REPORTED, (Spots(("05-30S 120-15W",)),))),
        ("FIRING WITHIN 2.5 NM OF 05-30S 120-15W", ("FIRING", None, (Around("05-30S 120-15W", "2.5"),))),
        ("FIRING IN THE AREA BOUNDED BY 01-00N 001-00E, 01-00N 002-00E AND 00-00N 002-00E", ("FIRING", None, (Bounded(("01-00N 001-00E", "01-00N 002-00E", "00-00N 002-00E")),))),
        ("buoys adrift in 05-30S 120-15W\n05-31S 120-15W", ("BUOYS ADRIFT", None, (Spots(("05-30S 120-15W", "05-31S 120-15W")),))),
        ("MINES IN 05-30S 120-15W\nAND IN 06-30S 120-15W", ("MINES", None, (Spots(("05-30S 120-15W",)), Spots(("06-30S 120-15W",))))),
        ("ROCK IN 05-30.125S 120-15.375W", ("ROCK", None, (Spots(("05-30.13S 120-15.38W",)),))),
    ],
)  # fmt: skip
def test_position_is_read_as_coordinators_write_it(text: str, told: tuple) -> None:
    read = read_navarea(f"NAVAREA XI 007/26\n{text}\n")

    assert (read.subject, read.seen, read.places) == told
    assert read_navarea(write_navarea(read)) == read


def test_words_behind_a_position_are_a_remark() -> None:
    read = read_navarea("NAVAREA XI 007/26\nROCK IN 05-30S 120-15W. WIDE BERTH REQUESTED.")

    assert read.remarks == ("WIDE BERTH REQUESTED",)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "there is no warning in this text"),
        ("HELLO", "'HELLO' is no series and number of a warning; write such as NAVAREA XI 0007/26"),
        ("NAVAREA XI 7/26\nROCK IN 05-30S 120-15W", "'NAVAREA XI 7/26' is no series and number of a warning; write such as NAVAREA XI 0007/26"),
        ("NAVAREA XI 007/26\nROCK", "NAVAREA XI 0007/26 names no position, such as 05-30.0S 120-15.5W"),
        ("NAVAREA XI 007/26\nIN 05-30S 120-15W", "before its position NAVAREA XI 0007/26 has 0 lines of words; write general area, locality and key subject, on a line each"),
        ("NAVAREA XI 007/26\nA\nB\nC\nD\nIN 05-30S 120-15W", "before its position NAVAREA XI 0007/26 has 4 lines of words; write general area, locality and key subject, on a line each"),
        ("NAVAREA XI 007/26\nROCK IN 05-99S 120-15W", "'05-99S 120-15W' is no position; write degrees and minutes with leading zeros, such as 05-30.0S 120-15.5W"),
        ("NAVAREA XI 007/26\nFIRING IN AREA BOUNDED BY:", "the area of NAVAREA XI 0007/26 lists no positions"),
        ("NAVAREA XI 007/26\nFIRING IN AREA BOUNDED BY: 01-00N 001-00E, 01-00N 002-00E", "an area has 2 corners; give three or more"),
        ("NAVAREA XI 007/26\n岩 IN 05-30S 120-15W", "'岩' cannot be sent; warnings and notices are in English, in capital letters, figures and - ? : ( ) . , ' = / +"),
        ("EXERCISE EXERCISE EXERCISE\nNAVAREA XI 007/26\nROCK IN 05-30S 120-15W", "the first line and the last of an exercise are both EXERCISE EXERCISE EXERCISE; one is missing"),
        ("NAVAREA XI 007/26\nROCK IN 05-30S 120-15W\nCANCEL THIS MESSAGE TOMORROW", "'TOMORROW' is no date-time group; write day, hour and minute in UTC, such as 231400ZNOV26"),
        ("NAVAREA XI 007/26\nFIRING IN AREA BOUNDED BY: " + "01-00N 001-00E, " * 201, "an area has 201 corners; give 200 at most"),
        ("A" * 20_001, "the text has 20001 characters; one warning or notice has 20000 at most"),
    ],
)  # fmt: skip
def test_what_is_no_warning_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        read_navarea(text)

    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"subject": "CHART BA 1", "charts": ()}, "would be taken for another element"),
        ({"remarks": ("CANCEL THIS MESSAGE 021700 UTC DEC 26",), "cancel_at": None}, "would be taken for another element"),
        ({"general_area": ""}, "names a locality and no general area"),
        ({"subject": ""}, "does not say what the hazard is"),
        ({"subject": "gunnery"}, "'gunnery' is not in capital letters"),
    ],
)  # fmt: skip
def test_warning_that_would_be_misread_is_not_written(changed: dict, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        write_navarea(replace(FULL, **changed))


@settings(max_examples=200, deadline=None)
@given(
    text=st.text(max_size=200)
    | st.lists(
        st.sampled_from(["NAVAREA XI 007/26", "IN ", "05-30S 120-15W", "AREA BOUNDED BY", "WITHIN 5 MILES OF", "CANCEL ", "\n", "CHART", ", ", "."]),
        max_size=20,
    ).map("".join)
)  # fmt: skip
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = read_navarea(text)
    except InputError:
        return
    assert read.subject


@settings(max_examples=100, deadline=None)
@given(corners=polygons())
def test_corners_are_listed_clockwise_from_the_north_west(corners: tuple[Position, ...]) -> None:
    order = clockwise_from_north_west(corners)

    listed = [corners[place] for place in order]
    assert sorted(order) == list(range(len(corners)))
    assert is_clockwise(listed)
    assert clockwise_from_north_west(listed) == list(range(len(corners)))
    assert Polygon(tuple(listed)).holds(corners[0])
