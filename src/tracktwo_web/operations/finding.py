"""What an examination of an installation finds."""

from dataclasses import dataclass
from enum import Enum


class Health(Enum):
    """How grave something is; the value is what is printed."""

    WELL = "well"
    LOOK = "look"
    BAD = "bad"


@dataclass(frozen=True)
class Finding:
    """What was looked at, how it is, and what to do where it is not well."""

    what: str
    health: Health
    told: str


def well(what: str, told: str) -> Finding:
    return Finding(what, Health.WELL, told)
