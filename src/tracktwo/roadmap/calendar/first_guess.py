"""A calendar quickly: each meeting, in the order in which they must come, on the first day that is free."""

from collections.abc import Mapping, Sequence
from datetime import date

from tracktwo.roadmap.calendar.slots import Board, Slot
from tracktwo.roadmap.order import in_order


def first_guess(board: Board, slots: Mapping[str, Sequence[Slot]]) -> tuple[Slot, ...]:
    """Slots that keep the rules between meetings as far as they go; a meeting may be missing.

    Distances between meetings of a stream are not looked at. It is where the search begins.
    """
    placed: dict[str, Slot] = {}
    taken: set[tuple[str, date]] = set()
    rooms: dict[tuple[str, date], int] = {}
    for meeting in in_order(before(board, slots)):
        for slot in sorted(slots[meeting], key=lambda one: one.day):
            seats = _seats(board, slot)
            if (
                _follows(board, slot, placed)
                and seats.isdisjoint(taken)
                and _fits(board, slot, rooms)
            ):
                placed[meeting] = slot
                taken |= seats
                for day in slot.days:
                    rooms[slot.place, day] = rooms.get((slot.place, day), 0) + 1
                break
    return tuple(placed[one] for one in slots if one in placed)


def before(board: Board, meetings: Mapping[str, object]) -> dict[str, list[str]]:
    """The meetings that must come before each one."""
    roadmap = board.roadmap
    return {
        one: [
            other
            for other in (
                roadmap.meeting[one].prepared_by,
                *roadmap.meeting[one].after,
                roadmap.series_order.get(one, ""),
            )
            if other in meetings
        ]
        for one in meetings
    }


def _follows(board: Board, slot: Slot, placed: Mapping[str, Slot]) -> bool:
    roadmap = board.roadmap
    told = roadmap.meeting[slot.meeting]
    for other in before(board, {slot.meeting: 0} | dict.fromkeys(placed, 0))[slot.meeting]:
        gap = roadmap.gap_before(told) if other == told.prepared_by else 1
        if (slot.day - placed[other].last).days < gap:
            return False
    earlier = placed.get(roadmap.series_order.get(slot.meeting, ""))
    return earlier is None or earlier.host != slot.host or len(roadmap.home) < 2


def _seats(board: Board, slot: Slot) -> set[tuple[str, date]]:
    """The days it takes of everybody who is invited, optional seats too: a good calendar spares them."""
    told = board.roadmap.meeting[slot.meeting]
    return {
        (office, day)
        for office in (*told.required, *told.optional)
        for day in board.taken(slot, board.roadmap.seat[office])
    }


def _fits(board: Board, slot: Slot, rooms: Mapping[tuple[str, date], int]) -> bool:
    if board.roadmap.meeting[slot.meeting].is_virtual:
        return True
    free = board.roadmap.place[slot.place].rooms
    return all(rooms.get((slot.place, day), 0) < free for day in slot.days)
