"""Statistics that keep up: one participant's change costs what that participant answered."""

from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Floats, Floats32, Ints, Longs
from tracktwo.dialogue import Scale
from tracktwo.errors import InputError, OptionError
from tracktwo.votes.axes import (
    CLOSE,
    GUARDS,
    Axes,
    axes_along,
    leading_directions,
    principal_axes,
    refreshed_directions,
)
from tracktwo.votes.matrix import Codebook
from tracktwo.votes.moments import Moments, scatter_rows


@dataclass(frozen=True, eq=False)
class Ballot:
    """One participant's answers: statement codes, each once, and the answers to them."""

    statement: Ints
    value: Floats32

    @classmethod
    def none(cls) -> "Ballot":
        return cls(np.empty(0, np.int32), np.empty(0, np.float32))


class RunningMoments:
    """Moments and map axes of a dialogue while people answer.

    `change` costs (statements changed) x (statements answered) operations whatever the number of
    participants; `axes` adds one row of the scatter matrix for each statement changed and a few
    products of it with a handful of columns. For votes the moments stay exactly those computed from
    scratch, and so does the scatter matrix. The moments given at the start are copied.

    >>> from tracktwo.dialogue import VOTE
    >>> running = RunningMoments(Moments.none(Codebook((VOTE, VOTE))))
    >>> before = Ballot(np.array([0, 1]), np.array([1, -1], np.float32))
    >>> running.add(before)
    >>> running.change(before, Ballot(np.array([0, 1]), np.array([1, 1], np.float32)))
    >>> running.moments().xx.tolist()
    [[1.0, 1.0], [1.0, 1.0]]
    """

    def __init__(self, start: Moments, *, axes: int = 2) -> None:
        self._held = Moments(start.xx.copy(), start.xm.copy(), start.mm.copy(), start.codebook)
        self._means = start.means.copy()
        self._scatter = start.imputed_scatter.copy()
        self._stale = np.zeros(len(self._means), np.bool_)
        self._directions = _first_directions(self._scatter, axes)
        self._count = axes

    def add(self, ballot: Ballot) -> None:
        """Count a participant who had not answered."""
        self.change(Ballot.none(), ballot)

    def withdraw(self, ballot: Ballot) -> None:
        """Take back everything a participant had answered."""
        self.change(ballot, Ballot.none())

    def change(self, before: Ballot, after: Ballot) -> None:
        """Put one participant's answers in the place of those given before.

        Raises `InputError` for an answer outside its scale and `OptionError` for answers `before`
        that cannot have been counted; nothing is changed then.
        """
        codebook = self._held.codebook
        old_x, old_m = _spread(before, codebook)
        new_x, new_m = _spread(after, codebook)
        if (self._held.answers < old_m).any():
            raise OptionError("the answers to be replaced were never counted")
        is_changed = (old_x != new_x) | (old_m != new_m)
        touched = np.flatnonzero(is_changed), np.flatnonzero(~is_changed & (new_m > 0))
        self._put(self._held.xx, touched, (old_x, old_x), (new_x, new_x))
        self._put(self._held.xm, touched, (old_x, old_m), (new_x, new_m))
        self._put(self._held.mm, touched, (old_m, old_m), (new_m, new_m))
        self._refresh_means(touched[0])

    def moments(self) -> Moments:
        """The moments now, as a copy that later changes leave alone."""
        held = self._held
        return Moments(held.xx.copy(), held.xm.copy(), held.mm.copy(), held.codebook)

    def imputed_scatter(self) -> Floats:
        """Z'Z now (see `Moments.imputed_scatter`), as a copy."""
        self._refresh_scatter()
        return self._scatter.copy()

    def refresh_axes(self, *, close: float = CLOSE) -> Axes:
        """The leading axes of Z'Z now, followed from where they were the last time.

        `close` bounds the residual the result reports.
        """
        self._refresh_scatter()
        self._directions = refreshed_directions(
            self._scatter, self._directions, count=self._count, close=close
        )
        return axes_along(self._scatter, self._directions, self._count)

    def _put(
        self,
        sums: Floats,
        touched: tuple[Longs, Longs],
        old: tuple[Floats, Floats],
        new: tuple[Floats, Floats],
    ) -> None:
        """Update the rows of changed statements and, in the rows of the others, their columns."""
        changed, kept = touched
        for rows, columns in ((changed, np.concatenate(touched)), (kept, changed)):
            more = np.outer(new[0][rows], new[1][columns])
            sums[np.ix_(rows, columns)] += more - np.outer(old[0][rows], old[1][columns])

    def _refresh_means(self, changed: Longs) -> None:
        held = self._held
        self._means[changed] = held.xm[changed, changed] / np.maximum(held.mm[changed, changed], 1)
        self._stale[changed] = True

    def _refresh_scatter(self) -> None:
        stale = np.flatnonzero(self._stale)
        rows = scatter_rows(self._held, stale, self._means)
        self._scatter[stale], self._scatter[:, stale] = rows, rows.T
        self._stale[:] = False


def _first_directions(scatter: Floats, count: int) -> Floats:
    wanted = principal_axes(scatter, count=count).directions
    guards = leading_directions(scatter, min(count + GUARDS, len(scatter)))[:, count:]
    return np.hstack([wanted, guards])


def _spread(ballot: Ballot, codebook: Codebook) -> tuple[Floats, Floats]:
    """The ballot as a row x of the answers and a row m of the mask, each (m,)."""
    _check(ballot, codebook)
    x, m = np.zeros(len(codebook.scales)), np.zeros(len(codebook.scales))
    x[ballot.statement], m[ballot.statement] = ballot.value, 1
    return x, m


def _check(ballot: Ballot, codebook: Codebook) -> None:
    statement, value, size = ballot.statement, ballot.value, len(codebook.scales)
    if len(statement) and not (statement.min() >= 0 and statement.max() < size):
        raise InputError(f"a statement code lies outside 0..{size - 1}")
    if len(value) != len(statement) or len(np.unique(statement)) < len(statement):
        raise InputError("a ballot answers each of its statements once")
    for code, answer in zip(statement.tolist(), value.tolist(), strict=True):
        if not _is_allowed(answer, codebook.scales[code]):
            raise InputError(f"answer {answer:g} lies outside the scale {codebook.scales[code]}")


def _is_allowed(answer: float, scale: Scale) -> bool:
    is_step = not scale.is_vote or answer.is_integer()
    return scale.low <= answer <= scale.high and is_step
