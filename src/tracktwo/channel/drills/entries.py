"""What offices enter in their logs of a drill: one proposes it, the other agrees, either stops it.

The script goes whole into the entry that proposes it, so that both nodes play the same and need no file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from tracktwo.channel.drills.script import Drill
from tracktwo.channel.drills.tree import drill_from, tree_of
from tracktwo.channel.messages.series import FIRST_YEAR, LAST_YEAR
from tracktwo.channel.messages.times import require_zone
from tracktwo.errors import InputError
from tracktwo.locale import english
from tracktwo.record import Json

DRILL_PROPOSED: Final = "drill.proposed"
DRILL_AGREED: Final = "drill.agreed"
"""Its body names the entry that proposed the drill, as `line.received` names an entry."""
DRILL_STOPPED: Final = "drill.stopped"
"""The same: before it was agreed, it was declined or taken back."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A drill, when its clock begins, and which office plays which of its sides.

    `InputError` unless two offices play the two sides.
    """

    drill: Drill
    start: datetime
    offices: Mapping[str, str]

    def __post_init__(self) -> None:
        require_zone(self.start)
        if set(self.offices) != set(self.drill.sides) or len(set(self.offices.values())) != 2:
            raise InputError(
                english("name an office for each side of the drill: {sides}", sides=", ".join(self.drill.sides))
            )  # fmt: skip


def proposed_body(proposed: Proposed) -> dict[str, Json]:
    """The body of `drill.proposed`."""
    return {
        "drill": tree_of(proposed.drill),
        "start": proposed.start.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "offices": dict(proposed.offices),
    }


def proposed_of(body: Mapping[str, Json]) -> Proposed:
    """What was proposed; `InputError` for another body."""
    if body.keys() != {"drill", "start", "offices"}:
        raise _wrong()
    start, offices = body["start"], body["offices"]
    if not isinstance(start, str) or not isinstance(offices, dict):
        raise _wrong()
    if not all(isinstance(one, str) for one in offices.values()):
        raise _wrong()
    try:
        begins = datetime.strptime(start, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        raise _wrong() from None
    if not FIRST_YEAR <= begins.year <= LAST_YEAR:  # what ends after the end of time cannot be told
        raise _wrong()
    return Proposed(drill_from(body["drill"]), begins, {k: str(v) for k, v in offices.items()})


def _wrong() -> InputError:
    return InputError(english("the entry does not say what an entry of its kind says"))
