from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from tracktwo.dialogue import Answers, Dialogue, Party, Predictions, Scale, Statement
from tracktwo.errors import OptionError
from tracktwo.perceptions import Pair, Perception, Perceptions
from tracktwo.simulate import Misperception, perception_world

ONE_TO_FIVE = Scale("rating", 1, 5)


def test_assess_a_census_states_plain_facts(assessed, small_dialogue):
    people_a = [(1, (1.0, 0.25))] * 4
    people_b = [(1, (1.0, 1.0))] * 3 + [(-1, (1.0, 1.0))]

    found = assessed(small_dialogue(people_a, people_b, size=4))

    assert found.perceptions == (
        Perception("s", "A", "A", 4, 4, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, False, "shared_known"),
        Perception(
            "s", "A", "B", 4, 4, 0.75, 0.25, 0.25, 0.25, -0.5, -0.5, -0.5, True, "hidden_agreement"
        ),
        Perception("s", "B", "A", 4, 4, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, False, "shared_known"),
        Perception(
            "s", "B", "B", 4, 4, 0.75, 1.0, 1.0, 1.0, 0.25, 0.25, 0.25, True, "shared_known"
        ),
    )
    nothing = (None,) * 3
    assert found.pairs == (
        Pair("A", "A", 1, 1.0, None, None, *nothing, *nothing),
        Pair("A", "B", 1, 0.5, None, None, 0.5, None, None, 3.0, None, None),
        Pair("B", "A", 1, 1.0, None, None, 0.0, None, None, 1.0, None, None),
        Pair("B", "B", 1, 0.75, None, None, *nothing, *nothing),
    )


def test_assess_five_against_five_claims_only_the_extreme(assessed, small_dialogue):
    side = [(1, (1.0, 0.0))] * 5
    leaning = [(1, (1.0, 1.0))] * 4 + [(-1, (1.0, 1.0))]

    extreme = assessed(small_dialogue(side, [(1, (1.0, 1.0))] * 5)).perceptions[1]
    strong = assessed(small_dialogue(side, leaning)).perceptions[1]

    assert (extreme.error, extreme.misperceived, extreme.kind) == (-1.0, True, "hidden_agreement")
    assert (strong.error, strong.misperceived, strong.kind) == (-0.8, True, "unknown")


def test_assess_is_silent_below_k(assessed, small_dialogue):
    three, two = [(1, (1.0, 0.0))] * 3, [(1, (1.0, 1.0))] * 2

    found = assessed(small_dialogue(three, two, k=3))

    silent = (None,) * 7
    assert found.perceptions[1:] == (
        Perception("s", "A", "B", 3, None, *silent, misperceived=False, kind="unknown"),
        Perception("s", "B", "A", None, 3, *silent, misperceived=False, kind="unknown"),
        Perception("s", "B", "B", None, None, *silent, misperceived=False, kind="unknown"),
    )
    assert found.perceptions[0].actual == 1.0
    assert found.pairs[1] == Pair("A", "B", 0, *(None,) * 9)


def test_assess_takes_k_from_the_dialogue_unless_told(assessed, small_dialogue):
    side = [(1, (1.0, 1.0))] * 3
    dialogue = small_dialogue(side, side, k=4)

    silent, told = assessed(dialogue), assessed(dialogue, k=3)

    assert {row.actual for row in silent.perceptions} == {None}
    assert {row.actual for row in told.perceptions} == {1.0}


def test_assess_has_rows_where_both_answered_though_nobody_predicted(assessed, small_dialogue):
    found = assessed(small_dialogue([(1, (None, 0.5))], [(1, (None, None))]))

    assert [(row.of, row.about, row.n_of, row.predicted) for row in found.perceptions] == [
        ("A", "A", None, None),
        ("A", "B", 1, 0.5),
        ("B", "A", None, None),
        ("B", "B", None, None),
    ]


def test_assess_without_predictions_is_empty(assessed, small_dialogue):
    assert assessed(small_dialogue([(1, (None, None))], [(1, (None, None))])) == Perceptions((), ())


def test_assess_leaves_out_people_of_no_side(assessed, small_dialogue):
    dialogue = small_dialogue([(1, (1.0, 0.5))] * 2, [(1, (1.0, 1.0))] * 3)
    stray = replace(dialogue, party_of=np.array([0, 0, 1, 1, -1], np.int32))

    rows = assessed(stray).perceptions

    assert [(row.n_of, row.n_about) for row in rows] == [(2, 2), (2, 2), (2, 2), (2, 2)]


def test_assess_ratings_by_their_means(assessed, small_dialogue):
    side_a, side_b = [(4, (4.0, 1.0))] * 30, [(5, (4.0, 5.0))] * 30

    row = assessed(small_dialogue(side_a, side_b, scale=ONE_TO_FIVE)).perceptions[1]

    assert (row.actual, row.predicted, row.error) == (5.0, 1.0, -4.0)
    assert (row.misperceived, row.kind) == (True, "hidden_agreement")


