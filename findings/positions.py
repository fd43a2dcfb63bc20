"""Where the USA, the allies and China stand in each session, in units of that session's spread."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from findings.rollcalls import OPENED, SESSIONS
from tracktwo._typing import Flags, Floats
from tracktwo.analysis import Analysis, analyse
from tracktwo.datasets import IdealPoints, published_ideal_points, un_roll_calls

ENOUGH_VOTES = 10
NORMAL = 1.96


@dataclass(frozen=True)
class Stand:
    """A position with the ends of its interval, in standard deviations from the Assembly's mean."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Standing:
    """One session.

    `usa`, `china` with 95% intervals; `allies`: median of the other members of NATO, with their
    quartiles; `usa_rank`, `china_rank`: place counted from the right, of `states`; `published`:
    correlation with the ideal points of Bailey, Strezhnev & Voeten.
    """

    year: int
    states: int
    usa: Stand
    allies: Stand
    china: Stand
    usa_rank: int
    china_rank: int
    published: float


def read_standings(folder: Path) -> list[Standing]:
    published = published_ideal_points(folder)
    return [_standing(folder, session, published) for session in SESSIONS]


def _standing(folder: Path, session: int, published: IdealPoints) -> Standing:
    found = analyse(
        un_roll_calls(folder, sessions=[session]),
        groups="parties",
        orientation="participant:USA",
    )
    people = found.participants
    voted = people.answers >= ENOUGH_VOTES
    position, error = _in_spreads(found, voted)
    states = np.array(people.ids)
    usa, china = (int(np.flatnonzero(states == one)[0]) for one in ("USA", "CHN"))
    others = (people.party == 0) & (states != "USA") & voted
    return Standing(
        year=OPENED + session,
        states=int(voted.sum()),
        usa=_with_interval(position[usa], error[usa]),
        allies=_middle_half(position[others]),
        china=_with_interval(position[china], error[china]),
        usa_rank=_rank(position, voted, usa),
        china_rank=_rank(position, voted, china),
        published=_correlation(states[voted], position[voted], session, published),
    )


def _in_spreads(found: Analysis, voted: Flags) -> tuple[Floats, Floats]:
    """Positions and errors in standard deviations between the states that voted enough."""
    people = found.participants
    position, error = people.position[:, 0], people.position_se[:, 0]
    spread = position[voted].std()
    return (position - position[voted].mean()) / spread, error / spread


def _with_interval(position: float, error: float) -> Stand:
    return Stand(
        float(position), float(position - NORMAL * error), float(position + NORMAL * error)
    )


def _middle_half(positions: Floats) -> Stand:
    low, middle, high = np.quantile(positions, [0.25, 0.5, 0.75])
    return Stand(float(middle), float(low), float(high))


def _rank(position: Floats, voted: Flags, state: int) -> int:
    return int((position[voted] > position[state]).sum()) + 1


def _correlation(
    states: np.ndarray, position: Floats, session: int, published: IdealPoints
) -> float:
    rows = np.flatnonzero(published.session == session)
    known = {published.state[row]: published.point[row] for row in rows}
    pairs = [(at, known[s]) for s, at in zip(states.tolist(), position, strict=True) if s in known]
    ours, theirs = np.array(pairs).T
    return float(np.corrcoef(ours, theirs)[0, 1])
