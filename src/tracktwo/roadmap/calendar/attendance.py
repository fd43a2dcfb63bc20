"""How much of those who need not be there can be: by side, in days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tracktwo.roadmap.calendar.slots import Board, Slot, sits


@dataclass(frozen=True, slots=True)
class Attendance:
    """Days on which optional seats of a side can sit, of all days to which they are invited."""

    days: int
    of: int

    @property
    def share(self) -> Fraction:
        """The share, 1 where nobody is optional."""
        return Fraction(self.days, self.of) if self.of else Fraction(1)


def attendance(board: Board, placed: Sequence[Slot]) -> dict[str, Attendance]:
    """The attendance of every side in a calendar.

    A day counts where an optional seat is not absent, keeps no holiday, can decently sit (in a
    virtual meeting), and is in no other meeting: of two on a day, one counts.
    """
    busy = _busy(board, placed)
    sat: dict[str, set[tuple[str, date]]] = {}
    for slot in placed:
        for office in board.roadmap.meeting[slot.meeting].optional:
            seat = board.roadmap.seat[office]
            days = {(office, day) for day in sits(board, slot, seat)} - busy
            sat.setdefault(seat.party, set()).update(days)
    invited = invitations(board, [one.meeting for one in placed])
    return {side: Attendance(len(sat.get(side, ())), of) for side, of in invited.items()}


def invitations(board: Board, meetings: Sequence[str]) -> Mapping[str, int]:
    """The days to which optional seats of each side are invited."""
    found = dict.fromkeys((one.id for one in board.roadmap.parties), 0)
    for meeting in meetings:
        told = board.roadmap.meeting[meeting]
        for office in told.optional:
            found[board.roadmap.seat[office].party] += told.length.days
    return found


def _busy(board: Board, placed: Sequence[Slot]) -> set[tuple[str, date]]:
    return {
        (office, day)
        for slot in placed
        for office in board.roadmap.meeting[slot.meeting].required
        for day in board.taken(slot, board.roadmap.seat[office])
    }
