"""From estimates to findings: what is planted is found, and nothing of few is told."""

from dataclasses import replace

import numpy as np
import pytest

from tests.risk.conftest import Given, rows
from tracktwo.errors import OptionError
from tracktwo.risk import Estimates, Register, Risk, Score, Seeds, assess

EIGHT = [0.20, 0.25, 0.30, 0.20, 0.25, 0.30, 0.20, 0.25]


def test_planted_difference_is_found(estimates: Given) -> None:
    found = assess(Register(), estimates({"north": EIGHT, "south": [one + 0.4 for one in EIGHT]}))

    (finding,) = found.risks[0].findings
    (row,) = found.risks[0].quantities[0].comparisons
    assert (finding.verdict, finding.side) == ("alone", "south")
    assert row.difference == pytest.approx(-0.4)
    assert row.low < -0.4 < row.high < 0


def test_figures_of_a_side_are_means_at_one_credence(estimates: Given) -> None:
    found = assess(Register(), estimates({"north": [0.2, 0.3, 0.4]}))

    north = found.risks[0].of("likelihood").of("north")
    assert (north.n, north.low, north.best, north.high) == (3, *map(pytest.approx, (0.2, 0.3, 0.4)))
    assert north.spread == pytest.approx(0.1)
    assert found.risks[0].findings == ()


def test_last_round_counts_and_the_move_is_told() -> None:
    given = Estimates(
        (*rows({"north": [0.2, 0.3, 0.4]}), *rows({"north": [0.4, 0.5, 0.6]}, of_round=2))
    )

    north = assess(Register(), given).risks[0].quantities[0].of("north")

    assert north.best == pytest.approx(0.5)
    assert (north.change.n, north.change.mean) == (3, pytest.approx(0.2))


def test_small_side_is_not_told_nor_what_it_could_be_found_from(estimates: Given) -> None:
    found = assess(Register(), estimates({"north": EIGHT, "south": [0.6, 0.7]}))

    (quantity,) = found.risks[0].quantities
    south = quantity.of("south")
    assert (south.n, south.best, south.beside) == (None, None, {})
    assert quantity.of("north").n == 8
    assert [row.standing for row in quantity.comparisons] == ["hidden"]
    assert [one.verdict for one in found.risks[0].findings] == ["hidden"]


def test_with_k_of_one_everybody_is_told(estimates: Given) -> None:
    found = assess(Register(), estimates({"north": [0.2], "south": [0.9]}), k=1)

    (quantity,) = found.risks[0].quantities
    assert [(one.side, one.n, one.best) for one in quantity.sides] == [
        ("north", 1, 0.2), ("south", 1, 0.9),
    ]  # fmt: skip
    assert [row.standing for row in quantity.comparisons] == ["unclear"]


def test_side_that_gave_no_estimate_is_no_obstacle(estimates: Given) -> None:
    both = (*rows({"north": EIGHT, "south": EIGHT}), *rows({"north": EIGHT}, risk="trade"))

    found = assess(Register(), Estimates(both))

    assert [one.findings[0].verdict for one in found.risks] == ["alike", "hidden"]


def test_both_pools_stand_side_by_side(estimates: Given) -> None:
    given = estimates({"north": [0.05, 0.5, 0.6]})

    linear, log = (assess(Register(), given, pool=one) for one in ("linear", "log"))

    beside = linear.risks[0].quantities[0].of("north").beside
    assert set(beside) == {"linear-equal", "log-equal"}
    assert beside["linear-equal"] == linear.risks[0].quantities[0].of("north").best
    assert beside["log-equal"] == log.risks[0].quantities[0].of("north").best


def test_risk_is_likelier_to_one_and_graver_to_the_other() -> None:
    given = Estimates((
        *rows({"north": EIGHT, "south": [one + 0.4 for one in EIGHT]}),
        *rows({"north": [8, 8.5, 9] * 3, "south": [4, 4.5, 5] * 3}, quantity="severity"),
    ))  # fmt: skip

    found = assess(Register(), given).risks[0]

    assert [one.quantity for one in found.quantities] == ["likelihood", "severity"]
    assert found.findings[0].verdict == "mixed"


def test_three_sides_are_compared_in_pairs(estimates: Given) -> None:
    found = assess(Register(), estimates({"a": EIGHT, "b": EIGHT, "c": EIGHT})).risks[0]

    assert [(one.one, one.other) for one in found.findings] == [("a", "b"), ("a", "c"), ("b", "c")]


def test_register_keeps_risks_that_nobody_estimated(estimates: Given) -> None:
    register = Register((Risk("flood"), Risk("war", {"en": "War."})))

    found = assess(register, estimates({"north": EIGHT, "south": EIGHT}))

    assert [(one.risk, len(one.quantities)) for one in found.risks] == [("flood", 0), ("war", 1)]
    assert found.risks[0].findings[0].verdict == "hidden"


