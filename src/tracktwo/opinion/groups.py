"""Who answers alike: groups by a model, as many as foretell hidden answers and are found again.

Groups are a mixture of answer patterns (`mixture`). A further group is accepted only if, with a
tenth of the answers hidden, it foretells them better: by more than twice the standard error over
people, and by a tenth of what each group before it brought. Among the accepted numbers the largest is taken whose groups random halves of the people
give again. One group is an allowed answer. The same answers give the same groups whatever the order
of rows or participants.

Three warnings are kept apart, because they mean different things: `one_group` (nothing beyond one
group foretells better), `unstable` (other people from the same crowd would give other groups) and
`continuum` (a single line of positions foretells as well, or nearly: people differ by degree and
not by kind).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from tracktwo._typing import Floats, Ints, Progress, silent
from tracktwo.opinion import mixture
from tracktwo.opinion.ideal_point import IdealPoints, foretold, ideal_points
from tracktwo.opinion.mixture import Mixture
from tracktwo.votes import AnswerMatrix, Block, MemorySweep, Sweep, canonical_order, some_people

MOST_GROUPS = 6
ENOUGH_ANSWERS = 7
"""Who answered fewer (or not all, of fewer statements) is not put into a group; Polis's rule."""

FEWEST_PEOPLE = 20
"""Below this many people no groups are sought: everybody can be looked at by name of seat."""

FEWEST_MEMBERS = 3
HIDDEN_SHARE = 0.1
ENOUGH_HIDDEN, MOST_FOLDS = 15_000, 10
"""Answers to hide in all, and the most times a tenth of them is hidden to get there."""

CLEARLY, FAIR_PART = 2.0, 0.1
"""A further group foretells better by this many standard errors and this part of earlier gains."""

CHOOSING_PEOPLE = 20_000
CANDIDATE_ROUNDS, SETTLING_ROUNDS, LINE_ROUNDS = 6, 40, 12
HALVES = 4
STABLE = 0.8
"""Adjusted Rand index from which groups count as found again (Steinley 2004: good recovery)."""


@dataclass(frozen=True, eq=False)
class FoundGroups:
    """Groups of participants.

    `label` (n,): group of each participant, largest first, -1 where someone answered too little;
    `k` groups; `stability`: mean adjusted Rand index between these groups and those that random
    halves of the people give (None for one group); `warning`: empty, `few_people`, `one_group`,
    `unstable` or `continuum`; `mixture`: the fitted model; `foretold`: mean log probability of
    hidden answers for k = 1, 2, ... as far as tried.
    """

    label: Ints
    k: int
    stability: float | None
    warning: str
    mixture: Mixture
    foretold: tuple[float, ...]

    @property
    def is_supported(self) -> bool:
        return not self.warning


def find_groups(
    sweep: Sweep,
    *,
    most_groups: int = MOST_GROUPS,
    seed: int = 0,
    line: IdealPoints | None = None,
    progress: Progress = silent,
) -> FoundGroups:
    """Choose the number of groups, fit them, and see how stable they are.

    `line` is a one-dimensional fit of the same answers, which saves time in the comparison with a
    continuum. `seed` fixes which answers are hidden and which halves are drawn.

    >>> from tracktwo.dialogue import VOTE, Answers
    >>> who, what = np.divmod(np.arange(40 * 8, dtype=np.int32), 8)
    >>> said = np.where(who % 2 == what % 2, 1, -1).astype(np.float32)
    >>> found = find_groups(MemorySweep(AnswerMatrix.of(Answers(who, what, said), 40, (VOTE,) * 8)))
    >>> found.k, found.stability, np.bincount(found.label).tolist()
    (2, 1.0, [20, 20])
    """
    people = _canonical_sample(sweep)
    if people.n_participants < FEWEST_PEOPLE:
        return _one_group(sweep, people, "few_people", ())
    progress("finding groups", 0, 0)
    trials = _trials(people, most_groups, seed)
    foretold_by = tuple(trial.foretold for trial in trials)
    accepted = [trial for trial in trials if trial.is_accepted]
    if len(accepted) == 1:
        return _one_group(sweep, people, "one_group", foretold_by)
    stability = _stabilities(people, [trial.model for trial in accepted[1:]], seed)
    k = max(range(len(stability)), key=lambda i: (stability[i] >= STABLE) * (i + 1))
    best, stable = accepted[1 + k], stability[k] >= STABLE
    settled = _settled(sweep, best.model)
    label = np.concatenate(list(sweep.run(partial(_label, settled))))
    warning = _continuum_warning(people, best, seed, line) if stable else "unstable"
    return FoundGroups(label, best.model.k, stability[k], warning, settled, foretold_by)


def _canonical_sample(sweep: Sweep) -> AnswerMatrix:
    """People who answered enough, in canonical order, at most CHOOSING_PEOPLE of them."""
    matrix = some_people(sweep, 4 * CHOOSING_PEOPLE).matrix
    order = canonical_order(matrix)
    order = order[matrix.answered[order] >= _enough_answers(matrix.n_statements)]
    return matrix.rows(order[:CHOOSING_PEOPLE])


def _enough_answers(n_statements: int) -> int:
    return min(ENOUGH_ANSWERS, n_statements)


def _one_group(
    sweep: Sweep, people: AnswerMatrix, warning: str, foretold_by: tuple[float, ...]
) -> FoundGroups:
    alone = mixture.everybody(people)
    label = np.concatenate(list(sweep.run(partial(_label, alone))))
    return FoundGroups(label, 1, None, warning, alone, foretold_by)


def _label(model: Mixture, block: Block) -> Ints:
    label = model.labels(block.matrix)
    label[block.matrix.answered < _enough_answers(block.matrix.n_statements)] = -1
    return label


