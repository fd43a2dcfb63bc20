"""A cross-impact matrix as a table: square, with `Descriptor=state` on both axes, or one row an impact.

Both axes of a square table may be in any order: cells are put in place by their labels. The order
of descriptors and states is that of the columns.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

import numpy as np

from tracktwo.errors import InputError, OptionError
from tracktwo.exchange.text import read_bytes, records
from tracktwo.influence.scenarios import CrossImpactMatrix, Descriptor
from tracktwo.influence.scenarios.matrix import complaint

LONG = ("source", "source_state", "target", "target_state", "impact")
"""Columns of a table with one row an impact."""

CORNER = "source"

Label = tuple[str, str]
"""A descriptor and one of its states."""


@dataclass(frozen=True, slots=True)
class Impact:
    """One cell that is not empty, and the line it stands on."""

    source: Label
    target: Label
    value: float
    line: int


def read_cross_impact(path: str | PathLike[str]) -> CrossImpactMatrix:
    """The matrix in a CSV file (UTF-8; .tsv: tabs): a square table, or one row an impact.

    An empty cell, or a pair without a row, is no impact. Raises `InputError` with file and line
    where a label has no `=`, repeats, or is on one axis only, where a cell is not a number, and
    where states of one descriptor have an impact on each other.
    """
    file = Path(path)
    raw = read_bytes(file)
    _refuse_semicolons(file, raw)
    table = [one for one in records(file, raw) if any(map(str.strip, one[1]))]
    header = [cell.strip() for cell in table[0][1]]
    if set(LONG) <= set(header):
        labels, impacts = _long(file, header, table)
    else:
        labels, impacts = _square(file, header, table)
    return _matrix(file, labels, impacts, table[0][0])


def write_cross_impact(matrix: CrossImpactMatrix, path: str | PathLike[str]) -> None:
    """Write a matrix as a square table that `read_cross_impact` gives back equal.

    Raises `OptionError` where the file cannot be written.
    """
    text = cross_impact_csv(matrix)
    try:
        Path(path).write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise OptionError(f"cannot write {path}: {error.strerror}") from error


def cross_impact_csv(matrix: CrossImpactMatrix) -> str:
    r"""The square table as text.

    >>> both = tuple(Descriptor(one, ("low", "high")) for one in ("Trade", "Trust"))
    >>> impacts = np.array([[0, 0, 1, -1], [0, 0, -1, 1], [0.5, 0, 0, 0], [0, 0, 0, 0]])
    >>> print(cross_impact_csv(CrossImpactMatrix(both, impacts)))
    source,Trade=low,Trade=high,Trust=low,Trust=high
    Trade=low,0,0,1,-1
    Trade=high,0,0,-1,1
    Trust=low,0.5,0,0,0
    Trust=high,0,0,0,0
    <BLANKLINE>
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((CORNER, *matrix.labels))
    for label, row in zip(matrix.labels, matrix.impacts.tolist(), strict=True):
        writer.writerow((label, *map(_written, row)))
    return text.getvalue()


def _written(value: float) -> str:
    return str(int(value)) if value.is_integer() else repr(value)


def _square(
    file: Path, header: Sequence[str], table: Sequence[tuple[int, list[str]]]
) -> tuple[list[Label], list[Impact]]:
    top, rows = table[0][0], table[1:]
    columns = [_label(cell, file, top) for cell in header[1:]]
    _refuse_twice([(label, top) for label in columns], file)
    sources = [(_label(cells[0], file, line), line) for line, cells in rows]
    _refuse_twice(sources, file)
    _refuse_unequal(columns, sources, file, top)
    impacts = [
        impact
        for (source, _), (line, cells) in zip(sources, rows, strict=True)
        for impact in _impacts(source, zip(columns, cells[1:], strict=True), file, line)
    ]
    return columns, impacts


def _refuse_semicolons(file: Path, raw: bytes) -> None:
    line, header = next(records(file, raw))
    if len(header) == 1 and ";" in header[0]:
        message = "cells are parted by semicolons; save the table with commas"
        raise InputError(message, file=file, line=line)


def _label(cell: str, file: Path, line: int) -> Label:
    descriptor, equals, state = (part.strip() for part in cell.partition("="))
    if not (descriptor and equals and state):
        message = f"{cell.strip()!r} stands where a state should; write Descriptor=state"
        raise InputError(message, file=file, line=line)
    return descriptor, state


