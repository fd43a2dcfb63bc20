"""The register of risks, and blind rounds of estimates.

An estimate stands under its ballot, a key that only the seat's link can derive. No row here names a
seat, and none has a time but the rounds themselves.
"""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tracktwo_web.dialogues.models import Dialogue, Side
from tracktwo_web.kit.languages import in_reader_language
from tracktwo_web.kit.models import Row
from tracktwo_web.kit.models import texts as by_language
from tracktwo_web.rounds.models import BlindRound


class Onset(models.TextChoices):
    """How fast a risk unfolds once it begins."""

    HOURS = "hours", pgettext_lazy("onset of a risk", "within hours")
    DAYS = "days", pgettext_lazy("onset of a risk", "within days")
    WEEKS = "weeks", pgettext_lazy("onset of a risk", "within weeks")
    MONTHS = "months", pgettext_lazy("onset of a risk", "within months")
    YEARS = "years", pgettext_lazy("onset of a risk", "within years")


class Reversibility(models.TextChoices):
    """How hard it is to undo."""

    EASY = "easy", pgettext_lazy("to undo a risk", "easy to undo")
    HARD = "hard", pgettext_lazy("to undo a risk", "hard to undo")
    IMPOSSIBLE = "impossible", pgettext_lazy("to undo a risk", "cannot be undone")


class Risk(Row):
    """A consequence that is feared, and what the sides hold about it."""

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="risks")
    code = models.SlugField(max_length=40)
    texts = by_language()
    domain = models.CharField(max_length=80, blank=True)
    onset = models.CharField(max_length=12, choices=Onset.choices, blank=True)
    reversibility = models.CharField(max_length=12, choices=Reversibility.choices, blank=True)
    period = models.CharField(max_length=80, blank=True)
    """The stretch of time that its likelihood speaks of."""
    existing = by_language()
    proposed = by_language()
    """Measures: those there are, and those somebody asks for."""
    owner = models.CharField(max_length=120, blank=True)
    """Who looks after it: an office, as the sides write it."""
    mechanism: "models.JSONField[list[str], list[str]]" = models.JSONField(default=list, blank=True)
    """Concepts of an influence map, in the order in which they lead to it."""
    outcome = models.BooleanField(null=True, blank=True)
    """Whether it came about in its period; unknown while nobody can tell."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dialogue", "code"], name="risk_code_once")
        ]

    def __str__(self) -> str:
        return in_reader_language(self.texts) or self.code


class Seen(models.TextChoices):
    """What is known of an indicator; nothing where nobody has looked."""

    SEEN = "seen", pgettext_lazy("indicator", "seen")
    NOT_SEEN = "not seen", pgettext_lazy("indicator", "not seen")


class Indicator(Row):
    """Something to watch: from when on it counts, whether it was seen, and by whom."""

    risk = models.ForeignKey(Risk, models.CASCADE, related_name="indicators")
    code = models.SlugField(max_length=40)
    texts = by_language()
    threshold = by_language()
    state = models.CharField(max_length=12, choices=Seen.choices, blank=True)
    by = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["risk", "code"], name="indicator_code_once")
        ]

    def __str__(self) -> str:
        return in_reader_language(self.texts) or self.code


class Word(models.TextChoices):
    """What the head of a side says of a risk in the register."""

    AGREED = "agreed", pgettext_lazy("word on a risk", "agreed")
    RESERVE = "reserve", pgettext_lazy("word on a risk", "agreed with a reserve")
    NOT_AGREED = "not agreed", pgettext_lazy("word on a risk", "not agreed")


class Agreement(Row):
    """A side's word on a risk; shown to the others once every side has spoken."""

    risk = models.ForeignKey(Risk, models.CASCADE, related_name="agreements")
    side = models.ForeignKey(Side, models.CASCADE, related_name="+")
    word = models.CharField(max_length=12, choices=Word.choices)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["risk", "side"], name="agreed_once_a_side")
        ]

    def __str__(self) -> str:
        return self.word


