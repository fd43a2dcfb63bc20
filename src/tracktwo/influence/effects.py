"""What a measure does to each risk, and what cutting a link would do: the map settled with and without.

The links of two maps explain why they disagree about it. The effect is a function of all weights; along
the straight way from one map's weights to the other's each link changes it by its own change times
the derivative there, and these parts add up to the whole difference (Aumann and Shapley's value; the
integral by Gauss and Legendre's rule).

Sources: Aumann & Shapley 1974, Values of non-atomic games; Sundararajan, Taly & Yan 2017, Axiomatic
attribution for deep networks, for the form with gradients.
"""

from dataclasses import dataclass, replace

import numpy as np

from tracktwo._typing import Floats, Ints
from tracktwo.influence.dynamics import DEFAULT, Dynamics
from tracktwo.influence.ensemble import settle_all
from tracktwo.influence.leverage import leverage
from tracktwo.influence.network import Network
from tracktwo.influence.start import NOT_TAKEN, TAKEN, Start

WAYPOINTS = 8


def effects_of(
    network: Network,
    start: Start,
    *,
    measures: Ints,
    risks: Ints,
    dynamics: Dynamics = DEFAULT,
) -> Floats:
    """(K, R), or (K, R, M) of an ensemble: what taking each measure alone changes at each risk.

    Below 0 the risk is lower with the measure than without. NaN where one of the two did not settle.

    >>> hotline = Network.of_matrix(np.array([[0, -0.8], [0, 0]]))
    >>> begun = Start(np.array([0.0, 1.0]), np.array([True, False]))
    >>> effects_of(hotline, begun, measures=np.array([0]), risks=np.array([1])).round(3).tolist()
    [[-0.19]]
    """
    found = [
        _at_risks(network, _with(start, measure, TAKEN), risks, dynamics)
        - _at_risks(network, _with(start, measure, NOT_TAKEN), risks, dynamics)
        for measure in measures.tolist()
    ]
    shape = (len(measures), len(risks), *network.weight.shape[1:])
    return np.array(found).reshape(shape)


def cuts_of(
    network: Network,
    start: Start,
    *,
    links: Ints,
    risks: Ints,
    dynamics: Dynamics = DEFAULT,
) -> Floats:
    """(L, R): what cutting each of some links (places in the network) changes at each risk."""
    weight = np.tile(network.weight[:, None], 1 + len(links))
    weight[links, 1 + np.arange(len(links))] = 0.0
    # A target that nothing else leads to would otherwise count as one that is still moved.
    settled = settle_all(
        replace(network, weight=weight), start.values, dynamics=dynamics, held=start.held
    )
    states = np.where(settled.has_settled, settled.states, np.nan)[risks]
    return np.asarray((states[:, 1:] - states[:, :1]).T)


@dataclass(frozen=True, eq=False)
class Explained:
    """Why two maps disagree about a measure: `by_link` (E, R) adds up to `difference` (R,) but for `rest`."""

    difference: Floats
    by_link: Floats

    @property
    def rest(self) -> Floats:
        return np.asarray(self.difference - self.by_link.sum(axis=0))


def explain(
    one: Network,
    other: Network,
    start: Start,
    *,
    measure: int,
    risks: Ints,
    dynamics: Dynamics = DEFAULT,
) -> Explained:
    """The effect of a measure under `one` less that under `other`, link by link.

    Both networks have the same links (weight 0 where a map lacks one). NaN where something on the way
    from one to the other does not settle, and by link where the transfer function jumps: it has no
    slope to follow.
    """
    change = one.weight - other.weight
    ends = replace(one, weight=np.stack([other.weight, one.weight], axis=1))
    effect = effects_of(ends, start, measures=np.array([measure]), risks=risks, dynamics=dynamics)[
        0
    ]
    difference = effect[:, 1] - effect[:, 0]
    if dynamics.transfer.is_discrete:
        return Explained(difference, np.full((len(change), len(risks)), np.nan))
    at, share = np.polynomial.legendre.leggauss(WAYPOINTS)
    at, share = (at + 1) / 2, share / 2
    way = replace(one, weight=other.weight[:, None] + change[:, None] * at)
    slopes = _slope(way, _with(start, measure, TAKEN), risks, dynamics) - _slope(
        way, _with(start, measure, NOT_TAKEN), risks, dynamics
    )
    return Explained(difference, change[:, None] * (slopes @ share).T)


def _slope(network: Network, start: Start, risks: Ints, dynamics: Dynamics) -> Floats:
    """(R, E, M): the leverage of every link where each member settles."""
    settled = settle_all(network, start.values, dynamics=dynamics, held=start.held)
    found = leverage(network, settled.states, risks=risks, dynamics=dynamics, held=start.held)
    return np.where(settled.has_settled, found.links, np.nan)


def _at_risks(network: Network, start: Start, risks: Ints, dynamics: Dynamics) -> Floats:
    """(R,) or (R, M): the risks where the map settles, NaN where it does not."""
    settled = settle_all(network, start.values, dynamics=dynamics, held=start.held)
    states = np.where(settled.has_settled, settled.states, np.nan)[risks]
    return states if network.weight.ndim > 1 else states[:, 0]


def _with(start: Start, measure: int, value: float) -> Start:
    values, held = start.values.copy(), start.held.copy()
    values[measure], held[measure] = value, True
    return Start(values, held)
