"""Joint reports: drafts as they were composed, how authors wish to be named, who reviewed what, and issues.

A draft freezes what it was made of, so that the same report can be made again. An issue is written
once: nothing here changes one.
"""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracktwo_web.dialogues.models import Dialogue, Seat, Side
from tracktwo_web.insights.models import Progress
from tracktwo_web.kit.models import Row
from tracktwo_web.kit.models import texts as by_language
from tracktwo_web.perceptions.models import Round

JSON = dict[str, Any]


class Made(Row):
    """Something that a job makes, and how far it is."""

    state = models.CharField(max_length=8, choices=Progress.choices, default=Progress.WAITING)
    step = models.CharField(max_length=40, blank=True)
    share = models.PositiveSmallIntegerField(default=0)
    beat_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    @property
    def is_done(self) -> bool:
        return self.state == Progress.DONE

    @property
    def has_failed(self) -> bool:
        return self.state == Progress.FAILED


class Wish(models.TextChoices):
    """How an author wishes to stand in the report."""

    NAME = "name", _("with my name and my office")
    OFFICE = "office", _("with my office alone, without my name")
    NOT = "not", _("not at all")


class Consent(Row):
    """How a seat wishes to be named. There is no row while it has not answered; a name only by its wish."""

    seat = models.OneToOneField(Seat, models.CASCADE, related_name="consent")
    wish = models.CharField(max_length=8, choices=Wish.choices)
    name = models.CharField(max_length=120, blank=True)
    office = by_language()

    def __str__(self) -> str:
        return self.wish


class Draft(Made):
    """The report as it could be composed at a moment: what it was made of, and what it says.

    `mark` tells what the dialogue held then and `named` how its authors were named, so that a later
    change is noticed. `facts`: languages, sections and conditions, as `domain.facts` writes them.
    """

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="report_drafts")
    number = models.PositiveIntegerField()
    composed_on = models.DateField()
    mark = models.CharField(max_length=64, blank=True)
    named = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64, blank=True)
    facts: "models.JSONField[JSON, JSON]" = models.JSONField(default=dict, blank=True)
    has_files = models.BooleanField(default=False)
    canonical = models.BinaryField(default=bytes)
    content = models.BinaryField(default=bytes)
    """The dialogue folder (a zip) that `tracktwo report` makes the same report of."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dialogue", "number"], name="draft_number_once")
        ]

    def __str__(self) -> str:
        return f"draft {self.number}"


class DraftPage(Row):
    """A draft in one language as a page shows it."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="pages")
    language = models.CharField(max_length=8)
    body = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["draft", "language"], name="draft_page_once")
        ]

    def __str__(self) -> str:
        return f"{self.draft_id} in {self.language}"


class Paper(Row):
    """A report as a file, with the SHA-256 that it had when it was made."""

    language = models.CharField(max_length=16)
    """One language, or two beside each other: `en+zh`."""
    kind = models.CharField(max_length=8)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.language}.{self.kind}"


class DraftFile(Paper):
    """A draft as a file; only those of the newest draft are kept."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="files")


class Review(Row):
    """That somebody who speaks a language has read the report in it, word for word as `hash` says.

    `side` is in whose name; None for the secretariat. Who it was is not kept.
    """

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="report_reviews")
    language = models.CharField(max_length=8)
    hash = models.CharField(max_length=64)
    side = models.ForeignKey(Side, models.CASCADE, related_name="+", null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dialogue", "language", "hash", "side"], name="reviewed_once_a_side"
            ),
            models.UniqueConstraint(
                fields=["dialogue", "language", "hash"],
                condition=models.Q(side=None),
                name="reviewed_once_by_the_secretariat",
            ),
        ]

    def __str__(self) -> str:
        return self.language


class Issue(Made):
    """A report that was released: number, hash and words stay as they are from then on."""

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="report_issues")
    draft = models.OneToOneField(Draft, models.RESTRICT, related_name="issue")
    number = models.PositiveIntegerField()
    released_on = models.DateField()
    hash = models.CharField(max_length=64)
    languages: "models.JSONField[list[str], list[str]]" = models.JSONField(default=list)
    canonical = models.BinaryField()
    """What was hashed and signed."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dialogue", "number"], name="issue_number_once")
        ]

    def __str__(self) -> str:
        return f"issue {self.number}"


class IssueFile(Paper):
    """An issue as a file."""

    issue = models.ForeignKey(Issue, models.CASCADE, related_name="files")


class BriefFile(Paper):
    """A side's private brief as a file, sealed to the side: the database alone does not tell it."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="briefs")
    side = models.ForeignKey(Side, models.CASCADE, related_name="+")


class OpenData(Made):
    """What a released round gives everybody: aggregates alone, as a zip in each language."""

    round = models.OneToOneField(Round, models.CASCADE, related_name="open_data")

    def __str__(self) -> str:
        return f"open data of {self.round_id}"


class OpenFile(Paper):
    """Open data in one language."""

    data = models.ForeignKey(OpenData, models.CASCADE, related_name="papers")
