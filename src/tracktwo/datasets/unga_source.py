"""From the files the UN roll calls are published in to the tables `un_roll_calls` reads."""

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.datasets.rdata import read_rda
from tracktwo.datasets.states import ISO3, NATO_SINCE, WITHOUT_CODE
from tracktwo.errors import InputError

if TYPE_CHECKING:
    import polars as pl

SESSIONS = (26, 60)
KNOWN_ROLL_CALLS, KNOWN_VOTES = 3_662, 537_715
"""How many there are in the sessions between, in the files of the commit in the catalogue."""


def convert(source: Path, folder: Path) -> None:
    """Write votes.parquet, rollcalls.parquet, states.csv and ideal_points.parquet."""
    votes = roll_call_votes(source)
    rollcalls = roll_calls(source)
    _check(source, votes, rollcalls)
    votes.write_parquet(folder / "votes.parquet")
    rollcalls.write_parquet(folder / "rollcalls.parquet")
    states().write_csv(folder / "states.csv")
    ideal_points(source / "ideal_points.csv").write_parquet(folder / "ideal_points.parquet")


def roll_call_votes(source: Path) -> "pl.DataFrame":
    """rcid, state and vote, one row a vote."""
    import polars as pl

    columns = read_rda(source / "un_votes.rda")["un_votes"]
    pairs = zip(columns["country_code"], columns["country"], strict=True)
    state = [ISO3.get(code or "") or WITHOUT_CODE.get(name) for code, name in pairs]
    if None in state:
        unknown = columns["country"][state.index(None)]
        message = f"no code is known for the state {unknown!r}; this is not the version expected"
        raise InputError(message, file=source / "un_votes.rda")
    frame = {"rcid": columns["rcid"], "state": state, "vote": columns["vote"]}
    return pl.DataFrame(frame).with_columns(pl.col("rcid").cast(pl.Int32))


def roll_calls(source: Path) -> "pl.DataFrame":
    """rcid, session, year, unres, short and issues ("me|nu"), one row a roll call."""
    import polars as pl

    calls = read_rda(source / "un_roll_calls.rda")["un_roll_calls"]
    tags = read_rda(source / "un_roll_call_issues.rda")["un_roll_call_issues"]
    issues = (
        pl.DataFrame({"rcid": tags["rcid"], "issues": tags["short_name"]})
        .group_by("rcid")
        .agg(pl.col("issues").sort().str.join("|"))
    )
    frame = pl.DataFrame({name: calls[name] for name in ("rcid", "session", "unres", "short")})
    return (
        frame.with_columns(year=pl.Series([_year(day) for day in calls["date"]], dtype=pl.Int32))
        .join(issues, on="rcid", how="left")
        .with_columns(
            pl.col("rcid", "session").cast(pl.Int32), pl.col("issues").fill_null(""),
        )
        .sort("rcid")
    )  # fmt: skip


def _year(days: float) -> int:
    return (date(1970, 1, 1) + timedelta(days=float(days))).year


def states() -> "pl.DataFrame":
    """Every state's code and, where it is one, the year it joined NATO."""
    import polars as pl

    codes = sorted({*ISO3.values(), *WITHOUT_CODE.values()})
    return pl.DataFrame({"state": codes, "nato_since": [NATO_SINCE.get(one) for one in codes]})


def ideal_points(path: Path) -> "pl.DataFrame":
    """state, session, n_votes, ideal_point and quantiles, one row a state and session."""
    import polars as pl

    names = {
        "iso3c": "state", "session": "session", "NVotes": "n_votes", "IdealPoint": "ideal_point",
        "Q5%": "q05", "Q10%": "q10", "Q50%": "q50", "Q90%": "q90", "Q95%": "q95",
    }  # fmt: skip
    table = pl.read_csv(path, infer_schema_length=None, null_values=["NA"])
    return table.select(list(names)).rename(names).drop_nulls("state")


def _check(source: Path, votes: "pl.DataFrame", rollcalls: "pl.DataFrame") -> None:
    import polars as pl

    known = rollcalls.filter(pl.col("session").is_between(*SESSIONS))
    n_votes = votes.join(known, on="rcid", how="semi").height
    if (known.height, n_votes) != (KNOWN_ROLL_CALLS, KNOWN_VOTES):
        message = (
            f"sessions 26 to 60 have {known.height} roll calls and {n_votes} votes, "
            f"not {KNOWN_ROLL_CALLS} and {KNOWN_VOTES}; this is not the version expected"
        )
        raise InputError(message, file=source)
