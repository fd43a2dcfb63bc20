"""Released rounds as they were frozen, and what was found in them.

Nothing here names a seat. Who answered what in a snapshot stands under names drawn for that snapshot
alone, in an order that follows those names.
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import pgettext_lazy

from tracktwo_web.kit.models import Row
from tracktwo_web.perceptions.models import Round


class Snapshot(Row):
    """A released round as a dialogue folder (a zip), what must not be told apart left out already.

    `counted`: how many answers, predictions and mirrored predictions stand behind each wording, by
    side: what later rounds are compared with. `withheld`: what was left out because of earlier rounds.
    """

    round = models.OneToOneField(Round, models.CASCADE, related_name="snapshot")
    content = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    counted: "models.JSONField[dict[str, int], dict[str, int]]" = models.JSONField(
        default=dict, blank=True
    )
    withheld: "models.JSONField[list[list[str]], list[list[str]]]" = models.JSONField(
        default=list, blank=True
    )
    is_frozen = models.BooleanField(default=False)
    is_imported = models.BooleanField(default=False)
    """Brought in from a file: its answers were never given here."""

    def __str__(self) -> str:
        return f"snapshot of {self.round_id}"

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to analyse: nobody answered, or nothing may be told."""
        return self.is_frozen and not self.content


class Progress(models.TextChoices):
    """How far an analysis has come."""

    WAITING = "waiting", pgettext_lazy("analysis", "waiting")
    RUNNING = "running", pgettext_lazy("analysis", "running")
    DONE = "done", pgettext_lazy("analysis", "done")
    FAILED = "failed", pgettext_lazy("analysis", "failed")


class Result(Row):
    """What a version of the library finds in a snapshot. `document` leaves people out."""

    snapshot = models.ForeignKey(Snapshot, models.CASCADE, related_name="results")
    version = models.CharField(max_length=32)
    input_sha256 = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=8, choices=Progress.choices, default=Progress.WAITING)
    step = models.CharField(max_length=40, blank=True)
    share = models.PositiveSmallIntegerField(default=0)
    """How much is done, in percent."""
    beat_at = models.DateTimeField(null=True)
    """When the job last gave a sign of life."""
    document = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["snapshot", "version"], name="analysed_once_a_version")
        ]

    def __str__(self) -> str:
        return f"{self.state}: {self.snapshot_id}"

    @property
    def is_done(self) -> bool:
        return self.state == Progress.DONE

    @property
    def has_failed(self) -> bool:
        return self.state == Progress.FAILED


class Whole(Row):
    """The whole document of an analysis, participants included, compressed. No page reads it.

    It is kept in a table of its own, so that whatever shows a result cannot show it by mistake.
    """

    result = models.OneToOneField(Result, models.CASCADE, related_name="whole")
    document = models.BinaryField()

    def __str__(self) -> str:
        return f"whole of {self.result_id}"


class Fragment(Row):
    """Sections of a result as HTML, in one language, about one theme ("" for all of them)."""

    result = models.ForeignKey(Result, models.CASCADE, related_name="fragments")
    language = models.CharField(max_length=8)
    theme = models.CharField(max_length=60, blank=True)
    part = models.CharField(max_length=16)
    body = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["result", "language", "theme", "part"], name="fragment_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.part} {self.theme} ({self.language})"


class ReportFile(Row):
    """The report of a result in one language as a page of its own, compressed."""

    result = models.ForeignKey(Result, models.CASCADE, related_name="reports")
    language = models.CharField(max_length=8)
    content = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["result", "language"], name="report_once_a_language")
        ]

    def __str__(self) -> str:
        return f"report ({self.language})"