def test_assess_finds_what_was_planted(assessed):
    shares = np.array([[0.9, 0.9, 0.9, 0.5], [0.9, 0.1, 0.1, 0.9]])
    planted = [Misperception(0, 0, 1, -0.7), Misperception(1, 0, 1, 0.7)]
    world, _ = perception_world(
        seats=100, statements=4, shares=shares, planted=planted, prediction_noise=0.1, seed=5
    )

    found = assessed(world).perceptions

    assert {(row.statement, row.of, row.about) for row in found if row.misperceived} == {
        ("s1", "A", "B"),
        ("s2", "A", "B"),
    }
    assert [row.kind for row in found if (row.of, row.about) == ("A", "B")] == [
        "hidden_agreement",
        "hidden_disagreement",
        "disagreement_known",
        "contested",
    ]


@pytest.mark.parametrize(
    "option",
    [{"smallest_effect": 1.0}, {"false_discovery_rate": 0.0}, {"level": 1.0}, {"k": 0}],
)
def test_assess_refuses_options_out_of_range(assessed, option):
    world, _ = perception_world(seats=2, statements=1, seed=1)

    with pytest.raises(OptionError, match="must"):
        assessed(world, **option)


def test_assess_finds_that_saudi_men_misjudge_each_other(assessed, reference):
    table = pl.read_csv(reference("meta_saudi2020") / "national_survey_2.csv")
    people = np.arange(len(table), dtype=np.int32)
    nobody = np.zeros(len(table), np.int32)
    survey = Dialogue(
        participants=tuple(str(code) for code in people),
        statements=(Statement("women may work outside the home"),),
        answers=Answers(
            people, nobody, np.where(table["belief_fob"] == 100, 1, -1).astype(np.float32)
        ),
        predictions=Predictions(
            people, nobody, nobody, (table["belief_sob"].to_numpy() / 100).astype(np.float32)
        ),
        parties=(Party("men"),),
        party_of=nobody,
    )

    (row,) = assessed(survey).perceptions

    assert (round(row.actual, 2), round(row.predicted, 2)) == (0.84, 0.56)
    assert row.misperceived
    assert row.high < -0.2


@pytest.fixture(scope="module")
def anes(reference):
    """Own place and both parties' place on nine 7-point scales, 1988."""
    table = pl.read_parquet(reference("meta_anes1988") / "long.parquet")
    table = table.filter(pl.col("party").is_in(["Democrat", "Republican"]))
    scales = pl.read_csv(reference("meta_anes1988") / "reference_means.csv")["scale"].to_list()
    people = table["respondent"].unique().sort().to_list()
    party = dict(table.select("respondent", "party").iter_rows())

    def codes(rows):
        person = np.searchsorted(people, rows["respondent"]).astype(np.int32)
        return person, np.array([scales.index(s) for s in rows["scale"]], np.int32)

    own = table.drop_nulls("own")
    placed = [
        table.drop_nulls(column).with_columns(value=column) for column in ("dem_party", "rep_party")
    ]
    return Dialogue(
        participants=tuple(str(person) for person in people),
        statements=tuple(Statement(scale, scale=Scale("rating", 1, 7)) for scale in scales),
        answers=Answers(*codes(own), own["own"].to_numpy().astype(np.float32)),
        predictions=Predictions(
            *(
                np.concatenate(column)
                for column in zip(*(codes(rows) for rows in placed), strict=True)
            ),
            np.repeat(np.arange(2, dtype=np.int32), [len(rows) for rows in placed]),
            np.concatenate([rows["value"].to_numpy() for rows in placed]).astype(np.float32),
        ),
        parties=(Party("D"), Party("R")),
        party_of=np.array([party[person] == "Republican" for person in people]).astype(np.int32),
    )


def test_assess_reproduces_the_means_of_the_1988_election_study(assessed, anes, reference):
    published = pl.read_csv(reference("meta_anes1988") / "reference_means.csv")

    rows = {(row.statement, row.of, row.about): row for row in assessed(anes).perceptions}

    for line in published.iter_rows(named=True):
        of_r, of_d = rows[line["scale"], "D", "R"], rows[line["scale"], "R", "D"]
        assert [of_r.actual, of_r.predicted, of_d.actual, of_d.predicted] == pytest.approx(
            [
                line["R_self"],
                line["rep_party_placed_by_D"],
                line["D_self"],
                line["dem_party_placed_by_R"],
            ],
            abs=0.0051,
        )


def test_assess_finds_that_american_partisans_exaggerate_their_differences(assessed, anes):
    found = assessed(anes)

    pairs = {(pair.of, pair.about): pair for pair in found.pairs}
    for one in (pairs["D", "R"], pairs["R", "D"]):
        assert one.bias_low > 0
        assert one.exaggeration is not None
        assert one.exaggeration > 1.2
    defence = next(
        row
        for row in found.perceptions
        if (row.statement, row.of, row.about) == ("defense spending", "D", "R")
    )
    assert defence.misperceived
    assert defence.error == pytest.approx(1.84 - 0.81, abs=0.015)


def test_assess_finds_hidden_agreement_on_womens_role(assessed, anes):
    rows = {(row.statement, row.of, row.about): row for row in assessed(anes).perceptions}

    assert rows["women's role", "D", "R"].kind == "hidden_agreement"
    assert rows["women's role", "R", "D"].kind == "shared_known"
    assert rows["liberal-conservative", "D", "R"].kind == "disagreement_known"
