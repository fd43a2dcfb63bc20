"""Dialogues whose misperceptions are known because they were planted."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase

import numpy as np
from scipy import special

from tracktwo._typing import Floats, Ints
from tracktwo.dialogue import (
    VOTE,
    Answers,
    Dialogue,
    Mirrored,
    Party,
    Predictions,
    Scale,
    Statement,
)
from tracktwo.errors import OptionError


@dataclass(frozen=True)
class Misperception:
    """On a statement, side `of` errs by `error` about side `about` (codes; a share of the scale).

    Among `mirrored` ones: about what `about` expects of `of`.
    """

    statement: int
    of: int
    about: int
    error: float


@dataclass(frozen=True, eq=False)
class PerceptionTruth:
    """What the dialogue was drawn from.

    `actual` (parties, statements): share that agrees, or mean rating. `predicted` (parties,
    parties, statements): mean of what the first expects of the second. `error` their difference as
    a share of the scale's width, planted where it is not 0. `believed` (parties, parties,
    statements): mean of what the first believes the second expects of it; nan of oneself, and
    everywhere where nobody was asked.
    """

    actual: Floats
    predicted: Floats
    error: Floats = field(repr=False)
    believed: Floats = field(repr=False)


def perception_world(
    *,
    seed: int,
    parties: int = 2,
    seats: int = 10,
    statements: int = 20,
    planted: Sequence[Misperception] = (),
    mirrored: Sequence[Misperception] | None = None,
    error: float = 0.0,
    shares: Floats | None = None,
    prediction_noise: float = 0.15,
    passes: float = 0.0,
    style: float = 0.0,
    scale: Scale = VOTE,
    census: bool = False,
    k: int = 1,
) -> tuple[Dialogue, PerceptionTruth]:
    """Sides of equal size that answer every statement and predict every side.

    The true share of each side (or mean rating, as a share of the scale) is drawn evenly from what
    leaves room for the planted errors, or given as `shares` (parties, statements). Predictions
    follow a beta law whose mean is that truth plus the planted error (`error` everywhere else) and
    whose standard deviation is `prediction_noise`, or as much as fits between the ends. `passes` is
    the share of those not agreeing who pass. With `style` (0 to 1) people's answers and predictions
    go together over statements: the squared loading on one common factor of each person. With
    `mirrored` everybody also says what each other side expects of one's own: what it does expect,
    on average, but for these errors. `census` makes the seats the whole body. Raises `OptionError`
    where an error leaves no room.

    >>> world, truth = perception_world(seats=5, planted=[Misperception(0, 0, 1, 0.4)], seed=1)
    >>> len(world.participants), len(world.answers), len(world.predictions)
    (10, 200, 400)
    >>> float(truth.error[0, 1, 0])
    0.4
    """
    rng = np.random.default_rng(seed)
    errors = _planted(parties, statements, planted, error)
    # What a side is believed to expect: an error on top of its own, sides in the same order.
    looks_back = errors + _planted(parties, statements, mirrored or (), 0.0).swapaxes(0, 1)
    every = errors if mirrored is None else np.concatenate([errors, looks_back])
    actual = _shares(rng, every) if shares is None else np.asarray(shares, np.float64)
    predicted = _on_scale(actual + errors)
    believed = np.full_like(predicted, np.nan)
    if mirrored is not None:
        believed = _on_scale(actual + looks_back).swapaxes(0, 1)
        believed[np.eye(parties, dtype=np.bool_)] = np.nan
    party_of = np.repeat(np.arange(parties, dtype=np.int32), seats)
    answers = _answers(rng, actual[party_of], scale, passes, style, prediction_noise)
    dialogue = Dialogue(
        participants=tuple(f"p{person + 1}" for person in range(len(party_of))),
        statements=tuple(Statement(f"s{code + 1}", scale=scale) for code in range(statements)),
        answers=answers,
        predictions=_predictions(rng, predicted[party_of], scale, style, prediction_noise),
        mirrored=_mirrored(rng, believed, party_of, scale, style, prediction_noise),
        parties=tuple(Party(name, size=seats if census else None) for name in _party_ids(parties)),
        party_of=party_of,
        k=k,
        note={"en": "Simulated: no person gave these answers."},
    )
    low, width = scale.predicted_low, scale.predicted_high - scale.predicted_low
    actual, predicted, believed = (low + width * means for means in (actual, predicted, believed))
    return dialogue, PerceptionTruth(actual, predicted, errors, believed)


def _planted(
    parties: int, statements: int, planted: Sequence[Misperception], error: float
) -> Floats:
    errors = np.full((parties, parties, statements), error)
    for one in planted:
        errors[one.of, one.about, one.statement] = one.error
    return errors


def _shares(rng: np.random.Generator, errors: Floats) -> Floats:
    """Even draws from what leaves every mean prediction between 0 and 1, (parties, statements)."""
    low = np.maximum(-errors.min(axis=0), 0)
    high = np.minimum(1 - errors.max(axis=0), 1)
    if (low > high).any():
        raise OptionError("planted errors of both signs leave no room on the scale")
    return np.asarray(rng.uniform(low, high))


def _on_scale(means: Floats) -> Floats:
    if means.min() < -1e-9 or means.max() > 1 + 1e-9:
        raise OptionError("a planted error leaves the scale: give shares with room for it")
    return np.clip(means, 0, 1)


def _answers(
    rng: np.random.Generator,
    share: Floats,
    scale: Scale,
    passes: float,
    style: float,
    noise: float,
) -> Answers:
    """Everybody's answer to everything, from each one's chance to agree, (people, statements)."""
    people, statements = share.shape
    rank = _ranks(rng, share.shape, style)
    if scale.is_vote:
        passed = rng.random(share.shape) < passes
        values = np.where(rank < share, 1, np.where(passed, 0, -1))
    else:
        values = scale.low + scale.width * _beta(rank, share, 2 * noise)
    participant, statement = np.indices((people, statements), dtype=np.int32)
    return Answers(participant.ravel(), statement.ravel(), values.ravel().astype(np.float32))


def _predictions(
    rng: np.random.Generator, mean: Floats, scale: Scale, style: float, noise: float
) -> Predictions:
    """Everybody's prediction of every side, from its mean, (people, parties, statements)."""
    values = _beta(_ranks(rng, mean.shape, style), mean, noise)
    values = scale.predicted_low + (scale.predicted_high - scale.predicted_low) * values
    participant, party, statement = np.indices(mean.shape, dtype=np.int32)
    return Predictions(
        participant.ravel(), statement.ravel(), party.ravel(), values.ravel().astype(np.float32)
    )


