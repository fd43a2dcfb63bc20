"""Forgetting what no live page will ask for any more."""

from datetime import date, timedelta

from tracktwo_web.events.models import Event

KEPT = timedelta(days=1)


def prune(today: date) -> int:
    """Delete events older than a day; how many they were."""
    old = Event.objects.filter(day__lt=today - KEPT)
    if not old.exists():  # most of the time: then nobody's write has to wait
        return 0
    deleted, _ = old.delete()
    return deleted
