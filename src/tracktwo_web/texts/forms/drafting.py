"""What is entered when something is laid on the table."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tracktwo.text import UnitKind
from tracktwo_web.kit.forms import Form, TextsField, TextsWidget, Words
from tracktwo_web.texts.domain.drafts import LONGEST
from tracktwo_web.texts.domain.proposals import LONGEST_RATIONALE
from tracktwo_web.texts.marks_aside import without_marks

KINDS: tuple[tuple[str, Words], ...] = (
    (UnitKind.PARAGRAPH, pgettext_lazy("unit", "a paragraph")),
    (UnitKind.ITEM, pgettext_lazy("unit", "an item of a list")),
    (UnitKind.CHAPEAU, pgettext_lazy("unit", "the lead-in of a list")),
    (UnitKind.HEADING, pgettext_lazy("unit", "a heading")),
)
REPLACE, BESIDE = "replace", "beside"


def _field_of(languages: Iterable[str], *, rows: int) -> TextsWidget:
    return TextsWidget(languages, forms.Textarea, **{"class": "formal", "rows": str(rows)})


class RationaleForm(Form):
    """Why, in the languages of the dialogue."""

    who_sees: ClassVar = {
        "rationale": _("Everybody at the table sees this, and from which side it comes.")
    }

    def __init__(
        self,
        languages: Iterable[str],
        *args: Any,  # noqa: ANN401 -- those of any form
        lays: bool = True,
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **options)
        if not lays:
            self.who_sees = {"rationale": _KEPT}  # type: ignore[misc]
        self.fields["rationale"] = TextsField(
            languages,
            label=_("Why"),
            required=False,
            max_length=LONGEST_RATIONALE,
            widget=_field_of(languages, rows=3),
        )


_KEPT = _("Your side sees this now, and everybody once it is laid on the table.")


class TableDraftForm(RationaleForm):
    """How a draft is meant, and why."""

    how = forms.ChoiceField(
        label=_("How it is meant"),
        choices=(
            (REPLACE, _("Replace the words that stand")),
            (BESIDE, _("Offer them beside the words that stand, in brackets")),
        ),
        initial=REPLACE,
        widget=forms.RadioSelect,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)
    """The saving of the draft that is shown above the form."""

    def go_on_from(self, edition: int) -> None:
        """Keep what was entered, now about another saving."""
        self.data = {**self.data, "seen": edition}


class AdditionForm(RationaleForm):
    """A passage that is not there yet."""

    kind = forms.ChoiceField(label=_("What it is"), choices=KINDS)
    after = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        authentic: Iterable[str],
        languages: Iterable[str],
        *args: Any,  # noqa: ANN401 -- those of any form
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(languages, *args, **options)
        self.fields["texts"] = TextsField(
            authentic,
            label=_("Its words"),
            max_length=LONGEST,
            widget=_field_of(authentic, rows=5),
        )
        self.order_fields(["kind", "texts", "rationale", "after"])

    def clean_texts(self) -> dict[str, str]:
        texts: dict[str, str] = self.cleaned_data["texts"]
        return {
            language: without_marks(words.replace("\r\n", "\n"))
            for language, words in texts.items()
        }
