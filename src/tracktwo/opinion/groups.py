"""Who answers alike: groups by a model, as many as foretell hidden answers and are found again.

Groups are a mixture of answer patterns (`mixture`), found anew in random halves of the people. A
further group is accepted if it lets one half foretell hidden answers of the other half better: by
more than twice the standard error over people, and by a fifth of what each group before it brought.
Among the accepted numbers the largest is taken on which the halves agree. One group is an allowed
answer. The same answers give the same groups whatever the order of rows or participants.

Three warnings are kept apart, because they mean different things: `one_group` (nothing beyond one
group foretells better), `unstable` (other people from the same crowd would give other groups) and
`continuum` (a single line of positions does as well: people differ by degree and not by kind).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations

import numpy as np

from tracktwo._typing import Floats, Ints, Longs, Progress, silent
from tracktwo.opinion import mixture
from tracktwo.opinion.ideal_point import IdealPoints, foretold, ideal_points, line_items
from tracktwo.opinion.mixture import Mixture
from tracktwo.votes import AnswerMatrix, Block, MemorySweep, Sweep, canonical_order, some_people

MOST_GROUPS = 6
ENOUGH_ANSWERS = 7
"""Who answered fewer (or not all, of fewer statements) is not put into a group; Polis's rule."""

FEWEST_PEOPLE = 30
"""Below this many people no groups are sought: a half of them could not foretell the other."""

HIDDEN_SHARE = 0.1
ENOUGH_HIDDEN, MOST_FOLDS = 15_000, 10
"""Answers to hide in all, and the most times a tenth of them is hidden to get there."""

CLEARLY, FAIR_PART = 2.0, 0.2
"""A further group foretells better by this many standard errors and this part of earlier gains."""

CHOOSING_PEOPLE = 20_000
SPLITS = 2
CANDIDATE_ROUNDS, SETTLING_ROUNDS, LINE_ROUNDS = 4, 30, 8
LAST_ROUNDS = 100
STABLE = 0.75
"""Adjusted Rand index from which halves count as agreeing (.65 moderate, .8 good recovery:
Steinley 2004)."""


@dataclass(frozen=True, eq=False)
class FoundGroups:
    """Groups of participants.

    `label` (n,): group of each participant, largest first, -1 where someone answered too little;
    `k` groups; `stability`: mean adjusted Rand index between the groups that different random
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
    halves = _halves(people, seed)
    trials = _trials(people, halves, most_groups, seed)
    foretold_by = tuple(trial.foretold for trial in trials)
    accepted = [trial for trial in trials if trial.is_accepted]
    if len(accepted) == 1:
        return _one_group(sweep, people, "one_group", foretold_by)
    best = max(accepted[1:], key=_preference)
    progress("fitting groups", 0, 0)
    settled = _settled(sweep, people, best)
    label = np.concatenate(list(sweep.run(partial(_label, settled))))
    warning = _warning(people, halves[0], best, seed, line)
    return FoundGroups(label, best.k, best.stability, warning, settled, foretold_by)


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


def _preference(trial: "Trial") -> tuple[bool, float, int]:
    """Stable groups first, the more the better; else those found again most often, to a tenth."""
    is_stable = trial.stability >= STABLE
    return is_stable, 0.0 if is_stable else round(trial.stability, 1), trial.k


@dataclass(frozen=True, eq=False)
class Half:
    """Half of the people: their `rows`, their answers, and the `rows` of the others."""

    rows: Longs
    matrix: AnswerMatrix
    others: Longs


@dataclass(frozen=True, eq=False)
class Trial:
    """One number of groups, tried.

    `models` found in each half; log probability they gave hidden answers of the other half, by
    person (`score`, summed over splits) and on average (`foretold`); mean agreement between the
    groups of different halves (`stability`); whether it is worth one group more.
    """

    models: list[Mixture]
    score: Floats
    foretold: float
    stability: float
    is_accepted: bool

    @property
    def k(self) -> int:
        return self.models[0].k


def _halves(people: AnswerMatrix, seed: int) -> list[Half]:
    """The people cut in two at random, SPLITS times over; halves of one cut stand together."""
    random, n = np.random.default_rng([seed, 1]), people.n_participants
    halves = []
    for _ in range(SPLITS):
        order = random.permutation(n)
        one, other = np.sort(order[: n // 2]), np.sort(order[n // 2 :])
        halves += [Half(one, people.rows(one), other), Half(other, people.rows(other), one)]
    return halves


def _trials(people: AnswerMatrix, halves: list[Half], most_groups: int, seed: int) -> list[Trial]:
    """Trials of 1, 2, ... groups, until one more is not worth it."""
    folds = _folds(people, seed)
    n_hidden = max(1, SPLITS * sum(len(hidden.value) for _, hidden in folds))
    growing = [_growing(half.matrix, most_groups) for half in halves]
    trials: list[Trial] = []
    for models in zip(*growing, strict=True):
        score = _foretold_by_halves(models, halves, folds)
        accepted = not trials or _is_worth_it(score, [trial.score for trial in trials])
        stability = _agreement([model.labels(people) for model in models]) if accepted else 0.0
        mean = float(score.sum() / n_hidden)
        trials.append(Trial(list(models), score, mean, stability, accepted))
        if not accepted:
            break
    return trials


Folds = list[tuple[AnswerMatrix, AnswerMatrix]]
"""Seen and hidden answers of the same people, several times over where there are few answers."""


def _folds(people: AnswerMatrix, seed: int) -> Folds:
    fold = np.random.default_rng(seed).integers(0, round(1 / HIDDEN_SHARE), len(people.value))
    wanted = ENOUGH_HIDDEN / max(1.0, HIDDEN_SHARE * len(people.value))
    n_folds = int(np.clip(np.ceil(wanted), 1, MOST_FOLDS))
    return [(people.only(fold != i), people.only(fold == i)) for i in range(n_folds)]


def _foretold_by_halves(models: tuple[Mixture, ...], halves: list[Half], folds: Folds) -> Floats:
    """What each half's model foretells of the other half, by person, summed over splits."""
    score = np.zeros(folds[0][0].n_participants)
    for seen, hidden in folds:
        for model, half in zip(models, halves, strict=True):
            gained = mixture.held_out_log_likelihood(model, seen, hidden)
            score[half.others] += gained[half.others]
    return score


