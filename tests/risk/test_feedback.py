"""What the group sees between the rounds: figures without names, or nothing."""

from dataclasses import replace

from tests.risk.conftest import rows
from tracktwo.risk import Change, Estimates, Feedback, change, feedback


def test_feedback_names_nobody_and_orders_by_size() -> None:
    given = rows({"north": [0.6, 0.2, 0.4], "south": [0.5, 0.5, 0.5]})
    given[0] = replace(given[0], comment="z")
    given[1] = replace(given[1], comment="a")

    found = feedback(Estimates(tuple(given)))

    assert found[1] == Feedback(
        "war", "likelihood", "north", 3, 0.4, 0.30000000000000004, 0.5,
        ((0.1, 0.2, 0.30000000000000004), (0.30000000000000004, 0.4, 0.5), (0.5, 0.6, 0.7)),
        ("a", "z"),
    )  # fmt: skip
    assert [(one.side, one.n, one.median) for one in found] == [
        ("", 6, 0.5), ("north", 3, 0.4), ("south", 3, 0.5),
    ]  # fmt: skip


def test_feedback_of_all_is_held_back_with_that_of_a_small_side() -> None:
    given = rows({"north": [0.6, 0.2, 0.4], "south": [0.5, 0.5]})

    found = feedback(Estimates(tuple(given)))

    assert [(one.side, one.n) for one in found] == [("", None), ("north", 3), ("south", None)]
    assert found[0] == Feedback("war", "likelihood", "", None)


def test_feedback_is_of_one_round() -> None:
    first, second = (rows({"north": [p, p, p]}, of_round=n) for p, n in ((0.2, 1), (0.6, 2)))

    both = Estimates((*first, *second))

    assert [feedback(both, of_round=n)[1].median for n in (1, 2)] == [0.2, 0.6]


def test_change_counts_those_who_gave_both_rounds() -> None:
    first = rows({"north": [0.2, 0.4, 0.6, 0.9]})
    second = rows({"north": [0.3, 0.4, 0.5]}, of_round=2)

    moved = change(Estimates((*first, *second)), "war", "likelihood", side="north")

    assert moved.n == 3
    assert round(moved.mean, 12) == 0
    assert (round(moved.spread_before, 12), round(moved.spread_after, 12)) == (0.2, 0.1)


def test_change_of_few_is_held_back() -> None:
    given = (*rows({"north": [0.2, 0.4, 0.6]}), *rows({"north": [0.3, 0.4]}, of_round=2))

    assert change(Estimates(given), "war", "likelihood", side="north") == Change(None)
