"""Likelihood across, severity up: what is drawn, where, and what stays out."""

import pytest

from tracktwo.figures.figure import Quote
from tracktwo.figures.risks import risk_matrix
from tracktwo.locale import translator
from tracktwo.risk import Estimate, Estimates, Register, Risk, assess

WORDS = translator("en")
NAMES = {"north": "North", "south": "South"}


def estimates(**said: dict[str, tuple[float, float]]) -> Estimates:
    """Four experts a side, close to each other; by risk and side a likelihood and a severity."""
    rows = [
        Estimate(
            risk, f"{side}{n}", side, 1, quantity, at - reach, at + n * reach / 9, at + reach, 0.8
        )
        for risk, by_side in said.items()
        for side, (likely, severe) in by_side.items()
        for quantity, at, reach in (("likelihood", likely, 0.1), ("severity", severe, 1.0))
        for n in range(-1, 3)
    ]
    return Estimates(tuple(rows))


@pytest.fixture
def found():
    register = Register((Risk("war", {"en": "War comes."}), Risk("trade", {"en": "Trade ends."})))
    said = estimates(
        war={"north": (0.2, 8.0), "south": (0.7, 8.0)},
        trade={"north": (0.5, 5.0), "south": (0.5, 5.0)},
    )
    return assess(register, said, k=3)


def layers(figure) -> list[dict]:
    """The layers as Vega-Lite has them, their data inside."""
    spec = figure.chart.to_dict(validate=False)
    named = spec.get("datasets", {})
    return [
        {"mark": one["mark"]["type"], "style": one["mark"], "encoding": one["encoding"],
         "values": one["data"].get("values") or named[one["data"]["name"]]}
        for one in spec["layer"]
    ]  # fmt: skip


def points(figure) -> list[dict]:
    return [
        row
        for one in layers(figure)
        if one["mark"] == "point" and "risk" in one["values"][0]
        for row in one["values"]
    ]


def test_matrix_marks_every_risk_once_a_side_and_takes_turns(found) -> None:
    figure = risk_matrix(found, WORDS, names=NAMES)

    marks = [(one["number"], one["side"], round(one["best"], 2)) for one in points(figure)]
    assert marks == [
        ("1", "North", 0.21),
        ("1", "South", 0.71),
        ("2", "South", 0.51),
        ("2", "North", 0.51),
    ]


def test_matrix_puts_the_more_severe_higher(found) -> None:
    figure = risk_matrix(found, WORDS, names=NAMES)

    heights = {(one["risk"], one["side"]): one["y"] for one in points(figure)}
    assert heights["war", "North"] == heights["war", "South"] < heights["trade", "North"]


def test_matrix_states_the_finding_and_the_table_has_all_of_it(found) -> None:
    figure = risk_matrix(found, WORDS, names=NAMES)

    assert figure.title == "The sides fear 1 of 2 risks differently, and 1 alike"
    assert figure.table.columns == (
        "No.", "Risk", "North: likelihood", "North: severity", "South: likelihood",
        "South: severity", "What it is",
    )  # fmt: skip
    assert figure.table.rows == (
        ("1", Quote("war", "War comes.", "en"), "21% (10–30%)", "8.1 (7.0–9.0)",
         "71% (60–80%)", "8.1 (7.0–9.0)", "feared by South alone"),
        ("2", Quote("trade", "Trade ends.", "en"), "51% (40–60%)", "5.1 (4.0–6.0)",
         "51% (40–60%)", "5.1 (4.0–6.0)", "seen alike"),
    )  # fmt: skip


@pytest.mark.parametrize("width", [340, 680])
def test_matrix_fits_its_width(found, width: int) -> None:
    figure = risk_matrix(found, WORDS, names=NAMES, width=width)

    drawn = [one for one in layers(figure) if one["mark"] == "point"]
    ends = [
        one["encoding"]["x"]["scale"]["range"] for one in drawn if "scale" in one["encoding"]["x"]
    ]
    assert ends == [[40, width - 20]]
    assert figure.chart.to_dict(validate=False)["width"] == width


def test_matrix_gives_sides_equal_marks(found) -> None:
    figure = risk_matrix(found, WORDS, names=NAMES)

    (drawn,) = [
        one for one in layers(figure) if "risk" in one["values"][0] and one["mark"] == "point"
    ]
    assert drawn["encoding"]["color"]["scale"]["range"] == ["#007B98", "#966310"]
    assert drawn["encoding"]["shape"]["scale"]["range"] == ["circle", "square"]
    assert drawn["style"]["size"] == 84


def test_matrix_draws_no_side_below_k(found) -> None:
    few = assess(found.register, estimates(war={"north": (0.2, 8.0), "south": (0.7, 8.0)}), k=5)

    assert risk_matrix(few, WORDS, names=NAMES) is None


def test_matrix_leaves_out_a_risk_of_which_one_quantity_is_unknown(found) -> None:
    rows = [one for one in estimates(war={"north": (0.2, 8.0)}, trade={"north": (0.5, 5.0)}).rows
            if (one.risk, one.quantity) != ("war", "severity")]  # fmt: skip

    figure = risk_matrix(assess(found.register, Estimates(tuple(rows))), WORDS)

    assert {one["risk"] for one in points(figure)} == {"trade"}
    assert figure.table.rows[0][2:4] == ("21% (10–30%)", "too few to show")


def test_matrix_puts_a_scale_of_its_own_on_the_same_plane() -> None:
    from tracktwo.dialogue import Scale

    rows = [
        Estimate("war", f"e{n}", "north", 1, quantity, at, at, at)
        for n in range(3)
        for quantity, at in (("likelihood", 0.5), ("severity", 3.0))
    ]
    scale = Scale("rating", 1.0, 5.0)
    found = assess(Register((Risk("war", scale=scale),)), Estimates(tuple(rows), {"war": scale}))

    (mark,) = points(risk_matrix(found, WORDS, width=340))
    top, size = 48, 340 - 40 - 20
    assert mark["y"] == pytest.approx(top + size / 2, abs=2)


def test_matrix_writes_numbers_of_risks_in_one_place_beside_each_other() -> None:
    said = estimates(
        war={"north": (0.5, 5.0), "south": (0.5, 5.0)},
        trade={"north": (0.5, 5.0), "south": (0.2, 5.0)},
    )
    figure = risk_matrix(assess(Register(), said), WORDS, names=NAMES)

    written = [one["values"] for one in layers(figure) if one["style"].get("dx") == 7]
    assert [[row["text"] for row in rows] for rows in written] == [["1, 2"], ["1", "2"]]
