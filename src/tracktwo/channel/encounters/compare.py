"""Comparing two accounts: facts within a tolerance are agreed, and what one side leaves out is unknown."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from tracktwo.channel.encounters.report import Report
from tracktwo.channel.sphere import Position
from tracktwo.channel.sphere.position import distance
from tracktwo.errors import OptionError
from tracktwo.locale import english

Told = datetime | Position | float | str
Apart = timedelta | float | None


class Standing(StrEnum):
    """How two accounts of one matter stand to each other."""

    AGREED = "agreed"
    DISPUTED = "disputed"
    UNKNOWN = "unknown"
    """One side, or neither, says anything of it."""
    BESIDE = "beside"
    """Words that persons read beside each other: no program says whether they mean the same."""


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far apart two accounts may be and still be the same: clocks, fixes and eyes differ.

    `miles` are nautical; `closest` is a share of the larger distance told.
    """

    time: timedelta = timedelta(minutes=5)
    miles: float = 1.0
    closest: float = 0.2


@dataclass(frozen=True, slots=True)
class Compared:
    """One matter in both accounts, in the order in which they were given, and how far apart they are.

    `apart` is a time, nautical miles between positions, or metres between distances; None for all else,
    and where a side is silent.
    """

    matter: str
    standing: Standing
    told: tuple[Told | None, Told | None]
    apart: Apart = None


def compare(one: Report, other: Report, tolerance: Tolerance | None = None) -> tuple[Compared, ...]:
    """Every matter of which either side says something: time, place, closest approach, events, words.

    Which account comes first changes nothing but the order of what was told.

    `OptionError` where both accounts are of one side.
    """
    if one.side == other.side:
        raise OptionError(
            english(
                "both accounts are of {side}; an encounter is told by one side and the other",
                side=one.side,
            )
        )
    limits = tolerance or Tolerance()
    return tuple(
        found
        for found in _matters(one, other, limits)
        if any(each is not None for each in found.told)
    )


def _matters(one: Report, other: Report, limits: Tolerance) -> Iterator[Compared]:
    yield _measured("time", one.time, other.time, limits)
    yield _measured("position", one.position, other.position, limits)
    yield _measured("closest", one.closest, other.closest, limits)
    for name in sorted({*one.happened, *other.happened}):
        yield _same(f"happened.{name}", one.happened.get(name), other.happened.get(name))
    yield _same("assessment", one.assessment, other.assessment)
    for name in sorted({*one.words, *other.words}):
        told = (one.words.get(name) or None, other.words.get(name) or None)
        yield Compared(f"words.{name}", Standing.BESIDE if all(told) else Standing.UNKNOWN, told)


def _measured(matter: str, one: Told | None, other: Told | None, limits: Tolerance) -> Compared:
    if one is None or other is None:
        return Compared(matter, Standing.UNKNOWN, (one, other))
    apart, is_near = _apart(one, other, limits)
    standing = Standing.AGREED if is_near else Standing.DISPUTED
    return Compared(matter, standing, (one, other), apart)


def _apart(one: Told, other: Told, limits: Tolerance) -> tuple[timedelta | float, bool]:
    """How far two accounts are apart, and whether that is within the tolerance."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        between = abs(one - other)
        return between, between <= limits.time
    if isinstance(one, Position) and isinstance(other, Position):
        miles = distance(one, other)
        return miles, miles <= limits.miles
    metres = abs(float(one) - float(other))  # type: ignore[arg-type]  # what is left are numbers
    return metres, metres <= limits.closest * max(float(one), float(other))  # type: ignore[arg-type]


def _same(matter: str, one: str | None, other: str | None) -> Compared:
    if one is None or other is None:
        return Compared(matter, Standing.UNKNOWN, (one, other))
    return Compared(matter, Standing.AGREED if one == other else Standing.DISPUTED, (one, other))