@dataclass(frozen=True, eq=False)
class Trial:
    """One number of groups, tried.

    `model` of all answers; log probability that models of the rest gave hidden ones, by person
    (`score`) and on average (`foretold`); whether it is clearly better than one group fewer.
    """

    model: Mixture
    score: Floats
    foretold: float
    is_accepted: bool


def _trials(people: AnswerMatrix, most_groups: int, seed: int) -> list[Trial]:
    """Trials of 1, 2, ... groups, until one more foretells no better."""
    folds = _folds(people, seed)
    growing = [_growing(seen, most_groups) for seen, _ in folds]
    n_hidden = max(1, sum(len(hidden.value) for _, hidden in folds))
    trials: list[Trial] = []
    for model in _growing(people, most_groups):
        scores = [
            mixture.held_out_log_likelihood(next(grown), seen, hidden)
            for grown, (seen, hidden) in zip(growing, folds, strict=True)
        ]
        score = np.sum(scores, axis=0)
        accepted = not trials or _is_worth_it(score, [trial.score for trial in trials])
        trials.append(Trial(model, score, float(score.sum() / n_hidden), accepted))
        if not accepted:
            break
    return trials


def _folds(people: AnswerMatrix, seed: int) -> list[tuple[AnswerMatrix, AnswerMatrix]]:
    """Seen and hidden answers, several times over where there are few."""
    fold = np.random.default_rng(seed).integers(0, round(1 / HIDDEN_SHARE), len(people.value))
    wanted = ENOUGH_HIDDEN / max(1.0, HIDDEN_SHARE * len(people.value))
    n_folds = int(np.clip(np.ceil(wanted), 1, MOST_FOLDS))
    return [(people.only(fold != i), people.only(fold == i)) for i in range(n_folds)]


def _stabilities(people: AnswerMatrix, models: list[Mixture], seed: int) -> list[float]:
    """For each model, its mean agreement with the groups that random halves of the people give."""
    random, n = np.random.default_rng([seed, 1]), people.n_participants
    labels = [model.labels(people) for model in models]
    agreement = np.zeros((HALVES, len(models)))
    for half in range(HALVES):
        some = people.rows(np.sort(random.choice(n, n // 2, replace=False)))
        grown = list(_growing(some, models[-1].k))[1:]
        agreement[half] = [
            adjusted_rand(label, other.labels(people))
            for label, other in zip(labels, grown, strict=True)
        ]
    return [float(mean) for mean in agreement.mean(axis=0)]


def _is_worth_it(score: Floats, before: list[Floats]) -> bool:
    """Clearly better, and by a fair part of what the groups so far brought.

    With enough answers the slightest departure from the model makes one more group "clearly"
    better: a tenth of the mean gain per group so far is asked for as well.
    """
    gain, so_far = score.sum() - before[-1].sum(), before[-1].sum() - before[0].sum()
    fair = FAIR_PART * so_far / max(1, len(before) - 1)
    return _clearly_better(score, before[-1]) and bool(gain > fair)


def _clearly_better(score: Floats, before: Floats) -> bool:
    gain = score - before
    return bool(gain.sum() > CLEARLY * np.sqrt(len(gain)) * gain.std())


def _continuum_warning(
    people: AnswerMatrix, best: Trial, seed: int, line: IdealPoints | None
) -> str:
    """`continuum` unless groups foretell clearly better than one line of positions does.

    Only the signs of the line's slopes are taken over: enough to save the search for a start, too
    little to carry over what was hidden.
    """
    axes, score = None if line is None else np.sign(line.slope), np.zeros(people.n_participants)
    for seen, hidden in _folds(people, seed):
        positions = ideal_points(MemorySweep(seen), axes=axes, most_rounds=LINE_ROUNDS)
        score += foretold(positions, seen, hidden)
    return "" if _clearly_better(best.score, score) else "continuum"


def _growing(matrix: AnswerMatrix, most_groups: int) -> Iterator[Mixture]:
    """Mixtures of 1, 2, ... groups, each grown from the one before by its best split."""
    model = mixture.everybody(matrix)
    yield model
    while model.k < most_groups:
        candidates = mixture.fitted(
            matrix, mixture.split(matrix, model), most_rounds=CANDIDATE_ROUNDS
        )
        best = max(candidates, key=lambda candidate: candidate.log_likelihood)
        model = mixture.fitted(matrix, [best], most_rounds=SETTLING_ROUNDS)[0]
        yield model


def _settled(sweep: Sweep, model: Mixture) -> Mixture:
    """The mixture fitted to all answers, groups ordered by size."""
    settled = mixture.refined(sweep, model, most_rounds=SETTLING_ROUNDS)
    order = np.argsort(-settled.log_size, kind="stable")
    return replace(settled, log_share=settled.log_share[:, order], log_size=settled.log_size[order])


def adjusted_rand(first: Ints, second: Ints) -> float:
    """Agreement of two groupings, 1 if equal, 0 on average by chance (Hubert & Arabie 1985).

    >>> adjusted_rand(np.array([0, 0, 1, 1]), np.array([1, 1, 0, 0]))
    1.0
    """
    table = np.zeros((first.max() + 1, second.max() + 1))
    np.add.at(table, (first, second), 1)
    pairs = [(x * (x - 1) / 2).sum() for x in (table, table.sum(axis=1), table.sum(axis=0))]
    everything = len(first) * (len(first) - 1) / 2
    expected = pairs[1] * pairs[2] / max(everything, 1)
    most = (pairs[1] + pairs[2]) / 2
    return 1.0 if most == expected else float((pairs[0] - expected) / (most - expected))
