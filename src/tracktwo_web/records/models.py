"""The sides' signed logs, as the server keeps them: lines that it can neither write nor change unseen.

A line is an act of a side, signed by the side's key. No row says whose hand signed it.
"""

from typing import ClassVar

from django.db import models

from tracktwo_web.dialogues.models import Side
from tracktwo_web.kit.models import Row


class Line(Row):
    """One entry of a side's log, to the byte as it was signed."""

    side = models.ForeignKey(Side, models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["side", "number"], name="line_number_once")
        ]

    def __str__(self) -> str:
        return f"line {self.number}"
