"""Where the numbers of marks go on a drawing, so that none covers another."""

from collections.abc import Sequence

WIDE, HIGH = 38.0, 28.0
"""Room that a number takes, also where a phone draws it large."""
_STEPS = tuple(
    sorted(
        ((across, down) for across in range(-3, 4) for down in range(-3, 4)),
        key=lambda one: (one[0] ** 2 + one[1] ** 2, -one[1], -one[0]),
    )
)
"""Steps across and down from where a number is wanted, the nearest first."""
Place = tuple[float, float]


def labels_apart(wanted: Sequence[Place]) -> tuple[Place, ...]:
    """For each place the nearest around it that no earlier number has taken; itself where all are.

    >>> labels_apart([(10, 10), (10, 10)])
    ((10.0, 10.0), (10.0, 38.0))
    """
    taken: list[Place] = []
    for x, y in wanted:
        around = ((x + across * WIDE, y + down * HIGH) for across, down in _STEPS)
        taken.append(next((one for one in around if not _is_taken(one, taken)), (x, y)))
    return tuple(taken)


def _is_taken(place: Place, taken: Sequence[Place]) -> bool:
    return any(abs(place[0] - x) < WIDE and abs(place[1] - y) < HIGH for x, y in taken)
