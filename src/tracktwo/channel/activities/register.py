"""Many activities, asked quickly which of them a new one would meet."""

from collections.abc import Iterable

import numpy as np

from tracktwo._typing import Floats
from tracktwo.channel.activities.activity import Activity
from tracktwo.channel.activities.overlap import Margin, Overlap, overlap
from tracktwo.channel.sphere.arcs import NM_IN_RADIAN
from tracktwo.errors import InputError
from tracktwo.locale import english

_FIRST = 64
_COLUMNS = 8
_START, _END, _LOWER, _UPPER, _RADIUS, _CENTRE = 0, 1, 2, 3, 4, slice(5, 8)


class Register:
    """Activities by id, and a table of their caps, bands and windows to look through.

    A new activity is compared with the caps around all others in one pass over the table, and exactly
    with the few that are left: some 60 bytes an activity.
    """

    def __init__(self, activities: Iterable[Activity] = ()) -> None:
        self._activities: list[Activity | None] = []
        self._place: dict[str, int] = {}
        self._table: Floats = np.empty((_FIRST, _COLUMNS))
        for one in activities:
            self.add(one)

    def __len__(self) -> int:
        return len(self._place)

    def __contains__(self, id_: str) -> bool:
        return id_ in self._place

    def add(self, activity: Activity) -> None:
        """Take an activity in; `InputError` where its id is known already."""
        if activity.id in self._place:
            raise InputError(english("activity {id} is notified twice", id=repr(activity.id)))
        place = len(self._activities)
        if place == len(self._table):
            self._table = np.concatenate([self._table, np.empty_like(self._table)])
        self._table[place] = _row(activity)
        self._activities.append(activity)
        self._place[activity.id] = place

    def remove(self, id_: str) -> None:
        """Take out an activity that was cancelled or has been replaced; `InputError` for one not here."""
        if id_ not in self._place:
            raise InputError(english("activity {id} is not notified", id=repr(id_)))
        place = self._place.pop(id_)
        self._activities[place] = None
        self._table[place, _START], self._table[place, _END] = np.inf, -np.inf

    def met_by(
        self, activity: Activity, margin: Margin | None = None
    ) -> list[tuple[Activity, Overlap]]:
        """Every activity that would be in the way of a new one, and what is told of each, in order of entry.

        Those of its own side are asked too: whose plans they are is for the caller. One of the same id
        (which the new one is to replace) is left out.
        """
        room = margin or Margin()
        found = []
        for place in self._near(activity, room):
            other = self._activities[place]
            if other is not None and other.id != activity.id:
                told = overlap(activity, other, room)
                if told is not None:
                    found.append((other, told))
        return found

    def _near(self, activity: Activity, margin: Margin) -> list[int]:
        """Places of those whose window and band meet the new one's, and whose caps are near enough."""
        table, mine = self._table[: len(self._activities)], _row(activity)
        apart = margin.time.total_seconds()
        in_time = (table[:, _START] < mine[_END] + apart) & (table[:, _END] > mine[_START] - apart)
        places = np.flatnonzero(in_time)
        some = table[places]
        in_band = (some[:, _LOWER] <= mine[_UPPER] + margin.metres) & (
            some[:, _UPPER] >= mine[_LOWER] - margin.metres
        )
        reach = some[:, _RADIUS] + mine[_RADIUS] + margin.miles / NM_IN_RADIAN
        between = np.arccos(np.clip(some[:, _CENTRE] @ mine[_CENTRE], -1, 1))
        # Of angles near 0 the cosine keeps eight digits: a mile's thousandth is added.
        near = between <= reach + 1e-7
        return [int(one) for one in places[in_band & near]]


def _row(activity: Activity) -> Floats:
    centre, radius = activity.area.cap
    window, band = activity.window, activity.band
    return np.array(
        [window.start.timestamp(), window.end.timestamp(), band.lower, band.upper, radius, *centre]
    )
