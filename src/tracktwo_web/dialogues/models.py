"""Dialogues, their sides and seats. What a seat answered stands nowhere near here.

No table says when a seat acted: an order of acts could be laid beside the order of ballots.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo_web.dialogues import stages
from tracktwo_web.dialogues.roles import OF_A_SIDE, Role
from tracktwo_web.kit.languages import in_reader_language
from tracktwo_web.kit.models import Row, texts


class Attribution(models.TextChoices):
    """How far something said may be traced when it leaves the room."""

    NONE = "none", _("to nobody: neither person nor side is named")
    SIDE = "side", _("to the side, never to a person")


class Dialogue(Row):
    """What is convened: its sides, its languages and the protection it promises."""

    title = texts()
    note = texts()
    languages: "models.JSONField[list[str], list[str]]" = models.JSONField(default=list)
    k = models.PositiveSmallIntegerField(default=3)
    attribution = models.CharField(
        max_length=8, choices=Attribution.choices, default=Attribution.SIDE
    )
    stage = models.CharField(max_length=16, default=stages.FIRST)
    is_open = models.BooleanField(default=False)
    """An open consultation: anybody with the address may answer, results are shown live."""
    convenor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="dialogues")

    def __str__(self) -> str:
        return in_reader_language(self.title)

    @property
    def way(self) -> tuple[stages.Step, ...]:
        """The line of stages on top of each page."""
        return stages.way(self.stage)


class Side(Row):
    """A party at the table. `position` is the order it was entered in; pages alternate it."""

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="sides")
    code = models.SlugField(max_length=40)
    names = texts()
    position = models.PositiveSmallIntegerField(default=0)
    time_zone = models.CharField(max_length=64, default="UTC")
    size = models.PositiveIntegerField(null=True, blank=True)
    """The number of seats, where the delegation itself is the population asked."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dialogue", "code"], name="side_code_once")
        ]

    def __str__(self) -> str:
        return in_reader_language(self.names) or self.code


class Theme(Row):
    """A subject under which statements are read together."""

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="themes")
    code = models.SlugField(max_length=60)
    names = texts()
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dialogue", "code"], name="theme_code_once")
        ]

    def __str__(self) -> str:
        return in_reader_language(self.names) or self.code


class Procedure(Row):
    """A version of the rules of procedure. The newest one is in force; none is ever changed."""

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="procedures")
    version = models.PositiveSmallIntegerField()
    text = texts()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dialogue", "version"], name="procedure_version_once")
        ]

    def __str__(self) -> str:
        return f"v{self.version}"


class Seat(Row):
    """A place at the table. The person who sits there is not known here, unless an address is left."""

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="seats")
    side = models.ForeignKey(Side, models.CASCADE, related_name="seats", null=True, blank=True)
    role = models.CharField(max_length=16, choices=Role.choices)
    label = models.CharField(max_length=40)
    """What the convenor calls the seat, such as N-03; never a person's name."""
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=8, default="en")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dialogue", "label"], name="seat_label_once"),
            models.CheckConstraint(
                name="delegates_sit_on_a_side",
                condition=models.Q(role__in=sorted(OF_A_SIDE), side__isnull=False)
                | models.Q(role__in=[Role.SECRETARIAT, Role.OBSERVER], side__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.label


class Key(Row):
    """An invitation: what the server keeps of a link, enough to know it again and no more.

    `locator` and `verifier` are derived from the link's secret one way (see `secrets.py`).
    """

    seat = models.ForeignKey(Seat, models.CASCADE, related_name="keys")
    locator = models.CharField(max_length=64, unique=True)
    verifier = models.CharField(max_length=64)
    has_passphrase = models.BooleanField(default=False)
    issued_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"key of {self.seat_id}"


class Acceptance(Row):
    """That a seat accepted a version of the rules of procedure; when, is not kept."""

    seat = models.ForeignKey(Seat, models.CASCADE, related_name="acceptances")
    procedure = models.ForeignKey(Procedure, models.CASCADE, related_name="acceptances")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["seat", "procedure"], name="accepted_once")
        ]

    def __str__(self) -> str:
        return f"{self.seat_id} accepted {self.procedure_id}"


class RoomNote(Row):
    """Something written in a side's own room. It does not say by whom or when."""

    side = models.ForeignKey(Side, models.CASCADE, related_name="notes")
    number = models.PositiveIntegerField()
    text = models.TextField(max_length=8000)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["side", "number"], name="room_note_number_once")
        ]

    def __str__(self) -> str:
        return f"note {self.number}"


class Announcement(Row):
    """A line from the convenor or the secretariat on the dialogue's first page."""

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="announcements")
    number = models.PositiveIntegerField()
    text = texts()

    def __str__(self) -> str:
        return in_reader_language(self.text)
