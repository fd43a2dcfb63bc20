"""The form of a statement."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tracktwo.dialogue import Scale
from tracktwo.errors import InputError
from tracktwo_web.dialogues.models import Dialogue, Side, Theme
from tracktwo_web.kit.forms import Form, TextsField, TextsWidget
from tracktwo_web.kit.languages import CALLED, NAMES
from tracktwo_web.perceptions.domain.statements import Wording, mark_of
from tracktwo_web.perceptions.models import Statement, TranslationState, Version

if TYPE_CHECKING:
    from django.http import QueryDict

LONGEST = 600
WRITTEN = {"class": "formal", "rows": "4"}
KINDS = [
    ("", "–"),
    ("value", pgettext_lazy("kind of statement", "a value")),
    ("intention", pgettext_lazy("kind of statement", "an intention")),
    ("capability", pgettext_lazy("kind of statement", "a capability")),
    ("behaviour", pgettext_lazy("kind of statement", "a behaviour")),
    ("norm", pgettext_lazy("kind of statement", "a norm: what should be")),
]
VOTE = "vote"
RATING = "rating"
_ROOM = _(
    "Until you send it, only your own side sees this. Afterwards the secretariat does, and "
    "everybody once it is on the list; nobody sees who wrote it."
)


class StatementForm(Form):
    """A wording in the dialogue's languages, and what it is about."""

    text: TextsField
    original = forms.ChoiceField(label=_("Written in"))
    machine = forms.MultipleChoiceField(
        label=_("Translated by a machine"),
        help_text=_(
            "Tick the languages a machine wrote: they are labelled until somebody reads them."
        ),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    theme: "forms.ModelChoiceField[Theme]" = forms.ModelChoiceField(
        None, label=_("Theme"), required=False, empty_label="–"
    )
    about: "forms.ModelChoiceField[Side]" = forms.ModelChoiceField(
        None, label=_("About"), required=False, empty_label=_("both sides, or none")
    )
    kind = forms.ChoiceField(label=_("It speaks of"), choices=KINDS, required=False)
    scale = forms.ChoiceField(
        label=_("It is answered by"),
        choices=[(VOTE, _("agree, pass or disagree")), (RATING, _("a rating"))],
        widget=forms.RadioSelect,
        initial=VOTE,
    )
    lowest = forms.IntegerField(label=_("Lowest rating"), required=False, initial=1)
    highest = forms.IntegerField(label=_("Highest rating"), required=False, initial=7)
    source = forms.CharField(
        label=_("Source"),
        help_text=_("Where it is said or written, if it is quoted from somewhere."),
        max_length=200,
        required=False,
    )
    is_different = forms.BooleanField(required=False, widget=forms.HiddenInput)
    as_read = forms.CharField(required=False, widget=forms.HiddenInput)
    """The mark of the statement as the writer had it before them (`domain.statements.mark_of`)."""
    who_sees: ClassVar[Mapping[str, Any]] = {"text": _ROOM}
    field_order = ("text",)

    def __init__(self, dialogue: Dialogue, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.fields["text"] = TextsField(
            dialogue.languages,
            label=_("The statement"),
            help_text=_(
                "One sentence that somebody can agree or disagree with, in words its subject "
                "would accept as a description."
            ),
            max_length=LONGEST,
            widget=TextsWidget(dialogue.languages, forms.Textarea, **WRITTEN),
        )
        languages = [(code, NAMES[code]) for code in dialogue.languages]
        self._choice("original").choices = languages
        self._choice("machine").choices = languages
        self._model("theme").queryset = dialogue.themes.order_by("position")
        self._model("about").queryset = dialogue.sides.order_by("position")
        self.order_fields(self.field_order)

    near: Sequence[object] = ()
    """Statements close to what was entered, where the author is asked about them."""
    meanwhile: Version | None = None
    """What somebody else wrote since the writer began."""

    def show_what_was_written_meanwhile(self, statement: Statement, version: Version) -> None:
        """Keep what was entered, and let the writer save it over what they are shown now."""
        self.meanwhile = version
        entered = cast("QueryDict", self.data).copy()
        entered["as_read"] = mark_of(statement, version)
        self.data = entered

    def keep_what_answers_rest_on(self) -> None:
        """Scale and subject of a statement that was put to the vote stay: answers are read by them."""
        for name in ("about", "scale", "lowest", "highest"):
            self.fields[name].disabled = True

    def _choice(self, name: str) -> Any:  # noqa: ANN401 -- a field with choices
        return self.fields[name]

    def _model(self, name: str) -> Any:  # noqa: ANN401 -- a field with a queryset
        return self.fields[name]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        original, texts = cleaned.get("original"), cleaned.get("text")
        if original and texts and original not in texts:
            message = gettext("Write it in %(language)s, or choose the language it is written in.")
            self.add_error("original", message % {"language": CALLED[original]})
        if cleaned.get("scale") == RATING and _rating(cleaned) is None:
            self.add_error("highest", gettext("The highest rating is above the lowest."))
        return cleaned

    def wording(self) -> Wording:
        """What was entered, once it is valid."""
        entered = self.cleaned_data
        return Wording(
            texts=entered["text"],
            original=entered["original"],
            theme=entered["theme"],
            about=entered["about"],
            kind=entered["kind"],
            scale=VOTE if entered["scale"] == VOTE else str(_rating(entered)),
            source=entered["source"],
            machine=frozenset(entered["machine"]),
        )


def _rating(entered: Mapping[str, Any]) -> Scale | None:
    try:
        return Scale.parse(f"rating:{entered.get('lowest')}:{entered.get('highest')}")
    except InputError:
        return None


def initial_of(statement: Statement, version: Version) -> dict[str, Any]:
    """What the form shows of a statement that is to be changed."""
    scale = Scale.parse(statement.scale)
    machine = TranslationState.MACHINE
    return {
        "as_read": mark_of(statement, version),
        "text": version.texts,
        "original": version.original,
        "machine": [t.language for t in version.translations.all() if t.state == machine],
        "theme": statement.theme_id,
        "about": statement.about_id,
        "kind": statement.kind,
        "scale": VOTE if scale.is_vote else RATING,
        "lowest": 1 if scale.is_vote else int(scale.low),
        "highest": 7 if scale.is_vote else int(scale.high),
        "source": statement.source,
    }
