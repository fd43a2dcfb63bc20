"""What each side expects of each other, against what that side answers."""

from collections.abc import Iterator

import numpy as np

from tracktwo.dialogue import Dialogue
from tracktwo.errors import OptionError
from tracktwo.perceptions.claims import misperceptions
from tracktwo.perceptions.leans import Lean, Leans, classes, expected_leans, leans_of
from tracktwo.perceptions.pairs import pairs_of
from tracktwo.perceptions.result import Class, Perception, Perceptions
from tracktwo.perceptions.rows import Rows, answers_of, rows_of, votes_among
from tracktwo.votes import LEVEL, Tally


def assess(
    dialogue: Dialogue,
    answers: Tally,
    *,
    smallest_effect: float = 0.1,
    false_discovery_rate: float = 0.05,
    level: float = LEVEL,
    k: int | None = None,
) -> Perceptions:
    """What each side expects every side (itself included) to answer, and how far off it is.

    `answers` counts the dialogue's answers by party: `votes.tally(sweep, dialogue.party_of,
    len(dialogue.parties))`. There is a row for every statement and ordered pair of sides that has a
    prediction or where both sides answered; none at all where nobody predicted anything.

    `smallest_effect`, a share of the scale's width, is the error up to which a picture counts as
    right; claims are made at `false_discovery_rate` over all rows together, everything else is
    shown at `level`. Rows resting on fewer than `k` people (default: the dialogue's) are silent.
    Raises `OptionError` where an option is out of its range.

    >>> from tracktwo.simulate import Misperception, perception_world
    >>> from tracktwo.votes import sweep_of, tally
    >>> world, _ = perception_world(seats=40, planted=[Misperception(0, 0, 1, -0.5)], seed=1)
    >>> found = assess(world, tally(sweep_of(world), world.party_of, 2))
    >>> [(row.statement, row.of, row.about) for row in found.perceptions if row.misperceived]
    [('s1', 'A', 'B')]
    """
    least = dialogue.k if k is None else k
    check_options(smallest_effect, false_discovery_rate, level, least)
    if not (len(dialogue.predictions) and dialogue.statements):
        return Perceptions((), ())
    answered = answers_of(dialogue, answers)
    rows = rows_of(dialogue, answered, least)
    leans = leans_of(
        answered,
        answers,
        np.tile(votes_among(dialogue), len(dialogue.parties)),
        smallest_effect=smallest_effect,
        level=level,
    )
    leans = np.where(answered.n >= least, leans, Lean.UNCLEAR).astype(np.int32)
    leans = leans.reshape(len(dialogue.parties), -1)
    findings = _findings(rows.take(rows.shown), leans, smallest_effect, false_discovery_rate, level)
    pairs = pairs_of(dialogue, rows, k=least, smallest_effect=smallest_effect, level=level)
    return Perceptions(_perceptions(dialogue, rows, findings, least), pairs)


Figures = tuple[float, float, float, float, float, float, float, bool, Class]
"""What `Perception` holds from `actual` on."""

SILENT = (None, None, None, None, None, None, None, False, "unknown")


def _findings(
    rows: Rows, leans: Leans, smallest_effect: float, rate: float, level: float
) -> Iterator[Figures]:
    """The figures of each row, all of them shown."""
    claimed, low, high = misperceptions(
        rows, smallest_effect=smallest_effect, rate=rate, level=level
    )
    predicted_low, predicted_high = rows.predicted.mean_bounds(level)
    expected = expected_leans(
        rows.predicted, rows.is_vote, smallest_effect=smallest_effect, level=level
    )
    own, about = (leans[side, rows.statement] for side in (rows.of, rows.about))
    kinds = classes(own, about, expected, claimed)
    values = (rows.actual.value, rows.predicted.value, predicted_low, predicted_high)
    columns = (*values, rows.error, low, high, claimed, kinds)
    return zip(*(column.tolist() for column in columns), strict=True)


def _perceptions(
    dialogue: Dialogue, rows: Rows, findings: Iterator[Figures], k: int
) -> tuple[Perception, ...]:
    statements, parties = dialogue.statement_ids, dialogue.party_ids
    columns = (rows.statement, rows.of, rows.about, rows.predicted.n, rows.actual.n, rows.shown)
    return tuple(
        Perception(
            statements[statement],
            parties[of],
            parties[about],
            at_least(k, n_of),
            at_least(k, n_about),
            *(next(findings) if shown else SILENT),
        )
        for statement, of, about, n_of, n_about, shown in zip(
            *(column.tolist() for column in columns), strict=True
        )
    )


def at_least(k: int, n: float) -> int | None:
    """A number of people, None below k."""
    return int(n) if n >= k else None


def check_options(smallest_effect: float, rate: float, level: float, k: int) -> None:
    """Refuse options outside their range; the conditions are false for nan too."""
    if not 0 <= smallest_effect < 1:
        raise OptionError(f"smallest effect {smallest_effect} must lie from 0 to below 1")
    if not 0 < rate < 1:
        raise OptionError(f"false discovery rate {rate} must lie between 0 and 1")
    if not 0 < level < 1:
        raise OptionError(f"level {level} must lie between 0 and 1")
    if k < 1:
        raise OptionError(f"k is {k}; it must be 1 or more")