def test_order_of_rows_does_not_matter() -> None:
    given = rows({"north": EIGHT, "south": [0.5, 0.6, 0.7]})

    one, other = (
        assess(Register(), Estimates(tuple(each))) for each in (given, given[:1] + given[:0:-1])
    )

    (mine,), (theirs,) = one.risks[0].quantities, other.risks[0].quantities
    assert mine.of("north").best == pytest.approx(theirs.of("north").best)
    assert mine.comparisons[0].standing == theirs.comparisons[0].standing


def _seeds(experts: list[str], good: set[str]) -> Seeds:
    """Ten questions: the good are right as often as they say, the others far off."""
    truth = np.arange(10.0)
    near = np.stack([truth - 3, truth + np.where(truth % 2, 1, -1) * 0.5, truth + 3], axis=1)
    near[0] = [0.5, 1, 2]
    return Seeds(
        tuple(experts),
        tuple(f"q{n}" for n in range(10)),
        np.stack([near if one in good else near + 40 for one in experts]),
        truth,
    )


def test_weights_by_seed_questions_are_told_by_side() -> None:
    given = Estimates(tuple(rows({"north": [0.2, 0.4, 0.6, 0.8], "south": [0.1, 0.2, 0.3]})))
    experts = list(dict.fromkeys(one.expert for one in given.rows))
    seeds = _seeds(experts, set(experts) - {"north-3"})

    found = assess(Register(), given, seeds=seeds, weights="cooke")

    north = found.risks[0].quantities[0].of("north")
    assert found.weights == {
        "north": pytest.approx(0.5, abs=0.01),
        "south": pytest.approx(0.5, abs=0.01),
    }
    assert north.best == pytest.approx(0.4, abs=0.01)
    assert north.beside["linear-equal"] == pytest.approx(0.5)


def test_pool_that_would_rest_on_fewer_than_k_by_weight_is_not_told() -> None:
    given = Estimates(tuple(rows({"north": [0.2, 0.4, 0.6], "south": [0.1, 0.2, 0.3]})))
    experts = list(dict.fromkeys(one.expert for one in given.rows))
    seeds = _seeds(experts, {"north-0", "south-0", "south-1", "south-2"})

    found = assess(Register(), given, seeds=seeds, weights="cooke")

    north = found.risks[0].quantities[0].of("north")
    assert (north.n, north.best) == (3, None)
    assert set(north.beside) == {"linear-equal", "log-equal"}
    assert found.risks[0].findings[0].verdict == "hidden"


def test_weights_of_sides_are_not_told_of_few() -> None:
    given = Estimates(tuple(rows({"north": [0.2, 0.4, 0.6], "south": [0.1, 0.2, 0.3]})))
    seeds = _seeds(["north-0", "north-1", "north-2", "south-0"], {"north-0", "south-0"})

    assert assess(Register(), given, seeds=seeds).weights is None


def test_risks_that_are_resolved_are_scored_by_side() -> None:
    names = [f"r{n}" for n in range(6)]
    given = Estimates(tuple(
        one for name in names for one in rows({"north": [0.8] * 3, "south": [0.4] * 3}, risk=name)
    ))  # fmt: skip
    register = Register(tuple(Risk(name, outcome=name != "r0") for name in names))

    scores = assess(register, given).scores

    assert {side: (one.n, one.value) for side, one in scores.items()} == {
        "north": (6, pytest.approx((5 * 0.04 + 0.64) / 6)),
        "south": (6, pytest.approx((5 * 0.36 + 0.16) / 6)),
    }


def test_nothing_resolved_is_silence(estimates: Given) -> None:
    assert assess(Register(), estimates({"north": EIGHT})).scores == {"north": Score(0)}


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"k": 0}, "k is 0; it must be 1 or more"),
        ({"pool": "mean"}, "pool 'mean' is not known; use linear or log"),
        ({"margin": 0.0}, "the margin is 0; it must lie between 0 and 1"),
        ({"level": 1.0}, "the level is 1; it must lie between 0 and 1"),
        ({"credence": 0.2}, "the credence is 0.2; it must lie between 0.5 and 1"),
        ({"weights": "cooke"}, "Cooke's weights need seed questions; give a folder with seeds.csv"),
        ({"weights": "votes"}, "weights 'votes' are not known; use equal or cooke"),
    ],
)
def test_options_that_do_not_fit_are_refused(estimates: Given, options, sentence) -> None:
    with pytest.raises(OptionError) as caught:
        assess(Register(), estimates({"north": EIGHT}), **options)

    assert str(caught.value) == sentence


def test_sureness_widens_the_interval(estimates: Given) -> None:
    given = estimates({"north": [0.4] * 3})
    unsure = Estimates(tuple(replace(one, sure=0.5) for one in given.rows))

    wide = assess(Register(), unsure).risks[0].quantities[0].of("north")

    assert (wide.low, wide.high) == (pytest.approx(0.24), pytest.approx(0.56))
