"""What is entered when a text is laid on the table: its files, then what was found in them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from tracktwo.errors import BracketError
from tracktwo.locale import LANGUAGES
from tracktwo.text import Unit
from tracktwo.text.standing.sources import is_open
from tracktwo_web.kit.forms import Form, TextsField
from tracktwo_web.kit.languages import NAMES, in_a_row

MOST_BYTES = 20_000_000
LONGEST_TITLE = 300


class FilesInput(forms.ClearableFileInput):
    """An input that takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several, cleaned to a list."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:  # noqa: ANN401 -- as Django gives it
        those = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(one, initial) for one in those or [None]]


class FilesForm(Form):
    """The files of a text."""

    file = FilesField(
        label=_("File"),
        help_text=_(
            "Text, Markdown or DOCX; for a text in several languages choose one file for each, named like text.en.md and text.zh.md."
        ),
    )
    language = forms.ChoiceField(
        label=_("Language of the file"),
        choices=[(one, NAMES[one]) for one in LANGUAGES],
        help_text=_("Asked because not every file says it. Where the file says it, that counts."),
    )
    who_sees: ClassVar[Mapping[str, Any]] = {
        "file": _("You see first what was found. The file itself is not kept."),
    }

    def clean_file(self) -> list[UploadedFile[Any]]:
        files: list[UploadedFile[Any]] = self.cleaned_data["file"]
        if sum(one.size or 0 for one in files) > MOST_BYTES:
            raise forms.ValidationError(
                _("The file is larger than %(most)s MB."), params={"most": MOST_BYTES // 1_000_000}
            )
        return files


class LayForm(Form):
    """How the text that was found is laid on the table."""

    sealed = forms.CharField(widget=forms.HiddenInput)
    languages = forms.MultipleChoiceField(
        label=_("Languages in which the text is authentic"),
        help_text=_("A language in which nothing is written yet is filled in by proposals."),
        widget=forms.CheckboxSelectMultiple,
    )
    brackets = forms.MultipleChoiceField(
        label=_("Put these words in brackets, as not settled"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    who_sees: ClassVar[Mapping[str, Any]] = {
        "title": _("Everybody at the table sees the text, from now on."),
    }

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- those of any form
        written: Sequence[str],
        offered: Iterable[str],
        doubted: Sequence[tuple[str, str]],
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **options)
        self.written = written
        every = list(dict.fromkeys([*written, *offered]))
        self.fields["title"] = TextsField(
            every, label=_("Title"), max_length=LONGEST_TITLE, required=True
        )
        self.fields["languages"].choices = [(one, NAMES.get(one, one)) for one in every]  # type: ignore[attr-defined]
        self.fields["brackets"].choices = doubted  # type: ignore[attr-defined]
        if not doubted:
            del self.fields["brackets"]
        self.order_fields(["sealed", "title", "languages", "brackets"])

    def clean_title(self) -> dict[str, str]:
        """The title is no passage: no proposal changes it, so that a bracket in it could never be closed."""
        title: dict[str, str] = self.cleaned_data["title"]
        try:
            has_brackets = is_open(Unit("", texts=title), tuple(title))
        except BracketError:
            has_brackets = True
        if has_brackets:
            raise forms.ValidationError(
                _("A title cannot be negotiated: write it without square brackets.")
            )
        return title

    def clean_languages(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["languages"]
        missing = [NAMES.get(one, one) for one in self.written if one not in chosen]
        if missing:
            raise forms.ValidationError(
                _("The text is written in these languages too: %(languages)s."),
                params={"languages": in_a_row(missing)},
            )
        return [name for name, _label in self.fields["languages"].choices if name in chosen]  # type: ignore[attr-defined]
