"""Chronologies: known as exactly as they are known, ordered no more surely than that, accounts side by side."""

import json
from datetime import date
from itertools import combinations

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.dialogue import Party
from tracktwo.errors import InputError
from tracktwo.exchange.roadmap import read_chronology
from tracktwo.locale import translator
from tracktwo.roadmap.chronology import (
    Chronology,
    Milestone,
    When,
    chronology_schema,
    chronology_to_json,
    surely_before,
    when_in_words,
)

DATES = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@st.composite
def whens(draw: st.DrawFn) -> When:
    first, other = sorted([draw(DATES), draw(DATES)])
    begin = draw(st.sampled_from([f"{first:%Y}", f"{first:%Y-%m}", f"{first:%Y-%m-%d}"]))
    end = draw(st.sampled_from(["", "", "/..", f"/{other:%Y}", f"/{other:%Y-%m}"]))
    try:
        return When.parse(begin + end)
    except ValueError:
        return When.parse(begin)


@given(st.lists(whens(), min_size=2, max_size=8))
def test_nothing_surely_later_is_told_before(dates: list[When]) -> None:
    told = Chronology(tuple(Milestone(f"m{n}", when) for n, when in enumerate(dates))).milestones

    assert not any(
        surely_before(later.when, earlier.when) for earlier, later in combinations(told, 2)
    )


@given(whens())
def test_date_is_written_as_it_was_read(when: When) -> None:
    assert When.parse(when.text) == when
    assert when.last is None or when.first <= when.last


def test_what_is_known_less_exactly_comes_first() -> None:
    dates = ("2018-06-05", "2018", "2018-06", "2017/2018", "2018/..", "2018-12-31")
    told = Chronology(tuple(Milestone(one, When.parse(one)) for one in dates))

    assert [one.id for one in told.milestones] == [
        "2017/2018",
        "2018/..",
        "2018",
        "2018-06",
        "2018-06-05",
        "2018-12-31",
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2011", "2012", True),
        ("2012", "2011", False),
        ("2012", "2012-06", None),
        ("2010/2014", "2012", None),
        ("2010/..", "2050", None),
        ("2018-06-05", "2018-06-06", True),
    ],
)
def test_order_is_told_only_where_it_is_known(one: str, other: str, expected: bool | None) -> None:
    assert surely_before(When.parse(one), When.parse(other)) is expected


WORDS = {
    "2018-06-05": ("5 June 2018", "2018年6月5日", "5 juin 2018"),
    "2018-06": ("June 2018", "2018年6月", "juin 2018"),
    "2018": ("2018", "2018年", "2018"),
    "2010/2014": ("2010–2014", "2010—2014年", "2010–2014"),
    "2018-06-01/2018-06-05": ("1–5 June 2018", "2018年6月1日至5日", "1er–5 juin 2018"),
    "2018-06/2019": ("June 2018 – 2019", "2018年6月 – 2019年", "juin 2018 – 2019"),
}


@pytest.mark.parametrize("text", WORDS)
def test_dates_are_told_as_exactly_as_they_are_known(text: str) -> None:
    told = tuple(when_in_words(When.parse(text), translator(one)) for one in ("en", "zh", "fr"))

    assert told == WORDS[text]


@pytest.fixture(scope="module")
def example() -> Chronology:
    return read_chronology("examples/nato-china")


def test_example_has_the_ten_milestones_of_the_report(example: Chronology) -> None:
    reports = [one for one in example.milestones if one.sources == ("CSDR–CIISS report 2021, milestones",)]  # fmt: skip

    assert {one.when.text[:9] for one in reports} == {
        "2002", "2007", "2008", "2009", "2010/2014", "2011", "2011/2014", "2012", "2018", "2018-06-0",
        "2021-09-2",
    }  # fmt: skip
    assert [one.when.text for one in reports][4:7] == ["2010/2014", "2011/2014", "2011"]
    assert all({"en", "zh", "fr"} <= set(one.texts) for one in example.milestones)


def test_two_accounts_of_one_event_stand_beside_each_other(example: Chronology) -> None:
    (dispute,) = example.disputes

    assert [one.account for one in dispute.accounts] == ["china", "nato"]
    assert {one.agreed for one in dispute.accounts} == {"one"}


def test_time_area_and_party_choose(example: Chronology) -> None:
    chosen = {
        "time": example.only(first=date(2011, 6, 1), last=date(2012, 1, 1)),
        "area": example.only(area="maritime"),
        "party": example.only(party="eu"),
    }

    assert {name: [one.id for one in told.milestones] for name, told in chosen.items()} == {
        "time": ["conferences", "visitors", "flagship", "staff-talks"],
        "area": ["gulf-of-aden", "flagship", "staff-talks"],
        "party": [],
    }


def test_account_brings_the_other_account_along() -> None:
    one = Milestone("a", When.parse("2020"), parties=("north",), account="north", agreed="one", event="e")  # fmt: skip
    other = Milestone("b", When.parse("2021"), parties=("south",), account="south", agreed="one", event="e")  # fmt: skip
    told = Chronology((one, other), (Party("north"), Party("south")))

    assert told.only(party="north") == told


def test_milestone_twice_is_refused() -> None:
    with pytest.raises(InputError, match=r"^milestone 'a' appears twice; ids must differ$"):
        Chronology((Milestone("a", When.parse("2020")), Milestone("a", When.parse("2021"))))


def test_document_meets_its_schema(example: Chronology) -> None:
    document = json.loads(chronology_to_json(example))

    jsonschema.validate(document, chronology_schema())
    assert len(document["milestones"]) == len(example.milestones)
    assert document["disputes"][0]["event"] == "brussels-2021"
