"""What measures do, drawn: one row a risk under its measure, one line a view."""

from tests.influence.drawn import two_sides

from tracktwo.figures.influence import measure_effects
from tracktwo.influence import Concept, InfluenceMap, Link, Options, contrast, study
from tracktwo.locale import translator

EN = translator("en")
CONCEPTS = (
    Concept("hotline", {"en": "A hotline"}, kind="measure"),
    Concept("parade", kind="measure"),
    Concept("incident", {"en": "An incident"}, kind="risk"),
)
DRAWN = InfluenceMap(CONCEPTS, (Link("hotline", "incident", -0.8), Link("parade", "incident", 0.2)))


def marks(figure) -> list[tuple]:
    chart = figure.chart.to_dict()
    inline = [layer.get("data", {}).get("values", []) for layer in chart["layer"]]
    told = [one for values in [*chart.get("datasets", {}).values(), *inline] for one in values]
    fields = ("statement", "side", "value", "low", "high", "strong")
    return list(dict.fromkeys(tuple(one[f] for f in fields) for one in told if set(fields) <= set(one)))  # fmt: skip


def test_marks_are_what_the_study_found() -> None:
    found = study(DRAWN)

    figure = measure_effects(found, None, EN)

    values = {one.measure: one.value for one in found.effects}
    assert [(one[1], one[2], one[5]) for one in marks(figure)] == [
        ("This map", round(values["hotline"], 4), True),
        ("This map", round(values["parade"], 4), True),
    ]
    assert [row[2] for row in figure.table.rows] == ["−19.0", "+5.0"]
    assert figure.title == "1 of 2 measures would lower a risk, whichever expert one asks"


def test_rows_carry_the_number_of_the_risk_on_the_map() -> None:
    figure = measure_effects(study(DRAWN), None, EN)

    assert {one[0] for one in marks(figure)} == {"3"}


def test_each_side_has_a_line_and_all_together_have_one_with_a_bar() -> None:
    drawn = two_sides()
    apart = contrast(drawn.of_side("a"), drawn.of_side("b"), names=("a", "b"))

    figure = measure_effects(study(drawn, Options(members=100)), apart, EN)

    told = marks(figure)
    assert {one[1] for one in told} == {"a", "b", "All together"}
    assert {one[1] for one in told if one[3] < one[4]} == {"All together"}
    assert figure.table.columns == ("Measure", "Risk", "a", "b", "All together")


def test_map_without_measures_has_no_such_picture() -> None:
    plain = InfluenceMap((Concept("a"), Concept("b")), (Link("a", "b", 0.5),))

    assert measure_effects(study(plain), None, EN) is None


def test_measure_that_nobody_would_feel_has_none_either() -> None:
    faint = InfluenceMap(CONCEPTS, (Link("hotline", "incident", -0.001),))

    assert measure_effects(study(faint), None, EN) is None
