"""Influence maps: what a side, or the table together, believes to move what.

A map is a delegation's common work: no row says who drew a link, or when.
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tracktwo_web.dialogues.models import Dialogue, Side
from tracktwo_web.kit.languages import in_reader_language
from tracktwo_web.kit.models import Row, texts


class Kind(models.TextChoices):
    """What a concept is (the library's `KINDS`)."""

    PERCEPTION = "perception", pgettext_lazy("concept", "perception")
    ACTION = "action", pgettext_lazy("concept", "action")
    NARRATIVE = "narrative", pgettext_lazy("concept", "narrative")
    CAPABILITY = "capability", pgettext_lazy("concept", "capability")
    RISK = "risk", pgettext_lazy("concept", "risk")
    MEASURE = "measure", pgettext_lazy("concept", "measure")
    DRIVER = "driver", pgettext_lazy("concept", "outside driver")


class Delay(models.TextChoices):
    """How long an influence takes to be felt (the library's `DELAYS`)."""

    DAYS = "days", _("days")
    WEEKS = "weeks", _("weeks")
    MONTHS = "months", _("months")
    YEARS = "years", _("years")


class Map(Row):
    """A side's map, drawn in its room until it is released; or the joint one, which has no side."""

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="maps")
    side = models.ForeignKey(Side, models.CASCADE, related_name="maps", null=True, blank=True)
    edition = models.PositiveIntegerField(default=0)
    """Rises with every change."""
    is_released = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dialogue", "side"], name="one_map_a_side"),
            models.UniqueConstraint(
                fields=["dialogue"], condition=models.Q(side=None), name="one_joint_map"
            ),
        ]

    def __str__(self) -> str:
        return str(self.side or _("Joint map"))

    @property
    def is_joint(self) -> bool:
        return self.side_id is None


class Concept(Row):
    """Something that moves or is moved. Those of the joint map stand on every side's map as well."""

    map = models.ForeignKey(Map, models.CASCADE, related_name="concepts")
    code = models.CharField(max_length=60)
    """What files call it; the same thing on two maps where the code is the same."""
    kind = models.CharField(max_length=12, choices=Kind.choices, blank=True)
    side = models.ForeignKey(Side, models.CASCADE, related_name="+", null=True, blank=True)
    """Whose doing or belief it is; nobody's in particular where empty."""
    texts = texts()
    edition = models.PositiveIntegerField(default=0)
    """The map's edition in which it was last changed."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["map", "code"], name="concept_code_once"),
        ]

    def __str__(self) -> str:
        return in_reader_language(self.texts) or self.code


class Place(Row):
    """Where a concept stands on one map's drawing, each 0..1 from the left and from the top."""

    map = models.ForeignKey(Map, models.CASCADE, related_name="places")
    concept = models.ForeignKey(Concept, models.CASCADE, related_name="places")
    x = models.FloatField()
    y = models.FloatField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["map", "concept"], name="one_place_a_map"),
        ]

    def __str__(self) -> str:
        return f"{self.x:g}, {self.y:g}"


class Link(Row):
    """That one concept moves another: weight -1..1, 0 for "we looked, and there is none"."""

    map = models.ForeignKey(Map, models.CASCADE, related_name="links")
    source = models.ForeignKey(Concept, models.CASCADE, related_name="+")
    target = models.ForeignKey(Concept, models.CASCADE, related_name="+")
    weight = models.FloatField()
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    delay = models.CharField(max_length=8, choices=Delay.choices, blank=True)
    confidence = models.FloatField(null=True, blank=True)
    evidence = models.CharField(max_length=600, blank=True)
    edition = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["map", "source", "target"], name="link_once_a_map"),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} -> {self.target_id}"


class Outlook(Row):
    """A dialogue's cross-impact matrix: how outside drivers bear on each other, as its CSV says it."""

    dialogue = models.OneToOneField(Dialogue, models.CASCADE, related_name="outlook")
    table = models.TextField(max_length=200_000)

    def __str__(self) -> str:
        return f"outlook of {self.dialogue_id}"
