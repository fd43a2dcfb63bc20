"""Two accounts of an encounter: agreed within what clocks and fixes allow, disputed, or unknown."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.channel.sphere.places import positions
from tracktwo.channel.encounters import Assessment, Report, Standing, Tolerance, YesNo, compare
from tracktwo.channel.sphere import Position
from tracktwo.errors import InputError, OptionError

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
AGREED, DISPUTED, UNKNOWN, BESIDE = Standing.AGREED, Standing.DISPUTED, Standing.UNKNOWN, Standing.BESIDE  # fmt: skip


def _reports(side: str) -> st.SearchStrategy[Report]:
    return st.builds(
        Report,
        st.just(side),
        st.none() | st.floats(0, 60).map(lambda minutes: NOON + timedelta(minutes=minutes)),
        st.none() | positions,
        st.none() | st.floats(0, 5_000),
        st.dictionaries(st.sampled_from(["answered", "lights"]), st.sampled_from(YesNo)),
        st.dictionaries(st.sampled_from(["waters", "manoeuvre"]), st.sampled_from(["", "as agreed"])),
        st.none() | st.sampled_from(Assessment),
    )  # fmt: skip


def test_matter_by_matter() -> None:
    one = Report("nato", NOON, Position(12.5, 48.0), 900, {"answered": YesNo.YES, "lights": YesNo.NO}, {"waters": "high seas"}, Assessment.UNSAFE)  # fmt: skip
    other = Report("china", NOON + timedelta(minutes=4), Position(12.5, 48.1), 1_000, {"answered": YesNo.NO}, {"waters": "near waters", "weather": "calm"}, Assessment.ROUTINE)  # fmt: skip

    found = {each.matter: (each.standing, each.apart) for each in compare(one, other)}

    assert found == {
        "time": (AGREED, timedelta(minutes=4)),
        "position": (DISPUTED, pytest.approx(6 * 0.9763, abs=0.001)),
        "closest": (AGREED, 100),
        "happened.answered": (DISPUTED, None),
        "happened.lights": (UNKNOWN, None),
        "assessment": (DISPUTED, None),
        "words.waters": (BESIDE, None),
        "words.weather": (UNKNOWN, None),
    }


def test_what_neither_side_tells_is_no_matter() -> None:
    assert compare(Report("nato"), Report("china")) == ()


def test_tolerance_is_what_both_settle_on() -> None:
    one, other = Report("nato", NOON), Report("china", NOON + timedelta(minutes=4))

    [found] = compare(one, other, Tolerance(time=timedelta(minutes=3)))

    assert found.standing is DISPUTED


@given(_reports("nato"), _reports("china"))
def test_which_account_is_first_changes_nothing(one: Report, other: Report) -> None:
    forth, back = compare(one, other), compare(other, one)

    assert [(f.matter, f.standing, f.told) for f in forth] == [
        (b.matter, b.standing, b.told[::-1]) for b in back
    ]


@given(_reports("nato"))
def test_same_account_twice_is_agreed_in_all_but_words(one: Report) -> None:
    again = Report("china", one.time, one.position, one.closest, one.happened, one.words, one.assessment)  # fmt: skip

    standings = {each.matter.partition(".")[0]: each.standing for each in compare(one, again)}

    assert {kind for kind, standing in standings.items() if standing is not AGREED} <= {"words"}


def test_accounts_of_one_side_are_refused() -> None:
    with pytest.raises(OptionError, match="both accounts are of nato"):
        compare(Report("nato"), Report("nato"))


@pytest.mark.parametrize("closest", [-1, float("nan")])
def test_distance_below_nothing_is_refused(closest: float) -> None:
    with pytest.raises(InputError, match="it cannot be below 0"):
        Report("nato", closest=closest)
