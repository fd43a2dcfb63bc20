"""The one door in for roadmaps and chronologies: a folder of tables."""

from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path

from tracktwo.errors import InputError
from tracktwo.exchange.roadmap.chronology_file import read_milestones
from tracktwo.exchange.roadmap.meetings_file import read_items, read_meetings
from tracktwo.exchange.roadmap.people_file import read_absences, read_people
from tracktwo.exchange.roadmap.plan_file import Frame, read_frame
from tracktwo.exchange.settings import Settings, read_settings
from tracktwo.roadmap import Roadmap
from tracktwo.roadmap.chronology import Chronology
from tracktwo.roadmap.flaws import FlawError


@dataclass
class _Lines:
    """The line on which each entry of a table stands, to point at where something is wrong between tables."""

    by_table: dict[str, dict[str, int]] = field(default_factory=dict)

    def of(self, table: str) -> dict[str, int]:
        return self.by_table.setdefault(table, {})


def read_roadmap(path: str | PathLike[str]) -> Roadmap:
    """A roadmap from its folder, or from the dialogue folder that has it as `roadmap`.

    It has roadmap.toml, people.csv and meetings.csv, and may have items.csv and absences.csv.
    Raises `InputError` with file, line and remedy for anything that cannot be read.

    >>> read_roadmap("nowhere")
    Traceback (most recent call last):
    tracktwo.errors.InputError: nowhere: there is no such file or folder; check the path
    """
    folder = folder_of(path, "roadmap.toml")
    frame = read_frame(folder / "roadmap.toml")
    lines = _Lines()
    seats = read_people(_needed(folder, "people.csv"), lines.of("people"))
    items, absences = folder / "items.csv", folder / "absences.csv"
    try:
        return Roadmap(
            **frame.values,
            seats=seats,
            meetings=read_meetings(_needed(folder, "meetings.csv"), lines.of("meetings")),
            items=read_items(items, lines.of("items")) if items.exists() else (),
            absences=read_absences(absences, [one.office for one in seats])
            if absences.exists()
            else (),
        )
    except FlawError as error:
        raise _placed(error, folder, frame, lines) from None


def read_chronology(path: str | PathLike[str]) -> Chronology:
    """A chronology from a table, or from a roadmap's or dialogue's folder that has a chronology.csv.

    Names of sides, title and note are those of the roadmap or dialogue beside it, if there is one.
    """
    given = Path(path)
    if given.is_file():
        file, folder = given, given.parent
    else:
        folder = folder_of(given, "chronology.csv")
        file = folder / "chronology.csv"
    frame = _settings(folder)
    return Chronology(read_milestones(file, frame.parties), frame.parties, frame.title, frame.note)


def folder_of(path: str | PathLike[str], name: str) -> Path:
    """The folder that has a file: the one given, or `roadmap` in it."""
    given = Path(path)
    if not given.exists():
        raise InputError("there is no such file or folder; check the path", file=given)
    if not given.is_dir():
        raise InputError("this is a file; give the folder with roadmap.toml", file=given)
    found = next((one for one in (given, given / "roadmap") if (one / name).is_file()), None)
    if found is None:
        raise InputError(f"there is no {name} here, nor in a folder roadmap", file=given)
    return found


def _settings(folder: Path) -> Frame | Settings:
    if (folder / "roadmap.toml").is_file():
        return read_frame(folder / "roadmap.toml")
    for place in (folder, folder.resolve().parent):
        if (place / "dialogue.toml").is_file():
            return read_settings(place / "dialogue.toml")
    return Settings()


def _needed(folder: Path, name: str) -> Path:
    if not (folder / name).is_file():
        raise InputError(f"there is no {name} here; a roadmap needs one", file=folder)
    return folder / name


def _placed(error: FlawError, folder: Path, frame: Frame, lines: _Lines) -> InputError:
    """The error with the file and line of the entry that it is about."""
    flaw = error.flaw
    if flaw.table == "roadmap":
        path = folder / "roadmap.toml"
        text = frame.table.source.text.splitlines()
        line = next((n for n, one in enumerate(text, 1) if flaw.id and f'"{flaw.id}"' in one), None)
        return InputError(flaw.message, file=path, line=line)
    line = lines.of(flaw.table).get(flaw.id)
    return InputError(flaw.message, file=folder / f"{flaw.table}.csv", line=line)
