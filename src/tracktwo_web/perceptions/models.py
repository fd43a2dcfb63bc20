"""Statements, rounds and answers.

An answer stands under its ballot, a key that only the seat's link can derive. No row here names a
seat but `TookPart`, which is written after a round has closed and its ballots were shuffled.
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tracktwo_web.dialogues.models import Dialogue, Seat, Side, Theme
from tracktwo_web.kit.languages import in_reader_language
from tracktwo_web.kit.models import Row, texts
from tracktwo_web.rounds.models import BlindRound

Cells = dict[str, dict[str, dict[str, int]]]
"""Answers by question (hexadecimal), side's code and value, as they are stored."""


class StatementState(models.TextChoices):
    """Where a statement is on its way from a side's draft to the list."""

    DRAFT = "draft", _("draft in the side's room")
    PROPOSED = "proposed", _("waiting for the secretariat")
    ACCEPTED = "accepted", _("on the list")
    RETURNED = "returned", _("returned with a reason")
    MERGED = "merged", _("merged into another")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Statement(Row):
    """A sentence that somebody can agree or disagree with, through all its versions."""

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="statements")
    code = models.CharField(max_length=12, blank=True)
    """Given when it comes onto the list: gaps in the codes would count the other side's drafts."""
    side = models.ForeignKey(Side, models.PROTECT, related_name="statements", null=True, blank=True)
    """The side that proposed it; nobody where the secretariat did."""
    theme = models.ForeignKey(Theme, models.SET_NULL, null=True, blank=True)
    about = models.ForeignKey(Side, models.PROTECT, related_name="+", null=True, blank=True)
    kind = models.CharField(max_length=24, blank=True)
    scale = models.CharField(max_length=32, default="vote")
    source = models.CharField(max_length=200, blank=True)
    state = models.CharField(
        max_length=12, choices=StatementState.choices, default=StatementState.DRAFT
    )
    author_mark = models.CharField(max_length=64, blank=True)
    """Derived from the author's link: the author knows it again, nobody else does."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dialogue", "code"],
                condition=~models.Q(code=""),
                name="statement_code_once",
            )
        ]

    def __str__(self) -> str:
        return self.code


class Version(Row):
    """A wording of a statement. Answers belong to a wording: a new one starts without any."""

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    original = models.CharField(max_length=8)
    """The language it was first written in."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["statement", "number"], name="version_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.statement_id} v{self.number}"

    @property
    def texts(self) -> dict[str, str]:
        """The wording by language. Prefetch `translations` where there are many."""
        return {one.language: one.text for one in self.translations.all()}

    @property
    def text(self) -> str:
        return in_reader_language(self.texts)


class TranslationState(models.TextChoices):
    """How far a text may be relied on."""

    MACHINE = "machine", pgettext_lazy("translation", "machine")
    DRAFT = "draft", pgettext_lazy("translation", "draft")
    REVIEWED = "reviewed", pgettext_lazy("translation", "reviewed")
    AUTHENTIC = "authentic", pgettext_lazy("translation", "authentic")


class Translation(Row):
    """A wording in one language. The original is authentic by its nature."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="translations")
    language = models.CharField(max_length=8)
    text = models.CharField(max_length=600)
    state = models.CharField(
        max_length=12, choices=TranslationState.choices, default=TranslationState.DRAFT
    )
    approved_by: "models.JSONField[list[str], list[str]]" = models.JSONField(
        default=list, blank=True
    )
    """Codes of the sides whose head or interpreter found it as good as the original."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "language"], name="translation_once")
        ]

    def __str__(self) -> str:
        return self.text


class Verdict(models.TextChoices):
    """What the secretariat may decide about a proposed statement."""

    ACCEPTED = "accepted", pgettext_lazy("decision", "accepted")
    RETURNED = "returned", pgettext_lazy("decision", "returned")
    MERGED = "merged", _("merged into another")


