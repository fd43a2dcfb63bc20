"""The one door in for talks: the folder convergence of a dialogue, or that folder itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path

from tracktwo.convergence.talks import Talks
from tracktwo.dialogue import Party
from tracktwo.errors import InputError
from tracktwo.exchange.convergence.conditions import read_amounts, read_conditions
from tracktwo.exchange.convergence.options import read_options
from tracktwo.exchange.convergence.values import read_no_agreement, read_values
from tracktwo.exchange.lists import read_rows
from tracktwo.exchange.settings import FOLDER_K, Settings, read_settings

INSIDE = "convergence"
SETTINGS = "dialogue.toml"
TOUCHED = {"concepts.csv": "concept", "risks.csv": "risk"}
"""Files of the dialogue whose ids options may touch, and the column of the ids."""


@dataclass(frozen=True)
class ConvergenceFolder:
    """What a folder of talks holds; `title`, `note`, `k` and `parties` are those of dialogue.toml.

    `k` is the least number of experts of a side that a figure may rest on.
    """

    talks: Talks
    title: Mapping[str, str] = field(default_factory=dict)
    note: Mapping[str, str] = field(default_factory=dict)
    k: int = FOLDER_K
    parties: tuple[Party, ...] = ()


def read_convergence(path: str | PathLike[str]) -> ConvergenceFolder:
    """Talks from a dialogue folder that has a folder convergence, or from that folder.

    It holds options.csv and values.csv and, each optional, areas.csv, interests.csv, conditions.csv,
    amounts.csv and no_agreement.csv. Parties, k, title and note are those of the dialogue.toml beside
    or above it; its concepts.csv and risks.csv, where they are there, say what options may touch.

    Raises `InputError` with file, line and remedy for anything that cannot be read.
    """
    given = Path(path)
    if not given.exists():
        raise InputError("there is no such file or folder; check the path", file=given)
    if not given.is_dir():
        message = "this is a file; give the folder of the dialogue, or its folder convergence"
        raise InputError(message, file=given)
    folder = given / INSIDE if (given / INSIDE).is_dir() else given
    return _read(folder, _dialogue_of(folder))


def _dialogue_of(folder: Path) -> Path:
    """Where dialogue.toml stands: in the folder, or above a folder of the usual name."""
    above = folder.resolve().parent
    is_inside = folder.resolve().name == INSIDE and (above / SETTINGS).exists()
    return above if is_inside and not (folder / SETTINGS).exists() else folder


def _read(folder: Path, dialogue: Path) -> ConvergenceFolder:
    settings = _settings(dialogue)
    parties = tuple(party.id for party in settings.parties)
    options = read_options(
        _needed(folder, "options.csv", "it holds what is on offer"),
        areas=_there(folder, "areas.csv"),
        interests=_there(folder, "interests.csv"),
        parties=parties,
        touchable=_touchable(dialogue),
    )
    values = _needed(folder, "values.csv", "it holds the points that experts divide")
    valuation = read_values(values, options=options.ids, parties=parties)
    if len(valuation.parties) < 2:
        message = "points come from one side only; packages are between two or more"
        raise InputError(message, file=values)
    sides = valuation.parties
    amounts, conditions = _there(folder, "amounts.csv"), _there(folder, "conditions.csv")
    without = _there(folder, "no_agreement.csv")
    taken = read_amounts(amounts, options=options.ids, parties=sides) if amounts else ()
    try:
        talks = Talks(
            options,
            valuation,
            read_conditions(conditions, options=options.ids, parties=sides, amounts=taken)
            if conditions
            else (),
            taken,
            read_no_agreement(without, parties=sides) if without else {},
        )
    except InputError as error:
        raise error if error.file else InputError(error.message, file=folder) from None
    return ConvergenceFolder(talks, settings.title, settings.note, settings.k, settings.parties)


def _settings(folder: Path) -> Settings:
    path = _there(folder, SETTINGS)
    return read_settings(path) if path else Settings(k=FOLDER_K)


def _touchable(dialogue: Path) -> frozenset[str] | None:
    """Ids of concepts and risks; None where the dialogue has neither, so that nothing is checked."""
    found: set[str] = set()
    files = [(path, column) for name, column in TOUCHED.items() if (path := _there(dialogue, name))]
    for path, column in files:
        found |= {row[column] for row in read_rows(path)[1]}
    return frozenset(found) if files else None


def _needed(folder: Path, name: str, why: str) -> Path:
    path = _there(folder, name)
    if path is None:
        raise InputError(f"there is no {name} here; {why}", file=folder)
    return path


def _there(folder: Path, name: str) -> Path | None:
    path = folder / name
    return path if path.exists() else None
