"""The one door out for roadmaps: roadmap.toml and tables in a new folder, all of them or nothing."""

from collections.abc import Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path

from tracktwo.exchange.placing import new_folder
from tracktwo.exchange.risks.tables import write_table
from tracktwo.exchange.roadmap.tables import (
    absence_table,
    item_table,
    meeting_table,
    milestone_table,
    people_table,
)
from tracktwo.exchange.toml_out import quoted
from tracktwo.roadmap import Blackout, Conventions, Place, Roadmap
from tracktwo.roadmap.chronology import Chronology


def write_roadmap(
    roadmap: Roadmap, path: str | PathLike[str], *, chronology: Chronology | None = None
) -> None:
    """Write a roadmap as a folder that `read_roadmap` gives back equal, and a chronology with it.

    The folder appears under its name only when it is complete. Raises `OptionError` where the target
    exists and is not empty.
    """
    with new_folder(Path(path)) as folder:
        (folder / "roadmap.toml").write_text(frame_text(roadmap), encoding="utf-8", newline="")
        write_table(folder / "people.csv", *people_table(roadmap))
        write_table(folder / "meetings.csv", *meeting_table(roadmap))
        if roadmap.items:
            write_table(folder / "items.csv", *item_table(roadmap))
        if roadmap.absences:
            write_table(folder / "absences.csv", *absence_table(roadmap))
        if chronology is not None and chronology.milestones:
            write_table(folder / "chronology.csv", *milestone_table(chronology))


def frame_text(roadmap: Roadmap) -> str:
    """The text of roadmap.toml."""
    return "\n".join(_lines(roadmap)) + "\n"


def _lines(roadmap: Roadmap) -> Iterator[str]:
    yield f"id = {quoted(roadmap.id)}"
    yield f"first = {roadmap.first}"
    yield f"last = {roadmap.last}"
    yield f"edition = {roadmap.edition}"
    if roadmap.reviewed:
        yield f"reviewed = {roadmap.reviewed}"
    for key, texts in (("title", roadmap.title), ("note", roadmap.note)):
        if texts:
            yield f"{key} = {_texts(texts)}"
    yield from _conventions(roadmap.conventions)
    if roadmap.countries:
        yield from ("", "[countries]")
        yield from (f"{code} = {_texts(names)}" for code, names in roadmap.countries.items())
    for party in roadmap.parties:
        yield from ("", "[[parties]]", f"id = {quoted(party.id)}")
        yield from _named(party.names)
    for place in roadmap.places:
        yield from _place(place)
    for blackout in roadmap.blackouts:
        yield from _blackout(blackout)


def _conventions(told: Conventions) -> Iterator[str]:
    yield from ("", "[conventions]")
    yield f"gap = {told.gap}"
    yield f"travel = {told.travel}"
    yield f"hours = {quoted(str(told.hours))}"
    yield f"begins = {told.begins:%H:%M:%S}"
    yield f"review = {told.review}"
    if told.apart:
        days = ", ".join(f"{stream} = {days}" for stream, days in told.apart.items())
        yield f"apart = {{ {days} }}"


def _place(one: Place) -> Iterator[str]:
    yield from ("", "[[places]]", f"id = {quoted(one.id)}")
    yield from _named(one.names)
    yield f"country = {quoted(one.country)}"
    yield f"zone = {quoted(one.zone)}"
    if one.party:
        yield f"party = {quoted(one.party)}"
    yield f"rooms = {one.rooms}"


def _blackout(one: Blackout) -> Iterator[str]:
    yield from ("", "[[blackouts]]", f"id = {quoted(one.id)}")
    yield from _named(one.names)
    yield f"first = {one.first}"
    yield f"last = {one.last}"
    for key, ids in (("parties", one.parties), ("streams", one.streams)):
        if ids:
            yield f"{key} = [{_list(ids)}]"
    if one.source:
        yield f"source = {quoted(one.source)}"


def _named(names: Mapping[str, str]) -> Iterator[str]:
    if names:
        yield f"names = {_texts(names)}"


def _texts(texts: Mapping[str, str]) -> str:
    return "{ " + ", ".join(f"{_key(one)} = {quoted(text)}" for one, text in texts.items()) + " }"


def _list(ids: Sequence[str]) -> str:
    return ", ".join(map(quoted, ids))


def _key(name: str) -> str:
    return (
        name
        if name.replace("-", "").replace("_", "").isalnum() and name.isascii()
        else quoted(name)
    )
