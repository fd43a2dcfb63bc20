"""The forms of a round: its plan, and a later end."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.validators import MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracktwo_web.dialogues.forms.clocks import TYPED, Moment, ZonedForm
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.kit.forms import TextsField
from tracktwo_web.perceptions.domain.rounds import RoundPlan
from tracktwo_web.perceptions.models import Round, Version

LAST = 1000
"""The place of statements that were given none."""


class RoundForm(ZonedForm):
    """The plan of a round: what it asks, when, and how many must answer."""

    opens_at = Moment(
        label=_("Opens"),
        help_text=_("Leave it empty to open the round by hand."),
        required=False,
    )
    closes_at = Moment(label=_("Closes"))
    quorum = forms.IntegerField(
        label=_("Quorum of each side"),
        help_text=_(
            "So many ballots each side must cast. A round below it is void: its answers are "
            "deleted unread."
        ),
        widget=forms.NumberInput(attrs={"class": "brief-field"}),
        max_value=1000,
    )
    asks_mirror = forms.BooleanField(
        label=_("Ask also: how will they think that we answer?"), required=False
    )
    takes_comments = forms.BooleanField(
        label=_("Let people add comments"), required=False, initial=True
    )
    moments = ("opens_at", "closes_at")
    field_order = ("title", "zone", "opens_at", "closes_at", "quorum")

    def __init__(
        self,
        dialogue: Dialogue,
        versions: Sequence[Version],
        *args: Any,  # noqa: ANN401
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(dialogue, *args, **options)
        self.versions = versions
        self.fields["title"] = TextsField(dialogue.languages, label=_("Title"), max_length=120)
        self.fields["quorum"].validators.append(MinValueValidator(dialogue.k))
        self.fields["quorum"].initial = dialogue.k
        self.fields["ask"] = forms.MultipleChoiceField(
            label=_("Statements"),
            choices=[(str(version.id), version.statement.code) for version in versions],
            error_messages={"required": _("Choose at least one statement.")},
        )
        for version in versions:
            self.fields[place_name(version)] = _place(version)
        self.order_fields(self.field_order)

    def rows(self) -> list[tuple[Version, bool, forms.BoundField]]:
        """Each statement on the list: whether it is chosen, and the field for its place."""
        chosen = {str(one) for one in self["ask"].value() or ()}
        return [(one, str(one.id) in chosen, self[place_name(one)]) for one in self.versions]

    @property
    def has_places(self) -> bool:
        """Whether somebody has given places already, or is told that one is wrong."""
        return any(place.value() for _, _, place in self.rows())

    def plain_fields(self) -> list[forms.BoundField]:
        """The fields that are not about single statements."""
        special = {"ask", *map(place_name, self.versions)}
        return [field for field in self if field.name not in special]

    def chosen(self) -> list[Version]:
        """The wordings to ask: those with a place in its order, then the others by code."""
        ask = set(self.cleaned_data["ask"])
        return sorted((one for one in self.versions if str(one.id) in ask), key=self._place_of)

    def _place_of(self, version: Version) -> tuple[int, str]:
        return (self.cleaned_data.get(place_name(version)) or LAST, version.statement.code)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        opens, closes = cleaned.get("opens_at"), cleaned.get("closes_at")
        if closes and closes <= timezone.now():
            self.add_error("closes_at", gettext("That time has passed."))
        elif opens and closes and opens >= closes:
            self.add_error("closes_at", gettext("A round closes after it opens."))
        return cleaned

    def plan(self) -> RoundPlan:
        entered = self.cleaned_data
        return RoundPlan(
            title=entered["title"],
            opens_at=entered["opens_at"],
            closes_at=entered["closes_at"],
            quorum=entered["quorum"],
            asks_mirror=entered["asks_mirror"],
            takes_comments=entered["takes_comments"],
        )


class LaterForm(ZonedForm):
    """A later end for an open round."""

    closes_at = Moment(label=_("Close it later, at"))
    moments = ("closes_at",)
    field_order = ("zone", "closes_at")


def _place(version: Version) -> forms.IntegerField:
    label = gettext("Place of %(code)s") % {"code": version.statement.code}
    widget = forms.NumberInput(attrs={"class": "brief-field", "aria-label": label})
    return forms.IntegerField(
        label=label, required=False, min_value=1, max_value=LAST - 1, widget=widget
    )


def place_name(version: Version) -> str:
    """The name of the field for a statement's place."""
    return f"place_{version.id.hex}"


def initial_of(one: Round) -> Mapping[str, Any]:
    """What the form shows of a round that is to be planned otherwise."""
    zone = one.dialogue.sides.order_by("position").values_list("time_zone", flat=True).first()
    clock = ZoneInfo(zone or "UTC")
    asked = one.questions.select_related("version")
    placed: dict[str, Any] = {place_name(q.version): q.position + 1 for q in asked}
    return placed | {
        "ask": [str(q.version_id) for q in asked],
        "title": one.title,
        "zone": str(clock),
        "opens_at": _typed(one.opens_at, clock),
        "closes_at": _typed(one.closes_at, clock),
        "quorum": one.quorum,
        "asks_mirror": one.asks_mirror,
        "takes_comments": one.takes_comments,
    }


def _typed(moment: datetime | None, clock: ZoneInfo) -> str:
    return moment.astimezone(clock).strftime(TYPED) if moment else ""
