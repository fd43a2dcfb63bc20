"""Who stands opposite whom: the parties, or the groups found where there are no parties."""

from dataclasses import dataclass, field
from functools import cache

import numpy as np

from tracktwo.analysis.result import Analysis, SideFigures, StatementFigures
from tracktwo.dialogue import Party, Scale
from tracktwo.locale import Words
from tracktwo.locale.plain import plain
from tracktwo.votes.intervals import share_interval

SMALL = 40
"""Up to so many answers people are counted ("4 of 5"); beyond, shares are written."""


@dataclass(frozen=True)
class Side:
    """A party, or a group standing in for one. `size` as in `Party`: the seats of a delegation."""

    id: str
    party: Party | None = field(hash=False)  # its names are a mapping
    size: int | None

    def name(self, words: Words) -> str:
        """Its name in a language."""
        if self.party:
            return plain(self.party.name(words.language))
        return words.gettext("Group {name}", name=plain(self.id))


@dataclass(frozen=True)
class Standing:
    """Where a side stands on a statement, put on 0..1 whatever the scale.

    `lean` is 1 or -1 where the interval holds a majority for or against (for ratings: a mean above
    or below the middle), 0 where it does not; `majority` is the same of those who answered.
    """

    side: Side
    figures: SideFigures
    scale: Scale
    n: int
    value: float
    low: float
    high: float
    lean: int
    majority: int

    @property
    def is_small(self) -> bool:
        return self.n <= SMALL


def sides_of(analysis: Analysis) -> tuple[Side, ...]:
    """The parties in the order of the dialogue; where there are none, the groups."""
    if analysis.parties:
        return tuple(Side(party.id, party, party.size) for party in analysis.parties)
    return groups_of(analysis)


def groups_of(analysis: Analysis) -> tuple[Side, ...]:
    """The groups as sides. A group called as a party is that party."""
    parties = {party.id: party for party in analysis.parties}
    return tuple(
        Side(
            group.id, parties.get(group.id), parties[group.id].size if group.id in parties else None
        )
        for group in analysis.groups
    )


def in_turn(sides: tuple[Side, ...], place: int) -> tuple[Side, ...]:
    """The sides in an order that alternates from one item to the next: nobody is always first.

    >>> in_turn(("A", "B"), 1)
    ('B', 'A')
    """
    start = place % len(sides) if sides else 0
    return sides[start:] + sides[:start]


def standings(
    figures: StatementFigures, sides: tuple[Side, ...], level: float
) -> tuple[Standing, ...]:
    """Where each side stands on a statement; sides with nothing to show are left out."""
    found = (standing(figures, side, level) for side in sides)
    return tuple(one for one in found if one)


def standing(figures: StatementFigures, side: Side, level: float) -> Standing | None:
    """Where one side stands, or None where too few answered."""
    own = figures.by_party.get(side.id) if side.party else None
    own = own or figures.by_group.get(side.id)
    if own is None or not own.n:
        return None
    scale = figures.statement.scale
    value, low, high = _on_unit(own, scale)
    if value is None or low is None or high is None:
        return None
    lean = _lean_of_votes(own, side, level) if scale.is_vote else _above(low, high)
    majority = _majority_of_votes(own) if scale.is_vote else int(np.sign(value - 0.5))
    return Standing(side, own, scale, own.n, value, low, high, lean, majority)


def _on_unit(own: SideFigures, scale: Scale) -> tuple[float | None, ...]:
    if scale.is_vote:
        return own.share, own.low, own.high
    ends = (own.mean, own.low, own.high)
    return tuple(None if x is None else (x - scale.low) / scale.width for x in ends)


def _lean_of_votes(own: SideFigures, side: Side, level: float) -> int:
    """The agreeing share is not enough to see a majority against: passes are neither."""
    if own.low is not None and own.low > 0.5:
        return 1
    return -1 if _least_share(own.disagree or 0, own.n or 0, level, side.size) > 0.5 else 0


@cache
def _least_share(yes: int, n: int, level: float, size: int | None) -> float:
    """Asked again for every figure and language, and the same few numbers each time."""
    low, _ = share_interval(yes, n, level=level, size=size)
    return float(low)


def _majority_of_votes(own: SideFigures) -> int:
    n = own.n or 0
    return int(2 * (own.agree or 0) > n) - int(2 * (own.disagree or 0) > n)


def _above(low: float, high: float) -> int:
    return int(low > 0.5) - int(high < 0.5)
