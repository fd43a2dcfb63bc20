"""The forms of a dialogue: what it is called, what it promises, its rules and announcements."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tracktwo_web.dialogues.domain.amend import Terms, weakened
from tracktwo_web.dialogues.forms.texts import ask_for
from tracktwo_web.dialogues.models import Attribution, Dialogue
from tracktwo_web.kit.forms import Form, TextsField, TextsWidget
from tracktwo_web.kit.languages import NAMES

SMALLEST_K = 3
RULES_ARE_SEEN = _(
    "Every participant reads these rules and accepts them before anything else opens."
)


def _box(languages: Sequence[str], *, rows: int) -> TextsWidget:
    return TextsWidget(languages, forms.Textarea, **{"class": "formal", "rows": str(rows)})


def procedure_field(languages: Sequence[str], *, all_languages: bool) -> TextsField:
    return TextsField(
        languages,
        label=_("Rules of procedure"),
        help_text=_("A first text to change as the parties wish. An empty line parts two rules."),
        widget=_box(languages, rows=18),
        max_length=20_000,
        all_languages=all_languages,
    )


class DialogueForm(Form):
    """Title, languages and promises."""

    who_sees: ClassVar = {"title": _("Everybody who has a place in this dialogue.")}

    title = TextsField(
        NAMES,
        label=_("Title"),
        help_text=_("What all sides will read at the top of every page."),
        max_length=200,
    )
    note = TextsField(
        NAMES,
        label=pgettext_lazy("about a dialogue", "Note"),
        help_text=_("A few lines about the purpose, shown on the dialogue’s first page."),
        max_length=2000,
        widget=_box(tuple(NAMES), rows=3),
        required=False,
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        help_text=_("Everything the parties agree on is kept in each of these."),
        choices=list(NAMES.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    attribution = forms.ChoiceField(
        label=_("How far something said may be traced"),
        help_text=_("This holds for every page, figure and file that leaves the dialogue."),
        choices=Attribution.choices,
        widget=forms.RadioSelect,
    )
    k = forms.IntegerField(
        label=_("Smallest number of people behind a figure"),
        help_text=_(
            "A figure that fewer people stand behind is shown to nobody, and neither is any other "
            "from which it could be worked out. A higher number protects better and shows less: "
            "with delegations of ten, 3 is usual. After the first round it can only be raised."
        ),
        min_value=SMALLEST_K,
        max_value=100,
        initial=SMALLEST_K,
        widget=forms.NumberInput(attrs={"class": "brief-field"}),
    )
    is_open = forms.BooleanField(
        label=_("Open consultation"),
        help_text=_(
            "Anybody who has the address may answer, without an invitation, and results are shown "
            "while they come in. Leave this off for delegations."
        ),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        ask_for(self, "title", cleaned.get("languages", []))
        return cleaned

    def terms(self) -> Terms:
        return Terms(**{name: self.cleaned_data[name] for name in Terms.__dataclass_fields__})


class SettingsForm(DialogueForm):
    """The same for a dialogue that exists: promises that bind may only grow stronger."""

    def __init__(self, dialogue: Dialogue, data: Any = None) -> None:  # noqa: ANN401 -- Django's
        initial = {name: getattr(dialogue, name) for name in Terms.__dataclass_fields__}
        super().__init__(data, initial=initial)
        self.dialogue = dialogue

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.keys() >= Terms.__dataclass_fields__.keys():
            for name, why in weakened(self.dialogue, self.terms()).items():
                self.add_error(name, str(why))
        return cleaned


class NewDialogueForm(DialogueForm):
    """The same for a new dialogue, with the first rules of procedure."""

    who_sees: ClassVar = DialogueForm.who_sees | {"procedure": RULES_ARE_SEEN}
    procedure = procedure_field(list(NAMES), all_languages=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        ask_for(self, "procedure", cleaned.get("languages", []))
        return cleaned


class ProcedureForm(Form):
    """A new version of the rules."""

    who_sees: ClassVar = {"procedure": RULES_ARE_SEEN}

    def __init__(self, languages: Sequence[str], *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["procedure"] = procedure_field(languages, all_languages=True)


class AnnouncementForm(Form):
    """A line for the dialogue's first page."""

    who_sees: ClassVar = {"text": _("Everybody who has a place in this dialogue.")}

    def __init__(self, languages: Sequence[str], *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["text"] = TextsField(
            languages,
            label=_("Announcement"),
            help_text=_("One thing, in a sentence or two, in every language of the dialogue."),
            widget=_box(languages, rows=3),
            max_length=1000,
            all_languages=True,
        )
