"""Forms whose fields say who will see what is entered, and a field for a text in several languages."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext

from tracktwo_web.kit.languages import NAMES, TAGS, in_a_row

Words = Any
"""A sentence, already translated or lazily."""


class Field(forms.BoundField):
    """A field as `kit/field.html` draws it."""

    @property
    def who_sees(self) -> Words:
        return getattr(self.form, "who_sees", {}).get(self.name, "")


class Form(forms.Form):
    """A form with a sentence for each field that says who will see it."""

    bound_field_class = Field
    who_sees: ClassVar[Mapping[str, Words]] = {}


class TextsWidget(forms.MultiWidget):
    """The languages of a text side by side, each in an input that knows its language."""

    template_name = "kit/texts.html"

    def __init__(self, languages: Iterable[str], widget: type[forms.Widget], **attrs: str) -> None:
        self.languages = tuple(languages)
        super().__init__({code: widget(attrs | {"lang": TAGS[code]}) for code in self.languages})

    def decompress(self, value: Mapping[str, str] | None) -> list[str]:
        return [(value or {}).get(code, "") for code in self.languages]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:  # noqa: ANN401
        context = super().get_context(name, value, attrs)
        for code, widget in zip(self.languages, context["widget"]["subwidgets"], strict=True):
            widget["language"] = NAMES[code]
        return context


class TextsField(forms.MultiValueField):
    """A text in the dialogue's languages: cleaned to {"en": "...", "zh": "..."} without empty ones.

    A required one asks for at least one language; `all_languages` asks for every one.
    """

    def __init__(
        self,
        languages: Iterable[str],
        *,
        max_length: int = 300,
        is_long: bool = False,
        all_languages: bool = False,
        **options: Any,  # noqa: ANN401 -- those of any form field
    ) -> None:
        self.languages = tuple(languages)
        self.all_languages = all_languages
        widget = forms.Textarea if is_long else forms.TextInput
        options.setdefault("widget", TextsWidget(self.languages, widget, **{"class": "formal"}))
        fields = [forms.CharField(required=False, max_length=max_length) for _ in self.languages]
        super().__init__(fields, require_all_fields=False, **options)

    def compress(self, data_list: list[str]) -> dict[str, str]:
        texts = zip(self.languages, data_list, strict=False)
        return {code: text.strip() for code, text in texts if text.strip()}

    def validate(self, value: dict[str, str]) -> None:
        missing = [NAMES[code] for code in self.languages if code not in value]
        if missing and self.required and (self.all_languages or not value):
            message = gettext("Still empty: %(languages)s.")
            raise forms.ValidationError(message % {"languages": in_a_row(missing)})
