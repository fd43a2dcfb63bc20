"""Every figure states its finding, holds the numbers it draws, and shows nobody singly where k > 1."""

from dataclasses import replace

import pytest

from tracktwo import figures
from tracktwo.dialogue import Party
from tracktwo.figures.corners import corner_points
from tracktwo.figures.figure import Quote
from tracktwo.locale import translator

EN = translator("en")


def records(figure) -> list[dict]:
    layers = (
        figure.chart.to_dict()["datasets"].values() if "datasets" in figure.chart.to_dict() else ()
    )
    inline = [layer.get("data", {}).get("values", []) for layer in figure.chart.to_dict()["layer"]]
    return [record for values in [*layers, *inline] for record in values]


def drawn(figure, *fields) -> list[tuple]:
    found = (
        tuple(one[field] for field in fields) for one in records(figure) if set(fields) <= set(one)
    )
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("opinion_map", "NATO and China stand apart and hardly overlap"),
        (
            "shared_ground",
            "Of 15 statements, 6 have a majority on every side and 1 a majority against on every side",
        ),
        ("real_disagreement", "On 3 statements of 15 the sides clearly differ"),
        (
            "perception_corners",
            "Expectations hide an agreement on 5 and a disagreement on 1 of 15 statements",
        ),
        ("perception_errors", "On 8 statements of 15 a side misjudges another"),
        ("beliefs", "On 9 statements of 15 a side is wrong about what the other expects of it"),
        ("cohesion", "Sides are clearly united in 8 and clearly divided in 0 of 30 cases"),
        ("groups", "2 groups of 2 are set apart by their answers"),
    ],
)
def test_title_states_the_finding(made, name, title) -> None:
    figure = getattr(figures, name)(made.with_beliefs(made.two_parties()), EN)

    assert figure.title == title


def test_shared_ground_draws_each_side_with_its_interval(made) -> None:
    analysis = made.two_parties()

    figure = figures.shared_ground(analysis, EN)

    first = analysis.statement("s03").by_party["nato"]
    assert drawn(figure, "statement", "side", "value", "low", "high")[:2] == [
        ("s03", "NATO", 1.0, round(first.low, 4), 1.0),
        ("s03", "China", 1.0, round(first.low, 4), 1.0),
    ]


def test_table_holds_every_statement_and_all_answers(made) -> None:
    table = figures.shared_ground(made.two_parties(), EN).table

    assert table.columns == ("Key", "Statement", "NATO", "China")
    assert table.rows[0] == (
        "s03",
        Quote("s03", "Protecting merchant ships against piracy is a task for both sides.", "en"),
        "14 agree, 0 disagree, 0 pass",
        "14 agree, 0 disagree, 0 pass",
    )
    assert len(table.rows) == 15


def test_drawn_rows_are_capped_and_the_table_is_whole(made) -> None:
    figure = figures.real_disagreement(made.public_table(), EN, limit=4)

    assert len({statement for statement, _ in drawn(figure, "statement", "side")}) == 4
    assert len(figure.table.rows) == 60


def test_corners_are_seen_from_the_expecting_sides_own_majority(made) -> None:
    points = {(p.key, p.perception.of): p for p in corner_points(made.two_parties(), EN)}

    seen = {
        key: (round(points[key].likeness, 2), round(points[key].expected, 2), points[key].corner)
        for key in (
            ("s01", "nato"),
            ("s02", "nato"),
            ("s05", "nato"),
            ("s15", "nato"),
            ("s08", "nato"),
        )
    }
    assert seen == {
        ("s01", "nato"): (0.93, 0.9, "like_expected"),
        ("s02", "nato"): (0.86, 0.3, "like_unexpected"),
        ("s05", "nato"): (0.0, 0.08, "unlike_unexpected"),
        ("s15", "nato"): (0.36, 0.75, "unlike_expected"),
        ("s08", "nato"): (0.79, 0.2, "like_unexpected"),
    }


def test_only_claims_are_drawn_full(made) -> None:
    analysis = made.two_parties()

    figure = figures.perception_corners(analysis, EN)

    claimed = {
        (one.statement, one.of)
        for one in analysis.perceptions
        if one.misperceived and one.of != one.about
    }
    full = {
        (s, pair.split()[0].lower())
        for s, pair, yes in drawn(figure, "statement", "pair", "misperceived")
        if yes
    }
    assert claimed - full == {("s12", "nato")}, (
        "half of NATO agrees: there is no majority to start from"
    )
    assert full <= claimed


def test_map_shows_no_single_person_where_k_is_above_one(made) -> None:
    figure = figures.opinion_map(made.two_parties(k=3), EN)

    assert drawn(figure, "position") == []
    assert [side for side, _ in drawn(figure, "side", "mean")] == ["NATO", "China"]


def test_map_leaves_out_a_side_below_k(made) -> None:
    figure = figures.opinion_map(made.two_parties(k=15), EN)

    assert figure is None


@pytest.mark.parametrize("width", [340, 680])
def test_map_of_a_public_table_draws_everybody_once(made, width) -> None:
    figure = figures.opinion_map(made.public_table(), EN, width=width)

    assert len([one for one in records(figure) if "position" in one]) == 300


def test_map_of_a_crowd_draws_numbers_of_people(made) -> None:
    figure = figures.opinion_map(made.public_table(people=3000, statements=3), EN)

    assert sum(people for _, _, people in drawn(figure, "side", "position", "people")) == 3000
    assert len(records(figure)) < 300


def test_map_of_two_dimensions_keeps_everybody(made) -> None:
    few = figures.opinion_map(made.public_table(dimensions=2, statements=3), EN)
    many = figures.opinion_map(made.public_table(people=3000, dimensions=2, statements=3), EN)

    totals = [
        sum(one["people"] for one in records(figure) if "people" in one) for figure in (few, many)
    ]
    assert totals == [300, 3000]


def test_without_predictions_there_is_no_picture_of_perceptions(made) -> None:
    analysis = made.public_table(statements=3)

    assert figures.perception_corners(analysis, EN) is None
    assert figures.perception_errors(analysis, EN) is None


def test_groups_called_as_sides_go_by_the_names_of_those(made) -> None:
    found = made.public_table(statements=6)
    parties = tuple(Party(group.id, {"en": f"Side {group.id}"}) for group in found.groups)

    figure = figures.groups(replace(found, parties=parties), EN)

    assert {row[0] for row in figure.table.rows} <= {f"Side {group.id}" for group in found.groups}


def test_one_group_has_nothing_to_be_set_apart_from(made) -> None:
    analysis = made.public_table(statements=6)

    assert figures.groups(replace(analysis, groups=analysis.groups[:1]), EN) is None


@pytest.mark.parametrize("name", figures.__all__[4:])
def test_ratings_are_drawn_like_votes(made, name) -> None:
    figure = getattr(figures, name)(made.with_beliefs(made.rated()), EN)

    assert figure.table.rows
    assert figure.alt
