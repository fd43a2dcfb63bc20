"""Small roadmaps, drawn at random or written down."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tracktwo.dialogue import Party
from tracktwo.roadmap import (
    Absence,
    Blackout,
    Conventions,
    CountryDays,
    Item,
    Length,
    Meeting,
    Place,
    Roadmap,
    Seat,
)

FIRST = date(2022, 9, 26)
"""A Monday before Golden Week."""
WORKING = {
    "BE": CountryDays("BE", {date(2022, 9, 29): "a day of our own"}),
    "CN": CountryDays(
        "CN",
        {date(2022, 10, 1) + timedelta(days=n): "National Day" for n in range(7)},
        frozenset({date(2022, 10, 8), date(2022, 10, 9)}),
    ),
}
PARTIES = (Party("nato"), Party("china"))
PLACES = (
    Place("brussels", "BE", "Europe/Brussels", party="nato"),
    Place("beijing", "CN", "Asia/Shanghai", party="china"),
)
SEATS = (
    Seat("n1", "nato", zone="Europe/Brussels", country="BE"),
    Seat("n2", "nato", zone="Europe/Brussels", country="BE"),
    Seat("c1", "china", zone="Asia/Shanghai", country="CN"),
    Seat("c2", "china", zone="Asia/Shanghai", country="CN"),
)
OFFICES = [one.office for one in SEATS]


def plan(*meetings: Meeting, last: date = FIRST + timedelta(days=27), **more: object) -> Roadmap:
    """A roadmap over four weeks around Golden Week."""
    more.setdefault("seats", SEATS)
    more.setdefault("places", PLACES)
    return Roadmap("test", FIRST, last, parties=PARTIES, meetings=meetings, **more)


def day(n: int) -> date:
    return FIRST + timedelta(days=n)


@st.composite
def plans(draw: st.DrawFn, *, hard: bool = False) -> Roadmap:
    """Up to three meetings on two weeks, with a bit of everything that binds; `hard` ones on one week."""
    n = draw(st.integers(2 if hard else 1, 3))
    length = draw(st.integers(3, 6) if hard else st.integers(8, 16))
    names = [f"m{k}" for k in range(n)]
    meetings = tuple(draw(_meeting(names, k)) for k in range(n))
    return Roadmap(
        "test",
        FIRST,
        day(length),
        parties=PARTIES,
        places=PLACES,
        seats=SEATS,
        meetings=meetings,
        items=tuple(draw(st.lists(_item(names), max_size=1))),
        blackouts=tuple(draw(st.lists(_blackout(), max_size=1))),
        absences=tuple(draw(st.lists(_absence(), max_size=5))),
        conventions=Conventions(
            gap=draw(st.integers(0, 4)),
            apart=draw(st.sampled_from([{}, {"diplomatic": 4}])),
            travel=draw(st.integers(0, 1)),
        ),
    )


@st.composite
def _meeting(draw: st.DrawFn, names: list[str], k: int) -> Meeting:
    virtual = draw(st.booleans())
    required = draw(st.lists(st.sampled_from(OFFICES), min_size=1, max_size=3, unique=True))
    others = [one for one in OFFICES if one not in required]
    earlier = names[:k]
    return Meeting(
        names[k],
        stream="expert" if k == 0 else draw(st.sampled_from(["diplomatic", "military"])),
        level="experts" if k == 0 else "working",
        format="virtual" if virtual else "in person",
        host=draw(st.sampled_from(["", "nato", "china"])),
        series=draw(st.sampled_from(["", "s"])),
        length=Length(hours=3) if virtual else Length(days=draw(st.integers(1, 2))),
        earliest=draw(st.none() | st.integers(0, 6).map(day)),
        latest=draw(st.none() | st.integers(6, 14).map(day)),
        prepared_by=draw(st.sampled_from(["", "m0"])) if k else "",
        gap=draw(st.none() | st.integers(0, 5)),
        after=tuple(draw(st.lists(st.sampled_from(earlier), max_size=1))) if earlier else (),
        required=tuple(required),
        optional=tuple(draw(st.lists(st.sampled_from(others), max_size=2, unique=True)))
        if others
        else (),
    )


@st.composite
def _item(draw: st.DrawFn, names: list[str]) -> Item:
    due = draw(st.none() | st.integers(5, 14).map(day))
    return Item("i", meetings=(draw(st.sampled_from(names)),), due=due)


@st.composite
def _blackout(draw: st.DrawFn) -> Blackout:
    first = draw(st.integers(0, 12))
    parties = draw(st.sampled_from([(), ("nato",), ("china",)]))
    streams = draw(st.sampled_from([(), ("diplomatic",)]))
    last = day(first + draw(st.integers(0, 4)))
    return Blackout("b", day(first), last, parties=parties, streams=streams)


@st.composite
def _absence(draw: st.DrawFn) -> Absence:
    first = draw(st.integers(-1, 14))
    return Absence(draw(st.sampled_from(OFFICES)), day(first), day(first + draw(st.integers(0, 3))))
