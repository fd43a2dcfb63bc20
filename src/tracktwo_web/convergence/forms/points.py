"""The form on which a hundred points are divided: a number an option, and a tick where it costs the side."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracktwo.convergence.valuation import WHOLE
from tracktwo_web.convergence.domain.cast import Given
from tracktwo_web.convergence.models import AskedOption
from tracktwo_web.kit.forms import Form

NUMBER = re.compile(r"(-?)(\d{1,3})", re.ASCII)


class Points(forms.CharField):
    """Whole points from 0 to 100; nothing is 0. Phones show their digits, which have no minus."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401
        attrs = {"inputmode": "numeric", "autocomplete": "off", "class": "num"}
        widget = forms.TextInput(attrs=attrs)
        super().__init__(widget=widget, required=False, max_length=8, **options)

    def clean(self, value: Any) -> Any:  # noqa: ANN401
        bare = re.sub(r"\s", "", super().clean(value)).replace("−", "-")
        if not bare:
            return 0
        found = NUMBER.fullmatch(bare)
        if not found or int(found[2]) > WHOLE:
            raise forms.ValidationError(gettext("Write a whole number from 0 to 100."))
        return -int(found[2]) if found[1] else int(found[2])


class PointsForm(Form):
    """What each option is worth to the side of whoever fills it in."""

    def __init__(self, asked: Sequence[AskedOption], *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.asked = asked
        for one in asked:
            self.fields[f"points_{one.id}"] = Points(label=str(one))
            self.fields[f"costs_{one.id}"] = forms.BooleanField(label=_("costs us"), required=False)

    def rows(self) -> list[tuple[AskedOption, forms.BoundField, forms.BoundField]]:
        """Each option with its number and its tick."""
        return [(one, self[f"points_{one.id}"], self[f"costs_{one.id}"]) for one in self.asked]

    def given(self) -> Given:
        """What was entered, once it is valid. A minus says the same as the tick."""
        entered = self.cleaned_data
        return Given(
            {
                one.id: _signed(entered[f"points_{one.id}"], costs=entered[f"costs_{one.id}"])
                for one in self.asked
            }
        )


def initial_of(given: Given | None) -> dict[str, object]:
    """The form as it was filled in before."""
    if given is None:
        return {}
    shown: dict[str, object] = {}
    for key, points in given.points.items():
        shown[f"points_{key}"] = str(abs(points)) if points else ""
        shown[f"costs_{key}"] = points < 0
    return shown


def _signed(points: int, *, costs: bool) -> int:
    return -abs(points) if costs else points
