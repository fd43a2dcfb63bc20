"""A dialogue's outlook as a page shows it: scenarios side by side, and what holding a driver does."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.core.files import File

from tracktwo.errors import InputError
from tracktwo.exchange.cross_impact import read_cross_impact, write_cross_impact
from tracktwo.influence.scenarios import CrossImpactMatrix, ScenarioStudy, study_scenarios

MOST_SHOWN, MOST_FOUND = 12, 1_000


@dataclass(frozen=True)
class DriverRow:
    """A descriptor with its state in each scenario shown; `is_held` where the reader holds it."""

    name: str
    states: tuple[str, ...]
    chosen: str
    cells: tuple[str, ...]
    is_shared: bool


def read_table(text: str, *, name: str = "outlook.csv") -> CrossImpactMatrix:
    """The matrix that a CSV says. Raises `InputError` naming the file as it was called."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "outlook.csv"
        path.write_text(text, encoding="utf-8")
        try:
            return read_cross_impact(path)
        except InputError as wrong:
            raise InputError(wrong.message, file=name, line=wrong.line) from None


def read_upload(file: File[bytes]) -> str:
    """An uploaded matrix in the form in which it is kept. Raises `InputError`."""
    name = Path(file.name or "outlook.csv").name
    with tempfile.TemporaryDirectory() as folder:
        given, kept = Path(folder) / f"given{Path(name).suffix}", Path(folder) / "kept.csv"
        given.write_bytes(file.read())
        try:
            write_cross_impact(read_cross_impact(given), kept)
        except InputError as wrong:
            raise InputError(wrong.message, file=name, line=wrong.line) from None
        return kept.read_text(encoding="utf-8")


def study_of(table: str, held: Mapping[str, str]) -> ScenarioStudy:
    """The scenarios of a matrix with some drivers held; kept in the process."""
    return _study(table, tuple(sorted(held.items())))


def held_in(matrix: CrossImpactMatrix, asked: Mapping[str, str]) -> dict[str, str]:
    """The drivers that an address holds, as far as the matrix knows them; never all of them."""
    known = {
        one.id: asked[f"d{place}"]
        for place, one in enumerate(matrix.descriptors)
        if asked.get(f"d{place}") in one.states
    }
    return known if len(known) < len(matrix.descriptors) else {}


def rows_of(found: ScenarioStudy, held: Mapping[str, str]) -> list[DriverRow]:
    """A row a driver, a cell a scenario."""
    shown = found.found.scenarios[:MOST_SHOWN]
    return [
        DriverRow(
            driver.id,
            driver.states,
            held.get(driver.id, ""),
            cells := tuple(one.chosen[place] for one in shown),
            len(set(cells)) == 1,
        )
        for place, driver in enumerate(found.matrix.descriptors)
    ]


@lru_cache(maxsize=16)
def _study(table: str, held: tuple[tuple[str, str], ...]) -> ScenarioStudy:
    return study_scenarios(read_table(table), held=dict(held), most=MOST_FOUND)
