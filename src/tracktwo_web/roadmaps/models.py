"""The roadmap between the sides: items with the steps both take, meetings, absences, what happened.

Rows carry a side, never a seat, and no time of writing. Offices are named, persons never. What an item
and a meeting are is the library's to say (`tracktwo.roadmap`): every change is checked by it as a whole.
"""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import pgettext_lazy

from tracktwo.roadmap import ItemState, ItemStep
from tracktwo_web.dialogues.models import Dialogue, Side
from tracktwo_web.kit.languages import in_reader_language
from tracktwo_web.kit.models import Row
from tracktwo_web.kit.models import texts as by_language

JSON = dict[str, Any]
Codes = list[str]
LONGEST_CODE = 80


def codes() -> "models.JSONField[Codes, Codes]":
    """Names of sides, offices, items or meetings, in an order that may mean something."""
    return models.JSONField(default=list, blank=True)


class Search(models.TextChoices):
    """How far the search for a calendar has come."""

    NONE = "", pgettext_lazy("search for a calendar", "not asked for")
    RUNNING = "running", pgettext_lazy("search for a calendar", "under way")
    DONE = "done", pgettext_lazy("search for a calendar", "done")
    FAILED = "failed", pgettext_lazy("search for a calendar", "broken off")


class Plan(Row):
    """The roadmap of a dialogue: its time, and what binds its calendar."""

    dialogue = models.OneToOneField(Dialogue, models.CASCADE, related_name="plan")
    code = models.CharField(max_length=LONGEST_CODE)
    """Events in other people's calendars hang on it: it stays."""
    title = by_language()
    note = by_language()
    first = models.DateField()
    last = models.DateField()
    sent = models.PositiveIntegerField(default=1)
    """How often it was sent round."""
    reviewed = models.DateField(null=True, blank=True)
    edition = models.PositiveIntegerField(default=1)
    """Rises with everything that the table sees."""
    frame: "models.JSONField[JSON, JSON]" = models.JSONField(default=dict)
    """Places, offices, times without meetings, conventions (see `frame.py`)."""
    search = models.CharField(max_length=8, choices=Search.choices, blank=True)
    searched = models.PositiveIntegerField(default=0)
    """The edition for which a calendar was last searched."""
    found: "models.JSONField[JSON, JSON]" = models.JSONField(default=dict, blank=True)
    """The calendar that was found, or the rules that leave none."""
    pictured = models.PositiveIntegerField(default=1)
    """The edition from which on the timeline is drawn anew: a meeting or a time without any has changed."""

    def __str__(self) -> str:
        return in_reader_language(self.title) or self.code


class Item(Row):
    """Something that is to be delivered; the library's item as a row."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="items")
    side = models.ForeignKey(Side, models.CASCADE, related_name="+", null=True, blank=True)
    """Which side proposed it; the secretariat where none did."""
    code = models.CharField(max_length=LONGEST_CODE)
    position = models.PositiveIntegerField(default=0)
    state = models.CharField(
        max_length=12, choices=[(one.value, one.value) for one in ItemState], default="proposed"
    )
    deliverable = by_language()
    done_when = by_language()
    reciprocity = by_language()
    theme = models.CharField(max_length=120, blank=True)
    area = models.CharField(max_length=120, blank=True)
    stream = models.CharField(max_length=12, default="diplomatic")
    lead: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(
        default=dict, blank=True
    )
    """The office that leads on each side, by the side's code."""
    meetings = codes()
    depends = codes()
    measures = codes()
    start = models.DateField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    new_due = models.DateField(null=True, blank=True)
    reason = by_language()
    evidence = models.TextField(max_length=1000, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "code"], name="item_code_once")
        ]

    def __str__(self) -> str:
        return in_reader_language(self.deliverable) or self.code


