"""Roadmaps of any size, drawn: two years, streams, series, preparation, absences and real public holidays."""

from datetime import date, timedelta
from random import Random

from tracktwo.dialogue import Party
from tracktwo.roadmap import (  # fmt: skip
    Absence,
    Blackout,
    Conventions,
    Item,
    Length,
    Meeting,
    Place,
    Roadmap,
    Seat,
)

FIRST, LAST = date(2022, 3, 1), date(2024, 2, 29)
SPAN = (LAST - FIRST).days
STREAMS = ("diplomatic", "military", "expert")
HOMES = {
    "nato": ("BE", "Europe/Brussels", ("BE", "DE", "FR", "GB", "US")),
    "china": ("CN", "Asia/Shanghai", ("CN",)),
}
OFFICES = 5
"""Of each side and stream."""
WINDOW = 75
"""Days within which a meeting begins."""
ABSENCES = 16
"""Of each office, of one to twelve days."""


def drawn(meetings: int, seed: int) -> Roadmap:
    """A roadmap with so many meetings, as many of each stream; the same for the same seed.

    They are so tight that not everybody who need not be there can be at every meeting.
    """
    random = Random(seed)
    seats = tuple(_seats(random))
    held = tuple(_meetings(random, meetings))
    return Roadmap(
        f"drawn-{meetings}-{seed}",
        FIRST,
        LAST,
        parties=tuple(map(Party, HOMES)),
        places=tuple(_places(meetings)),
        seats=seats,
        meetings=held,
        items=tuple(_items(random, held)),
        blackouts=tuple(_blackouts()),
        absences=tuple(_absences(random, seats)),
        conventions=Conventions(gap=14, apart=dict.fromkeys(STREAMS, 7 if meetings > 40 else 14)),
    )


def _places(meetings: int):
    rooms = 2 if meetings > 40 else 1
    for side, (country, zone, _) in HOMES.items():
        yield Place(f"home-{side}", country, zone, party=side, rooms=rooms)
    yield Place("geneva", "CH", "Europe/Zurich", rooms=rooms)


def _seats(random: Random):
    for side, (_, zone, countries) in HOMES.items():
        for stream in STREAMS:
            for n in range(OFFICES):
                yield Seat(f"{side}-{stream}-{n}", side, stream, zone, random.choice(countries))


def _meetings(random: Random, meetings: int):
    """Every third prepares the two after it; every sixth is of a series; each has a window of its own."""
    before = ""
    for n in range(meetings):
        stream = STREAMS[(n + 2) % 3]
        at = FIRST + timedelta(days=int(SPAN * 0.85 * n / meetings))
        virtual = random.random() < 0.4
        name = f"m{n}"
        yield Meeting(
            name,
            stream=stream,
            level="experts" if stream == "expert" else "working",
            format="virtual" if virtual else "in person",
            length=Length(hours=random.choice((2, 3))) if virtual else Length(days=random.choice((1, 2))),
            host="" if n % 6 == 1 else random.choice(("", "nato", "china")),
            series="staff-talks" if n % 6 == 1 else "",
            place="geneva" if not virtual and random.random() < 0.2 else "",
            earliest=at,
            latest=min(at + timedelta(days=WINDOW), LAST - timedelta(days=14)),
            prepared_by=before if stream != "expert" else "",
            papers_due=10 if stream != "expert" else 0,
            required=_offices(random, stream, range(3)),
            optional=_offices(random, stream, range(3, OFFICES)),
        )  # fmt: skip
        before = name if stream == "expert" else before


def _offices(random: Random, stream: str, among: range) -> tuple[str, ...]:
    return tuple(
        f"{side}-{stream}-{n}"
        for side in HOMES
        for n in sorted(random.sample(list(among), min(2, len(among))))
    )


def _items(random: Random, held: tuple[Meeting, ...]):
    for n, one in enumerate(random.sample(held, len(held) // 4)):
        if one.latest:
            yield Item(f"i{n}", meetings=(one.id,), due=one.latest + timedelta(days=1))


def _blackouts():
    for year in (2022, 2023):
        yield Blackout(f"august-{year}", date(year, 7, 25), date(year, 8, 26))
        yield Blackout(f"year-end-{year}", date(year, 12, 19), date(year + 1, 1, 3), parties=("nato",))  # fmt: skip
    yield Blackout("congress", date(2022, 10, 14), date(2022, 10, 24), parties=("china",), streams=("diplomatic", "military"))  # fmt: skip


def _absences(random: Random, seats: tuple[Seat, ...]):
    for seat in seats:
        for _ in range(ABSENCES):
            first = FIRST + timedelta(days=random.randrange(SPAN - 14))
            yield Absence(seat.office, first, first + timedelta(days=random.randrange(12)))
