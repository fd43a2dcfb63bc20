"""One side's picture of another over all statements: accuracy, bias, exaggeration.

Let a side `of` answer o to a statement, the side `about` a, and `of` expect p of `about`, all as
shares of the scale. Then over statements

    accuracy      1 - mean |p - a|
    bias          mean of sign(a - o) (p - a): how much more distant they are seen than they are
    exaggeration  sum of sign(a - o) (p - o) / sum of |a - o|: distance seen over distance real

These plain formulas mislead where few answered. |p - a| is above 0 by chance alone (five delegates
a side who predict perfectly would show an accuracy near .85), and a chance excess of a both makes
the side look more distant and its prediction too low, so that the plain bias of perfect predictors
is below 0. Each sign is therefore taken from one half of the people and the difference it goes with
from the other half, averaged over all ways of halving (in closed form, see `_cross_fitted`): perfect
predictors then have accuracy 1, bias 0 and exaggeration 1 on average at any size, and with many
people, or when every seat has answered, the formulas are the plain ones.

Intervals are t intervals over statements, taken as a sample of what might have been asked, with the
variance of Cameron, Gelbach & Miller (2011): people who err the same way on every statement widen
them too. Answers kept outside memory cannot be followed person by person; there only predictions
are. Exaggeration is a ratio; its interval (delta method) is rough where the sides hardly differ.
"""

from dataclasses import dataclass

import numpy as np
from scipy import special

from tracktwo._typing import Floats
from tracktwo.dialogue import Dialogue
from tracktwo.perceptions.people import Sway, sway_of
from tracktwo.perceptions.result import Pair
from tracktwo.perceptions.rows import Rows

Summary = tuple[float | None, float | None, float | None]
NOTHING: Summary = (None, None, None)


@dataclass(frozen=True, eq=False)
class Distances:
    """The ingredients of a pair, as shares of the scale, one entry a statement.

    `wrong` |p - a|, `seen` sign(a - o) (p - o), `real` |a - o|, all cross-fitted; `side` the sign
    of a - o and `off` the sign of p - a, between -1 and 1 where they are not sure.
    """

    wrong: Floats
    seen: Floats
    real: Floats
    side: Floats
    off: Floats


def pairs_of(
    dialogue: Dialogue, rows: Rows, *, k: int, smallest_effect: float, level: float
) -> tuple[Pair, ...]:
    """Every ordered pair of sides that has rows; None where no row has all its figures."""
    usable = rows.shown & (rows.own.n >= k)
    parties, found = len(dialogue.parties), []
    for code in np.unique(rows.of * parties + rows.about):
        of, about = divmod(int(code), parties)
        here = rows.take(usable & (rows.of == of) & (rows.about == about))
        ids = (dialogue.party_ids[of], dialogue.party_ids[about])
        found.append(_pair(dialogue, here, ids, smallest_effect, level))
    return tuple(found)


def _pair(
    dialogue: Dialogue, rows: Rows, ids: tuple[str, str], smallest_effect: float, level: float
) -> Pair:
    statements = len(rows.statement)
    if not statements:
        return Pair(*ids, 0, *NOTHING, *NOTHING, *NOTHING)
    distances = distances_of(rows)
    accuracy = _accuracy(dialogue, rows, distances, level)
    if ids[0] == ids[1]:
        return Pair(*ids, statements, *accuracy, *NOTHING, *NOTHING)
    bias = _bias(dialogue, rows, distances, level)
    exaggeration = _exaggeration(dialogue, rows, distances, smallest_effect, level)
    return Pair(*ids, statements, *accuracy, *bias, *exaggeration)