def _refuse_twice(labels: Iterable[tuple[Label, int]], file: Path) -> None:
    seen: dict[Label, int] = {}
    for label, line in labels:
        if label in seen:
            place = f"on line {seen[label]} too" if seen[label] != line else "twice"
            raise InputError(f"{_told(label)} is there {place}; keep one", file=file, line=line)
        seen[label] = line


def _refuse_unequal(
    columns: Sequence[Label], sources: Sequence[tuple[Label, int]], file: Path, top: int
) -> None:
    for label, line in sources:
        if label not in columns:
            message = f"{_told(label)} has a row and no column; both axes need the same states"
            raise InputError(message, file=file, line=line)
    rows = {label for label, _ in sources}
    for label in columns:
        if label not in rows:
            message = f"{_told(label)} has a column and no row; both axes need the same states"
            raise InputError(message, file=file, line=top)


def _long(
    file: Path, header: Sequence[str], table: Sequence[tuple[int, list[str]]]
) -> tuple[list[Label], list[Impact]]:
    _check_columns(file, header, table[0][0])
    impacts: dict[tuple[Label, Label], Impact] = {}
    labels: dict[Label, None] = {}
    for line, cells in table[1:]:
        row = dict(zip(header, map(str.strip, cells), strict=True))
        source = _label(f"{row['source']}={row['source_state']}", file, line)
        target = _label(f"{row['target']}={row['target_state']}", file, line)
        if earlier := impacts.get((source, target)):
            told = f"the impact of {_told(source)} on {_told(target)}"
            message = f"{told} is on line {earlier.line} too; keep one"
            raise InputError(message, file=file, line=line)
        value = _number(row["impact"], source, target, file, line)
        impacts[source, target] = Impact(source, target, value, line)
        labels |= {source: None, target: None}
    return list(labels), list(impacts.values())


def _check_columns(file: Path, header: Sequence[str], line: int) -> None:
    for name in header:
        if name not in LONG:
            message = f"column {name!r} is not known; allowed are {', '.join(LONG)}"
            raise InputError(message, file=file, line=line)
        if header.count(name) > 1:
            raise InputError(f"column {name!r} appears twice; keep one", file=file, line=line)


def _impacts(
    source: Label, cells: Iterable[tuple[Label, str]], file: Path, line: int
) -> Iterator[Impact]:
    for target, cell in cells:
        yield Impact(source, target, _number(cell.strip(), source, target, file, line), line)


def _number(cell: str, source: Label, target: Label, file: Path, line: int) -> float:
    """A number, with any minus sign; an empty cell is no impact."""
    try:
        return float(cell.replace("\N{MINUS SIGN}", "-") or 0)
    except ValueError:
        told = f"the impact of {_told(source)} on {_told(target)} is {cell!r}"
        message = f"{told}; write a number such as -2 or 0.5, or nothing"
        raise InputError(message, file=file, line=line) from None


def _told(label: Label) -> str:
    return repr("=".join(label))


def _matrix(
    file: Path, labels: Sequence[Label], impacts: Iterable[Impact], top: int
) -> CrossImpactMatrix:
    """The matrix, or `InputError` with the line that it cannot hold."""
    states: dict[str, list[str]] = {}
    for descriptor, state in labels:
        states.setdefault(descriptor, []).append(state)
    with _blamed_on(file, top):
        descriptors = tuple(Descriptor(one, tuple(its)) for one, its in states.items())
    in_order = [(one.id, state) for one in descriptors for state in one.states]
    place = {label: number for number, label in enumerate(in_order)}
    cells = np.zeros((len(place), len(place)))
    for one in impacts:
        if wrong := complaint("=".join(one.source), "=".join(one.target), one.value):
            raise InputError(wrong, file=file, line=one.line)
        cells[place[one.source], place[one.target]] = one.value
    with _blamed_on(file, top):
        return CrossImpactMatrix(descriptors, cells)


@contextmanager
def _blamed_on(file: Path, line: int) -> Iterator[None]:
    """Give the place to what is refused inside."""
    try:
        yield
    except InputError as error:
        raise InputError(error.message, file=file, line=line) from None