def _agreement(labels: list[Ints]) -> float:
    """Mean adjusted Rand index over pairs of groupings."""
    return float(np.mean([adjusted_rand(one, other) for one, other in combinations(labels, 2)]))


def _is_worth_it(score: Floats, before: list[Floats]) -> bool:
    """Clearly better, and by a fair part of what the groups so far brought.

    With enough answers the slightest departure from the model makes one more group "clearly"
    better: a fifth of the mean gain per group so far is asked for as well.
    """
    gain, so_far = score.sum() - before[-1].sum(), before[-1].sum() - before[0].sum()
    fair = FAIR_PART * so_far / max(1, len(before) - 1)
    return _clearly_better(score, before[-1]) and bool(gain > fair)


def _clearly_better(score: Floats, before: Floats) -> bool:
    gain = score - before
    return bool(gain.sum() > CLEARLY * np.sqrt(len(gain)) * gain.std())


def _warning(
    people: AnswerMatrix, half: Half, best: Trial, seed: int, line: IdealPoints | None
) -> str:
    """`unstable`, or `continuum` where a line of positions does instead of groups.

    A line can stand for two groups as well as two groups can, so with two it has to foretell clearly
    better; three and more have to foretell clearly better than the line, or they are its steps. Both are fitted to one half of the people and foretell hidden answers of the other. Of `line`
    only the signs of the slopes are taken over: enough to save the search for a start, too little
    to carry over what was hidden.
    """
    if best.stability < STABLE:
        return "unstable"
    line = line or ideal_points(MemorySweep(half.matrix))
    items = line_items(MemorySweep(half.matrix), np.sign(line.slope), rounds=LINE_ROUNDS)
    by_groups, by_line = np.zeros((2, len(half.others)))
    for seen, hidden in _folds(people.rows(half.others), seed):
        by_groups += mixture.held_out_log_likelihood(best.models[0], seen, hidden)
        by_line += foretold(items, seen, hidden)
    two = best.k == 2
    line_does = (
        _clearly_better(by_line, by_groups) if two else not _clearly_better(by_groups, by_line)
    )
    return "continuum" if line_does else ""


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


def _settled(sweep: Sweep, people: AnswerMatrix, best: Trial) -> Mixture:
    """The half's model that suits all people best, fitted to all answers, largest group first."""
    tried = mixture.fitted(people, best.models, most_rounds=1)
    start = max(tried, key=lambda model: model.log_likelihood)
    settled = mixture.refined(sweep, start, most_rounds=LAST_ROUNDS)
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
