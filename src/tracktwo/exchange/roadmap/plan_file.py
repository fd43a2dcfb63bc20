"""roadmap.toml: the time of a roadmap, its sides, places and conventions, and the periods without meetings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

from tracktwo.dialogue import Party
from tracktwo.exchange.roadmap.toml_table import TomlTable
from tracktwo.exchange.settings import read_settings
from tracktwo.roadmap.items import STREAMS
from tracktwo.roadmap.meetings import Hours
from tracktwo.roadmap.places import Blackout, Conventions, Place

KEYS = (
    "id", "title", "note", "first", "last", "edition", "reviewed", "conventions", "parties", "places",
    "countries", "blackouts",
)  # fmt: skip
CONVENTIONS = ("gap", "apart", "travel", "hours", "begins", "review")
PLACE = ("id", "names", "country", "zone", "party", "rooms")
BLACKOUT = ("id", "names", "first", "last", "parties", "streams", "source")


@dataclass(frozen=True)
class Frame:
    """What roadmap.toml says, ready to be the first half of a roadmap."""

    table: TomlTable
    id: str
    first: date
    last: date
    parties: tuple[Party, ...]
    places: tuple[Place, ...]
    blackouts: tuple[Blackout, ...]
    conventions: Conventions
    title: Mapping[str, str]
    note: Mapping[str, str]
    countries: Mapping[str, Mapping[str, str]]
    edition: int
    reviewed: date | None

    @property
    def values(self) -> dict[str, Any]:
        """All but the file itself, by the names that a `Roadmap` has for them."""
        names = self.__dataclass_fields__
        return {name: getattr(self, name) for name in names if name != "table"}


def read_frame(path: Path) -> Frame:
    """The settings in a roadmap.toml, every key checked; sides are those of the dialogue where it names none."""
    table = TomlTable.read(path)
    table.only(*KEYS)
    parties = tuple(_parties(table)) or _parties_of_dialogue(path.parent)
    ids = [one.id for one in parties]
    return Frame(
        table,
        id=table.needed("id"),
        first=table.needed_day("first"),
        last=table.needed_day("last"),
        parties=parties,
        places=tuple(_place(one) for one in table.each("places")),
        blackouts=tuple(_blackout(one, ids) for one in table.each("blackouts")),
        conventions=_conventions(table.inside("conventions")),
        title=table.texts("title"),
        note=table.texts("note"),
        countries={
            one: table.inside("countries").texts(one) for one in table.inside("countries").values
        },
        edition=table.whole("edition", 1, least=1),
        reviewed=table.day("reviewed"),
    )


def _parties(table: TomlTable) -> Iterator[Party]:
    for one in table.each("parties"):
        one.only("id", "names")
        yield Party(one.needed("id"), one.texts("names"))


def _parties_of_dialogue(folder: Path) -> tuple[Party, ...]:
    path = folder.resolve().parent / "dialogue.toml"
    return read_settings(path).parties if path.exists() else ()


def _place(one: TomlTable) -> Place:
    one.only(*PLACE)
    return Place(
        one.needed("id"),
        country=one.needed("country"),
        zone=one.needed("zone"),
        party=one.text("party"),
        rooms=one.whole("rooms", 1, least=1),
        names=one.texts("names"),
    )


def _blackout(one: TomlTable, parties: list[str]) -> Blackout:
    one.only(*BLACKOUT)
    return Blackout(
        one.needed("id"),
        one.needed_day("first"),
        one.needed_day("last"),
        names=one.texts("names"),
        parties=one.words("parties", parties),
        streams=one.words("streams", STREAMS),
        source=one.text("source"),
    )


def _conventions(table: TomlTable) -> Conventions:
    table.only(*CONVENTIONS)
    apart = table.inside("apart")
    apart.only(*STREAMS)
    hours = table.text("hours", "08:00-20:00")
    try:
        decent = Hours.parse(hours)
    except ValueError:
        table.refuse(f"hours is {hours!r}; write such as 08:00-20:00", "hours")
    return Conventions(
        gap=table.whole("gap", 14),
        apart={stream: apart.whole(stream, 0) for stream in apart.values},
        travel=table.whole("travel", 1),
        hours=decent,
        begins=table.clock("begins", time(9, 30)),
        review=table.whole("review", 12, least=1),
    )