class StepState(models.TextChoices):
    """What became of a step that was asked for."""

    OPEN = "open", pgettext_lazy("step of an item", "open")
    TAKEN = "taken", pgettext_lazy("step of an item", "taken")
    DECLINED = "declined", pgettext_lazy("step of an item", "declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("step of an item", "withdrawn")


class JointStep(Row):
    """A step of an item that one side asks for and all take together, once every side agrees."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="steps")
    number = models.PositiveIntegerField()
    step = models.CharField(max_length=12, choices=[(one.value, one.value) for one in ItemStep])
    side = models.ForeignKey(Side, models.CASCADE, related_name="+", null=True, blank=True)
    state = models.CharField(max_length=12, choices=StepState.choices, default=StepState.OPEN.value)
    reason = by_language()
    evidence = models.TextField(max_length=1000, blank=True)
    new_due = models.DateField(null=True, blank=True)
    agreed = codes()
    """The sides that agree to it."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "number"], name="step_number_once"),
            models.UniqueConstraint(
                fields=["item"], condition=models.Q(state="open"), name="one_open_step"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step} {self.number}"


class Meeting(Row):
    """A meeting of the roadmap. Its day is a draft until the heads of all sides agree to it."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="meetings")
    code = models.CharField(max_length=LONGEST_CODE)
    position = models.PositiveIntegerField(default=0)
    names = by_language()
    stream = models.CharField(max_length=12, default="diplomatic")
    level = models.CharField(max_length=40, default="working")
    format = models.CharField(max_length=12, default="in person")
    host = models.CharField(max_length=40, blank=True)
    """The side that must host it; either may where it is empty."""
    series = models.CharField(max_length=LONGEST_CODE, blank=True)
    language = models.CharField(max_length=80, blank=True)
    length = models.CharField(max_length=8, default="1d")
    place = models.CharField(max_length=LONGEST_CODE, blank=True)
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)
    day = models.DateField(null=True, blank=True)
    """The first day that is promised, or on which it was held."""
    agenda = by_language()
    papers_due = models.PositiveSmallIntegerField(default=0)
    prepared_by = models.CharField(max_length=LONGEST_CODE, blank=True)
    gap = models.PositiveSmallIntegerField(null=True, blank=True)
    after = codes()
    required = codes()
    optional = codes()
    outcome = by_language()
    drafted = models.DateField(null=True, blank=True)
    """The day on which the calendar has it."""
    drafted_host = models.CharField(max_length=40, blank=True)
    agreed = codes()
    """The sides whose heads agree to the drafted day."""
    is_cancelled = models.BooleanField(default=False)
    sequence = models.PositiveIntegerField(default=0)
    """Rises with every change that a calendar elsewhere must follow."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "code"], name="meeting_code_once")
        ]

    def __str__(self) -> str:
        return in_reader_language(self.names) or self.code


class Picture(Row):
    """The timeline in one language, as a worker drew it: an SVG, and in words what it shows."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="pictures")
    language = models.CharField(max_length=8)
    edition = models.PositiveIntegerField()
    """The edition of the roadmap that it shows."""
    title = models.TextField()
    alt = models.TextField()
    body = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "language"], name="timeline_once_a_language")
        ]

    def __str__(self) -> str:
        return f"timeline in {self.language}"


class Absence(Row):
    """Days on which an office cannot sit. Why is nobody's business."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="absences")
    office = models.CharField(max_length=LONGEST_CODE)
    first = models.DateField()
    last = models.DateField()

    def __str__(self) -> str:
        return f"{self.office}: {self.first} to {self.last}"


class Event(Row):
    """Something that happened, as one account has it; common once every side agrees to it."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="events")
    code = models.CharField(max_length=LONGEST_CODE)
    when = models.CharField(max_length=24)
    """As exactly as it is known: 2018-06-05, 2018-06, 2018, 2010/2014, 2010/.."""
    texts = by_language()
    parties = codes()
    level = models.CharField(max_length=40, blank=True)
    areas = codes()
    sources = codes()
    account = models.CharField(max_length=40, blank=True)
    """The side that tells it so; empty where the account is common."""
    event = models.CharField(max_length=LONGEST_CODE, blank=True)
    """The same for several accounts of one event."""
    agreed = codes()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "code"], name="event_code_once")
        ]

    def __str__(self) -> str:
        return in_reader_language(self.texts) or self.code


class Subscription(Row):
    """An address under which a calendar program fetches meetings. Of its token a hash is kept."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="subscriptions")
    number = models.PositiveIntegerField()
    verifier = models.CharField(max_length=64, unique=True)
    side = models.ForeignKey(Side, models.CASCADE, related_name="+", null=True, blank=True)
    """Whose it is: a side's own room, or the secretariat's where it has none."""
    stream = models.CharField(max_length=12, blank=True)
    office = models.CharField(max_length=LONGEST_CODE, blank=True)
    language = models.CharField(max_length=8, default="en")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "number"], name="subscription_number_once")
        ]

    def __str__(self) -> str:
        return f"subscription {self.number}"
