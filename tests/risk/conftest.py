"""Estimates by hand: few numbers, many experts."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from tracktwo.risk import Estimate, Estimates

Given = Callable[..., Estimates]


@pytest.fixture
def estimates() -> Given:
    """Estimates of one risk by side: best values, with ends a tenth of the scale away."""

    def make(
        best: Mapping[str, Sequence[float]],
        *,
        quantity: str = "likelihood",
        risk: str = "war",
        of_round: int = 1,
    ) -> Estimates:
        return Estimates(tuple(rows(best, quantity=quantity, risk=risk, of_round=of_round)))

    return make


def rows(
    best: Mapping[str, Sequence[float]],
    *,
    quantity: str = "likelihood",
    risk: str = "war",
    of_round: int = 1,
) -> list[Estimate]:
    width = {"likelihood": 0.1, "severity": 1.0}[quantity]
    most = {"likelihood": 1.0, "severity": 10.0}[quantity]
    return [
        Estimate(
            risk, f"{side}-{number}", side, of_round, quantity,
            max(value - width, 0), value, min(value + width, most),
        )
        for side, values in best.items()
        for number, value in enumerate(values)
    ]  # fmt: skip
