"""Seed questions: what every expert answered to questions whose answer is known."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from tracktwo._typing import Flags, Floats
from tracktwo.errors import InputError

CUSTOMARY = (0.05, 0.5, 0.95)
"""The quantiles asked for: low, best and high of an answer."""


@dataclass(frozen=True, eq=False)
class Seeds:
    """Answers of n experts to m questions as q quantiles: `quantiles` (n, m, q), nan where none.

    `truth` (m,) is what came out, `is_log` (m,) says which questions are on a logarithmic scale,
    `probabilities` (q,) which quantiles were asked for. `agreed` (m, 2) are the ends of the range of
    each question if they were agreed beforehand; without it the answers themselves set the range,
    and an expert whom nobody believes can move the others' weights.

    Raises `InputError` for quantiles that do not rise (two that are equal would carry infinite
    information), an answer of which a part is missing, an expert or a question without any answer,
    numbers on a logarithmic scale that are not above 0, and answers or truths outside an agreed
    range.

    >>> seeds = Seeds(("e1",), ("q1",), np.array([[[1.0, 2.0, 4.0]]]), np.array([3.0]))
    >>> seeds.answered.tolist()
    [[True]]
    """

    experts: tuple[str, ...]
    questions: tuple[str, ...]
    quantiles: Floats
    truth: Floats
    is_log: Flags = field(default_factory=lambda: np.zeros(0, np.bool_))
    probabilities: tuple[float, ...] = CUSTOMARY
    agreed: Floats | None = None

    def __post_init__(self) -> None:
        if not len(self.is_log):
            object.__setattr__(self, "is_log", np.zeros(len(self.questions), np.bool_))
        _check_shapes(self)
        self._refuse(
            np.isnan(self.quantiles).any(axis=2) & self.answered, "gives only a part of it"
        )
        self._refuse(_falls(self.quantiles), "gives quantiles that do not rise; make each larger")
        self._refuse(self._not_above_0, "answers 0 or less on a logarithmic scale")
        self._refuse(self._out_of_range, "answers outside the range that was agreed")
        for expert, some in zip(self.experts, self.answered.tolist(), strict=True):
            if not any(some):
                message = f"expert {expert!r} answered no seed question; leave the expert out"
                raise InputError(message)
        for question, some in zip(self.questions, self.answered.T.tolist(), strict=True):
            if not any(some):
                raise InputError(f"nobody answered seed question {question!r}; leave it out")

    @cached_property
    def answered(self) -> Flags:
        """Who answered what, (n, m)."""
        return np.asarray(~np.isnan(self.quantiles).all(axis=2))

    @cached_property
    def bins(self) -> Floats:
        """The probability that a truth lies below, between and above the quantiles, (q + 1,)."""
        return np.diff(np.concatenate(([0.0], self.probabilities, [1.0])))

    def without_expert(self, expert: str) -> "Seeds":
        """The same without one expert."""
        kept = [place for place, one in enumerate(self.experts) if one != expert]
        return self.of_experts(kept)

    def of_experts(self, places: Sequence[int]) -> "Seeds":
        """The same with the experts at some places only, and the questions that they answered."""
        kept = np.flatnonzero(self.answered[list(places)].any(axis=0))
        return replace(
            self,
            experts=tuple(self.experts[place] for place in places),
            questions=tuple(self.questions[place] for place in kept),
            quantiles=self.quantiles[list(places)][:, kept],
            truth=self.truth[kept],
            is_log=self.is_log[kept],
            agreed=None if self.agreed is None else self.agreed[kept],
        )

    @property
    def _not_above_0(self) -> Flags:
        truths = np.broadcast_to(self.truth[:, None], (*self.quantiles.shape[:2], 1))
        every = np.concatenate((self.quantiles, truths), axis=2)
        return np.asarray(self.is_log & (every <= 0).any(axis=2))

    @property
    def _out_of_range(self) -> Flags:
        if self.agreed is None:
            return np.zeros(self.quantiles.shape[:2], np.bool_)
        low, high = self.agreed.T
        outer = (self.quantiles[..., 0] <= low) | (self.quantiles[..., -1] >= high)
        return np.asarray(outer | (self.truth < low) | (self.truth > high))

    def _refuse(self, bad: Flags, what: str) -> None:
        if bad.any():
            expert, question = np.argwhere(bad)[0].tolist()
            raise InputError(
                f"seed question {self.questions[question]!r}: expert {self.experts[expert]!r} {what}"
            )


def _falls(quantiles: Floats) -> Flags:
    """Where quantiles do not rise; comparing with nan is false, so a missing answer passes."""
    return np.asarray((np.diff(quantiles, axis=2) <= 0).any(axis=2))


def _check_shapes(seeds: Seeds) -> None:
    n, m, q = len(seeds.experts), len(seeds.questions), len(seeds.probabilities)
    rises = np.diff((0.0, *seeds.probabilities, 1.0))
    if not (n and m):
        raise InputError("seed questions need at least one expert and one question")
    if seeds.quantiles.shape != (n, m, q) or seeds.truth.shape != (m,) or len(seeds.is_log) != m:
        raise InputError(f"seed answers must have the shape ({n}, {m}, {q}) and {m} truths")
    if not (rises > 0).all():
        raise InputError("probabilities of quantiles must rise between 0 and 1")
    if not np.isfinite(seeds.truth).all() or np.isinf(seeds.quantiles).any():
        raise InputError("seed answers and truths must be finite numbers")
