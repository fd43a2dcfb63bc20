"""Many experts' judgements as one map, and as many maps that might as well have been drawn.

A link's weight is the mean over those who drew it, those who drew it as 0 included. Whoever did not draw
it says nothing: absences are never averaged in as zeros. How many drew it, and how many say the other
sign, travels beside. Where experts of several sides drew it, it is the mean of the sides' means: each side
weighs the same, however many experts it sent and however many of them drew the link.

What is uncertain is whom one asked. So experts are drawn again, all judgements of one together, by
Rubin's Bayesian bootstrap: weights from a flat Dirichlet distribution within each side. Inside the
range that an expert gave, a value is drawn from a triangle that peaks at the expert's weight.

Source: Rubin 1981, The Bayesian bootstrap, Annals of Statistics 9.
"""

from dataclasses import dataclass, replace

import numpy as np

from tracktwo._typing import Floats, Ints, Longs
from tracktwo.errors import OptionError
from tracktwo.influence.maps import DELAYS, InfluenceMap, Link
from tracktwo.influence.network import Network

Judge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Support:
    """Who stands behind a pooled link, of `judges` experts in all.

    `drew` judged it at all; of these `positive`, `negative` and `none` (drawn as 0) say so.
    """

    judges: int
    drew: int
    positive: int
    negative: int
    none: int

    @property
    def is_disputed(self) -> bool:
        """Whether some say that it strengthens and others that it weakens."""
        return bool(self.positive and self.negative)


@dataclass(frozen=True)
class Pooled:
    """One link a pair in `drawn`, and in `support` who stands behind each of them."""

    drawn: InfluenceMap
    support: tuple[Support, ...]


def pool(judged: InfluenceMap, *, least_share: float = 0.0) -> Pooled:
    """One map of all judgements; links that fewer than `least_share` of the experts drew are left out.

    The range of a pooled link reaches from the lowest to the highest that any expert holds possible.

    >>> from tracktwo.influence.maps import Concept
    >>> two = (Link("a", "b", 0.8, expert="x"), Link("a", "b", 0.0, expert="y"), Link("b", "a", 0.5, expert="x"))
    >>> pooled = pool(InfluenceMap((Concept("a"), Concept("b")), two))
    >>> [(link.source, link.weight) for link in pooled.drawn.links], [one.drew for one in pooled.support]
    ([('a', 0.4), ('b', 0.5)], [2, 1])
    """
    if not 0 <= least_share <= 1:
        raise OptionError(f"the least share of experts is {least_share:g}; it lies in 0..1")
    by_ends: dict[tuple[str, str], list[Link]] = {}
    for link in judged.links:
        by_ends.setdefault(link.ends, []).append(link)
    least = least_share * len(judged.judges)
    kept = [links for links in by_ends.values() if len(links) >= least]
    return Pooled(
        replace(judged, links=tuple(map(_one_link, kept))),
        tuple(_support(links, len(judged.judges)) for links in kept),
    )


def resample(judged: InfluenceMap, *, members: int, seed: int = 0, spread: float = 0.0) -> Network:
    """An ensemble: `members` maps, (E, M) weights, as other experts might have drawn them.

    The links are those of `pool(judged)`, in the order of a `Network`. `spread` is a range on either
    side for judgements that come with none.

    >>> from tracktwo.influence.maps import Concept
    >>> two = (Link("a", "b", 0.8, expert="x"), Link("a", "b", 0.2, expert="y"))
    >>> drawn = resample(InfluenceMap((Concept("a"), Concept("b")), two), members=1000)
    >>> drawn.weight.shape, bool(abs(drawn.weight.mean() - 0.5) < 0.02)
    ((1, 1000), True)
    """
    if members < 1:
        raise OptionError(f"an ensemble of {members} members: ask for 1 or more")
    rng = np.random.default_rng(seed)
    place, judges = judged.place_of, {judge: i for i, judge in enumerate(judged.judges)}
    sides = list(dict.fromkeys(link.side for link in judged.links))
    ends = np.array([[place[one.source], place[one.target]] for one in judged.links], np.int32)
    ends = ends.reshape(-1, 2)
    side = np.array([sides.index(link.side) for link in judged.links], np.int32)
    order = np.lexsort((side, ends[:, 0], ends[:, 1]))
    links, ends, side = [judged.links[i] for i in order], ends[order], side[order]
    of_judge = _drawn_again(judged.judges, members, rng)[[judges[one.judge] for one in links]]
    values = _within_ranges(links, spread, members, rng)
    first_of_side = _first_of_each(np.column_stack([ends, side]))
    by_side = _means(of_judge, values, first_of_side)
    first = _first_of_each(ends[first_of_side])
    weight = _means(np.ones_like(by_side), by_side, first)
    ends = ends[first_of_side][first]
    return Network(len(judged.concepts), ends[:, 0], ends[:, 1], weight)


