"""The links of a map as arrays: what everything that computes works on."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from tracktwo._typing import Flags, Floats, Ints, Longs
from tracktwo.errors import InputError
from tracktwo.influence.maps import InfluenceMap


@dataclass(frozen=True, eq=False)
class Network:
    """`n` concepts and E links between their places: `source` and `target` (E,), ordered by target.

    `weight` is (E,) for one map or (E, M) for an ensemble of M, each member with its own weights.

    >>> Network.of_matrix(np.array([[0, 0.7], [0, 0]])).matrix
    array([[0. , 0.7],
           [0. , 0. ]])
    """

    n: int
    source: Ints
    target: Ints
    weight: Floats

    @classmethod
    def of_map(cls, drawn: InfluenceMap) -> "Network":
        """The network of a map that has one link a pair; `InputError` where it has more."""
        if not drawn.has_one_link_a_pair:
            raise InputError("several experts judge the same link; pool the map first")
        place = drawn.place_of
        return cls.of_links(
            len(drawn.concepts),
            np.array([place[link.source] for link in drawn.links], np.int32),
            np.array([place[link.target] for link in drawn.links], np.int32),
            np.array([link.weight for link in drawn.links], np.float64),
        )

    @classmethod
    def of_matrix(cls, matrix: Floats) -> "Network":
        """The network of a square matrix whose [i, j] is the effect of i on j; zeros are no links."""
        source, target = np.nonzero(matrix)
        return cls.of_links(
            len(matrix),
            source.astype(np.int32),
            target.astype(np.int32),
            np.asarray(matrix, np.float64)[source, target],
        )

    @classmethod
    def of_links(cls, n: int, source: Ints, target: Ints, weight: Floats) -> "Network":
        """Links in any order, put in order of target."""
        order = np.lexsort((source, target))
        return cls(n, source[order], target[order], weight[order])

    @property
    def members(self) -> int:
        return self.weight.shape[1] if self.weight.ndim > 1 else 1

    @cached_property
    def matrix(self) -> Floats:
        """(n, n), or (M, n, n) for an ensemble: [i, j] is the effect of i on j."""
        if self.weight.ndim > 1:
            dense = np.zeros((self.members, self.n, self.n))
            dense[:, self.source, self.target] = self.weight.T
            return dense
        dense = np.zeros((self.n, self.n))
        dense[self.source, self.target] = self.weight
        return dense

    @cached_property
    def is_source(self) -> Flags:
        """Concepts that no link leads to: nothing here moves them."""
        moved = np.zeros(self.n, np.bool_)
        moved[self.target] = True
        return ~moved

    def member(self, number: int) -> "Network":
        """One member of an ensemble."""
        return replace(self, weight=np.ascontiguousarray(self.weight[:, number]))

    def of_members(self, places: Ints | Longs) -> "Network":
        """An ensemble of some members only; the same where all share their weights."""
        if self.weight.ndim == 1:
            return self
        return replace(self, weight=np.ascontiguousarray(self.weight[:, places]))

    def without(self, link: int) -> "Network":
        """The same without one link."""
        kept = np.arange(len(self.source)) != link
        return Network(self.n, self.source[kept], self.target[kept], self.weight[kept])
