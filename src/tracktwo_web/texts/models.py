"""Joint texts: what lies on the table, what was done to it, what the sides say of it.

Rows carry a side, never a seat, and a session, never a time: a text is negotiated by delegations.
What the library knows as a value (a text, an act, an operation) is kept as its JSON.
"""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tracktwo_web.dialogues.models import Dialogue, Side
from tracktwo_web.kit.languages import in_reader_language
from tracktwo_web.kit.models import Row, texts

JSON = dict[str, Any]


class JointText(Row):
    """A text under negotiation, as it was laid on the table and as it stands."""

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="joint_texts")
    title = texts()
    position = models.PositiveSmallIntegerField(default=0)
    document: "models.JSONField[JSON, JSON]" = models.JSONField()
    """Its stage, the number of the draft, and the silence asked on it."""
    version = models.PositiveIntegerField(default=0)
    session = models.PositiveSmallIntegerField(default=1)
    edition = models.PositiveIntegerField(default=0)
    """Rises with everything that the table sees."""
    first: "models.JSONField[JSON, JSON]" = models.JSONField()
    now: "models.JSONField[JSON, JSON]" = models.JSONField()
    """Last in the row: SQLite reads past what stands before the column it is asked for."""

    def __str__(self) -> str:
        return in_reader_language(self.title)


class Change(Row):
    """One act of a text's history, and the version that it made."""

    text = models.ForeignKey(JointText, models.CASCADE, related_name="changes")
    version = models.PositiveIntegerField()
    session = models.PositiveSmallIntegerField()
    act: "models.JSONField[JSON, JSON]" = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["text", "version"], name="one_change_a_version"),
        ]

    def __str__(self) -> str:
        return f"version {self.version}"


class LogEntry(Row):
    """A position or a move of a side. Nothing is ever taken out of the log."""

    text = models.ForeignKey(JointText, models.CASCADE, related_name="log")
    number = models.PositiveIntegerField()
    act: "models.JSONField[JSON, JSON]" = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["text", "number"], name="log_number_once"),
        ]

    def __str__(self) -> str:
        return f"entry {self.number}"


class ProposalState(models.TextChoices):
    """How far a proposal has come. A draft is seen by its side alone."""

    DRAFT = "draft", pgettext_lazy("proposal", "being written")
    TABLED = "tabled", pgettext_lazy("proposal", "on the table")
    ACCEPTED = "accepted", pgettext_lazy("proposal", "accepted")
    BRACKETED = "bracketed", pgettext_lazy("proposal", "entered in brackets")
    MET = "met", pgettext_lazy("proposal", "met by the text")
    STUCK = "stuck", pgettext_lazy("proposal", "without a place")
    DECLINED = "declined", pgettext_lazy("proposal", "not taken up")
    WITHDRAWN = "withdrawn", pgettext_lazy("proposal", "withdrawn")


OPEN = (ProposalState.DRAFT, ProposalState.TABLED)
"""What is carried along when the text changes."""
CAME_TO_NOTHING = (ProposalState.STUCK, ProposalState.DECLINED, ProposalState.WITHDRAWN)
"""What left the table with nothing of it in the text."""


class Proposal(Row):
    """What a side, or the chair where it has none, would change in a text: the library's operation."""

    text = models.ForeignKey(JointText, models.CASCADE, related_name="proposals")
    side = models.ForeignKey(Side, models.CASCADE, related_name="+", null=True, blank=True)
    code = models.CharField(max_length=40)
    """p1, p2, ... from the table on. A draft has none of these: gaps would tell of the drafts of others."""
    unit = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=8, blank=True)
    state = models.CharField(max_length=10, choices=ProposalState.choices)
    operation: "models.JSONField[JSON, JSON]" = models.JSONField()
    session = models.PositiveSmallIntegerField()
    agreed: "models.JSONField[list[str], list[str]]" = models.JSONField(default=list)
    """The codes of the sides that agree to it as it stands."""
    why: "models.JSONField[JSON, JSON]" = models.JSONField(default=dict)
    """Why it lost its place, or was not taken up."""
    edition = models.PositiveIntegerField(default=1)
    """Rises with every saving of a draft."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["text", "code"], name="proposal_code_once"),
            models.UniqueConstraint(
                fields=["text", "side", "unit", "language"],
                condition=models.Q(state="draft"),
                name="one_draft_a_side",
            ),
            models.UniqueConstraint(
                fields=["text", "unit", "language"],
                condition=models.Q(state="draft", side=None),
                name="one_draft_of_the_chair",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class ChairsChoice(Row):
    """Which wording of a bracket the chair proposes; `alternative` counts from 0, None leaves it out."""

    text = models.ForeignKey(JointText, models.CASCADE, related_name="choices")
    bracket = models.CharField(max_length=80)
    alternative = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["text", "bracket"], name="one_choice_a_bracket"),
        ]

    def __str__(self) -> str:
        return self.bracket


class Remark(Row):
    """Something said of a unit, to the whole table; by the chair where it has no side."""

    text = models.ForeignKey(JointText, models.CASCADE, related_name="remarks")
    unit = models.CharField(max_length=80)
    side = models.ForeignKey(Side, models.CASCADE, related_name="+", null=True, blank=True)
    number = models.PositiveIntegerField()
    words = models.TextField(max_length=4000)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["text", "number"], name="remark_number_once"),
        ]

    def __str__(self) -> str:
        return f"remark {self.number}"


class Note(Row):
    """A side's private note on a unit: it stays in the side's room."""

    text = models.ForeignKey(JointText, models.CASCADE, related_name="notes")
    side = models.ForeignKey(Side, models.CASCADE, related_name="+")
    unit = models.CharField(max_length=80)
    words = models.TextField(max_length=8000)
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["text", "side", "unit"], name="one_note_a_side"),
        ]

    def __str__(self) -> str:
        return f"note on {self.unit}"


class Review(Row):
    """That somebody found the languages of a unit to say the same, as they then were."""

    text = models.ForeignKey(JointText, models.CASCADE, related_name="reviews")
    unit = models.CharField(max_length=80)
    hashes: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["text", "unit"], name="one_review_a_unit"),
        ]

    def __str__(self) -> str:
        return f"review of {self.unit}"


class Finding(Row):
    """Words the program doubted and a person found right: they do not keep the gate shut."""

    text = models.ForeignKey(JointText, models.CASCADE, related_name="findings")
    unit = models.CharField(max_length=80)
    language = models.CharField(max_length=8)
    words = models.CharField(max_length=400)

    class Meta:
        verbose_name = _("finding")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["text", "unit", "language", "words"], name="finding_once"
            ),
        ]

    def __str__(self) -> str:
        return self.words
