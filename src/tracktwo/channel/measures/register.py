"""The register of measures and norms: where each stands on a day, and how far each area has come."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from tracktwo.channel.measures.measure import Measure, Rung
from tracktwo.errors import InputError
from tracktwo.locale import english


class MeasureState(StrEnum):
    """Where a measure stands on a day. A suspension by one side suspends it for all."""

    PROPOSED = "proposed"
    IN_FORCE = "in_force"
    REVIEW_DUE = "review_due"
    SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True)
class Reached:
    """How far an area has come: the highest rung in force, and the measures on it."""

    area: str
    rung: Rung
    measures: tuple[str, ...]


class MeasureRegister(Mapping[str, Measure]):
    """Measures by id, in the order in which they were entered."""

    def __init__(self, measures: Iterable[Measure] = ()) -> None:
        """Take measures in; `InputError` where two have one id."""
        known: dict[str, Measure] = {}
        for one in measures:
            if one.id in known:
                raise InputError(english("measure {id} is entered twice", id=repr(one.id)))
            known[one.id] = one
        self._known = MappingProxyType(known)

    def __getitem__(self, id_: str) -> Measure:
        return self._known[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def state(self, id_: str, day: date) -> MeasureState:
        """Where a measure stands on a day; suspended comes before a review that is due."""
        measure = self[id_]
        if measure.start is None or day < measure.start:
            return MeasureState.PROPOSED
        if measure.suspended_by(day):
            return MeasureState.SUSPENDED
        is_due = measure.review is not None and measure.review <= day
        return MeasureState.REVIEW_DUE if is_due else MeasureState.IN_FORCE

    def reached(self, day: date) -> tuple[Reached, ...]:
        """The highest rung of each area with a measure in force, areas in the order of entry.

        What is suspended does not count, and what is only proposed neither. Areas are not compared.
        """
        live: dict[str, list[Measure]] = {}
        for id_, one in self.items():
            if self.state(id_, day) in (MeasureState.IN_FORCE, MeasureState.REVIEW_DUE):
                live.setdefault(one.area, []).append(one)
        return tuple(_highest(area, ones) for area, ones in live.items())

    def reviews_due(self, day: date) -> tuple[Measure, ...]:
        """Measures whose review is due on a day, the longest due first; suspended ones too."""
        due = [one for one in self.values() if one.review is not None and one.review <= day]
        return tuple(sorted(due, key=lambda one: (one.review, one.id)))


def _highest(area: str, measures: list[Measure]) -> Reached:
    top = max((one.rung for one in measures), key=lambda one: one.height)
    return Reached(area, top, tuple(one.id for one in measures if one.rung is top))