def _one_link(links: list[Link]) -> Link:
    of_side: dict[str, list[float]] = {}
    for link in links:
        of_side.setdefault(link.side, []).append(link.weight)
    mean = float(np.mean([np.mean(weights) for weights in of_side.values()]))
    low = min(link.weight if link.low is None else link.low for link in links)
    high = max(link.weight if link.high is None else link.high for link in links)
    return Link(
        links[0].source,
        links[0].target,
        min(max(mean, low), high),
        low if low < high else None,
        high if low < high else None,
        delay=_middle_delay(links),
        confidence=_mean_confidence(links),
        side=links[0].side if len(of_side) == 1 else "",
    )


def _support(links: list[Link], judges: int) -> Support:
    signs = [np.sign(link.weight) for link in links]
    return Support(judges, len(links), signs.count(1), signs.count(-1), signs.count(0))


def _middle_delay(links: list[Link]) -> str:
    """The median of the delays named, the longer of two."""
    named = sorted(DELAYS.index(link.delay) for link in links if link.delay)
    return DELAYS[named[len(named) // 2]] if named else ""


def _mean_confidence(links: list[Link]) -> float | None:
    told = [link.confidence for link in links if link.confidence is not None]
    return float(np.mean(told)) if told else None


def _drawn_again(judges: tuple[Judge, ...], members: int, rng: np.random.Generator) -> Floats:
    """(judges, M): what each judge weighs in each member."""
    weights = np.empty((len(judges), members))
    sides = np.array([side for side, _ in judges])
    for side in dict.fromkeys(sides.tolist()):
        of_side = np.flatnonzero(sides == side)
        weights[of_side] = rng.dirichlet(np.ones(len(of_side)), members).T
    return weights


def _within_ranges(
    links: list[Link], spread: float, members: int, rng: np.random.Generator
) -> Floats:
    """(judgements, M): a value of each judgement's triangle; its weight where it has no range."""
    peak = np.array([link.weight for link in links])[:, None]
    low = np.array([_end(link, link.low, -spread) for link in links])[:, None]
    high = np.array([_end(link, link.high, spread) for link in links])[:, None]
    width = high - low
    if not (width > 0).any():
        return np.tile(peak, members)
    chance = rng.random((len(links), members))
    rising = low + np.sqrt(chance * width * (peak - low))
    falling = high - np.sqrt((1 - chance) * width * (high - peak))
    return np.asarray(np.where(chance * width <= peak - low, rising, falling))


def _end(link: Link, given: float | None, spread: float) -> float:
    if given is not None:
        return given
    has_range = link.low is not None or link.high is not None
    return link.weight if has_range else min(max(link.weight + spread, -1.0), 1.0)


def _first_of_each(rows: Ints) -> Longs:
    """Where each run of equal rows begins."""
    is_first = np.ones(len(rows), np.bool_)
    is_first[1:] = np.any(rows[1:] != rows[:-1], axis=1)
    return np.flatnonzero(is_first)


def _means(weights: Floats, values: Floats, first: Longs) -> Floats:
    """(G, M): the weighted mean of each run of rows."""
    if not len(first):
        return np.empty((0, values.shape[1]))
    sums = np.add.reduceat(weights * values, first, axis=0)
    return np.asarray(sums / np.add.reduceat(weights, first, axis=0))
