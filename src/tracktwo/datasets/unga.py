"""Roll calls of the United Nations General Assembly, and the ideal points published for them.

The folder holds votes.parquet (rcid, state, vote), rollcalls.parquet (rcid, session, year, unres,
short, issues), states.csv (state, nato_since) and ideal_points.parquet.

Bailey, Strezhnev & Voeten 2017, Estimating Dynamic State Preferences from United Nations Voting
Data, Journal of Conflict Resolution 61(2).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from tracktwo._typing import Floats, Ints
from tracktwo.datasets._columns import places, values
from tracktwo.datasets._files import AnyPath, csv_in, parquet_in
from tracktwo.datasets.catalogue import UN_ROLL_CALLS
from tracktwo.dialogue import NO_PARTY, Answers, Dialogue, Party, Statement
from tracktwo.errors import OptionError

if TYPE_CHECKING:
    import polars as pl

ISSUES = {
    "me": "Palestinian conflict",
    "nu": "Nuclear weapons and nuclear material",
    "di": "Arms control and disarmament",
    "hr": "Human rights",
    "co": "Colonialism",
    "ec": "Economic development",
}
"""The issue codes of the roll calls (Voeten's data), and what they stand for."""

VOTES = {"yes": 1.0, "abstain": 0.0, "no": -1.0}
NATO, CHINA = 0, 1
PARTIES = (
    Party("nato", {"en": "NATO members", "zh": "北约成员国", "fr": "Membres de l’OTAN"}),
    Party("china", {"en": "China", "zh": "中国", "fr": "Chine"}),
)


def un_roll_calls(
    folder: AnyPath,
    *,
    sessions: Iterable[int] | None = None,
    issue: str | None = None,
    parties: Literal["nato-china"] | None = "nato-china",
) -> Dialogue:
    """States as participants, roll calls as statements: yes 1, abstain 0, no -1, absent nothing.

    `sessions` are numbers of regular sessions (all by default), `issue` a code of `ISSUES`. A
    statement's id is the roll call's, its theme the issue codes, its source the resolution. With
    `parties`, NATO is made of the states that were members throughout the sessions chosen (they had
    joined by the year of the first), and China is the other side; everybody else sits on none.
    Raises `OptionError` for an unknown issue or where no roll call is left.
    """
    chosen = _chosen(parquet_in(folder, "rollcalls.parquet"), sessions, issue)
    votes = parquet_in(folder, "votes.parquet")
    votes = votes.join(chosen.select("rcid"), on="rcid", how="semi")
    states = tuple(sorted(set(votes["state"].cast(str))))
    rcids = [str(rcid) for rcid in chosen["rcid"]]
    answers = Answers(
        places(votes["state"], states),
        places(votes["rcid"], rcids),
        values(votes["vote"].cast(str).replace_strict(VOTES)),
    )
    sides = _sides(folder, states, min(chosen["year"].to_list()))
    return Dialogue(
        participants=states,
        statements=tuple(_statement(row) for row in chosen.iter_rows(named=True)),
        answers=answers,
        parties=_whole(sides) if parties else (),
        party_of=sides if parties else np.full(len(states), NO_PARTY, np.int32),
        title={"en": _title(chosen, issue)},
        note={"en": f"Data: {UN_ROLL_CALLS.cite}."},
    )


def _chosen(
    rollcalls: "pl.DataFrame", sessions: Iterable[int] | None, issue: str | None
) -> "pl.DataFrame":
    import polars as pl

    if issue is not None and issue not in ISSUES:
        raise OptionError(f"there is no issue {issue!r}; known are {', '.join(ISSUES)}")
    chosen = rollcalls.sort("rcid")
    if sessions is not None:
        chosen = chosen.filter(pl.col("session").is_in([int(one) for one in sessions]))
    if issue is not None:
        chosen = chosen.filter(pl.col("issues").str.split("|").list.contains(issue))
    if not chosen.height:
        raise OptionError("no roll call is left; choose other sessions or another issue")
    return chosen


def _statement(row: dict[str, object]) -> Statement:
    resolution = str(row["unres"] or "")
    text = str(row["short"] or row.get("descr") or resolution)
    return Statement(
        id=str(row["rcid"]),
        texts={"en": text} if text else {},
        theme=str(row["issues"] or ""),
        kind="roll call",
        source=resolution,
    )


def _sides(folder: AnyPath, states: tuple[str, ...], year: int) -> Ints:
    listed = csv_in(folder, "states.csv").drop_nulls("nato_since")
    since = dict(zip(listed["state"], listed["nato_since"].cast(int), strict=True))
    nato = np.array([since.get(state, year + 1) <= year for state in states])
    china = np.array([state == "CHN" for state in states])
    return np.select([nato, china], [NATO, CHINA], NO_PARTY).astype(np.int32)


def _whole(sides: Ints) -> tuple[Party, ...]:
    """The sides as whole populations: the members of NATO are all there are, not a sample."""
    sizes = [int((sides == code).sum()) for code in range(len(PARTIES))]
    return tuple(
        replace(party, size=size or None) for party, size in zip(PARTIES, sizes, strict=True)
    )


def _title(chosen: "pl.DataFrame", issue: str | None) -> str:
    numbers = chosen["session"].to_list()
    first, last = min(numbers), max(numbers)
    sessions = f"session {first}" if first == last else f"sessions {first} to {last}"
    about = f": {ISSUES[issue]}" if issue else ""
    return f"UN General Assembly roll calls, {sessions}{about}"


@dataclass(frozen=True, eq=False)
class IdealPoints:
    """Published positions, one row a state and session; larger is nearer to the United States.

    `state` three-letter codes; `session` (rows,); `point` posterior means with `low` and `high`,
    the ends of the central 90 % interval, (rows,); `n_votes` roll calls each rests on, (rows,).
    """

    state: tuple[str, ...]
    session: Ints
    point: Floats
    low: Floats
    high: Floats
    n_votes: Ints


def published_ideal_points(folder: AnyPath) -> IdealPoints:
    """The ideal points Bailey, Strezhnev & Voeten publish, estimated on all roll calls."""
    table = parquet_in(folder, "ideal_points.parquet").sort("session", "state")
    floats = {
        name: table[column].to_numpy().astype(np.float64)
        for name, column in (("point", "ideal_point"), ("low", "q05"), ("high", "q95"))
    }
    return IdealPoints(
        state=tuple(table["state"].to_list()),
        session=table["session"].to_numpy().astype(np.int32),
        n_votes=table["n_votes"].to_numpy().astype(np.int32),
        **floats,
    )
