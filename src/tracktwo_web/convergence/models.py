"""Areas, options for cooperation, what both may hold of packages, and blind rounds in which sides value.

Points stand under their ballot, a key that only the seat's link can derive, and sealed besides; what
a side states as its limits is sealed to the side. No row here names a seat, and none has a time but
the rounds themselves.
"""

from typing import Any, ClassVar, TypedDict

from django.db import models
from django.utils.translation import pgettext_lazy

from tracktwo_web.dialogues.models import Dialogue, Side
from tracktwo_web.kit.languages import in_reader_language
from tracktwo_web.kit.models import Row
from tracktwo_web.kit.models import texts as by_language
from tracktwo_web.roadmaps.models import Plan
from tracktwo_web.rounds.models import BlindRound
from tracktwo_web.rounds.states import RoundState
from tracktwo_web.texts.models import JointText

JSON = dict[str, Any]
Texts = dict[str, str]


class Taken(TypedDict):
    """So much of something; `side` is a side's code, or "" where it is of all jointly."""

    of: str
    side: str
    value: float


class Rung(models.TextChoices):
    """How far an option goes (the library's `LADDER`)."""

    CONTACT = "contact", pgettext_lazy("rung of the ladder", "contact")
    TEST_CALL = "test call", pgettext_lazy("rung of the ladder", "test call")
    NOTIFICATION = "notification", pgettext_lazy("rung of the ladder", "notification")
    OBSERVATION = "observation", pgettext_lazy("rung of the ladder", "observation")
    RULES = "rules of behaviour", pgettext_lazy("rung of the ladder", "rules of behaviour")
    REVIEW = "joint review", pgettext_lazy("rung of the ladder", "joint review")
    NORM = "norm", pgettext_lazy("rung of the ladder", "norm")
    AGREEMENT = "agreement", pgettext_lazy("rung of the ladder", "agreement")


class Area(Row):
    """A field in which interests may converge."""

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="areas")
    code = models.SlugField(max_length=40)
    texts = by_language()
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dialogue", "code"], name="area_code_once")
        ]

    def __str__(self) -> str:
        return in_reader_language(self.texts) or self.code


class Option(Row):
    """Something the sides could agree to do, whole or not at all."""

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="options")
    code = models.SlugField(max_length=40)
    area = models.ForeignKey(Area, models.RESTRICT, related_name="options", null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    is_on_offer = models.BooleanField(default=True)
    """False while a delegate's proposal waits for the secretariat; by whom it is, is not kept."""
    texts = by_language()
    interests: "models.JSONField[dict[str, Texts], dict[str, Texts]]" = models.JSONField(
        default=dict, blank=True
    )
    """By the code of a side, then by language: what the side would have of it."""
    obstacles = by_language()
    precedents = by_language()
    rung = models.CharField(max_length=20, choices=Rung.choices, blank=True)
    touches: "models.JSONField[list[str], list[str]]" = models.JSONField(default=list, blank=True)
    """Codes of risks, and of concepts of the joint map."""
    takes: "models.JSONField[list[Taken], list[Taken]]" = models.JSONField(default=list, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dialogue", "code"], name="option_code_once")
        ]

    def __str__(self) -> str:
        return in_reader_language(self.texts) or self.code


class JointCondition(Row):
    """What every package must hold, stated openly for all sides."""

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="joint_conditions")
    code = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField(default=0)
    stated: "models.JSONField[JSON, JSON]" = models.JSONField()
    """Kind, options, limit and amount, as `domain.conditions` knows them."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dialogue", "code"], name="joint_condition_code_once")
        ]

    def __str__(self) -> str:
        return self.code


RUNNING = (RoundState.OPEN, RoundState.CLOSED)
"""Options and joint conditions rest: what is valued must stay what it was."""


class ValueRound(BlindRound):
    """Some options that all seats of the sides value at once."""

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="value_rounds")
    closes_at = models.DateTimeField(null=True, blank=True)
    found: "models.JSONField[JSON | None, JSON | None]" = models.JSONField(null=True, blank=True)
    """What everybody at the table may see of the packages; None before the release."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dialogue", "number"], name="value_round_once")
        ]

    @property
    def is_open(self) -> bool:
        return self.state == RoundState.OPEN


class AskedOption(Row):
    """An option in a round, in the words in which it was put to the seats."""

    round = models.ForeignKey(ValueRound, models.CASCADE, related_name="asked")
    option = models.ForeignKey(Option, models.RESTRICT, related_name="asked")
    position = models.PositiveSmallIntegerField()
    is_on_table = models.BooleanField(default=False)
    """Whether it is part of the package that lies on the table, if one does."""
    texts = by_language()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "option"], name="option_once_a_round")
        ]

    def __str__(self) -> str:
        return in_reader_language(self.texts) or str(self.option)


class Valuation(Row):
    """What a ballot gives the options of a round, sealed. It has no time, no seat, and no order."""

    round = models.ForeignKey(ValueRound, models.CASCADE, related_name="valuations", db_index=False)
    ballot = models.BinaryField(max_length=16)
    side = models.ForeignKey(Side, models.CASCADE, related_name="+", db_index=False)
    is_complete = models.BooleanField()
    """Whether the points that serve the side sum to a hundred; else it is a draft and does not count."""
    sealed = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "ballot"], name="one_valuation_a_ballot")
        ]

    def __str__(self) -> str:
        return "a valuation"


class Limits(Row):
    """What a side has without an agreement, and its conditions: sealed to the side.

    The row is there from the planning on and always as long: neither tells whether anything is stated.
    """

    round = models.ForeignKey(ValueRound, models.CASCADE, related_name="limits")
    side = models.ForeignKey(Side, models.CASCADE, related_name="+")
    sealed = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "side"], name="limits_once_a_side")
        ]

    def __str__(self) -> str:
        return "a side's limits"


class OwnView(Row):
    """What one side alone may see of a released round: its own points and gains, sealed to it."""

    round = models.ForeignKey(ValueRound, models.CASCADE, related_name="own_views")
    side = models.ForeignKey(Side, models.CASCADE, related_name="+")
    sealed = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "side"], name="own_view_once_a_side")
        ]

    def __str__(self) -> str:
        return "a side's own view"


class Tabled(Row):
    """That a package was laid on the table of a joint text, by a side or the chair.

    It is laid there again only where nothing is left of it; the row then tells of the last time.
    """

    round = models.ForeignKey(ValueRound, models.CASCADE, related_name="tabled")
    package = models.CharField(max_length=20)
    text = models.ForeignKey(JointText, models.CASCADE, related_name="+")
    proposals: "models.JSONField[list[str], list[str]]" = models.JSONField(default=list)
    """Their codes in the text."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["round", "package", "text"], name="package_tabled_once_a_text"
            )
        ]

    def __str__(self) -> str:
        return self.package


class Planned(Row):
    """That the options of a package were proposed as items of the roadmap, by a side or the secretariat.

    They are proposed again only where nothing is left of them; the row then tells of the last time.
    """

    round = models.ForeignKey(ValueRound, models.CASCADE, related_name="planned")
    package = models.CharField(max_length=20)
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="+")
    items: "models.JSONField[list[str], list[str]]" = models.JSONField(default=list)
    """Their keys."""

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["round", "package", "plan"], name="package_planned_once_a_roadmap"
            )
        ]

    def __str__(self) -> str:
        return self.package
