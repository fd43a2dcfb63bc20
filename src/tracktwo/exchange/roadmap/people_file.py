"""people.csv and absences.csv: offices, never names, and the days on which they cannot sit."""

from collections.abc import Collection
from pathlib import Path

from tracktwo.exchange.lists import check_id
from tracktwo.exchange.risks.rows import read_rows, texts_of
from tracktwo.exchange.roadmap.cells import hours_in, needed_day, one_of
from tracktwo.roadmap.items import STREAMS
from tracktwo.roadmap.meetings import Seat
from tracktwo.roadmap.places import Absence

WANTED = ("office", "party", "zone", "country")
OPTIONAL = ("stream", "hours", "address")


def read_people(path: Path, lines: dict[str, int]) -> tuple[Seat, ...]:
    """The offices in a table; `lines` is filled with the line of each."""
    return tuple(
        Seat(
            check_id(row, "office", lines),
            row["party"],
            one_of(row, "stream", STREAMS, "diplomatic"),
            row["zone"],
            row["country"].upper(),
            texts_of(row, "name"),
            hours_in(row, "hours"),
            row["address"],
        )
        for row in read_rows(path, WANTED, optional=OPTIONAL, texts=("name",))
    )


def read_absences(path: Path, offices: Collection[str]) -> tuple[Absence, ...]:
    """The absences in a table; an office that is not in people.csv is refused."""
    found = []
    for row in read_rows(path, ("office", "first", "last")):
        if row["office"] not in offices:
            row.refuse(f"office {row['office']!r} is not in people.csv; add it there or correct it")
        away = Absence(row["office"], needed_day(row, "first"), needed_day(row, "last"))
        if away.last < away.first:
            row.refuse(f"the period from {away.first} to {away.last} runs backwards; correct it")
        found.append(away)
    return tuple(found)
