"""From a dialogue to everything it shows: the one call behind the command and the platform."""

from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from threadpoolctl import threadpool_limits

from tracktwo._typing import Flags, Floats, Longs, Progress, silent
from tracktwo.analysis.assembly import cohesions, representatives, statements
from tracktwo.analysis.grouping import Chosen, GivenGroups, choose_groups
from tracktwo.analysis.polis_figures import polis_figures, polis_map
from tracktwo.analysis.result import Analysis, Group, Participants, Representative, Settings
from tracktwo.analysis.split import Split, everyone, into_groups, into_sides
from tracktwo.analysis.suppression import blurred, only, shown_sizes, visible
from tracktwo.dialogue import Dialogue
from tracktwo.errors import OptionError
from tracktwo.opinion import (
    IdealPoints,
    bridging,
    characteristic,
    ideal_points,
    oriented,
    shared_ground,
)
from tracktwo.perceptions import MetaPerceptions, Perceptions, assess, assess_mirrored
from tracktwo.votes import (
    LEVEL,
    ClusterSweep,
    MemorySweep,
    Sweep,
    canonical_order,
    matrix_of,
    sweep_of,
)


def analyse(
    dialogue: Dialogue,
    *,
    groups: str | GivenGroups = "model",
    map: Literal["ideal-point", "polis"] = "ideal-point",  # noqa: A002 -- as on the command line
    seed: int = 0,
    smallest_effect: float = 0.1,
    false_discovery_rate: float = 0.05,
    level: float = LEVEL,
    dimensions: int = 1,
    orientation: str = "",
    client: Any = None,  # noqa: ANN401 -- distributed is optional
    progress: Progress = silent,
) -> Analysis:
    """What the sides share, where they truly differ, and where each is wrong about the other.

    `groups`: over which groups group figures are computed: `model`, `parties`, `polis` or
    `GivenGroups`. `map`: how positions are found. `smallest_effect`: share of the scale under which
    an error of perception is of no interest. `dimensions`: 1 or 2 for the ideal-point map;
    `orientation`: what lies to its right (see `opinion.oriented`). `client`: a `distributed.Client`, when the dialogue is stored where its
    workers can read it. The same dialogue, settings and seed give the same result. Raises
    `OptionError` for settings that do not fit the dialogue.

    >>> from tracktwo.simulate import perception_world
    >>> found = analyse(perception_world(seats=12, statements=4, seed=1)[0])
    >>> len(found.statements), [party.id for party in found.parties]
    (4, ['A', 'B'])
    """
    name = groups if isinstance(groups, str) else "file"
    settings = Settings(
        name, map, seed, smallest_effect, false_discovery_rate, level, dimensions, orientation
    )
    _check(settings, dialogue)
    # Threads that wait for each other make small products several times slower.
    with threadpool_limits(1):
        view = _view(dialogue, groups, settings, client, progress)
    progress("comparing perceptions", 0, 0)
    return _assembled(dialogue, view, *_perceived(dialogue, view, settings), settings)


@dataclass(frozen=True, eq=False)
class _View:
    """What is known of the answers before it is put into rows."""

    sweep: Sweep
    sides: Split
    groups: Split
    chosen: Chosen
    position: Floats
    spread: Floats
    bridges: Floats
    answered: Longs


def _check(settings: Settings, dialogue: Dialogue) -> None:
    if not 0 <= settings.smallest_effect < 1:
        raise _outside("smallest effect", settings.smallest_effect)
    if not 0 < settings.false_discovery_rate < 1:
        raise _outside("false discovery rate", settings.false_discovery_rate)
    if not 0 < settings.level < 1:
        raise _outside("level", settings.level)
    if settings.map not in {"ideal-point", "polis"}:
        raise OptionError(f"map {settings.map!r} is not known; write ideal-point or polis")
    if not dialogue.n_answers:
        raise OptionError("there is nothing to analyse: nobody answered anything")


def _outside(name: str, share: float) -> OptionError:
    return OptionError(f"the {name} is {share:g}; it must lie between 0 and 1")


def _view(
    dialogue: Dialogue,
    groups: str | GivenGroups,
    settings: Settings,
    client: Any,  # noqa: ANN401 -- distributed is optional
    progress: Progress,
) -> _View:
    sweep, arranged, place = _sweeps(dialogue, client)
    line = ideal_points(arranged, progress=progress)
    chosen = choose_groups(
        dialogue, arranged, place, groups, seed=settings.seed, line=line, progress=progress
    )
    progress("looking for bridges", 0, 0)
    bridges = bridging(arranged).intercept
    position, spread = _positions(dialogue, arranged, place, line, settings)
    progress("counting", 0, 0)
    return _View(
        sweep,
        into_sides(dialogue, sweep),
        into_groups(chosen.label, chosen.ids, sweep),
        chosen,
        position,
        spread,
        bridges,
        np.concatenate(list(sweep.run(lambda block: block.matrix.answered))),
    )