class State(models.TextChoices):
    """The way of a round: alone, then with the others' estimates in view, then released together."""

    PLANNED = "planned", pgettext_lazy("round", "planned")
    FIRST = "first", _("first part open")
    BETWEEN = "between", _("between the parts")
    SECOND = "second", _("second part open")
    CLOSED = "closed", pgettext_lazy("round", "closed")
    RELEASED = "released", pgettext_lazy("round", "released")
    VOID = "void", pgettext_lazy("round", "void")


OPEN = (State.FIRST, State.SECOND)
"""Estimates are taken."""
RUNNING = (State.FIRST, State.BETWEEN, State.SECOND, State.CLOSED)
"""The register rests: what is estimated must stay what it was."""
FED_BACK = (State.BETWEEN, State.SECOND, State.CLOSED, State.RELEASED)
"""The estimates of the first part are shown without names."""


class EstimateRound(BlindRound):
    """Some risks put to all seats at once, in two parts; the quorum is that of the first."""

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="estimate_rounds")
    state = models.CharField(max_length=12, choices=State.choices, default=State.PLANNED)
    closes_at = models.DateTimeField(null=True, blank=True)
    """When the part that is open closes."""
    found: "models.JSONField[dict[str, Any] | None, dict[str, Any] | None]" = models.JSONField(
        null=True, blank=True
    )
    """What the library found, as its document; None before the release."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dialogue", "number"], name="estimate_round_once")
        ]

    @property
    def part(self) -> int:
        """The part that is open, or was open last; 0 before the first."""
        if self.state == State.PLANNED:
            return 0
        return 1 if self.state in (State.FIRST, State.BETWEEN) else 2

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def badge(self) -> str:
        """The class of the badge that shows its state."""
        return "open" if self.is_open else self.state


class AskedRisk(Row):
    """A risk in a round, in the words in which it was put to the seats."""

    round = models.ForeignKey(EstimateRound, models.CASCADE, related_name="asked")
    risk = models.ForeignKey(Risk, models.RESTRICT, related_name="asked")
    position = models.PositiveSmallIntegerField()
    texts = by_language()
    period = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "risk"], name="risk_once_a_round")
        ]

    def __str__(self) -> str:
        return in_reader_language(self.texts) or self.risk.code


class Estimate(Row):
    """What a ballot says of a risk in one part. It has no time, no seat, and no order that means anything.

    Likelihoods and all `sure` are shares from 0 to 1, severities points from 0 to 10.
    """

    asked = models.ForeignKey(AskedRisk, models.CASCADE, related_name="estimates", db_index=False)
    part = models.PositiveSmallIntegerField()
    ballot = models.BinaryField(max_length=16)
    side = models.ForeignKey(Side, models.CASCADE, related_name="+", db_index=False)
    likely_low = models.FloatField()
    likely_best = models.FloatField()
    likely_high = models.FloatField()
    likely_sure = models.FloatField()
    severe_low = models.FloatField()
    severe_best = models.FloatField()
    severe_high = models.FloatField()
    severe_sure = models.FloatField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["asked", "part", "ballot"], name="one_estimate_a_risk_and_part"
            )
        ]

    def __str__(self) -> str:
        return "an estimate"


class Reason(Row):
    """Why somebody estimated alone as they did, kept apart from the ballot of whoever wrote it."""

    asked = models.ForeignKey(AskedRisk, models.CASCADE, related_name="reasons")
    mark = models.CharField(max_length=32, unique=True)
    text = models.CharField(max_length=600)

    def __str__(self) -> str:
        return "a reason"


class Picture(Row):
    """The matrix of a released round in one language, drawn once: an SVG for wide pages, one for narrow."""

    round = models.ForeignKey(EstimateRound, models.CASCADE, related_name="pictures")
    language = models.CharField(max_length=8)
    body = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "language"], name="drawn_once_a_language")
        ]

    def __str__(self) -> str:
        return f"{self.round_id} in {self.language}"
