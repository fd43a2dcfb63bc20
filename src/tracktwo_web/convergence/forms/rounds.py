"""The forms of a round: its plan, and when it closes."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.core.validators import MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracktwo_web.convergence.domain.conditions import Stated
from tracktwo_web.convergence.domain.rounds import FEWEST_ASKED, MOST_ASKED, Plan
from tracktwo_web.convergence.models import Option
from tracktwo_web.dialogues.forms.clocks import Moment, ZonedForm
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.kit.forms import Form, TextsField
from tracktwo_web.kit.languages import in_a_row

ASKED_FOR = ("needs", "at_least", "must")
"""Conditions that ask for options: those must be in the round."""


class PlanForm(Form):
    """Which options a round asks about, which of them lie on the table, and how many must answer."""

    quorum = forms.IntegerField(
        label=_("Quorum of each side"),
        help_text=_(
            "So many ballots each side must cast. A round below it is void: its points are deleted "
            "unread."
        ),
        widget=forms.NumberInput(attrs={"class": "brief-field"}),
        max_value=1000,
    )
    field_order = ("title", "ask", "table", "quorum")

    def __init__(
        self,
        dialogue: Dialogue,
        options: Sequence[Option],
        conditions: Sequence[Stated],
        *args: Any,  # noqa: ANN401
        **more: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **more)
        self.options, self.conditions = options, conditions
        choices = [(one.code, str(one)) for one in options]
        self.fields["title"] = TextsField(dialogue.languages, label=_("Title"), max_length=120)
        self.fields["quorum"].validators.append(MinValueValidator(dialogue.k))
        self.fields["quorum"].initial = dialogue.k
        self.fields["ask"] = forms.MultipleChoiceField(
            label=_("Options to be valued"),
            help_text=_("From 2 to 18: nobody divides a hundred points among more with care."),
            choices=choices,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Choose at least two options.")},
        )
        self.fields["table"] = forms.MultipleChoiceField(
            label=_("The package on the table"),
            help_text=_(
                "What is talked about already, if anything is. The release then tells the smallest "
                "change to it from which every side gains."
            ),
            choices=choices,
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
        self.order_fields(self.field_order)

    def clean_ask(self) -> list[str]:
        asked: list[str] = self.cleaned_data["ask"]
        if len(asked) < FEWEST_ASKED:
            raise forms.ValidationError(gettext("Choose at least two options."))
        if len(asked) > MOST_ASKED:
            raise forms.ValidationError(gettext("Choose no more than 18 options."))
        missing = {
            code
            for stated in self.conditions
            if stated.kind in ASKED_FOR
            for code in stated.options
            if code not in asked
        }
        if missing:
            message = gettext("Joint conditions ask for these as well: %(options)s.")
            named = in_a_row(str(one) for one in self.options if one.code in missing)
            raise forms.ValidationError(message % {"options": named})
        return asked

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if set(cleaned.get("table", ())) - set(cleaned.get("ask", cleaned.get("table", ()))):
            text = gettext("What lies on the table must be among the options to be valued.")
            self.add_error("table", text)
        return cleaned

    def asked(self) -> list[Option]:
        """The options chosen, in their order."""
        return [one for one in self.options if one.code in self.cleaned_data["ask"]]

    def plan(self) -> Plan:
        return Plan(quorum=self.cleaned_data["quorum"], title=self.cleaned_data["title"])


class ClosingForm(ZonedForm):
    """When the round that is to be opened closes."""

    closes_at = Moment(label=_("This round closes"))
    moments: ClassVar[Sequence[str]] = ("closes_at",)
    field_order = ("zone", "closes_at")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        closes = cleaned.get("closes_at")
        if closes and closes <= timezone.now():
            self.add_error("closes_at", gettext("That time has passed."))
        return cleaned
