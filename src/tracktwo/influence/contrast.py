"""Two sides' views of the world, judged by what would help: what each measure does under either map."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from tracktwo.influence.compare import Comparison, align, compare, over_all_links
from tracktwo.influence.effects import Explained, effects_of, explain
from tracktwo.influence.maps import InfluenceMap
from tracktwo.influence.network import Network
from tracktwo.influence.pool import pool
from tracktwo.influence.start import start_of
from tracktwo.influence.study import AS_USUAL, Options, places_of_risks

if TYPE_CHECKING:
    from tracktwo._typing import Floats

MOST_REASONS = 5


@dataclass(frozen=True, slots=True)
class Reason:
    """A link and how much of a difference it explains."""

    source: str
    target: str
    part: float


@dataclass(frozen=True, slots=True)
class Consequence:
    """What taking a measure changes at a risk: under one map, under the other and under both merged.

    `difference` is `one - other`; `because` are the links that explain most of it, and `rest` is what
    all the others explain together. All are None where a map does not settle.
    """

    measure: str
    risk: str
    one: float | None
    other: float | None
    merged: float | None
    difference: float | None
    because: tuple[Reason, ...]
    rest: float | None

    @property
    def is_disputed(self) -> bool:
        """Whether the measure helps under one map and harms under the other."""
        return self.one is not None and self.other is not None and self.one * self.other < 0


@dataclass(frozen=True)
class Contrast:
    """Two maps compared, by link and by consequence; `names` are those of the two sides."""

    names: tuple[str, str]
    comparison: Comparison
    consequences: tuple[Consequence, ...]


def merged(
    one: InfluenceMap, other: InfluenceMap, *, names: tuple[str, str] = ("one", "other")
) -> InfluenceMap:
    """The judgements of both over the same concepts (see `align`); those without a side get its name.

    Who judges in both, as in two rounds of a workshop, is told apart by the names.

    >>> from tracktwo.influence.maps import Concept, Link
    >>> drawn = InfluenceMap((Concept("a"), Concept("b")), (Link("a", "b", 0.5),))
    >>> merged(drawn, drawn, names=("n", "c")).sides
    ('n', 'c')
    """
    first, second = (
        [link if link.side else replace(link, side=name) for link in drawn.links]
        for name, drawn in zip(names, (one, other), strict=True)
    )
    in_both = {link.judge for link in first} & {link.judge for link in second}
    links = tuple(
        replace(link, expert=f"{link.expert} ({name})".strip()) if link.judge in in_both else link
        for name, judged in zip(names, (first, second), strict=True)
        for link in judged
    )
    return replace(one, links=links)


def contrast(
    one: InfluenceMap,
    other: InfluenceMap,
    options: Options = AS_USUAL,
    *,
    names: tuple[str, str] = ("one", "other"),
    same: Mapping[str, str] | None = None,
) -> Contrast:
    """Compare two maps; `same` names concepts that mean the same, as in `align`.

    >>> from tracktwo.influence.maps import Concept, Link
    >>> concepts = (Concept("hotline", kind="measure"), Concept("incident", kind="risk"))
    >>> helps, harms = (InfluenceMap(concepts, (Link("hotline", "incident", w),)) for w in (-0.6, 0.2))
    >>> found = contrast(helps, harms).consequences[0]
    >>> round(found.one, 3), round(found.other, 3), found.is_disputed
    (-0.146, 0.05, True)
    """
    first, second = align(one, other, same=same)
    both = pool(merged(first, second, names=names), least_share=options.least_share).drawn
    first, second = (
        pool(drawn, least_share=options.least_share).drawn for drawn in (first, second)
    )
    return Contrast(names, compare(first, second), _consequences(first, second, both, options))


def _consequences(
    one: InfluenceMap, other: InfluenceMap, both: InfluenceMap, options: Options
) -> tuple[Consequence, ...]:
    networks = over_all_links(one, other)
    joint = Network.of_map(both)
    start = start_of(both, taken=options.taken, values=options.start, clamped=options.clamped)
    risks = places_of_risks(both, joint, options.risks)
    measures = np.array(
        [place for place, concept in enumerate(both.concepts) if concept.kind == "measure"],
        np.int32,
    )
    effects = [
        effects_of(network, start, measures=measures, risks=risks, dynamics=options.dynamics)
        for network in (*networks, joint)
    ]
    found = []
    for row, measure in enumerate(measures.tolist()):
        why = explain(*networks, start, measure=measure, risks=risks, dynamics=options.dynamics)
        for column, risk in enumerate(risks.tolist()):
            under_one, under_other, under_both = (
                _number(effect[row, column]) for effect in effects
            )
            reasons, rest = _reasons(why, column, networks[0], both.ids)
            found.append(
                Consequence(
                    both.ids[measure],
                    both.ids[risk],
                    one=under_one,
                    other=under_other,
                    merged=under_both,
                    difference=_number(why.difference[column]),
                    because=reasons,
                    rest=rest,
                )
            )
    return tuple(found)


def _reasons(
    why: Explained, column: int, network: Network, ids: tuple[str, ...]
) -> tuple[tuple[Reason, ...], float | None]:
    """The links that explain most of a difference, and what is left to the others."""
    parts: Floats = why.by_link[:, column]
    if not np.isfinite(why.difference[column]) or not np.isfinite(parts).all():
        return (), None
    order = np.argsort(-np.abs(parts), kind="stable")[:MOST_REASONS]
    first = [link for link in order.tolist() if parts[link] != 0]
    reasons = tuple(
        Reason(ids[network.source[link]], ids[network.target[link]], float(parts[link]))
        for link in first
    )
    return reasons, float(why.difference[column] - parts[first].sum())


def _number(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
