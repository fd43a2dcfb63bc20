"""What an option takes of something, as it is entered: a number for all together, one for each side."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracktwo_web.convergence.domain.amounts import exact, taken, written
from tracktwo_web.convergence.models import Taken
from tracktwo_web.dialogues.models import Side
from tracktwo_web.kit.forms import Words
from tracktwo_web.kit.languages import in_reader_language

NUMBER = re.compile(r"(-?)(\d{1,12})(?:[.,](\d{1,18}))?", re.ASCII)
LONGEST_KIND = 60
JOINTLY = ""
Given = dict[str, float]
"""By the code of a side, and `JOINTLY`."""


class Number(forms.CharField):
    """A number with a point or a comma before its decimals; nothing is None."""

    def __init__(self) -> None:
        super().__init__(required=False, max_length=40)

    def clean(self, value: Any) -> Any:  # noqa: ANN401
        bare = re.sub(r"\s", "", super().clean(value)).replace("−", "-")
        if not bare:
            return None
        found = NUMBER.fullmatch(bare)
        if not found:
            raise forms.ValidationError(gettext("Write a number, such as 2 or 0.5."))
        return float(f"{found[1]}{found[2]}.{found[3] or 0}")


class AmountsWidget(forms.MultiWidget):
    """Short inputs side by side, each under a label of its own."""

    template_name = "convergence/amounts.html"

    def __init__(self, labels: Mapping[str, Words]) -> None:
        self.labels = labels
        super().__init__({key: _input(is_number=key != "kind") for key in labels})

    def decompress(self, value: Mapping[str, float] | None) -> list[str]:
        given = value or {}
        return [_shown(given.get(key.removeprefix("of_"))) for key in self.labels]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:  # noqa: ANN401
        context = super().get_context(name, value, attrs)
        labels = self.labels.values()
        for label, widget in zip(labels, context["widget"]["subwidgets"], strict=True):
            widget["label"] = label
        return context


class AmountField(forms.MultiValueField):
    """How much an option takes of one kind."""

    def __init__(self, sides: Sequence[Side], **options: Any) -> None:  # noqa: ANN401
        self.codes = (JOINTLY, *(side.code for side in sides))
        super().__init__(
            [Number() for _ in self.codes],
            require_all_fields=False,
            required=False,
            widget=AmountsWidget(_labels(sides)),
            **options,
        )

    def compress(self, data_list: list[float | None]) -> Given:
        given = zip(self.codes, data_list, strict=False)
        return {code: value for code, value in given if value is not None}


class NewAmountField(forms.MultiValueField):
    """How much it takes of something that has no line yet: its name, then the numbers."""

    def __init__(self, sides: Sequence[Side], kinds: Iterable[str], **options: Any) -> None:  # noqa: ANN401
        self.codes = (JOINTLY, *(side.code for side in sides))
        self.kinds = {kind.casefold() for kind in kinds}
        name = forms.CharField(required=False, max_length=LONGEST_KIND)
        super().__init__(
            [name, *(Number() for _ in self.codes)],
            require_all_fields=False,
            required=False,
            widget=AmountsWidget({"kind": _("Of what"), **_labels(sides)}),
            **options,
        )

    def compress(self, data_list: list[Any]) -> tuple[str, Given]:
        kind, *numbers = data_list or [""]
        given = {
            code: value
            for code, value in zip(self.codes, numbers, strict=False)
            if value is not None
        }
        if given and not kind:
            raise forms.ValidationError(gettext("Write what it takes so much of."))
        if kind and not given:
            raise forms.ValidationError(gettext("Write how much it takes."))
        if kind.casefold() in self.kinds:
            raise forms.ValidationError(gettext("There is a line for this already: use that."))
        return kind, given


def given_in(takes: Iterable[Taken]) -> dict[str, Given]:
    """What an option takes, by the name of the field; what stands there twice is added up."""
    told: dict[str, Given] = {}
    for one in takes:
        line = told.setdefault(field_of(one["of"]), {})
        line[one["side"]] = float(exact(line.get(one["side"], 0)) + exact(one["value"]))
    return told


def taken_from(lines: Iterable[tuple[str, Given]]) -> Iterator[Taken]:
    """What was entered, as an option keeps it."""
    for kind, given in lines:
        for side, value in given.items():
            yield taken(kind, side, value)


def field_of(kind: str) -> str:
    """The field's name: it stays with the kind, whatever kinds others add meanwhile."""
    return f"takes_{hashlib.sha256(kind.encode()).hexdigest()[:12]}"


def _labels(sides: Sequence[Side]) -> dict[str, Words]:
    names = {f"of_{side.code}": in_reader_language(side.names) for side in sides}
    return {"of_": _("All together"), **names}


def _input(*, is_number: bool) -> forms.TextInput:
    attrs = {"class": "num", "inputmode": "decimal"} if is_number else {"class": "brief-field"}
    return forms.TextInput(attrs={"autocomplete": "off", **attrs})


def _shown(value: float | None) -> str:
    return "" if value is None else written(value)