def distances_of(rows: Rows) -> Distances:
    """The ingredients of a pair from its rows."""
    actual, own, predicted, width = rows.actual, rows.own, rows.predicted, rows.width
    off, wrong = _cross_fitted(
        rows.error, np.sqrt(actual.variance + predicted.variance), rows.error
    )
    difference = actual.value - own.value
    noise = np.sqrt(actual.variance + own.variance)
    side, real = _cross_fitted(difference, noise, difference)
    # Only own's noise is common to the difference and the distance seen.
    shared = np.divide(own.variance, noise**2, where=noise > 0, out=np.zeros_like(noise))
    _, seen = _cross_fitted(difference, noise, predicted.value - own.value, shared)
    return Distances(wrong / width, seen / width, real / width, side, off)


def _cross_fitted(
    sign_of: Floats, noise: Floats, value: Floats, shared: Floats | float = 1.0
) -> tuple[Floats, Floats]:
    """The sign of one estimate and its product with another, the noise they share taken out.

    Halving the people moves an estimate x with standard error t to x + e in one half and x - e in
    the other, e normal with standard deviation t; the mean over halvings of sign(x + e) is
    2 Phi(x / t) - 1, and of sign(x + e) (y - c e), with c the part of x's noise that y shares,
    that sign times y less 2 c t phi(x / t). That this is free of bias is Stein's identity.

    >>> sign, size = _cross_fitted(np.array([0.0, 0.5]), np.array([0.1, 0.1]), np.array([0.0, 0.5]))
    >>> [f"{value:.2f}" for value in (*sign, *size)]
    ['0.00', '1.00', '-0.08', '0.50']
    """
    exact = noise == 0
    ratio = np.divide(sign_of, noise, where=~exact, out=np.zeros_like(noise))
    sign = np.where(exact, np.sign(sign_of), 2 * special.ndtr(ratio) - 1)
    density = np.exp(-(ratio**2) / 2) / np.sqrt(2 * np.pi)
    return sign, sign * value - 2 * shared * noise * density


def _accuracy(dialogue: Dialogue, rows: Rows, distances: Distances, level: float) -> Summary:
    slope = distances.off / (rows.width * len(rows.width))
    sway = sway_of(dialogue, rows, predicted=-slope, actual=slope, own=0 * slope)
    value = 1 - float(distances.wrong.mean())
    bounds = bounds_over_statements(value, 1 - distances.wrong, sway, level)
    return _cut(value), _cut(bounds[0]), _cut(bounds[1])


def _bias(dialogue: Dialogue, rows: Rows, distances: Distances, level: float) -> Summary:
    excess = distances.seen - distances.real
    slope = distances.side / (rows.width * len(rows.width))
    sway = sway_of(dialogue, rows, predicted=slope, actual=-slope, own=0 * slope)
    value = float(excess.mean())
    return value, *bounds_over_statements(value, excess, sway, level)


def _exaggeration(
    dialogue: Dialogue, rows: Rows, distances: Distances, smallest_effect: float, level: float
) -> Summary:
    real = float(distances.real.mean())
    if real < smallest_effect:
        return NOTHING
    value = float(distances.seen.mean()) / real
    slope = distances.side / (rows.width * len(rows.width) * real)
    sway = sway_of(dialogue, rows, predicted=slope, actual=-value * slope, own=(value - 1) * slope)
    influence = (distances.seen - value * distances.real) / real
    return value, *bounds_over_statements(value, influence, sway, level)


def bounds_over_statements(
    value: float, influence: Floats, sway: Sway, level: float
) -> tuple[float | None, float | None]:
    """t interval of a mean over statements, widened by what people do on all of them alike."""
    statements = len(influence)
    if statements < 2:
        return None, None
    over = float(influence.var(ddof=1)) / statements
    variance = over + sway.variance
    if variance == 0:
        return value, value
    parts = over**2 / (statements - 1) + sway.variance**2 / max(sway.people - 1, 1)
    half = float(special.stdtrit(variance**2 / parts, (1 + level) / 2)) * variance**0.5
    return value - half, value + half


def _cut(accuracy: float | None) -> float | None:
    """Accuracy with its noise taken out may pass 1 by chance; nothing is more than accurate."""
    return None if accuracy is None else min(accuracy, 1.0)
