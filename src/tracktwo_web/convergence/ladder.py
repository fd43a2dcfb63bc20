"""Options as pages show them: by area, with the rung of the ladder, and what each side has of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from tracktwo.convergence import LADDER
from tracktwo_web.convergence.models import Area, Option, Rung
from tracktwo_web.dialogues.models import Side


@dataclass(frozen=True)
class Step:
    """A rung of the ladder, and how far up it is."""

    label: str
    number: int
    of: int = len(LADDER)


def step_of(rung: str) -> Step | None:
    """The rung that an option reaches; None where none is named."""
    return Step(str(Rung(rung).label), LADDER.index(rung) + 1) if rung in LADDER else None


def by_area(options: Iterable[Option]) -> list[tuple[Area | None, list[Option]]]:
    """Options under the areas they lie in; they come in that order."""
    return [(area, list(there)) for area, there in groupby(options, key=lambda one: one.area)]


def interests_of(
    interests: Mapping[str, Mapping[str, str]], sides: Sequence[Side]
) -> list[tuple[Side, Mapping[str, str]]]:
    """What each side would have of an option, in the order of the page."""
    return [(side, interests.get(side.code, {})) for side in sides]
