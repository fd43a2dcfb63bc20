"""What moves a risk most: how much each link and each concept matters where a map has settled.

At an equilibrium a = f(aA + b), write D_j for the slope of f at concept j and J[j, i] = D_j A[i, j]. One
solution of the adjoint equation (1 - J)' y = e_r a risk gives all its derivatives at once:

    of the risk by the weight of link i -> j    (what acts of a_i) D_j y_j
    by a small push on concept j                D_j y_j
    by the value at which concept s is held     sum_j A[s, j] D_j y_j

The derivative says what a small change does. What removing a link or taking a measure does, is told
by settling anew: `effects.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Flags, Floats, Ints
from tracktwo.errors import OptionError
from tracktwo.influence.dynamics import DEFAULT, Dynamics
from tracktwo.influence.network import Network

CHUNK = 250
"""Members whose matrices are solved together: enough to be fast, few enough to stay small."""
ROOM = 20_000_000
"""Derivatives held at once where only their ranks are asked for."""


class TippingOverError(OptionError):
    """An equilibrium where a small push would carry the map away: leverage has no bound there."""


@dataclass(frozen=True, eq=False)
class Leverage:
    """Derivatives of R risks: `links` (R, E) by each link's weight, `concepts` (R, n) by each concept.

    Of an ensemble, `links` is (R, E, M) and `concepts` (R, n, M).
    """

    risks: Ints
    links: Floats
    concepts: Floats


def leverage(
    network: Network,
    states: Floats,
    *,
    risks: Ints,
    dynamics: Dynamics = DEFAULT,
    held: Flags | None = None,
) -> Leverage:
    """The leverage of every link and concept on the risks (places, (R,)) where the map has settled.

    `states` is (n,), or (n, M) of an ensemble as `settle_all` gives it. Raises `OptionError` for
    functions that jump (they have no slope), and `TippingOverError` where the equilibrium of the one
    map is just tipping over; members of an ensemble that do have NaN.

    >>> chain = Network.of_matrix(np.array([[0, 0.9], [0, 0]]))
    >>> found = leverage(chain, np.array([1.0, 0.7109495]), risks=np.array([1]))
    >>> found.links.round(4).tolist(), found.concepts.round(4).tolist()
    ([[0.2055]], [[0.185, 0.2055]])
    """
    if dynamics.transfer.is_discrete:
        raise OptionError(
            f"{dynamics.transfer} jumps and has no slope; use sigmoid or tanh for leverage"
        )
    kept = network.is_source if held is None else held | network.is_source
    if states.ndim == 1:
        links, concepts = _solved(network, states[:, None], risks, dynamics, kept)
        if not np.isfinite(concepts).all():
            raise TippingOverError(
                "the equilibrium is just tipping over: leverage is without bound there"
            )
        return Leverage(risks, links[:, :, 0], concepts[:, :, 0])
    links = np.empty((len(risks), len(network.source), states.shape[1]))
    concepts = np.empty((len(risks), network.n, states.shape[1]))
    for chunk, part in _chunks(network, states.shape[1], CHUNK):
        links[:, :, chunk], concepts[:, :, chunk] = _solved(
            part, states[:, chunk], risks, dynamics, kept
        )
    return Leverage(risks, links, concepts)


def shares_in_top(
    network: Network,
    states: Floats,
    *,
    risks: Ints,
    k: int,
    dynamics: Dynamics = DEFAULT,
    held: Flags | None = None,
) -> Floats:
    """(R, E): in what share of an ensemble (`states` (n, M)) a link is among the k that move a risk most.

    >>> pair = Network(2, np.array([0], np.int32), np.array([1], np.int32), np.array([[0.0, 1.0]]))
    >>> shares_in_top(pair, np.array([[1.0, 1.0], [0.5, 0.731]]), risks=np.array([1]), k=1)
    array([[1.]])
    """
    members = states.shape[1]
    shares = np.zeros((len(risks), len(network.source)))
    size = max(1, min(CHUNK, ROOM // max(1, shares.size)))
    for chunk, part in _chunks(network, members, size):
        found = leverage(part, states[:, chunk], risks=risks, dynamics=dynamics, held=held)
        inside = np.array([share_in_top(of_risk, k) for of_risk in found.links])
        shares += inside * (found.links.shape[2] / members)
    return shares


def share_in_top(values: Floats, k: int) -> Floats:
    """(E, M) -> (E,): in how many members a link is among the k that matter most, as a share.

    >>> share_in_top(np.array([[3.0, -1.0], [2.0, 5.0]]), 1).tolist()
    [0.5, 0.5]
    """
    size = np.abs(values)
    if k >= len(values):
        return np.asarray((size > 0).mean(axis=1))
    least = -np.partition(-size, k - 1, axis=0)[k - 1]
    return np.asarray(((size >= least) & (size > 0)).mean(axis=1))


def _chunks(network: Network, members: int, size: int) -> Iterator[tuple[slice, Network]]:
    for first in range(0, members, size):
        chunk = slice(first, min(first + size, members))
        weight = network.weight if network.weight.ndim == 1 else network.weight[:, chunk]
        yield chunk, Network(network.n, network.source, network.target, weight)


def _solved(
    network: Network, states: Floats, risks: Ints, dynamics: Dynamics, held: Flags
) -> tuple[Floats, Floats]:
    """(R, E, M) and (R, n, M)."""
    pushes = dynamics.scale * _with_memory(network, dynamics)
    slope = np.where(held[:, None], 0.0, dynamics.transfer.slope(states))
    # Held concepts have slope 0, so that their rows of J vanish and nothing passes through them.
    system = np.eye(network.n) - pushes * slope.T[:, None, :]
    target = np.zeros((len(system), network.n, len(risks)))
    target[:, risks, np.arange(len(risks))] = 1.0
    adjoint = _solutions(system, target)
    moved = slope.T[:, :, None] * adjoint
    through = np.where(held[None, :, None], pushes @ moved, moved)
    acting = dynamics.acting(states)
    links = acting[network.source] * moved.transpose(2, 1, 0)[:, network.target]
    return links, through.transpose(2, 1, 0)


def _solutions(systems: Floats, targets: Floats) -> Floats:
    """One solution a system, NaN for one that is singular."""
    try:
        return np.asarray(np.linalg.solve(systems, targets))
    except np.linalg.LinAlgError:
        if len(systems) == 1:
            return np.full(targets.shape, np.nan)
        one_by_one = zip(systems[:, None], targets[:, None], strict=True)
        return np.concatenate([_solutions(system, target) for system, target in one_by_one])


def _with_memory(network: Network, dynamics: Dynamics) -> Floats:
    """(M, n, n), or (1, n, n) where all members share their weights."""
    matrix = network.matrix if network.weight.ndim > 1 else network.matrix[None]
    return matrix + dynamics.memory * np.eye(network.n)
