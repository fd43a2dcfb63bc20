"""One side's account of an encounter at sea or in the air, in its own words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from tracktwo.channel.messages.times import require_zone
from tracktwo.channel.sphere import Position
from tracktwo.errors import InputError
from tracktwo.locale import english


class Assessment(StrEnum):
    """How the side that reports sees it; the other's view stands beside it, and neither is counted."""

    ROUTINE = "routine"
    UNUSUAL = "unusual"
    UNPROFESSIONAL = "unprofessional"
    UNSAFE = "unsafe"


class YesNo(StrEnum):
    """What a report says of something that did or did not happen; silence is neither."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Report:
    """What one side says of an encounter; None, or empty words, where it says nothing.

    `closest` is the closest approach in metres. `happened` answers questions by name, such as whether
    a call was answered or weapons were trained. `words` are the side's own on matters that no program
    compares, such as how it calls the waters, by name of the matter.
    """

    side: str
    time: datetime | None = None
    position: Position | None = None
    closest: float | None = None
    happened: Mapping[str, YesNo] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    assessment: Assessment | None = None

    def __post_init__(self) -> None:
        if self.time is not None:
            require_zone(self.time)
        if self.closest is not None and not self.closest >= 0:
            raise InputError(
                english(
                    "the closest approach is {metres} m; it cannot be below 0", metres=self.closest
                )
            )
