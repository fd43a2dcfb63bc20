"""The line between two offices, as one of them keeps it: both logs, the messages in them, the routes.

The logs are what counts: entries to the byte as they were signed, only ever added. Messages are what the
entries say, in columns, so that pages can ask. No row names a person: an office sends and reads.
"""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo.channel.line import new_value
from tracktwo_web.dialogues.models import Side
from tracktwo_web.kit.models import Row

JSON = dict[str, Any]
LONGEST_OFFICE = 12
LONGEST_ID = 32
LONGEST_LOG = LONGEST_OFFICE + 4
LONGEST_KIND = 40


class Fault(models.TextChoices):
    """Why nothing may be sent."""

    NONE = "", _("none")
    LOST = "lost", _("entries of this office are missing here and come back from the other")
    FORKED = "forked", _("two entries stand at one place of a log")


class Condition(models.TextChoices):
    """What the last tests of a line say of it: `tracktwo.channel.machines.LineState`."""

    UNTESTED = "untested", _("not tested")
    WORKING = "working", _("works")
    DOUBTFUL = "doubtful", _("in doubt: the last test was missed")
    FAULTY = "faulty", _("faulty: several tests in a row were missed")


class Line(Row):
    """One office's end of a line. On one server for both sides there are two rows, one an end."""

    side = models.ForeignKey(Side, models.CASCADE, related_name="lines_of_channel")
    office = models.CharField(max_length=LONGEST_OFFICE)
    peer = models.CharField(max_length=LONGEST_OFFICE)
    key = models.TextField()
    """This office's signing key, sealed by the server's secret."""
    peer_key = models.CharField(max_length=80, blank=True)
    """The key by which the other office speaks: as it was compared, or handed on since by an entry that
    a key of this row's signed. Empty until people have compared one."""
    certificate = models.TextField(blank=True)
    """By which the other node knows this one (PEM)."""
    certificate_key = models.TextField(blank=True)
    """Its secret, sealed."""
    peer_certificate = models.TextField(blank=True)
    asked = models.CharField(max_length=LONGEST_ID, default=new_value)
    """What this node asks the other to answer: another value after each start (`domain.asking`)."""
    peer_asks = models.CharField(max_length=LONGEST_ID, blank=True)
    """What the other last asked this one to answer."""
    is_compared = models.BooleanField(default=False)
    """Whether this node has seen, in answer to what it asks, how far the other holds this office's log.

    Before that it cannot know that its database is not an old one: it gives no message a number.
    """
    peer_holds = models.PositiveBigIntegerField(default=0)
    """The last own entry (`Logged.id`) that the other said it holds."""
    acknowledged = models.PositiveBigIntegerField(default=0)
    """The last entry of the other (`Logged.id`) that this office has told it holds."""
    clock_ahead = models.IntegerField(null=True)
    """Seconds by which the other's clock was ahead when it last spoke."""
    fault = models.CharField(max_length=8, choices=Fault.choices, default=Fault.NONE, blank=True)
    test_every = models.PositiveSmallIntegerField(default=0)
    """Hours between two tests by the clock, the offices by turns; 0 for none. Both ends must say the same."""
    tests_since = models.DateTimeField(null=True)
    """When the tests by the clock were settled as they are."""
    tested = models.CharField(max_length=8, choices=Condition.choices, default=Condition.UNTESTED)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["side", "peer"], name="line_to_an_office_once")
        ]

    def __str__(self) -> str:
        return f"{self.office} to {self.peer}"


class Logged(models.Model):
    """One entry of one of the two logs, to the byte as it was signed. Numbered in the order of arrival."""

    line = models.ForeignKey(Line, models.CASCADE, related_name="logged")
    is_own = models.BooleanField()
    log = models.CharField(max_length=LONGEST_LOG)
    """The office, with .2 behind it where the key of its first log was lost."""
    seq = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)
    kind = models.CharField(max_length=LONGEST_KIND)
    text = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["line", "log", "seq"], name="logged_once")
        ]
        indexes: ClassVar = [models.Index(fields=["line", "is_own", "id"], name="logged_in_order")]

    def __str__(self) -> str:
        return f"{self.seq} {self.kind}"


