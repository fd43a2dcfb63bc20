"""Two sides' maps beside each other: which links one of them alone draws, where their signs differ."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from tracktwo.errors import InputError, OptionError
from tracktwo.influence.maps import InfluenceMap
from tracktwo.influence.network import Network

Kind = Literal["only_one", "only_other", "both", "opposite", "denied"]


@dataclass(frozen=True, slots=True)
class LinkCompared:
    """A link that at least one of two maps has; a weight is None where the map has no such link.

    `kind`: `only_one`, `only_other`; `both` with the same sign; `opposite` signs; `denied` where one map
    says that there is no influence (weight 0) and the other that there is.
    """

    source: str
    target: str
    one: float | None
    other: float | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every link of either map, and three distances over them.

    `share_unlike` is the share of links that are not `both`. `mean_difference` is the mean of
    |difference of weights|, an absent link counted as 0. `share_opposite` is the share with opposite
    signs among links that both judge. None where there is nothing to compare.
    """

    links: tuple[LinkCompared, ...]
    share_unlike: float | None
    mean_difference: float | None
    share_opposite: float | None


def align(
    one: InfluenceMap, other: InfluenceMap, *, same: Mapping[str, str] | None = None
) -> tuple[InfluenceMap, InfluenceMap]:
    """Both maps over the same concepts in the same order: those of `one`, then those only `other` has.

    `same` names concepts of `other` that mean one of `one` under another id, as people confirmed
    them; nothing is matched by likeness. Raises `OptionError` for a concept that does not exist and
    `InputError` where two concepts of `other` would become one.

    >>> from tracktwo.influence.maps import Concept
    >>> a = InfluenceMap((Concept("threat"),))
    >>> b = InfluenceMap((Concept("menace"), Concept("trust")))
    >>> align(a, b, same={"menace": "threat"})[1].ids
    ('threat', 'trust')
    """
    same = dict(same or {})
    for theirs, ours in same.items():
        for concept, drawn in ((theirs, other), (ours, one)):
            if concept not in drawn.place_of:
                raise OptionError(f"{theirs}={ours}: there is no concept {concept!r} on that map")
    renamed = {concept.id: same.get(concept.id, concept.id) for concept in other.concepts}
    for concept, known in renamed.items():
        if concept != known and known in renamed and renamed[known] == known:
            raise InputError(
                f"{concept!r} cannot mean {known!r}: the other map has a concept {known!r} of its own"
            )
    if len(set(renamed.values())) < len(renamed):
        raise InputError("two concepts of one map would become one; check which are the same")
    new = [
        replace(concept, id=renamed[concept.id])
        for concept in other.concepts
        if renamed[concept.id] not in one.place_of
    ]
    concepts = (*one.concepts, *new)
    links = tuple(
        replace(link, source=renamed[link.source], target=renamed[link.target])
        for link in other.links
    )
    return replace(one, concepts=concepts), replace(other, concepts=concepts, links=links)


def compare(one: InfluenceMap, other: InfluenceMap) -> Comparison:
    """Compare two maps over the same concepts with one link a pair (see `align` and `pool`).

    >>> from tracktwo.influence.maps import Concept, Link
    >>> concepts = (Concept("exercises"), Concept("threat"))
    >>> a = InfluenceMap(concepts, (Link("exercises", "threat", 0.7),))
    >>> b = InfluenceMap(concepts, (Link("exercises", "threat", -0.2),))
    >>> found = compare(a, b)
    >>> found.links[0].kind, found.share_opposite, round(found.mean_difference, 3)
    ('opposite', 1.0, 0.9)
    """
    ours, theirs = (_weights(drawn) for drawn in (one, other))
    links = tuple(
        LinkCompared(
            *ends, ours.get(ends), theirs.get(ends), _kind(ours.get(ends), theirs.get(ends))
        )
        for ends in dict.fromkeys((*ours, *theirs))
    )
    judged = [link for link in links if link.one is not None and link.other is not None]
    return Comparison(
        links,
        _mean([link.kind != "both" for link in links]),
        _mean([abs((link.one or 0.0) - (link.other or 0.0)) for link in links]),
        _mean([link.kind == "opposite" for link in judged]),
    )


def over_all_links(one: InfluenceMap, other: InfluenceMap) -> tuple[Network, Network]:
    """Both maps as networks with the links of either, a link that a map lacks having weight 0."""
    ours, theirs = (_weights(drawn) for drawn in (one, other))
    ends = tuple(dict.fromkeys((*ours, *theirs)))
    place = one.place_of
    source = np.array([place[first] for first, _ in ends], np.int32)
    target = np.array([place[second] for _, second in ends], np.int32)
    first, second = (
        Network.of_links(
            len(one.concepts), source, target, np.array([weights.get(pair, 0.0) for pair in ends])
        )
        for weights in (ours, theirs)
    )
    return first, second


def _weights(drawn: InfluenceMap) -> dict[tuple[str, str], float]:
    if not drawn.has_one_link_a_pair:
        raise InputError("several experts judge the same link; pool the map first")
    return {link.ends: link.weight for link in drawn.links}


def _kind(one: float | None, other: float | None) -> Kind:
    if other is None:
        return "only_one"
    if one is None:
        return "only_other"
    if one * other < 0:
        return "opposite"
    return "denied" if (one == 0) != (other == 0) else "both"


def _mean(values: list[bool] | list[float]) -> float | None:
    return float(np.mean(values)) if values else None
