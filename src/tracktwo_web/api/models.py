"""Services: programs that a convenor lets read a dialogue, each with a token of its own."""

from django.db import models

from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.kit.models import Row


class Service(Row):
    """A program's token. The server keeps what knows it again, and not the token."""

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="services")
    name = models.CharField(max_length=80)
    locator = models.CharField(max_length=64, unique=True)
    revoked_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name
