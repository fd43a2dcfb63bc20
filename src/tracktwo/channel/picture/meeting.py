"""Notified activities of two offices that would be in each other's way, among the marks of a picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracktwo.channel.activities import Activity, Band, Margin, Overlap, Register, Window
from tracktwo.channel.picture.mark import Mark
from tracktwo.channel.sphere import Circle, Polygon

NOTIFIED = "PN"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A mark of the office that is told, one of another's, and the least that has to be told of both."""

    mine: Mark
    other: Mark
    met: Overlap


def meetings_of(
    office: str, marks: Sequence[Mark], margin: Margin | None = None
) -> tuple[Meeting, ...]:
    """What an office's notified activities meet of others', by its own marks and then by theirs."""
    notified = list(_activities(marks))
    others = Register(one for _, one in notified if one.side != office)
    by_id = {mark.id: mark for mark, _ in notified}
    return tuple(
        Meeting(mark, by_id[other.id], met)
        for mark, mine in notified
        if mine.side == office
        for other, met in others.met_by(mine, margin)
    )


def _activities(marks: Sequence[Mark]) -> Iterator[tuple[Mark, Activity]]:
    for one in marks:
        if (
            one.kind == NOTIFIED
            and isinstance(one.where, Circle | Polygon)
            and one.start
            and one.end
        ):
            band = Band(
                float("-inf") if one.lower is None else one.lower,
                float("inf") if one.upper is None else one.upper,
            )
            yield one, Activity(one.id, one.office, one.where, Window(one.start, one.end), band)
