"""What a head of delegation enters about a wording or a passage, in the name of the side."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tracktwo.text.standing import Position, Stance
from tracktwo_web.kit.forms import Form, Words

STANCES: tuple[tuple[str, Words], ...] = (
    (Stance.SUPPORT, pgettext_lazy("stance", "support")),
    (Stance.LIVE_WITH, pgettext_lazy("stance", "can live with")),
    (Stance.RESERVE, pgettext_lazy("stance", "reserve")),
    (Stance.OPPOSE, pgettext_lazy("stance", "oppose")),
    (Stance.AWAITING, pgettext_lazy("stance", "await instructions")),
)
LONGEST_REASON, LONGEST_GROUP = 1000, 200
LEFT_OUT = "none"
"""Stands for leaving the words out, in the name of a field."""


class StanceForm(Form):
    """A position: on a unit as it stands, or on one wording where it has a prefix."""

    stance = forms.ChoiceField(
        label=_("Position of your side"), choices=STANCES, widget=forms.RadioSelect
    )
    ad_ref = forms.BooleanField(
        label=_("ad referendum: our capital has still to confirm"), required=False
    )

    def __init__(self, *args: Any, may_be_silent: bool = False, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.fields["stance"].required = not may_be_silent

    @classmethod
    def on_wording(
        cls,
        alternative: int | None,
        told: Mapping[str, Any] | None,
        position: Position | None,
        *,
        auto_id: str = "id_%s",
    ) -> "StanceForm":
        """On one wording of several: a side may leave it open what it says of this one."""
        said = {"stance": position.stance, "ad_ref": position.ad_ref} if position else {}
        prefix = LEFT_OUT if alternative is None else str(alternative)
        return cls(told, prefix=prefix, initial=said, auto_id=auto_id, may_be_silent=True)


class ReopenForm(Form):
    """Why something that was settled is touched again."""

    reason = forms.CharField(
        label=_("Why"), max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 2})
    )
    who_sees: ClassVar = {"reason": _("Everybody at the table sees the reason.")}


class ParkForm(Form):
    """Who takes a passage aside, and when it comes back."""

    group = forms.CharField(label=_("Who takes it"), max_length=LONGEST_GROUP)
    until = forms.DateField(
        label=_("It comes back on"), widget=forms.DateInput(attrs={"type": "date"})
    )

    def clean_until(self) -> dt.date:
        until: dt.date = self.cleaned_data["until"]
        if until < dt.datetime.now(dt.UTC).date() - dt.timedelta(days=1):
            raise forms.ValidationError(_("This day is over."))
        return until


class PackageForm(Form):
    """Which other passages have to be agreed for this one to be."""

    conditions = forms.MultipleChoiceField(
        label=_("Agreed only if these are agreed too"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, units: Iterable[tuple[str, str]], *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.fields["conditions"].choices = list(units)  # type: ignore[attr-defined]
