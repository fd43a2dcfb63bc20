"""Surveys that asked people for their own answer and for what they expect of others."""

from typing import Literal

import numpy as np

from tracktwo.datasets._columns import places, values
from tracktwo.datasets._files import AnyPath, csv_in, parquet_in
from tracktwo.dialogue import Answers, Dialogue, Party, Predictions, Scale, Statement
from tracktwo.errors import OptionError

SEVEN_POINTS = Scale("rating", 1, 7)
ANES_PARTIES = (Party("Democrat", {"en": "Democrats"}), Party("Republican", {"en": "Republicans"}))
EVERYBODY = (Party("all", {"en": "Everybody", "zh": "所有人", "fr": "Tous"}),)
STUDIES = ("1a", "1b", "1c")


def anes_1988(folder: AnyPath) -> Dialogue:
    """Democrats and Republicans place themselves and both parties on nine 7-point scales.

    American National Election Study 1988 (cite; not to be passed on). Own positions are the answers;
    where a respondent places a party is the prediction of that party's mean. People of other or no
    party are left out.
    """
    import polars as pl

    sides = [party.id for party in ANES_PARTIES]
    rows = parquet_in(folder, "long.parquet").filter(pl.col("party").is_in(sides))
    people = rows.select("respondent", "party").unique().sort("respondent")
    ids = tuple(str(one) for one in people["respondent"])
    scales = tuple(rows["scale"].unique(maintain_order=True).to_list())
    own = rows.drop_nulls("own")
    placed = rows.unpivot(
        ["dem_party", "rep_party"], index=["respondent", "scale"], variable_name="of"
    ).drop_nulls("value")
    return Dialogue(
        participants=ids,
        statements=tuple(Statement(one, {"en": one}, scale=SEVEN_POINTS) for one in scales),
        answers=Answers(
            places(own["respondent"], ids), places(own["scale"], scales), values(own["own"])
        ),
        predictions=Predictions(
            places(placed["respondent"], ids),
            places(placed["scale"], scales),
            places(placed["of"], ("dem_party", "rep_party")),
            values(placed["value"]),
        ),
        parties=ANES_PARTIES,
        party_of=places(people["party"], sides),
        title={
            "en": "American National Election Study 1988: own position and placement of both parties"
        },
        note={"en": "Data: American National Election Studies, 1988 (cite; do not redistribute)."},
    )


def prelec_2017(folder: AnyPath, study: Literal["1a", "1b", "1c"]) -> Dialogue:
    """Is the largest city of each US state its capital? Own answer and expected share of yes.

    Prelec, Seung & McCoy 2017, A solution to the single-question crowd wisdom problem, Nature 541.
    One party, "all", to which everybody belongs and of which everybody predicts.
    """
    import polars as pl

    if study not in STUDIES:
        raise OptionError(f"there is no study {study!r}; known are {', '.join(STUDIES)}")
    rows = parquet_in(folder, "responses.parquet").filter(pl.col("study") == study)
    people = tuple(sorted(set(rows["subject"])))
    states = tuple(rows["question"].unique(maintain_order=True).to_list())
    who, what = places(rows["subject"], people), places(rows["question"], states)
    return Dialogue(
        participants=people,
        statements=tuple(
            Statement(state, {"en": f"The largest city of {state} is its capital."})
            for state in states
        ),
        answers=Answers(who, what, values(2 * rows["own"] - 1)),
        predictions=Predictions(who, what, np.zeros(len(who), np.int32), values(rows["meta"])),
        parties=EVERYBODY,
        party_of=np.zeros(len(people), np.int32),
        title={"en": f"Prelec, Seung & McCoy 2017, study {study}"},
        note={"en": "Data: Prelec, Seung & McCoy 2017 (cite; do not redistribute)."},
    )


def saudi_2020(folder: AnyPath) -> Dialogue:
    """703 Saudi men: may women work outside the home, and what share of other men says so?

    Bursztyn, González & Yanagizawa-Drott 2020, Misperceived Social Norms: Women Working Outside the
    Home in Saudi Arabia, American Economic Review 110(10), second national survey. One statement,
    one party; respondents are numbered in the file's order.
    """
    import polars as pl

    rows = csv_in(folder, "national_survey_2.csv").select(
        own=pl.col("belief_fob").cast(pl.Float64), others=pl.col("belief_sob").cast(pl.Float64)
    )
    n = rows.height
    who, what = np.arange(n, dtype=np.int32), np.zeros(n, np.int32)
    text = "In my opinion, women should be allowed to work outside of the home."
    return Dialogue(
        participants=tuple(str(number) for number in range(1, n + 1)),
        statements=(Statement("work", {"en": text}),),
        answers=Answers(who, what, values((rows["own"] >= 50).cast(pl.Int8) * 2 - 1)),
        predictions=Predictions(who, what, np.zeros(n, np.int32), values(rows["others"] / 100)),
        parties=EVERYBODY,
        party_of=np.zeros(n, np.int32),
        title={"en": "Saudi Arabia 2020: women working outside the home"},
        note={"en": "Data: Bursztyn et al. 2020, openICPSR 119404 (cite; do not redistribute)."},
    )
