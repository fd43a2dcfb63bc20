"""Who answered what: independent draws of (participant, statement) pairs, in rising order."""

import numpy as np

from tracktwo._typing import Floats, Ints, Longs

MOST = 0.999
"""No chance to answer is higher: the number of draws needed grows without end towards 1."""


def attend(rng: np.random.Generator, chance: Floats, seen: Longs) -> tuple[Ints, Ints]:
    """Participant and statement of each answer, by participant, then statement.

    Participant i answers each of the first `seen[i]` statements with probability `chance[i]`,
    independently. Drawn in time linear in the answers: a Poisson number of hits of mean
    -seen log(1 - chance), thrown evenly, leaves each statement hit with exactly that chance.

    >>> rng = np.random.default_rng(1)
    >>> participant, statement = attend(rng, np.array([0.5, 0.999]), np.array([4, 2]))
    >>> participant[-2:].tolist(), statement[-2:].tolist()
    ([1, 1], [0, 1])
    """
    hits = rng.poisson(-seen * np.log1p(-np.minimum(chance, MOST)))
    participant = np.repeat(np.arange(len(hits), dtype=np.int64), hits)
    statement = (rng.random(len(participant)) * seen[participant]).astype(np.int64)
    width = int(seen.max(initial=1))
    participant, statement = np.divmod(np.unique(participant * width + statement), width)
    return participant.astype(np.int32), statement.astype(np.int32)


def heavy_tailed_chances(
    rng: np.random.Generator, seen: Longs, fill: float, statements: int
) -> Floats:
    """Chances to answer that differ by a lognormal law, (people,), for a given share of all pairs.

    A few answer nearly everything they see, most little, as in open conversations. Where `fill`
    asks for more than they can see, everybody answers all of it.
    """
    eagerness = rng.lognormal(0, 1.2, len(seen))
    wanted = fill * statements * len(seen)
    least, most = 0.0, 1e6
    for _ in range(60):
        scale = (least + most) / 2
        expected = (np.minimum(scale * eagerness, MOST) * seen).sum()
        least, most = (scale, most) if expected < wanted else (least, scale)
    return np.minimum(most * eagerness, MOST)
