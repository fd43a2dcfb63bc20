"""UN roll calls as columns: what the allies, their European members, the USA and China voted."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np

from tracktwo._typing import Flags, Floats, Ints, Longs
from tracktwo.datasets import un_roll_calls
from tracktwo.datasets.states import NATO_SINCE
from tracktwo.dialogue import Dialogue, Statement
from tracktwo.opinion import cohesion
from tracktwo.votes import Tally, share_interval, sweep_of, tally

SESSIONS = range(26, 61)
OPENED = 1945
"""Session n opens in September of the year OPENED + n; that year stands for it."""

PERIODS = {
    "1971–79": range(26, 35),
    "1980–89": range(35, 45),
    "1990–99": range(45, 55),
    "2000–05": range(55, 61),
}
NO, ABSTAIN, YES = -1, 0, 1
USA, EUROPE, CANADA, CHINA, OTHERS = range(5)
ALLIES = np.array([USA, EUROPE, CANADA], np.int32)


@dataclass(frozen=True, eq=False)
class RollCalls:
    """One row a roll call.

    `statement` its text, issues (theme) and resolution (source); `session`; votes of `usa` and
    `china`: 1, 0, -1, nan where absent; `allies`, `europe`, `first` (the members of 1971) and
    `all` (the Assembly): how many voted no, abstained, voted yes, (m, 3); `members` of NATO;
    `rice`, `agreement` of the allies and `europe_agreement` (see docs/methods/cohesion.md), nan
    where nobody took part; `support` lower bound of the share of members that say yes.
    """

    statement: np.ndarray
    session: Ints
    usa: Floats
    china: Floats
    allies: Longs
    europe: Longs
    first: Longs
    all: Longs
    members: Ints
    rice: Floats
    agreement: Floats
    europe_agreement: Floats
    support: Floats

    def __len__(self) -> int:
        return len(self.session)

    def where(self, chosen: Flags) -> "RollCalls":
        """Some of the rows."""
        return RollCalls(
            **{column.name: getattr(self, column.name)[chosen] for column in fields(self)}
        )

    def during(self, sessions: range) -> "RollCalls":
        return self.where(np.isin(self.session, list(sessions)))

    def on(self, issue: str) -> "RollCalls":
        """Roll calls with an issue among theirs."""
        return self.where(np.array([issue in s.theme.split("|") for s in self.statement], np.bool_))


def read_roll_calls(folder: Path) -> RollCalls:
    """Sessions 26 to 60, one after the other, each with the members NATO had then."""
    parts = [_of_session(un_roll_calls(folder, sessions=[n]), n) for n in SESSIONS]
    return RollCalls(**{
        column.name: np.concatenate([getattr(part, column.name) for part in parts])
        for column in fields(RollCalls)
    })  # fmt: skip


def majority(counts: Longs) -> Floats:
    """The vote more than half of those voting cast, (m,); nan where there is none.

    >>> majority(np.array([[0, 1, 9], [5, 0, 5]]))
    array([ 1., nan])
    """
    largest = counts.argmax(axis=1)
    has_one = 2 * counts.max(axis=1) > counts.sum(axis=1)
    return np.where(has_one, largest - 1.0, np.nan)


def voted_alike(one: Floats, other: Floats) -> Floats:
    """1 where both cast the same vote, 0 where not, nan where one cast none."""
    return np.where(np.isnan(one) | np.isnan(other), np.nan, (one == other).astype(np.float64))


def opposed(one: Floats, other: Floats) -> Floats:
    """1 where one says yes and the other no, 0 where not, nan where one cast none."""
    return np.where(np.isnan(one) | np.isnan(other), np.nan, (one * other == NO).astype(np.float64))


def _of_session(dialogue: Dialogue, session: int) -> RollCalls:
    sweep = sweep_of(dialogue)
    votes = tally(sweep, _labels(dialogue), 5)
    allies, europe = votes.over(ALLIES).together(), votes.over(slice(EUROPE, EUROPE + 1))
    members = int(allies.members[0])
    united = cohesion(allies, sizes=(members,))
    return RollCalls(
        statement=_column(dialogue.statements),
        session=np.full(len(dialogue.statements), session, np.int32),
        usa=_vote(votes, USA),
        china=_vote(votes, CHINA),
        allies=_counts(allies),
        europe=_counts(europe),
        first=_counts(tally(sweep, _first_members(dialogue), 1)),
        all=_counts(votes.together()),
        members=np.full(len(dialogue.statements), members, np.int32),
        rice=united.rice[0],
        agreement=united.agreement[0],
        europe_agreement=cohesion(europe, sizes=(int(europe.members[0]),)).agreement[0],
        support=share_interval(allies.agree[0], allies.n[0], size=members)[0],
    )


def _labels(dialogue: Dialogue) -> Ints:
    is_ally = dialogue.party_of == dialogue.party_ids.index("nato")
    label = np.where(is_ally, EUROPE, OTHERS).astype(np.int32)
    for place, state in ((USA, "USA"), (CANADA, "CAN"), (CHINA, "CHN")):
        label[np.array(dialogue.participants) == state] = place
    return label


FIRST_MEMBERS = [state for state, year in NATO_SINCE.items() if year <= OPENED + SESSIONS[0]]
"""The fifteen members of 1971; the Federal Republic of Germany votes from session 28 on."""


def _first_members(dialogue: Dialogue) -> Ints:
    return np.where(np.isin(dialogue.participants, FIRST_MEMBERS), 0, -1).astype(np.int32)


def _column(statements: tuple[Statement, ...]) -> np.ndarray:
    column = np.empty(len(statements), object)
    column[:] = statements
    return column


def _counts(votes: Tally) -> Longs:
    return np.stack([votes.disagree[0], votes.passes[0], votes.agree[0]], axis=1)


def _vote(votes: Tally, label: int) -> Floats:
    """The vote of the one state with a label."""
    cast = _counts(votes.over(slice(label, label + 1)))
    return np.where(cast.sum(axis=1) > 0, cast.argmax(axis=1) - 1.0, np.nan)


Measure = Callable[[RollCalls], Floats]
"""A figure for each roll call, nan where it has none."""


def allies_like_china(calls: RollCalls) -> Floats:
    return voted_alike(majority(calls.allies), calls.china)


def usa_like_china(calls: RollCalls) -> Floats:
    return voted_alike(calls.usa, calls.china)


def europe_like_china(calls: RollCalls) -> Floats:
    return voted_alike(majority(calls.europe), calls.china)


def europe_like_usa(calls: RollCalls) -> Floats:
    return voted_alike(majority(calls.europe), calls.usa)


def first_members_like_china(calls: RollCalls) -> Floats:
    return voted_alike(majority(calls.first), calls.china)


def allies_against_china(calls: RollCalls) -> Floats:
    return opposed(majority(calls.allies), calls.china)


def agreement(calls: RollCalls) -> Floats:
    return calls.agreement


def europe_agreement(calls: RollCalls) -> Floats:
    return calls.europe_agreement


def rice(calls: RollCalls) -> Floats:
    return calls.rice


def where_all_voted(calls: RollCalls) -> RollCalls:
    """Roll calls on which the USA and China voted and most European members voted alike."""
    votes = np.stack([calls.usa, calls.china, majority(calls.europe)])
    return calls.where(np.asarray(~np.isnan(votes).any(axis=0)))
