"""Free text in the dialogue's languages: which is the original, and what the translations are worth."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tracktwo_web.kit.languages import NAMES, TAGS, reader_language

LONGEST = 4000
STATES = (
    ("draft", pgettext_lazy("state of a translation", "draft, not reviewed")),
    ("machine", pgettext_lazy("state of a translation", "by a machine")),
    ("reviewed", pgettext_lazy("state of a translation", "reviewed")),
    ("authentic", pgettext_lazy("state of a translation", "as authentic as the original")),
)


class WordsWidget(forms.MultiWidget):
    """A text for each language, then its original and the state of the others."""

    template_name = "channel/words.html"

    def __init__(self, languages: Iterable[str]) -> None:
        self.languages = tuple(languages)
        texts = {
            one: forms.Textarea(attrs={"rows": 2, "lang": TAGS[one], "class": "formal"})
            for one in self.languages
        }
        origin = forms.Select(choices=[(one, NAMES[one]) for one in self.languages])
        super().__init__({**texts, "origin": origin, "state": forms.Select(choices=STATES)})

    def decompress(self, value: Mapping[str, Any] | None) -> list[str]:
        told = value or {}
        texts, states = told.get("texts", {}), told.get("states", {})
        reader = reader_language()
        usual = reader if reader in self.languages else self.languages[0]
        return [
            *(texts.get(one, "") for one in self.languages),
            told.get("origin", usual),
            next(iter(states.values()), STATES[0][0]),
        ]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:  # noqa: ANN401
        context = super().get_context(name, value, attrs)
        *texts, origin, state = context["widget"]["subwidgets"]
        for code, widget in zip(self.languages, texts, strict=True):
            widget["language"] = NAMES[code]
        context["widget"] |= {"texts": texts, "origin": origin, "state": state}
        return context


class WordsField(forms.MultiValueField):
    """Free text; cleaned to the JSON of a message, or None where nothing is written."""

    def __init__(self, languages: Iterable[str], **options: Any) -> None:  # noqa: ANN401
        self.languages = tuple(languages)
        texts = [forms.CharField(required=False, max_length=LONGEST) for _one in self.languages]
        choices = [forms.CharField(required=False, max_length=12) for _one in range(2)]
        super().__init__(
            [*texts, *choices],
            require_all_fields=False,
            widget=WordsWidget(self.languages),
            **options,
        )

    def compress(self, data_list: list[str]) -> dict[str, Any] | None:
        if not data_list:
            return None
        *told, origin, state = data_list
        texts = {
            code: _lines(text)
            for code, text in zip(self.languages, told, strict=True)
            if text.strip()
        }
        if not texts:
            return None
        if origin not in texts:
            raise forms.ValidationError(
                gettext("Write the text in the language that you chose as the original.")
            )
        states = {code: state or STATES[0][0] for code in texts if code != origin}
        return {"origin": origin, "texts": texts, "states": states}

    def clean(self, value: list[str]) -> Any:  # noqa: ANN401
        """A required text is there when one language has it: the two choices are always made."""
        if not any(str(one or "").strip() for one in (value or [])[: len(self.languages)]):
            if self.required:
                raise forms.ValidationError(_("Write the text in one language at least."))
            return None
        return super().clean(value)


def _lines(text: str) -> str:
    """Without blanks at the ends of lines, as messages keep it."""
    return "\n".join(line.strip() for line in text.strip().splitlines())
