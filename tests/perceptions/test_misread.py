"""Whether a side thinks it is misread more than it is: definition, and intervals that hold.

Run as a program this prints the second table on mirrored predictions in `docs/methods/perceptions.md`.
"""

import sys

import numpy as np
import pytest

from tracktwo.perceptions import assess_mirrored
from tracktwo.perceptions.beliefs import beliefs_among
from tracktwo.perceptions.misread import _squares
from tracktwo.simulate import Misperception, perception_world
from tracktwo.votes import sweep_of, tally

STATEMENTS, SIDES = 20, 2


def pairs(world):
    return assess_mirrored(world, tally(sweep_of(world), world.party_of, SIDES)).meta_pairs


def a_world(seats: int, seed: int, *, felt: float, real: float, **options):
    """Each side is misread by `real` on every statement, and thinks it is by `felt`; either way."""
    rng = np.random.default_rng(10_000 + seed)
    shares = rng.uniform(0.3, 0.7, (SIDES, STATEMENTS))
    seen, thought = (
        rng.choice([-1, 1], (SIDES, STATEMENTS)) * distance for distance in (real, felt)
    )
    places = [(s, of) for s in range(STATEMENTS) for of in range(SIDES)]
    world, _ = perception_world(
        seats=seats,
        statements=STATEMENTS,
        seed=seed,
        shares=shares,
        planted=[Misperception(s, 1 - of, of, seen[of, s]) for s, of in places],
        mirrored=[Misperception(s, of, 1 - of, (thought - seen)[of, s]) for s, of in places],
        **options,
    )
    return world


def test_distances_are_root_mean_squares_over_statements() -> None:
    shares = np.full((2, 2), 0.5)
    planted = [Misperception(0, 1, 0, -0.3), Misperception(1, 1, 0, 0.4)]
    mirrored = [Misperception(0, 0, 1, 0.3), Misperception(1, 0, 1, 0.1)]
    world, truth = perception_world(
        seats=4000, statements=2, shares=shares, planted=planted, mirrored=mirrored, seed=1
    )

    pair = pairs(world)[0]

    assert (pair.of, pair.expected_by, pair.statements) == ("A", "B", 2)
    assert truth.believed[0, 1].tolist() == pytest.approx([0.5, 1.0])
    assert pair.felt == pytest.approx((0.5**2 / 2) ** 0.5, abs=0.02)
    assert pair.real == pytest.approx(((0.3**2 + 0.4**2) / 2) ** 0.5, abs=0.02)
    assert pair.excess == pair.felt - pair.real


@pytest.mark.parametrize("distance", [0.0, 0.2])
def test_squares_have_no_bias_at_any_size(distance) -> None:
    """Plain squares of three people a side would be above .1 though nobody is misread."""
    found = []
    for seed in range(60):
        world = a_world(3, seed, felt=distance, real=0)
        rows = beliefs_among(world, tally(sweep_of(world), world.party_of, SIDES), k=1)
        found.append(_squares(rows.believed, rows.actual).value.mean())

    assert np.mean(found) == pytest.approx(distance**2, abs=0.01)


@pytest.mark.parametrize("style", [0.0, 0.4])
@pytest.mark.parametrize(("felt", "real"), [(0.0, 0.0), (0.15, 0.15), (0.3, 0.1), (0.1, 0.3)])
@pytest.mark.parametrize("seats", [5, 10, 30])
def test_intervals_of_the_excess_hold(seats, felt, real, style) -> None:
    held, above = held_and_above(40, seats, felt=felt, real=real, style=style)

    # Two standard errors over forty dialogues.
    assert held >= 0.95 - 2 * (0.95 * 0.05 / 40) ** 0.5
    assert felt > real or above <= 0.025 + 2 * (0.975 * 0.025 / 40) ** 0.5


def held_and_above(repeats: int, seats: int, *, felt: float, real: float, **options):
    """How often the interval holds the true excess, and how often it lies above 0."""
    held, above = [], []
    for seed in range(repeats):
        for pair in pairs(a_world(seats, seed, felt=felt, real=real, **options)):
            # Silence about a small group is no claim.
            silent = pair.excess is None
            held.append(silent or pair.excess_low <= felt - real <= pair.excess_high)
            above.append(not silent and pair.excess_low > 0)
    return float(np.mean(held)), float(np.mean(above))


def test_who_thinks_it_is_misread_more_than_it_is_is_found_with_ten_a_side() -> None:
    _, above = held_and_above(25, 10, felt=0.3, real=0.1)

    assert above > 0.75


def test_nothing_is_said_where_neither_distance_stands_out() -> None:
    world, _ = perception_world(
        seats=6, statements=3, prediction_noise=0.4, mirrored=[], seed=26, k=1
    )

    silent = [pair for pair in pairs(world) if pair.felt == pair.real == 0]

    assert [(one.excess, one.excess_low, one.excess_high) for one in silent] == [
        (None, None, None)
    ] * len(silent)
    assert silent


def _table(repeats: int):
    for felt, real in ((0.0, 0.0), (0.15, 0.15), (0.1, 0.3), (0.3, 0.1)):
        for style in (0.0, 0.4):
            cells = [
                held_and_above(repeats, seats, felt=felt, real=real, style=style)
                for seats in (5, 10, 30, 100)
            ]
            told = " | ".join(f"{held:.2f} / {above:.2f}" for held, above in cells)
            yield f"| {felt} | {real} | {'yes' if style else 'no'} | {told} |\n"


if __name__ == "__main__":
    sys.stdout.writelines(_table(200))
