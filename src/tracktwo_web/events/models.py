"""What has happened, as far as live pages need to know: a number, a channel, a kind. Never who."""

from datetime import UTC, date, datetime

from django.db import models


def today() -> date:
    """The day in UTC: all that is kept of when."""
    return datetime.now(UTC).date()


class Event(models.Model):
    """A line that live pages are told. SQLite numbers them in the order of commits; on PostgreSQL
    two transactions may commit in the other order (see `source`).
    """

    id = models.BigAutoField(primary_key=True)
    channel = models.CharField(max_length=64)
    """Who may hear it: a dialogue's id."""
    kind = models.CharField(max_length=32)
    data: "models.JSONField[dict[str, object], dict[str, object]]" = models.JSONField(default=dict)
    day = models.DateField(default=today)
    """No finer than that: it is only there to know what is old."""

    def __str__(self) -> str:
        return f"{self.id} {self.kind}"
