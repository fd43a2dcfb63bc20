"""The forms of a condition, one for each kind: only what that kind needs is asked."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracktwo.convergence.conditions import FEWEST
from tracktwo_web.convergence.domain.conditions import COUNTED, WEIGHED, Stated
from tracktwo_web.convergence.models import Option
from tracktwo_web.kit.forms import Form

KINDS = {
    "needs": _("one option only together with others"),
    "excludes": _("no two of these together"),
    "at_most": _("at most so many of these"),
    "at_least": _("at least so many of these"),
    "must": _("these in every package"),
    "never": _("these in no package"),
    "balance": _("burdens in balance between the sides"),
    "budget": _("no more than so much in all"),
}
OF_A_SIDE = tuple(kind for kind in KINDS if kind != "budget")
"""What a side states for itself. A budget is everybody's."""


class ConditionForm(Form):
    """A condition of one kind among some options."""

    def __init__(
        self,
        kind: str,
        options: Sequence[Option],
        amounts: Sequence[str],
        *args: Any,  # noqa: ANN401
        **more: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **more)
        self.kind = kind
        choices = [(one.code, str(one)) for one in options]
        if kind == "needs":
            self.fields["first"] = forms.ChoiceField(
                label=_("This option"), choices=[("", "–"), *choices]
            )
        if kind not in WEIGHED:
            self.fields["options"] = forms.MultipleChoiceField(
                label=_("only together with all of these") if kind == "needs" else _("Options"),
                choices=choices,
                widget=forms.CheckboxSelectMultiple,
                error_messages={"required": _("Choose at least one option.")},
            )
        if kind in WEIGHED:
            self.fields["of"] = forms.ChoiceField(
                label=_("Of what"), choices=[(one, one) for one in amounts]
            )
        if kind in (*COUNTED, *WEIGHED):
            self.fields["limit"] = forms.IntegerField(
                label=_LIMITS[kind],
                min_value=0,
                max_value=1000,
                widget=forms.NumberInput(attrs={"class": "brief-field"}),
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        chosen, limit = cleaned.get("options"), cleaned.get("limit")
        if chosen is None:
            return cleaned
        if cleaned.get("first") in chosen:
            self.add_error("options", gettext("It cannot need itself: choose others."))
        elif self.kind != "needs" and len(chosen) < FEWEST.get(self.kind, 1):
            self.add_error("options", gettext("Choose at least two options."))
        if self.kind == "at_least" and limit is not None and limit > len(chosen):
            self.add_error("limit", gettext("So many cannot be: fewer options are chosen."))
        return cleaned

    def stated(self) -> Stated:
        """What was entered, once it is valid."""
        entered = self.cleaned_data
        first = (entered["first"],) if "first" in entered else ()
        return Stated(
            self.kind,
            (*first, *entered.get("options", ())),
            entered.get("limit"),
            entered.get("of", ""),
        )


_LIMITS = {
    "at_most": _("At most"),
    "at_least": _("At least"),
    "balance": _("The sides differ by no more than"),
    "budget": _("In all no more than"),
}


class NoAgreementForm(Form):
    """What a side has where nothing is agreed."""

    points = forms.IntegerField(
        label=_("Without any agreement, your side has"),
        help_text=_(
            "In points, on the scale on which all that serves your side is worth 100. Nothing, or 0: "
            "things stay as they are. Below 0: they would get worse. No package is found that gives "
            "your side less than one point more than this."
        ),
        min_value=-100,
        max_value=100,
        required=False,
        widget=forms.TextInput(attrs={"class": "brief-field", "autocomplete": "off"}),
    )
