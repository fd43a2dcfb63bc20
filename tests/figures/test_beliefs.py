"""What sides believe is expected of them, drawn: claims full, the few unseen, three numbers beside."""

from dataclasses import replace

from tracktwo import figures
from tracktwo.figures.beliefs import belief_table, misbeliefs
from tracktwo.locale import translator

EN = translator("en")


def drawn(figure) -> list[tuple]:
    chart = figure.chart.to_dict()
    inline = [layer.get("data", {}).get("values", []) for layer in chart["layer"]]
    records = [one for values in [*chart.get("datasets", {}).values(), *inline] for one in values]
    fields = ("statement", "side", "value", "low", "high", "strong")
    found = (tuple(one[field] for field in fields) for one in records if set(fields) <= set(one))
    return list(dict.fromkeys(found))


def test_every_pair_of_a_claimed_statement_is_drawn_and_only_claims_full(made) -> None:
    analysis = made.with_beliefs(made.two_parties())

    found = drawn(figures.beliefs(analysis, EN))

    claimed = {(one.statement, one.of) for one in misbeliefs(analysis)}
    names = {"NATO, as seen by China": "nato", "China, as seen by NATO": "china"}
    assert {(key, names[side]) for key, side, *_, strong in found if strong} == claimed
    assert {key for key, *_ in found} == {statement for statement, _ in claimed}
    assert len(found) == 2 * len({statement for statement, _ in claimed})


def test_marks_are_believed_minus_expected_as_shares_of_the_scale(made) -> None:
    votes, ratings = made.two_parties(), made.rated()

    plain, rated = (drawn(figures.beliefs(made.with_beliefs(one), EN)) for one in (votes, ratings))

    assert ("s01", "China, as seen by NATO", -0.4, -0.52, -0.28, True) in plain
    assert ("s01", "China, as seen by NATO", -0.4, -0.52, -0.28, True) in rated


def test_table_sets_what_is_believed_beside_what_is_expected_and_answered(made) -> None:
    table = belief_table(made.with_beliefs(made.two_parties()), EN)

    row = next(one for one in table.rows if one[0] == "s01" and str(one[2]).startswith("China"))
    assert row[2:] == (
        "China, as seen by NATO", "about 5 in 10", "about 9 in 10", "13 of 14", "underestimated",
    )  # fmt: skip


def test_what_rests_on_few_is_in_the_table_without_numbers(made) -> None:
    analysis = made.with_beliefs(made.two_parties())
    first, *others = analysis.meta_perceptions
    names = (
        "actual",
        "expected",
        "believed",
        "believed_low",
        "believed_high",
        "error",
        "low",
        "high",
    )
    silent = replace(first, n_of=None, misperceived=False, **dict.fromkeys(names))

    table = belief_table(replace(analysis, meta_perceptions=(silent, *others)), EN)

    row = next(one for one in table.rows if one[0] == "s01" and str(one[2]).startswith("China"))
    assert row[3:] == ("too few to show", "too few to show", "13 of 14", "")


def test_where_nobody_was_asked_there_is_no_picture(made) -> None:
    assert figures.beliefs(made.two_parties(), EN) is None


def test_without_a_claim_the_nearest_are_drawn_and_the_title_says_so(made) -> None:
    analysis = made.with_beliefs(made.two_parties())
    calm = tuple(replace(one, misperceived=False) for one in analysis.meta_perceptions)

    figure = figures.beliefs(replace(analysis, meta_perceptions=calm), EN)

    assert figure.title == "No error about what the other side expects is beyond doubt"
    assert len({key for key, *_ in drawn(figure)}) == 3
