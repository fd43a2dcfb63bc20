"""Saying that something happened."""

import uuid

from django.db import connection

from tracktwo_web.events.models import Event

NOTIFY = "tracktwo_events"


def publish(channel: uuid.UUID, kind: str, **data: object) -> None:
    """Tell the live pages of a dialogue, once the surrounding transaction commits."""
    Event.objects.create(channel=channel.hex, kind=kind, data=data)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"NOTIFY {NOTIFY}")
