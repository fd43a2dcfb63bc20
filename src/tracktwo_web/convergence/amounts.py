"""What an option takes, as pages show it: a line for each kind, joint amounts last."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracktwo_web.convergence.domain.amounts import decimals_of
from tracktwo_web.convergence.models import Taken
from tracktwo_web.dialogues.models import Side


@dataclass(frozen=True)
class Part:
    """What is taken of a side, or of all jointly where `side` is None."""

    side: Side | None
    value: float

    @property
    def decimals(self) -> int:
        return decimals_of(self.value)


def takes_by_kind(takes: Iterable[Taken], sides: Sequence[Side]) -> list[tuple[str, list[Part]]]:
    """Kinds in order of appearance; within each the sides in the order of the page."""
    named = {side.code: (place, side) for place, side in enumerate(sides)}
    told: dict[str, list[Part]] = {}
    nobody = (len(sides), None)
    for one in sorted(takes, key=lambda each: named.get(each["side"], nobody)[0]):
        told.setdefault(one["of"], []).append(Part(named.get(one["side"], nobody)[1], one["value"]))
    order = dict.fromkeys(one["of"] for one in takes)
    return [(of, told[of]) for of in order]
