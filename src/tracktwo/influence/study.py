"""A map studied whole: where it settles, its spirals, what moves each risk, what each measure does."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Floats, Ints, Progress, silent
from tracktwo.errors import OptionError
from tracktwo.influence.dynamics import DEFAULT, Dynamics
from tracktwo.influence.effects import cuts_of, effects_of
from tracktwo.influence.ensemble import settle_all
from tracktwo.influence.leverage import TippingOverError, leverage, shares_in_top
from tracktwo.influence.maps import InfluenceMap
from tracktwo.influence.network import Network
from tracktwo.influence.pool import Pooled, pool, resample
from tracktwo.influence.run import EPS, Run, run
from tracktwo.influence.spirals import Spirals, find_spirals
from tracktwo.influence.start import Start, place_in, start_of

TOP = 5
"""A link is "in the top" of a risk when it is among so many."""
MOST_RISKS = 12
"""So many concepts are asked about where nothing says which."""
LEVEL = 0.9
"""What share of an ensemble an interval holds."""


@dataclass(frozen=True)
class Options:
    """How a map is studied; `members` of the ensemble 0 for none. Concepts are named by their ids.

    `risks` are the concepts asked about: where none are named, those of kind risk, else those that
    move nothing else, else all; of more than `MOST_RISKS`, those that most links lead to.
    """

    dynamics: Dynamics = DEFAULT
    risks: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    start: Mapping[str, float] | None = None
    clamped: Mapping[str, float] | None = None
    members: int = 1_000
    spread: float = 0.0
    least_share: float = 0.0
    loops: int = 10
    seed: int = 0
    eps: float = EPS
    keep_trace: bool = False


AS_USUAL = Options()


@dataclass(frozen=True, slots=True)
class LinkLeverage:
    """What a small strengthening of a link does to a risk; `cut` what removing it does.

    `p_top` is the share of the ensemble in which the link is among the `TOP` of that risk; None
    without an ensemble. `cut` is None for all but the first `TOP`.
    """

    risk: str
    source: str
    target: str
    value: float
    p_top: float | None
    cut: float | None


@dataclass(frozen=True, slots=True)
class Effect:
    """What taking a measure changes at a risk, with the ensemble's 90 % interval; None: did not settle.

    `lowers` is the share of the ensemble in which the risk goes down.
    """

    measure: str
    risk: str
    value: float | None
    low: float | None
    high: float | None
    lowers: float | None


@dataclass(frozen=True)
class Study:
    """What a map says.

    `levers` and `concept_levers` are empty where the transfer function jumps, the map did not settle,
    or it is just tipping over.
    """

    judged: InfluenceMap
    pooled: Pooled
    options: Options
    risks: tuple[str, ...]
    run: Run
    levers: tuple[LinkLeverage, ...]
    concept_levers: Mapping[str, Mapping[str, float]]
    effects: tuple[Effect, ...]
    reinforcing: Spirals
    balancing: Spirals
    across: Spirals

    @property
    def drawn(self) -> InfluenceMap:
        """The map with one link a pair."""
        return self.pooled.drawn

    @property
    def states(self) -> dict[str, float]:
        return dict(zip(self.drawn.ids, self.run.states.tolist(), strict=True))


def study(
    judged: InfluenceMap,
    options: Options = AS_USUAL,
    *,
    progress: Progress = silent,
) -> Study:
    """Study a map; `OptionError` where an option names what is not on it.

    >>> from tracktwo.influence.maps import Concept, Link
    >>> concepts = (Concept("hotline", kind="measure"), Concept("incident", kind="risk"))
    >>> found = study(InfluenceMap(concepts, (Link("hotline", "incident", -0.8),)))
    >>> found.run.outcome, [(one.measure, one.risk, round(one.value, 2)) for one in found.effects]
    ('settled', [('hotline', 'incident', -0.19)])
    """
    if not judged.concepts:
        raise OptionError("the map has no concepts")
    pooled = pool(judged, least_share=options.least_share)
    drawn = pooled.drawn
    start = start_of(drawn, taken=options.taken, values=options.start, clamped=options.clamped)
    network = Network.of_map(drawn)
    progress("settling", 0, 4)
    moved = run(
        network,
        start.values,
        dynamics=options.dynamics,
        held=start.held,
        eps=options.eps,
        keep_trace=options.keep_trace,
    )
    risks = places_of_risks(drawn, network, options.risks)
    ensemble = ensemble_of(judged, drawn, options)
    progress("leverage", 1, 4)
    levers, concept_levers = _levers(network, ensemble, moved, start, risks, drawn, options)
    progress("measures", 2, 4)
    effects = _effects(network, ensemble, start, risks, drawn, options)
    progress("loops", 3, 4)
    states = moved.states if moved.outcome == "settled" else None
    reinforcing, balancing, across = (
        find_spirals(
            drawn,
            k=options.loops,
            polarity=polarity,
            across=is_across,
            states=states,
            dynamics=options.dynamics,
        )
        for polarity, is_across in ((1, False), (-1, False), (1, True))
    )
    progress("loops", 4, 4)
    return Study(
        judged=judged,
        pooled=pooled,
        options=options,
        risks=tuple(drawn.ids[place] for place in risks),
        run=moved,
        levers=levers,
        concept_levers=concept_levers,
        effects=effects,
        reinforcing=reinforcing,
        balancing=balancing,
        across=across,
    )


def places_of_risks(drawn: InfluenceMap, network: Network, asked: Collection[str]) -> Ints:
    if asked:
        return np.array([place_in(drawn, concept) for concept in dict.fromkeys(asked)], np.int32)
    named = [place for place, concept in enumerate(drawn.concepts) if concept.kind == "risk"]
    ends = sorted(set(network.target.tolist()) - set(network.source.tolist()))
    return np.array(named or ends or _most_led_to(network), np.int32)


def _most_led_to(network: Network) -> list[int]:
    """The concepts that most links lead to, in the order of the map."""
    led_to = np.bincount(network.target, minlength=network.n)
    return sorted(np.argsort(-led_to, kind="stable")[:MOST_RISKS].tolist())


def ensemble_of(judged: InfluenceMap, drawn: InfluenceMap, options: Options) -> Network | None:
    """Other maps that might have been drawn; None where nothing tells how they would differ."""
    is_certain = len(judged.judges) < 2 and not options.spread
    has_ranges = any(link.low is not None or link.high is not None for link in judged.links)
    if not options.members or not drawn.links or (is_certain and not has_ranges):
        return None
    kept = {link.ends for link in drawn.links}
    links = tuple(link for link in judged.links if link.ends in kept)
    return resample(
        InfluenceMap(judged.concepts, links),
        members=options.members,
        seed=options.seed,
        spread=options.spread,
    )


def _levers(
    network: Network,
    ensemble: Network | None,
    moved: Run,
    start: Start,
    risks: Ints,
    drawn: InfluenceMap,
    options: Options,
) -> tuple[tuple[LinkLeverage, ...], dict[str, dict[str, float]]]:
    if options.dynamics.transfer.is_discrete or moved.outcome != "settled":
        return (), {}
    try:
        found = leverage(
            network, moved.states, risks=risks, dynamics=options.dynamics, held=start.held
        )
    except TippingOverError:
        return (), {}
    tops = _shares_in_top(ensemble, start, risks, options)
    levers = []
    for row, risk in enumerate(risks.tolist()):
        order = np.argsort(-np.abs(found.links[row]), kind="stable").astype(np.int32)
        cuts = cuts_of(
            network, start, links=order[:TOP], risks=risks[[row]], dynamics=options.dynamics
        )[:, 0]
        levers += [
            LinkLeverage(
                drawn.ids[risk],
                drawn.ids[network.source[link]],
                drawn.ids[network.target[link]],
                float(found.links[row, link]),
                None if tops is None else float(tops[row, link]),
                _number(cuts[place]) if place < TOP else None,
            )
            for place, link in enumerate(order.tolist())
        ]
    by_concept = {
        drawn.ids[risk]: dict(zip(drawn.ids, found.concepts[row].tolist(), strict=True))
        for row, risk in enumerate(risks.tolist())
    }
    return tuple(levers), by_concept


def _shares_in_top(
    ensemble: Network | None, start: Start, risks: Ints, options: Options
) -> Floats | None:
    """(R, E), over the members that settle."""
    if ensemble is None:
        return None
    settled = settle_all(ensemble, start.values, dynamics=options.dynamics, held=start.held)
    (kept,) = settled.has_settled.nonzero()
    if not len(kept):
        return None
    return shares_in_top(
        ensemble.of_members(kept),
        settled.states[:, kept],
        risks=risks,
        k=TOP,
        dynamics=options.dynamics,
        held=start.held,
    )


def _effects(
    network: Network,
    ensemble: Network | None,
    start: Start,
    risks: Ints,
    drawn: InfluenceMap,
    options: Options,
) -> tuple[Effect, ...]:
    measures = np.array(
        [place for place, concept in enumerate(drawn.concepts) if concept.kind == "measure"],
        np.int32,
    )
    dynamics = options.dynamics
    best = effects_of(network, start, measures=measures, risks=risks, dynamics=dynamics)
    many = (
        None
        if ensemble is None
        else effects_of(ensemble, start, measures=measures, risks=risks, dynamics=dynamics)
    )
    return tuple(
        Effect(
            drawn.ids[measure],
            drawn.ids[risk],
            _number(best[row, column]),
            *spread_of(None if many is None else many[row, column]),
        )
        for row, measure in enumerate(measures.tolist())
        for column, risk in enumerate(risks.tolist())
    )


def spread_of(values: Floats | None) -> tuple[float | None, float | None, float | None]:
    """The interval of an ensemble's values and the share below 0."""
    known = np.empty(0) if values is None else values[np.isfinite(values)]
    if not len(known):
        return None, None, None
    low, high = np.quantile(known, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high), float((known < 0).mean())


def _number(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
