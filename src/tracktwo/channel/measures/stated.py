"""A measure as one office states it in its log, and what stands once both state the same.

Nobody binds the other: a measure is agreed while the last statements of both offices are alike, and
no longer once either states another.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from tracktwo.channel.measures.measure import (
    Bindingness,
    Domain,
    Measure,
    MeasureType,
    Precedent,
    Rung,
)
from tracktwo.errors import InputError
from tracktwo.locale import english
from tracktwo.record import Json

MEASURE_STATED: Final = "measure.stated"
LONGEST, LONGEST_ID, MOST = 500, 40, 20
"""Characters of a text and of an id; languages and precedents of a measure."""
_MEMBERS = {"measure", "names", "domain", "type", "rung", "bindingness", "precedents", "start", "review"}  # fmt: skip
E = TypeVar("E", bound=StrEnum)


class Agreement(StrEnum):
    """How the statements of two offices about one measure stand to each other."""

    AGREED = "agreed"
    ONE_SIDED = "one_sided"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Stated:
    """A measure by what each office, by name, last stated of it."""

    id: str
    by: Mapping[str, Measure]

    @property
    def agreement(self) -> Agreement:
        """Agreed where both offices have stated the same."""
        if len(self.by) < 2:
            return Agreement.ONE_SIDED
        one, other = self.by.values()
        return Agreement.AGREED if one == other else Agreement.DIFFERENT


def stated_body(measure: Measure) -> dict[str, Json]:
    """The body of `measure.stated`; who the parties are, the line says."""
    return {
        "measure": measure.id,
        "names": dict(measure.names),
        "domain": measure.domain.value,
        "type": measure.type.value,
        "rung": measure.rung.value,
        "bindingness": measure.bindingness.value,
        "precedents": [[one.instrument, one.article] for one in measure.precedents],
        "start": measure.start.isoformat() if measure.start else None,
        "review": measure.review.isoformat() if measure.review else None,
    }


def stated_of(body: Mapping[str, Json], parties: tuple[str, ...]) -> Measure:
    """The measure that a body states between the parties of its line; `InputError` for another body."""
    if body.keys() != _MEMBERS:
        raise _wrong()
    names, precedents = body["names"], body["precedents"]
    if not isinstance(names, dict) or not isinstance(precedents, list):
        raise _wrong()
    if max(len(names), len(precedents)) > MOST:
        raise _wrong()
    return Measure(
        _text(body["measure"], LONGEST_ID),
        {language: _text(told) for language, told in names.items()},
        _one_of(Domain, body["domain"]),
        _one_of(MeasureType, body["type"]),
        _one_of(Rung, body["rung"]),
        tuple(sorted(parties)),
        _one_of(Bindingness, body["bindingness"]),
        precedents=tuple(map(_precedent, precedents)),
        start=_day(body["start"]),
        review=_day(body["review"]),
    )


def _precedent(told: Json) -> Precedent:
    if not isinstance(told, list) or len(told) != 2:
        raise _wrong()
    return Precedent(*map(_text, told))


def _text(told: Json, longest: int = LONGEST) -> str:
    if not isinstance(told, str) or len(told) > longest:
        raise _wrong()
    return told


def _one_of(kind: Callable[[str], E], told: Json) -> E:
    try:
        return kind(_text(told))
    except ValueError:
        raise _wrong() from None


def _day(told: Json) -> date | None:
    if told is None:
        return None
    try:
        day = date.fromisoformat(_text(told))
    except ValueError:
        raise _wrong() from None
    if day.isoformat() != told:
        raise _wrong()
    return day


def _wrong() -> InputError:
    return InputError(english("the entry does not say what an entry of its kind says"))
