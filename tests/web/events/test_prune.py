"""Events are forgotten after a day."""

import datetime as dt
import uuid

from tracktwo_web.events.models import Event
from tracktwo_web.events.prune import prune
from tracktwo_web.events.publish import publish

TODAY = dt.date(2026, 11, 24)


def test_events_older_than_a_day_are_deleted(db) -> None:
    for days in (0, 1, 2, 30):
        publish(uuid.uuid4(), f"{days}")
        Event.objects.filter(kind=f"{days}").update(day=TODAY - dt.timedelta(days=days))

    deleted = prune(TODAY)

    assert deleted == 2
    assert sorted(Event.objects.values_list("kind", flat=True)) == ["0", "1"]


def test_nothing_old_is_nothing_to_do(db) -> None:
    publish(uuid.uuid4(), "new")

    assert prune(dt.datetime.now(dt.UTC).date()) == 0
