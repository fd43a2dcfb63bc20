"""The forms of a round: its plan, and when a part closes."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.core.validators import MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracktwo_web.dialogues.forms.clocks import Moment, ZonedForm
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.kit.forms import Form, TextsField
from tracktwo_web.kit.languages import in_a_row
from tracktwo_web.risks.domain.rounds import Plan
from tracktwo_web.risks.models import Risk


class PlanForm(Form):
    """Which risks a round asks about, and how many must answer."""

    quorum = forms.IntegerField(
        label=_("Quorum of each side"),
        help_text=_(
            "So many ballots each side must cast in the first part. A round below it is void: its "
            "estimates are deleted unread."
        ),
        widget=forms.NumberInput(attrs={"class": "brief-field"}),
        max_value=1000,
    )
    field_order = ("title", "ask", "quorum")

    def __init__(
        self,
        dialogue: Dialogue,
        risks: Sequence[Risk],
        *args: Any,  # noqa: ANN401
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **options)
        self.risks = risks
        self.fields["title"] = TextsField(dialogue.languages, label=_("Title"), max_length=120)
        self.fields["quorum"].validators.append(MinValueValidator(dialogue.k))
        self.fields["quorum"].initial = dialogue.k
        self.fields["ask"] = forms.MultipleChoiceField(
            label=_("Risks"),
            choices=[(str(one.id), str(one)) for one in risks],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Choose at least one risk.")},
        )
        self.order_fields(self.field_order)

    def clean_ask(self) -> list[Risk]:
        chosen = [one for one in self.risks if str(one.id) in set(self.cleaned_data["ask"])]
        without = [str(one) for one in chosen if not one.period]
        if without:
            message = gettext(
                "A likelihood needs a period. State one in the register for: %(risks)s."
            )
            raise forms.ValidationError(message % {"risks": in_a_row(without)})
        return chosen

    def plan(self) -> Plan:
        return Plan(quorum=self.cleaned_data["quorum"], title=self.cleaned_data["title"])


class ClosingForm(ZonedForm):
    """When the part that is to be opened closes."""

    closes_at = Moment(label=_("This part closes"))
    moments: ClassVar[Sequence[str]] = ("closes_at",)
    field_order = ("zone", "closes_at")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        closes = cleaned.get("closes_at")
        if closes and closes <= timezone.now():
            self.add_error("closes_at", gettext("That time has passed."))
        return cleaned
