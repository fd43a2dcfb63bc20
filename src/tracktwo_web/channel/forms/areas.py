"""Areas as officers type them: one position a line; a circle by its centre and the miles behind it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

LONGEST = 20_000
_PARTS_OF_CIRCLE, _PARTS_OF_CORNER = 3, 2


class AreasField(forms.CharField):
    """An area, or several parted by an empty line; cleaned to the JSON of a message."""

    def __init__(self, *, is_repeated: bool, **options: Any) -> None:  # noqa: ANN401
        self.is_repeated = is_repeated
        several = _("One corner a line, such as 21-30.00N 113-45.00E; a circle as one line: its centre and the radius in nautical miles, such as 21-30.00N 113-45.00E 12.5. An empty line parts areas.")  # fmt: skip
        single = _("One corner a line, such as 21-30.00N 113-45.00E; a circle as one line: its centre and the radius in nautical miles, such as 21-30.00N 113-45.00E 12.5.")  # fmt: skip
        widget = forms.Textarea(attrs={"rows": 5, "class": "places"})
        options |= {"widget": widget, "help_text": several if is_repeated else single}
        super().__init__(max_length=LONGEST, **options)

    def clean(self, value: Any) -> Any:  # noqa: ANN401
        found = [area_read(lines) for lines in _parted(super().clean(value) or "")]
        if self.is_repeated:
            return found
        if len(found) > 1:
            raise forms.ValidationError(
                gettext("Write one area: no line between its corners is empty.")
            )
        return found[0] if found else None

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401
        if value is None or isinstance(value, str):
            return value
        areas = value if self.is_repeated else [value]
        return "\n\n".join(area_typed(one) for one in areas)


def area_read(lines: Sequence[str]) -> dict[str, Any]:
    """The area that some lines tell of."""
    parts = [one.upper().split() for one in lines]
    if len(parts) == 1 and len(parts[0]) == _PARTS_OF_CIRCLE:
        north, east, miles = parts[0]
        return {"circle": {"centre": f"{north} {east}", "miles": miles}}
    wrong = next(
        (one for one, cut in zip(lines, parts, strict=True) if len(cut) != _PARTS_OF_CORNER), ""
    )
    if wrong:
        raise forms.ValidationError(
            gettext("“%(line)s” is no corner: write latitude and longitude, such as 21-30.00N 113-45.00E.")
            % {"line": wrong[:60]}
        )  # fmt: skip
    return {"polygon": [" ".join(cut) for cut in parts]}


def area_typed(area: Mapping[str, Any]) -> str:
    """An area of a message as it would be typed."""
    if "circle" in area:
        return f"{area['circle']['centre']} {area['circle']['miles']}"
    return "\n".join(area["polygon"])


def _parted(told: str) -> list[list[str]]:
    """Lines in groups, parted by empty ones."""
    groups: list[list[str]] = [[]]
    for line in told.splitlines():
        if line.strip():
            groups[-1].append(line.strip())
        elif groups[-1]:
            groups.append([])
    return [one for one in groups if one]
