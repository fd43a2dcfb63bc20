"""Item Q: what a notice is about, by which programs choose those that a flight needs."""

import re
from dataclasses import dataclass

from tracktwo.channel.sphere import Position
from tracktwo.errors import InputError
from tracktwo.locale import english

_LINE = re.compile(
    r"(?P<fir>[A-Z]{4})/(?P<code>Q[A-Z]{4})/(?P<traffic>IV|I|V|K)/(?P<purpose>[A-Z]{1,4})"
    r"/(?P<scope>[A-Z]{1,2})/(?P<lower>[0-9]{3})/(?P<upper>[0-9]{3})"
    r"(?:/(?P<centre>[0-9]{4}[NS][0-9]{5}[EW])(?P<radius>[0-9]{3}))?"
)
_PURPOSE = re.compile(r"(?=.)N?B?O?M?K?")
_SCOPE = re.compile(r"(?=.)(?:A?E?|W|K|AW)")
FORM = "ZXXX/QWMLW/IV/BO/W/000/999/2130N11345E010"


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """The parts of item Q. Limits are flight levels, 000 and 999 where there is none.

    `traffic` is I (instrument), V (visual) or both, K for a checklist; `purpose` of N, B, O, M, K;
    `scope` A (aerodrome), E (en route), W (warning), K. `centre` is exact to the minute, `radius` in
    nautical miles.

    Source: ICAO Annex 15, appendix 3; Doc 8126.
    """

    fir: str
    code: str
    traffic: str
    purpose: str
    scope: str
    lower: int = 0
    upper: int = 999
    centre: Position | None = None
    radius: int | None = None

    def __post_init__(self) -> None:
        if (self.centre is None) != (self.radius is None):
            raise InputError(english("item Q has a centre and a radius, or neither"))
        if self.lower > self.upper:
            raise InputError(
                english(
                    "item Q goes from flight level {lower} up to {upper}; give the lower one first",
                    lower=f"{self.lower:03d}",
                    upper=f"{self.upper:03d}",
                )
            )
        found = _LINE.fullmatch(str(self))
        if not (found and _PURPOSE.fullmatch(self.purpose) and _SCOPE.fullmatch(self.scope)):
            raise InputError(_no_item(str(self)))

    @classmethod
    def read(cls, text: str) -> "Qualifiers":
        """The parts of a text; blanks around them count for nothing. `InputError` for another form.

        >>> Qualifiers.read("ZXXX/QWMLW/IV/BO /W /000/999/2130N11345E010").radius
        10
        """
        found = _LINE.fullmatch(text.replace(" ", ""))
        if not found:
            raise InputError(_no_item(text))
        return cls(
            fir=found["fir"],
            code=found["code"],
            traffic=found["traffic"],
            purpose=found["purpose"],
            scope=found["scope"],
            lower=int(found["lower"]),
            upper=int(found["upper"]),
            centre=_position(found["centre"]) if found["centre"] else None,
            radius=int(found["radius"]) if found["radius"] else None,
        )

    def __str__(self) -> str:
        parts = [self.fir, self.code, self.traffic, self.purpose, self.scope]
        parts += [f"{self.lower:03d}", f"{self.upper:03d}"]
        if self.centre is not None:
            parts.append(f"{_compact(self.centre)}{self.radius:03d}")
        return "/".join(parts)


def _position(text: str) -> Position:
    return Position.from_imo(f"{text[:2]}-{text[2:5]} {text[5:8]}-{text[8:]}")


def _compact(position: Position) -> str:
    """DDMMN DDDMME without what stands between.

    >>> _compact(Position(21.5, 113.75))
    '2130N11345E'
    """
    return position.imo(decimals=0).replace("-", "").replace(" ", "")


def _no_item(text: str) -> str:
    return english(
        "item Q is {text}; write such as {form}: region, code, traffic, purpose, scope, lower and upper flight level, centre and radius",
        text=repr(text[:60]),
        form=FORM,
    )
