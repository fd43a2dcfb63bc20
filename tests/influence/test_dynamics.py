import numpy as np
import pytest

from tracktwo.errors import OptionError
from tracktwo.influence.dynamics import RULES, Dynamics, Transfer

TRANSFERS = ("sigmoid:1", "sigmoid:4", "tanh:1", "tanh:0.5", "step:0.5", "trivalent", "clip")


@pytest.mark.parametrize("text", TRANSFERS)
def test_transfer_is_written_as_it_is_read(text):
    assert str(Transfer.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "relu",
            "transfer function 'relu' is not known; write sigmoid:1, tanh:1, step:0.5, trivalent or clip",
        ),
        (
            "sigmoid:x",
            "transfer function 'sigmoid:x' has no number after ':'; write sigmoid:1, tanh:1, step:0.5, trivalent or clip",
        ),
        ("sigmoid:0", "the slope of sigmoid is 0; it must be above 0"),
        ("tanh:-1", "the slope of tanh is -1; it must be above 0"),
        ("step:nan", "the threshold of step is nan; it must be a number"),
        (
            "clip:2",
            "transfer function 'clip:2' is not known; write sigmoid:1, tanh:1, step:0.5, trivalent or clip",
        ),
    ],
)
def test_transfer_that_does_not_exist_is_refused(text, message):
    with pytest.raises(OptionError) as caught:
        Transfer.parse(text)

    assert str(caught.value) == message


def test_rule_that_does_not_exist_is_refused():
    with pytest.raises(
        OptionError, match="rule 'hebb' is not known; write kosko, mkosko, rescaled"
    ):
        Dynamics.of("hebb")


@pytest.mark.parametrize("text", ["sigmoid:1", "sigmoid:3", "tanh:1", "tanh:2"])
def test_slope_steepest_and_bend_are_those_of_the_function(text):
    transfer = Transfer.parse(text)
    x, h = np.linspace(-6, 6, 4001), 1e-5

    slope = (transfer.of(x + h) - transfer.of(x - h)) / (2 * h)
    bend = (transfer.of(x + 1e-4) - 2 * transfer.of(x.copy()) + transfer.of(x - 1e-4)) / 1e-8

    assert np.allclose(slope, transfer.slope(transfer.of(x.copy())), atol=1e-8)
    assert slope.max() == pytest.approx(transfer.steepest, rel=1e-5)
    assert np.abs(bend).max() == pytest.approx(transfer.bend, rel=1e-3)


@pytest.mark.parametrize("rule", RULES)
def test_pushes_are_the_rule_as_it_is_written(rule):
    dynamics = Dynamics.of(rule)
    rng = np.random.default_rng(0)
    matrix, a = rng.uniform(-1, 1, (5, 5)), rng.random(5)

    pushes, constant = dynamics.pushes(matrix)

    written = {
        "kosko": a @ matrix,
        "mkosko": a @ matrix + a,
        "rescaled": (2 * a - 1) @ matrix + (2 * a - 1),
    }
    assert np.allclose(a @ pushes + constant, written[rule], atol=1e-14)


def test_sigmoid_of_very_large_sums_is_one_or_zero():
    assert Transfer.parse("sigmoid:5").of(np.array([-1e4, 1e4])).tolist() == [0.0, 1.0]
