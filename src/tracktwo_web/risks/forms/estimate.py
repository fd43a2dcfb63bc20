"""The form of an estimate: three values and a credence, twice, as people write numbers."""

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracktwo_web.kit.forms import Form
from tracktwo_web.risks.domain.cast import LEAST_SURE, LONGEST_REASON, MOST_SEVERE, Said, Span

PERCENT = 100.0
NUMBER = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
ENDS = ("low", "high", "best", "sure")
"""In the order in which they are asked: whoever begins with the best guess stays too close to it."""


class Number(forms.CharField):
    """A number from one end to another; a comma, a blank or a percent sign are understood.

    A text field, so that what was mistyped is still there to be mended; phones show their digits.
    """

    def __init__(self, low: float, high: float, **options: Any) -> None:  # noqa: ANN401
        attrs = {"inputmode": "decimal", "autocomplete": "off", "class": "num"}
        missing = {"required": _("This number is missing.")}
        super().__init__(
            widget=forms.TextInput(attrs=attrs), max_length=20, error_messages=missing, **options
        )
        self.low, self.high = low, high

    def clean(self, value: Any) -> Any:  # noqa: ANN401
        text = super().clean(value)
        bare = re.sub(r"[\s%％]", "", text).replace(",", ".").replace("，", ".")
        if not NUMBER.fullmatch(bare) or not self.low <= float(bare) <= self.high:
            message = gettext("Write a number from %(low)s to %(high)s.")
            ends = {"low": f"{self.low:g}", "high": f"{self.high:g}"}
            raise forms.ValidationError(message % ends)
        return float(bare)


class EstimateForm(Form):
    """How likely a risk is in its period, and how severe if it comes."""

    likely_low = Number(0, PERCENT, label=_("At least"))
    likely_high = Number(0, PERCENT, label=_("At most"))
    likely_best = Number(0, PERCENT, label=_("Best estimate"))
    likely_sure = Number(LEAST_SURE * PERCENT, PERCENT, label=_("How sure"))
    severe_low = Number(0, MOST_SEVERE, label=_("At least"))
    severe_high = Number(0, MOST_SEVERE, label=_("At most"))
    severe_best = Number(0, MOST_SEVERE, label=_("Best estimate"))
    severe_sure = Number(LEAST_SURE * PERCENT, PERCENT, label=_("How sure"))
    reason = forms.CharField(
        label=_("Why (optional)"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": "3"}),
    )
    who_sees: ClassVar[Mapping[str, Any]] = {
        "reason": _(
            "When this part has closed, everybody in this dialogue may read it, in random order. "
            "Neither your name nor your side stands by it."
        )
    }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for kind in ("likely", "severe"):
            ends = [cleaned.get(f"{kind}_{end}") for end in ("low", "best", "high")]
            self._check_order(kind, *ends)
        return cleaned

    def _check_order(
        self, kind: str, low: float | None, best: float | None, high: float | None
    ) -> None:
        """Say kindly what stands in the wrong order, at the field that is likeliest mistyped."""
        if low is None or high is None:
            return
        if low > high:
            text = gettext("“At most” is below “at least”: did they change places?")
            self.add_error(f"{kind}_high", text)
        elif best is not None and not low <= best <= high:
            text = gettext("Your best estimate lies outside your own range: widen it, or move it.")
            self.add_error(f"{kind}_best", text)

    def likelihood(self) -> list[forms.BoundField]:
        return [self[f"likely_{end}"] for end in ENDS]

    def severity(self) -> list[forms.BoundField]:
        return [self[f"severe_{end}"] for end in ENDS]

    def said(self) -> Said:
        """What was entered, once it is valid."""
        return Said(self._span("likely", PERCENT), self._span("severe", 1.0))

    def _span(self, kind: str, unit: float) -> Span:
        low, best, high, sure = (
            self.cleaned_data[f"{kind}_{end}"] for end in ("low", "best", "high", "sure")
        )
        return Span(low / unit, best / unit, high / unit, sure / PERCENT)


def initial_of(said: Said | None, reason: str) -> dict[str, str]:
    """The form as it was filled in before."""
    if said is None:
        return {"reason": reason}
    shown = {"reason": reason}
    for kind, span, unit in (
        ("likely", said.likelihood, PERCENT),
        ("severe", said.severity, 1.0),
    ):
        shown |= {
            f"{kind}_{end}": f"{getattr(span, end) * unit:.6g}" for end in ("low", "best", "high")
        }
        shown[f"{kind}_sure"] = f"{span.sure * PERCENT:.6g}"
    return shown
