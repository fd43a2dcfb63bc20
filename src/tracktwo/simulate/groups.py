"""Dialogues with planted groups, and with a continuum where there are none."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from tracktwo._typing import Floats, Ints
from tracktwo.dialogue import Answers, Dialogue, Statement
from tracktwo.errors import OptionError
from tracktwo.simulate.attendance import attend, heavy_tailed_chances
from tracktwo.simulate.graded import graded_votes

PASSING = 0.35
"""Half the width of the band of leanings that end in a pass (some one answer in eight)."""


@dataclass(frozen=True, eq=False)
class GroupTruth:
    """The group of each participant, (people,), and what their votes were drawn from.

    Groups of kind "independent" and "uneven": `leaning` (groups, statements), the log odds to agree
    rather than disagree; positions None. "spatial": `position` (people, 2), and `leaning` that of a
    participant at the group's centre.
    """

    group: Ints
    leaning: Floats
    position: Floats | None


@dataclass(frozen=True, eq=False)
class ContinuumTruth:
    """Positions (people,) with variance 1, slopes and places (statements,), half width of the pass.

    Participant i leans slope (position_i - place) towards agreeing, plus logistic noise.
    """

    position: Floats
    slope: Floats
    place: Floats
    passing: float


def planted_groups(
    participants: int,
    statements: int,
    *,
    seed: int,
    groups: int = 3,
    fill: float = 0.1,
    generator: Literal["independent", "spatial", "uneven"] = "independent",
    contrast: float = 1.3,
) -> tuple[Dialogue, GroupTruth]:
    """People in groups of about equal size, each answering a share `fill` of the statements.

    independent: given the group, votes are drawn one by one (what mixture models assume).
    spatial: each group is a cloud of ideal points around its centre on a circle, and each statement
    cuts the plane somewhere: people of a group differ, and clouds touch.
    uneven: votes as in independent, but people come and statements appear over time, so that later
    statements have fewer votes, and some answer hundreds where most answer few.

    `contrast` is how far groups differ: the standard deviation of a group's log odds around the
    common ones, or the radius of the circle in units of twice a cloud's own spread. Takes time and
    memory linear in the answers (3 million in about two seconds).

    >>> dialogue, truth = planted_groups(200, 50, seed=1)
    >>> len(dialogue.participants), np.bincount(truth.group).tolist()
    (200, [67, 67, 66])
    """
    if generator not in _LEANINGS:
        raise OptionError(f"generator {generator!r} is not one of {', '.join(_LEANINGS)}")
    rng = np.random.default_rng(seed)
    group = rng.permutation(np.arange(participants) % groups).astype(np.int32)
    leaning, truth = _LEANINGS[generator](rng, group, groups, statements, contrast)
    seen, chance = np.full(participants, statements), np.full(participants, fill)
    if generator == "uneven":
        seen = np.ceil(statements * rng.random(participants)).astype(np.int64)
        chance = heavy_tailed_chances(rng, seen, fill, statements)
    participant, statement = attend(rng, chance, seen)
    votes = graded_votes(rng, leaning(participant, statement), PASSING)
    return _dialogue(participants, statements, Answers(participant, statement, votes)), truth


def one_dimensional(
    participants: int, statements: int, *, seed: int, fill: float = 0.3
) -> tuple[Dialogue, ContinuumTruth]:
    """People spread along a line without groups, voting by graded response.

    Positions are standard normal. Statements have either direction: half are agreed to by those on
    the right, half by those on the left.

    >>> dialogue, truth = one_dimensional(100, 40, seed=1)
    >>> truth.position.shape, truth.slope.shape
    ((100,), (40,))
    """
    rng = np.random.default_rng(seed)
    position = rng.standard_normal(participants)
    slope = rng.lognormal(0.4, 0.3, statements) * np.where(rng.random(statements) < 0.5, -1, 1)
    place = rng.standard_normal(statements)
    participant, statement = attend(
        rng, np.full(participants, fill), np.full(participants, statements)
    )
    leaning = slope[statement] * (position[participant] - place[statement])
    votes = graded_votes(rng, leaning, PASSING)
    truth = ContinuumTruth(position, slope, place, PASSING)
    return _dialogue(participants, statements, Answers(participant, statement, votes)), truth


Leaning = Callable[[Ints, Ints], Floats]
"""The leaning of some participants on as many statements."""


def _by_group(
    rng: np.random.Generator, group: Ints, groups: int, statements: int, contrast: float
) -> tuple[Leaning, GroupTruth]:
    common = rng.standard_normal(statements)
    leaning = common + contrast * rng.standard_normal((groups, statements))
    return lambda i, s: leaning[group[i], s], GroupTruth(group, leaning, None)


def _by_place(
    rng: np.random.Generator, group: Ints, groups: int, statements: int, contrast: float
) -> tuple[Leaning, GroupTruth]:
    turn = 2 * np.pi * np.arange(groups) / groups
    centre = 2 * contrast * np.column_stack([np.cos(turn), np.sin(turn)])
    position = centre[group] + rng.standard_normal((len(group), 2))
    angle = rng.uniform(0, 2 * np.pi, statements)
    slope = rng.lognormal(0, 0.3, statements) * np.array([np.cos(angle), np.sin(angle)])
    offset = rng.standard_normal(statements)

    def leaning(participant: Ints, statement: Ints) -> Floats:
        along = (position[participant] * slope.T[statement]).sum(axis=1)
        return np.asarray(along - offset[statement])

    return leaning, GroupTruth(group, centre @ slope - offset, position)


_LEANINGS = {"independent": _by_group, "spatial": _by_place, "uneven": _by_group}


def _dialogue(participants: int, statements: int, answers: Answers) -> Dialogue:
    return Dialogue(
        participants=tuple(f"p{code + 1}" for code in range(participants)),
        statements=tuple(Statement(f"s{code + 1}") for code in range(statements)),
        answers=answers,
        note={"en": "Simulated: no person gave these answers."},
    )
