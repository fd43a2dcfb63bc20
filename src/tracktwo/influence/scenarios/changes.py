"""Robustness: which single judgement, moved a little, makes a scenario appear or vanish.

A judgement of a state on another moves one score, by as much, in the scenarios that its source is
part of. So a consistent scenario vanishes where its lead over a rival is smaller than the change,
and an inconsistent one can only appear where a single descriptor is behind, and not by more.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from tracktwo.errors import OptionError
from tracktwo.influence.scenarios.matrix import CrossImpactMatrix
from tracktwo.influence.scenarios.scenario import FoundScenarios, Scenario, scores
from tracktwo.influence.scenarios.search import always, find_scenarios

MOST_NEAR = 1_000
"""Scenarios within reach of a change at which their search stops."""

ROUNDING = 1e-9
"""Scores are multiples of a millionth or more; their differences as floats are off by less."""


@dataclass(frozen=True, slots=True)
class Change:
    """A judgement of `source` on `target` (`Descriptor=state`) moved `by`, and what comes of it."""

    source: str
    target: str
    by: float
    vanishing: tuple[Scenario, ...]
    appearing: tuple[Scenario, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Every single change that matters, those that move most scenarios first.

    `complete` says whether all scenarios that might appear were found.
    """

    changes: tuple[Change, ...]
    complete: bool


Move = tuple[str, str, int]
"""A judgement (source, target) and the way it is moved, 1 or -1."""

Leads = dict[tuple[str, str], dict[str, float]]
"""For every descriptor and its chosen state, the lead over each rival."""

Score = tuple[str, str, int]
"""A score (descriptor, state) and the way it is moved."""


def find_changes(
    matrix: CrossImpactMatrix,
    found: FoundScenarios,
    *,
    by: float = 1.0,
    most: int = MOST_NEAR,
    may_go_on: Callable[[], bool] = always,
) -> Changes:
    """Every judgement that, moved `by` up or down and alone, changes the scenarios found.

    `found` is a result of `find_scenarios` on the same matrix; its tolerance and what it holds apply
    here too. Raises `OptionError` where `by` is not above 0.

    >>> import numpy as np
    >>> from tracktwo.influence.scenarios import Descriptor
    >>> trade, pacts = Descriptor("Trade", ("open", "parted")), Descriptor("Pacts", ("few", "many"))
    >>> judged = np.array([[0, 0, 2, -2], [0, 0, -1, 1], [1, -1, 0, 0], [-3, 3, 0, 0]])
    >>> matrix = CrossImpactMatrix((trade, pacts), judged)
    >>> find_changes(matrix, find_scenarios(matrix), by=2).changes
    ()
    >>> [(one.source, one.target, one.by) for one in find_changes(matrix, find_scenarios(matrix), by=3).changes]
    [('Trade=parted', 'Pacts=few', 3), ('Trade=parted', 'Pacts=many', -3), \
('Pacts=few', 'Trade=open', -3), ('Pacts=few', 'Trade=parted', 3)]
    """
    if not 0 < by < float("inf"):
        raise OptionError(f"judgements were to be moved by {by:g}; use a number above 0")
    wider = find_scenarios(
        matrix,
        tolerance=found.tolerance + by,
        held=found.held,
        most=most,
        may_go_on=may_go_on,
    )
    inside = {one.chosen for one in found.scenarios}
    outside = [one for one in wider.scenarios if one.chosen not in inside]
    vanishing = _by_move(matrix, found, found.scenarios, lambda leads: _ending(leads, found, by))
    appearing = _by_move(matrix, found, outside, lambda leads: _beginning(leads, found))
    changes = [
        Change(
            source, target, sign * by, tuple(vanishing[source, target, sign]),
            tuple(appearing[source, target, sign]),
        )
        for source, target, sign in dict.fromkeys((*vanishing, *appearing))
    ]  # fmt: skip
    return Changes(_in_order(matrix, changes), found.complete and wider.complete)


def _by_move(
    matrix: CrossImpactMatrix,
    found: FoundScenarios,
    scenarios: Iterable[Scenario],
    moves: Callable[[Leads], Iterator[Score]],
) -> dict[Move, list[Scenario]]:
    """Scenarios by each move that changes whether they hold together."""
    by_move: dict[Move, list[Scenario]] = defaultdict(list)
    for scenario in scenarios:
        for descriptor, state, sign in moves(_leads(matrix, scenario, found.held)):
            for source, at in scenario.states.items():
                if source != descriptor:
                    move = (f"{source}={at}", f"{descriptor}={state}", sign)
                    by_move[move].append(scenario)
    return by_move


def _leads(matrix: CrossImpactMatrix, scenario: Scenario, held: Mapping[str, str]) -> Leads:
    return {
        (descriptor, scenario.states[descriptor]): {
            rival: scored[scenario.states[descriptor]] - score
            for rival, score in scored.items()
            if rival != scenario.states[descriptor]
        }
        for descriptor, scored in scores(matrix, scenario.states).items()
        if descriptor not in held
    }


def _ending(leads: Leads, found: FoundScenarios, by: float) -> Iterator[Score]:
    """Scores whose move lets a rival win: the chosen one's down, or a close rival's up."""
    least = by - found.tolerance - ROUNDING
    for (descriptor, chosen), rivals in leads.items():
        close = [rival for rival, lead in rivals.items() if lead < least]
        if close:
            yield descriptor, chosen, -1
        for rival in close:
            yield descriptor, rival, 1


def _beginning(leads: Leads, found: FoundScenarios) -> Iterator[Score]:
    """Scores whose move mends the only descriptor behind: the chosen one's up, or its only rival's down."""
    least = -found.tolerance - ROUNDING
    ahead = {
        place: [rival for rival, lead in rivals.items() if lead < least]
        for place, rivals in leads.items()
    }
    behind = {place: rivals for place, rivals in ahead.items() if rivals}
    if len(behind) == 1:
        [((descriptor, chosen), rivals)] = behind.items()
        yield descriptor, chosen, 1
        if len(rivals) == 1:
            yield descriptor, rivals[0], -1


def _in_order(matrix: CrossImpactMatrix, changes: list[Change]) -> tuple[Change, ...]:
    """Most scenarios moved first, then in the order of the matrix."""
    place = {label: number for number, label in enumerate(matrix.labels)}

    def rank(one: Change) -> tuple[int, int, int, float]:
        moved = len(one.vanishing) + len(one.appearing)
        return -moved, place[one.source], place[one.target], one.by

    return tuple(sorted(changes, key=rank))