class Decision(Row):
    """A line of the moderation log: what was decided, and the reason that the author reads."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="decisions")
    number = models.PositiveIntegerField()
    verdict = models.CharField(max_length=12, choices=Verdict.choices)
    reason = models.TextField(max_length=2000, blank=True)
    into = models.ForeignKey(Statement, models.SET_NULL, null=True, blank=True)
    wording = texts()
    """The texts as they were decided about; the author may have changed them since."""
    decided_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.verdict}: {self.version_id}"


class Round(BlindRound):
    """A set of statements put to all seats at once."""

    opens_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField()
    asks_mirror = models.BooleanField(default=False)
    """Ask also: how will they think that we answer?"""
    takes_comments = models.BooleanField(default=True)
    roll: "models.JSONField[dict[str, int], dict[str, int]]" = models.JSONField(
        default=dict, blank=True
    )
    """Seats that may answer by side's code, counted at the opening."""
    reminders_sent: "models.JSONField[list[str], list[str]]" = models.JSONField(
        default=list, blank=True
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dialogue", "number"], name="round_number_once")
        ]


class Question(Row):
    """A wording put to the vote in a round."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="questions")
    version = models.ForeignKey(Version, models.PROTECT, related_name="questions")
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "version"], name="version_once_a_round")
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.position}"


class Answer(Row):
    """What a ballot says to a question. It has no time, no seat, and no order that means anything.

    `expected`: by side's code, the share expected to agree (or the mean rating expected);
    `mirrored`: by side's code, what that side is believed to expect of one's own.
    """

    question = models.ForeignKey(Question, models.CASCADE, related_name="answers", db_index=False)
    ballot = models.BinaryField(max_length=16)
    side = models.ForeignKey(
        Side, models.CASCADE, related_name="+", null=True, blank=True, db_index=False
    )
    value = models.FloatField()
    expected: "models.JSONField[dict[str, float], dict[str, float]]" = models.JSONField(
        default=dict, blank=True
    )
    mirrored: "models.JSONField[dict[str, float], dict[str, float]]" = models.JSONField(
        default=dict, blank=True
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["ballot", "question"], name="one_answer_a_question")
        ]
        # Live totals are counted in this index alone.
        indexes: ClassVar = [
            models.Index(fields=["question", "side", "value"], name="answers_to_a_question")
        ]

    def __str__(self) -> str:
        return "an answer"


class LiveTally(Row):
    """What an open consultation shows of its answers while it runs (see `tally`)."""

    round = models.OneToOneField(Round, models.CASCADE, related_name="live_tally")
    number = models.PositiveIntegerField(default=0)
    """Rises with each batch that is published."""
    cells: "models.JSONField[Cells, Cells]" = models.JSONField(default=dict)
    next_at = models.DateTimeField()
    """When answers may be counted again."""

    def __str__(self) -> str:
        return f"{self.round_id} #{self.number}"


class Comment(Row):
    """A remark on a question, kept apart from the ballot of whoever made it."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="comments")
    mark = models.CharField(max_length=32, unique=True)
    side = models.ForeignKey(Side, models.CASCADE, related_name="+", null=True, blank=True)
    text = models.CharField(max_length=1000)

    def __str__(self) -> str:
        return "a comment"


class TookPart(Row):
    """That a seat answered in a round: written when the seat next comes after the round has closed."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="took_part")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "seat"], name="took_part_once")
        ]

    def __str__(self) -> str:
        return f"{self.seat_id} in {self.round_id}"


class Class(models.TextChoices):
    """What the sides, having read the results, say a perception is (mirror session)."""

    ACCURATE = "accurate", _("accurate")
    MISPERCEPTION = "misperception", _("misperception")
    DISAGREEMENT = "disagreement", _("real disagreement")
    UNKNOWN = "unknown", _("unknown")


class Classification(Row):
    """A side's word on a released question; the class is joint where all sides say the same."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="classifications")
    side = models.ForeignKey(Side, models.CASCADE, related_name="+")
    verdict = models.CharField(max_length=16, choices=Class.choices)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["question", "side"], name="classified_once_a_side")
        ]

    def __str__(self) -> str:
        return self.verdict


class Clarification(Row):
    """What the side that a statement is about wants the others to know."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="clarifications")
    side = models.ForeignKey(Side, models.CASCADE, related_name="+")
    language = models.CharField(max_length=8)
    text = models.TextField(max_length=2000)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["question", "side"], name="clarified_once_a_side")
        ]

    def __str__(self) -> str:
        return self.text
