"""A position, in degrees; written as the International Maritime Organization writes it."""

import re
from dataclasses import dataclass
from math import cos, floor, radians, sin

import numpy as np

from tracktwo._typing import Floats
from tracktwo.channel.sphere.arcs import NM_IN_RADIAN, angle
from tracktwo.errors import InputError
from tracktwo.locale import english

_IMO = re.compile(
    r"(?P<d>[0-9]{2})-(?P<m>[0-9]{2}(?:\.[0-9]+)?)(?P<ns>[NS])\s*,?\s*"
    r"(?P<D>[0-9]{3})-(?P<M>[0-9]{2}(?:\.[0-9]+)?)(?P<EW>[EW])"
)


@dataclass(frozen=True, slots=True)
class Position:
    """Degrees north (south below 0) and east (west below 0). `InputError` for what is no position.

    >>> Position(21.5, 113.75).imo()
    '21-30.00N 113-45.00E'
    """

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            raise InputError(
                english(
                    "{latitude}, {longitude} is no position; latitudes go from -90 to 90, longitudes from -180 to 180",
                    latitude=self.latitude,
                    longitude=self.longitude,
                )
            )

    @classmethod
    def from_imo(cls, text: str) -> "Position":
        """Read DD-MM.mmN DDD-MM.mmE, minutes with decimals or none, leading zeros as the rules ask.

        Source: IMO MSC.1/Circ.1310 (Joint IMO/IHO/WMO manual on maritime safety information).

        >>> Position.from_imo("05-30S 120-15.5W")
        Position(latitude=-5.5, longitude=-120.25833333333334)
        """
        found = _IMO.fullmatch(text.strip())
        if not found or float(found["m"]) >= 60 or float(found["M"]) >= 60:
            raise InputError(
                english(
                    "{text} is no position; write degrees and minutes with leading zeros, such as 05-30.0S 120-15.5W",
                    text=repr(text[:40]),
                )
            )
        north = int(found["d"]) + float(found["m"]) / 60
        east = int(found["D"]) + float(found["M"]) / 60
        return cls(north if found["ns"] == "N" else -north, east if found["EW"] == "E" else -east)

    def imo(self, decimals: int = 2) -> str:
        """The position as DD-MM.mmN DDD-MM.mmE, rounded to a decimal of a minute (0.01: 18.5 m)."""
        return f"{_written(self.latitude, 2, 'NS', decimals)} {_written(self.longitude, 3, 'EW', decimals)}"

    @property
    def vector(self) -> Floats:
        """The position as a unit vector, (3,)."""
        return np.array(self.point)

    @property
    def point(self) -> tuple[float, float, float]:
        """The same as plain numbers: for one position these are made ten times as fast."""
        up, round_ = radians(self.latitude), radians(self.longitude)
        return cos(up) * cos(round_), cos(up) * sin(round_), sin(up)


def distance(a: Position, b: Position) -> float:
    """Nautical miles along the great circle.

    >>> round(distance(Position(0, 0), Position(0, 1)), 9)
    60.0
    """
    return float(angle(a.vector, b.vector)) * NM_IN_RADIAN


def _written(degrees: float, width: int, sides: str, decimals: int) -> str:
    """Whole degrees and minutes; rounded minutes of 60 become a degree more."""
    step = 10**decimals
    hundredths = floor(abs(degrees) * 60 * step + 0.5)
    whole, rest = divmod(hundredths, 60 * step)
    minutes = f"{rest / step:0{3 + decimals if decimals else 2}.{decimals}f}"
    return f"{whole:0{width}d}-{minutes}{sides[degrees < 0]}"