def _mirrored(
    rng: np.random.Generator,
    believed: Floats,
    party_of: Ints,
    scale: Scale,
    style: float,
    noise: float,
) -> Mirrored:
    """What everybody believes each other side to expect of one's own; nobody where all is nan."""
    if np.isnan(believed).all():
        return Mirrored.none()
    mean = np.nan_to_num(believed, nan=0.5)[party_of]
    values = _beta(_ranks(rng, mean.shape, style), mean, noise)
    values = scale.predicted_low + (scale.predicted_high - scale.predicted_low) * values
    others = np.arange(len(believed)) != party_of[:, None]
    participant, by, statement = np.nonzero(others[..., None] & np.ones(mean.shape, np.bool_))
    return Mirrored(
        participant.astype(np.int32),
        statement.astype(np.int32),
        by.astype(np.int32),
        party_of[participant],
        values[others].ravel().astype(np.float32),
    )


def _ranks(rng: np.random.Generator, shape: tuple[int, ...], style: float) -> Floats:
    """Even draws between 0 and 1 that go together within a person (the first axis)."""
    if not style:
        return rng.random(shape)
    person = rng.standard_normal((shape[0],) + (1,) * (len(shape) - 1))
    own = rng.standard_normal(shape)
    return np.asarray(special.ndtr(style**0.5 * person + (1 - style) ** 0.5 * own))


def _beta(rank: Floats, mean: Floats, noise: float) -> Floats:
    """The value at a rank of the beta law with this mean and, as far as it fits, this spread."""
    if not noise:
        return mean
    room = mean * (1 - mean)
    inside = room > 0
    room = np.where(inside, room, 1)
    weight = room / np.minimum(noise**2, room / 2) - 1
    alpha = np.where(inside, mean, 0.5) * weight
    return np.where(inside, special.betaincinv(alpha, weight - alpha, rank), mean)


def _party_ids(parties: int) -> tuple[str, ...]:
    if parties <= len(ascii_uppercase):
        return tuple(ascii_uppercase[:parties])
    return tuple(f"P{code + 1}" for code in range(parties))