class Message(Row):
    """A message as its entry says it; without an entry it waits for the line and has no number yet."""

    line = models.ForeignKey(Line, models.CASCADE, related_name="messages")
    is_own = models.BooleanField()
    entry = models.PositiveBigIntegerField(null=True)
    """Its entry (`Logged.id`)."""
    code = models.CharField(max_length=LONGEST_ID, blank=True)
    """Its number in its series, such as NATO-PN 0007/26."""
    series = models.CharField(max_length=LONGEST_ID, blank=True)
    """Such as NATO-PN/26."""
    number = models.PositiveIntegerField(null=True)
    kind = models.CharField(max_length=2)
    type = models.CharField(max_length=8)
    status = models.CharField(max_length=8)
    precedence = models.CharField(max_length=10)
    thread = models.CharField(max_length=LONGEST_ID, blank=True)
    """The number of the message with which its thread began."""
    refs: "models.JSONField[list[str], list[str]]" = models.JSONField(default=list)
    content: "models.JSONField[JSON, JSON]" = models.JSONField()
    """The message as `tracktwo.channel.messages.as_json` writes it; what waits, without number and times."""
    has_gap = models.BooleanField(default=False)
    """Whether the message before it in its series is missing."""
    written = models.DateTimeField(null=True)
    """When this office wrote it, while it waits."""
    sent = models.DateTimeField(null=True)
    read_by = models.DateTimeField(null=True)
    answered_by = models.DateTimeField(null=True)
    received = models.DateTimeField(null=True)
    read = models.DateTimeField(null=True)
    answered = models.DateTimeField(null=True)
    answer = models.CharField(max_length=16, blank=True)
    refused = models.TextField(blank=True)
    """Why the other node could not understand it, in English."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["line", "code"], condition=~models.Q(code=""), name="number_given_once"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["line", "is_own", "entry"], name="message_by_entry"),
            models.Index(fields=["line", "thread"], name="message_by_thread"),
            models.Index(fields=["line", "series", "number"], name="message_by_number"),
        ]

    def __str__(self) -> str:
        return self.code or "waiting"


class Drill(Row):
    """A drill as the entry says it that proposed it, and what either office said to it."""

    line = models.ForeignKey(Line, models.CASCADE, related_name="drills")
    is_own = models.BooleanField()
    """Whether this office proposed it."""
    entry = models.PositiveBigIntegerField()
    """The entry that proposed it (`Logged.id`)."""
    script: "models.JSONField[JSON, JSON]" = models.JSONField()
    """What was proposed, as `tracktwo.channel.drills.entries` writes it."""
    start = models.DateTimeField()
    ends = models.DateTimeField()
    """When the last message that the script expects is due."""
    agreed = models.DateTimeField(null=True)
    stopped = models.DateTimeField(null=True)
    is_stopped_here = models.BooleanField(default=False)
    told = models.PositiveSmallIntegerField(default=0)
    """How many events of the script this node has told its open pages of."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["line", "entry"], name="drill_of_an_entry")
        ]

    def __str__(self) -> str:
        return str(self.script["drill"]["drill"])


class MeasureStated(Row):
    """The last that an office stated of a measure of transparency: `tracktwo.channel.measures.stated`."""

    line = models.ForeignKey(Line, models.CASCADE, related_name="measures")
    is_own = models.BooleanField()
    entry = models.PositiveBigIntegerField()
    """The entry that states it (`Logged.id`)."""
    measure = models.CharField(max_length=40)
    content: "models.JSONField[JSON, JSON]" = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["line", "is_own", "measure"], name="measure_of_an_office"
            )
        ]

    def __str__(self) -> str:
        return self.measure


class PlaceName(Row):
    """What the two sides call a place on the chart. This end alone keeps it; nothing of it is sent."""

    line = models.ForeignKey(Line, models.CASCADE, related_name="place_names")
    position = models.CharField(max_length=40)
    """As the messages write positions: 21-30.00N 113-45.00E."""
    own: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField()
    """By language, as this side calls it."""
    theirs: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(default=dict)
    """By language, as the other side calls it; empty where it says the same, or nothing is known."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["line", "position"], name="place_named_once")
        ]

    def __str__(self) -> str:
        return self.position


class Route(Row):
    """A way to the other node. The first is tried first; the second when it fails."""

    line = models.ForeignKey(Line, models.CASCADE, related_name="routes")
    order = models.PositiveSmallIntegerField()
    address = models.CharField(max_length=200)
    """HOST:PORT."""
    came_through = models.DateTimeField(null=True)
    failed = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)
    """In a row."""
    why = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["line", "order"], name="route_order_once")
        ]

    def __str__(self) -> str:
        return self.address


class Refused(models.Model):
    """Something that came and was not taken in: why, and its hash. The newest thousand are kept."""

    line = models.ForeignKey(Line, models.CASCADE, related_name="refusals")
    at = models.DateTimeField()
    way = models.CharField(max_length=200)
    reason = models.TextField()
    sha256 = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.reason
