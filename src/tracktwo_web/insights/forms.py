"""What is entered to bring data in."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.locale import LANGUAGES
from tracktwo_web.insights.domain.statements import LONGEST_TEXT
from tracktwo_web.kit.forms import Form
from tracktwo_web.kit.languages import NAMES

MOST_BYTES = 60_000_000


class BringInForm(Form):
    """A dialogue folder or a Polis export, as a zip."""

    file = forms.FileField(
        label=_("Zip file"),
        help_text=_("A dialogue folder or the export of a Polis conversation, packed as one zip."),
    )
    language = forms.ChoiceField(
        label=_("Language of the statements"),
        choices=[(one, NAMES[one]) for one in LANGUAGES],
        help_text=_(
            "Asked because a Polis export does not say. Where the file says it, that counts."
        ),
    )
    with_answers = forms.BooleanField(
        label=_("Bring in the answers too, as a round that is released at once"), required=False
    )
    who_sees: ClassVar[Mapping[str, Any]] = {
        "file": _(
            "The statements go onto the list that everybody sees. The file itself is not kept."
        ),
        "with_answers": _(
            "Everybody present sees the results of the answers, marked as brought in."
        ),
    }

    def clean_file(self) -> Any:  # noqa: ANN401 -- as Django gives it
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                _("The file is larger than %(most)s MB. Use the command “tracktwo import”."),
                params={"most": MOST_BYTES // 1_000_000},
            )
        return file


class ReportForm(Form):
    """A report document that may say what the sides hold of each other."""

    file = forms.FileField(
        label=_("Report"),
        help_text=_("A text or a DOCX with headings and lists. It is read once and not kept."),
    )

    def clean_file(self) -> Any:  # noqa: ANN401 -- as Django gives it
        file = self.cleaned_data["file"]
        if file.size > MOST_OF_A_REPORT:
            raise forms.ValidationError(
                _("The file is larger than %(most)s MB."),
                params={"most": MOST_OF_A_REPORT // 1_000_000},
            )
        return file


MOST_OF_A_REPORT = 20_000_000


class ProposedForm(forms.Form):
    """A statement that a report proposes; it goes onto the list only when a person takes it."""

    take = forms.BooleanField(label=_("Put it on the list"), required=False)
    text = forms.CharField(
        label=_("Statement"), max_length=8000, widget=forms.Textarea(attrs={"rows": 5})
    )
    about = forms.ChoiceField(label=_("Speaks of"), required=False)
    source = forms.CharField(max_length=200, required=False, widget=forms.HiddenInput)
    theme = forms.CharField(max_length=60, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, sides: Sequence[tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = [("", _("nobody in particular")), *sides]  # type: ignore[attr-defined]

    def clean(self) -> None:
        """What is left alone may be as long as the report has it; what is taken must be one sentence."""
        entered = self.cleaned_data
        if entered.get("take") and len(entered.get("text", "")) > LONGEST_TEXT:
            too_long = _("Shorten it to %(most)s characters: a statement says one thing.")
            error = forms.ValidationError(too_long, params={"most": LONGEST_TEXT})
            self.add_error("text", error)


ProposedForms = forms.formset_factory(ProposedForm, extra=0, max_num=300, absolute_max=300)
