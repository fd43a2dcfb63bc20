"""Which answers of a round may be told, beside what earlier rounds have told of the same words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Flags, Longs
from tracktwo.dialogue import Statement
from tracktwo_web.insights.differencing import Cell, may_be_told
from tracktwo_web.insights.domain.ballots import Ballots, Guesses
from tracktwo_web.insights.domain.earlier import Rolls, cell_name

Told = Mapping[str, Sequence[Cell]]


@dataclass(frozen=True)
class Asked:
    """A question of the round: its statement as the library knows it, and the key of its words."""

    statement: Statement
    wording: str


@dataclass(frozen=True, eq=False)
class Guarded:
    """Which rows may be told; how many stand behind each cell told; what is withheld.

    `withheld`: statement and side; and for guesses the side that something is expected of, or the
    side that is believed to expect something and the side it is believed to expect it of.
    """

    answers: Flags
    predictions: Flags
    mirrored: Flags
    counted: dict[str, int]
    withheld: list[tuple[str, ...]]


@dataclass(frozen=True)
class _Cells:
    """Rows gathered into cells: each cell's question and sides (see `cell_name`), its rows counted."""

    names: list[tuple[int, tuple[str, ...]]]
    counts: list[int]
    cell_of_row: Longs


def guard(
    asked: Mapping[int, Asked], ballots: Ballots, told: Told, rolls: Rolls, k: int
) -> Guarded:
    """Hold back every cell that differs from an earlier one by fewer than k people."""
    sides = _coded(ballots.sides)
    gathered = (
        _gather(ballots.statement, sides, ballots.person, None, lambda side, _: (side,)),
        _gather_guesses(ballots.expected, sides, lambda side, about: (side, about)),
        _gather_guesses(ballots.mirrored, sides, lambda side, by: (side, by, side)),
    )
    judged = [_judged(cells, asked, told, rolls, k) for cells in gathered]
    answers, predictions, mirrored = (
        np.array([one.is_told for one in verdicts], np.bool_)[cells.cell_of_row]
        for verdicts, cells in zip(judged, gathered, strict=True)
    )
    everything = [one for verdicts in judged for one in verdicts]
    return Guarded(
        answers,
        predictions,
        mirrored,
        {one.key: one.n for one in everything if one.is_told},
        sorted(one.label for one in everything if not one.is_told),
    )


@dataclass(frozen=True)
class _Verdict:
    """A cell by the key it is compared under, how it is told of, and whether it may be shown."""

    key: str
    label: tuple[str, ...]
    n: int
    is_told: bool


def _judged(
    cells: _Cells, asked: Mapping[int, Asked], told: Told, rolls: Rolls, k: int
) -> list[_Verdict]:
    verdicts = []
    for (position, sides), n in zip(cells.names, cells.counts, strict=True):
        one = asked[position]
        key, label = cell_name(one.wording, *sides), (one.statement.id, *sides)
        new = Cell(n, rolls.get(sides[0], frozenset()))
        verdicts.append(_Verdict(key, label, n, may_be_told(new, told.get(key, ()), k)))
    return verdicts


@dataclass(frozen=True)
class _Coded:
    """Words as places in a list of the words there are."""

    words: list[str]
    codes: Longs


def _coded(words: Sequence[str]) -> _Coded:
    found = sorted(set(words))
    place = {word: i for i, word in enumerate(found)}
    return _Coded(found, np.array([place[word] for word in words], np.int64))


SidesOf = Callable[[str, str], tuple[str, ...]]
"""The sides a cell is named by, from that of its people and the one they speak of."""


def _gather_guesses(guesses: Guesses, sides: _Coded, named: SidesOf) -> _Cells:
    return _gather(guesses.statement, sides, guesses.person, _coded(guesses.side), named)


def _gather(
    positions: np.ndarray, sides: _Coded, people: np.ndarray, about: _Coded | None, named: SidesOf
) -> _Cells:
    """Cells by question, side and side spoken of, as one number a row: millions of rows are quick."""
    others = about or _Coded([""], np.zeros(len(positions), np.int64))
    width, depth = max(len(sides.words), 1), max(len(others.words), 1)
    side = sides.codes[people]
    code = (positions.astype(np.int64) * width + side) * depth + others.codes
    found, cell_of_row, counts = np.unique(code, return_inverse=True, return_counts=True)
    names = [
        (
            int(one) // (width * depth),
            named(sides.words[one // depth % width], others.words[one % depth]),
        )
        for one in found.tolist()
    ]
    return _Cells(names, counts.tolist(), cell_of_row.ravel())