def _perceived(
    dialogue: Dialogue, view: _View, settings: Settings
) -> tuple[Perceptions, MetaPerceptions]:
    """What sides expect of each other, and what they believe is expected of them."""
    effect, rate, level = (settings.smallest_effect, settings.false_discovery_rate, settings.level)
    answers = view.sides.answers
    return (
        assess(dialogue, answers, smallest_effect=effect, false_discovery_rate=rate, level=level),
        assess_mirrored(
            dialogue, answers, smallest_effect=effect, false_discovery_rate=rate, level=level
        ),
    )


def _positions(
    dialogue: Dialogue, arranged: Sweep, place: Longs, line: IdealPoints, settings: Settings
) -> tuple[Floats, Floats]:
    """Where people stand on the map asked for, and how far that is known."""
    if settings.map == "polis":
        position = polis_map(dialogue).projection
        return position, np.full_like(position, np.nan)
    points = line
    if settings.dimensions != 1:
        points = ideal_points(arranged, dimensions=settings.dimensions)
    points = oriented(_in_place(points, place), dialogue, rule=settings.orientation)
    return points.position, points.standard_error


def _sweeps(
    dialogue: Dialogue,
    client: Any,  # noqa: ANN401 -- distributed is optional
) -> tuple[Sweep, Sweep, Longs]:
    """The answers as they are, for counting; in canonical order, for fitting; each row's place.

    A stored dialogue stays as it is for both: it is ordered by participant already.
    """
    if dialogue.stored is not None:
        sweep = sweep_of(dialogue, client=client)
        return sweep, sweep, np.arange(sweep.n_participants)
    matrix = matrix_of(dialogue)
    order = canonical_order(matrix)
    arranged = matrix.rows(order)
    fitted_on = (
        MemorySweep(arranged) if client is None else ClusterSweep.over_memory(client, arranged)
    )
    return MemorySweep(matrix), fitted_on, order


def _in_place(points: IdealPoints, place: Longs) -> IdealPoints:
    """Positions back in the dialogue's order of participants."""
    position, spread = np.empty_like(points.position), np.empty_like(points.standard_error)
    position[place], spread[place] = points.position, points.standard_error
    return replace(points, position=position, standard_error=spread)


def _assembled(
    dialogue: Dialogue,
    view: _View,
    perceived: Perceptions,
    mirrored: MetaPerceptions,
    settings: Settings,
) -> Analysis:
    whole = view.sides if len(view.sides) else view.groups
    people = everyone(view.sweep)
    shown = visible(view.sides, view.groups, people, view.sweep, dialogue.k)
    ground = shared_ground(
        whole.answers, fewest=dialogue.k, level=settings.level, sizes=whole.sizes
    )
    return Analysis(
        title=dialogue.title,
        note=dialogue.note,
        languages=dialogue.languages,
        k=dialogue.k,
        settings=settings,
        parties=dialogue.parties,
        participants=_participants(dialogue, view),
        grouping=view.chosen.grouping,
        groups=_sizes(view.groups, dialogue.k),
        statements=statements(
            dialogue,
            people,
            view.sides,
            view.groups,
            shown=shown,
            ground=ground,
            bridges=blurred(view.bridges, dialogue.k),
            polis=polis_figures(dialogue, view.groups),
            level=settings.level,
        ),
        representative=_representatives(view.groups, dialogue, shown.group_sums, settings),
        party_representative=_representatives(view.sides, dialogue, shown.sums, settings),
        perceptions=perceived.perceptions,
        pairs=perceived.pairs,
        meta_perceptions=mirrored.meta_perceptions,
        meta_pairs=mirrored.meta_pairs,
        cohesion=cohesions(view.sides, dialogue, settings.level),
    )


def _representatives(
    split: Split, dialogue: Dialogue, shown: Flags, settings: Settings
) -> tuple[Representative, ...]:
    found = characteristic(
        only(split.answers, shown), rate=settings.false_discovery_rate, level=settings.level
    )
    return representatives(found, split.ids, dialogue.statement_ids)


def _participants(dialogue: Dialogue, view: _View) -> Participants:
    return Participants(
        ids=dialogue.participants,
        party=dialogue.party_of,
        group=view.chosen.label,
        answers=view.answered.astype(np.int32),
        position=view.position,
        position_se=view.spread,
    )


def _sizes(groups: Split, k: int) -> tuple[Group, ...]:
    outside = int((groups.label < 0).sum())
    sizes = shown_sizes(groups.answers.members, outside, k)
    return tuple(Group(id_, size) for id_, size in zip(groups.ids, sizes, strict=True))
