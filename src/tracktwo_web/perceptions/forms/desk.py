"""The form of a decision at the desk."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracktwo_web.kit.forms import Form
from tracktwo_web.perceptions.models import Statement, Verdict

CHOICES = [
    (Verdict.ACCEPTED, _("Put it on the list")),
    (Verdict.RETURNED, _("Return it with a reason")),
    (Verdict.MERGED, _("Merge it into a statement on the list")),
]


class DecisionForm(Form):
    """Accept, return or merge; a reason where its author needs one."""

    verdict = forms.ChoiceField(label=_("Decision"), choices=CHOICES, widget=forms.RadioSelect)
    into: "forms.ModelChoiceField[Statement]" = forms.ModelChoiceField(
        None, label=_("Merge it into"), required=False, empty_label="–"
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    who_sees: ClassVar[Mapping[str, Any]] = {
        "reason": _(
            "The side that proposed it reads the reason, and its author is told. The log keeps it, "
            "without a name."
        )
    }

    def __init__(self, listed: Iterable[Statement], *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        into: Any = self.fields["into"]
        into.queryset = listed
        into.label_from_instance = label_of

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        verdict = cleaned.get("verdict")
        if verdict == Verdict.RETURNED and not cleaned.get("reason"):
            self.add_error("reason", gettext("Say why: its author is to know what to change."))
        if verdict == Verdict.MERGED and not cleaned.get("into"):
            self.add_error("into", gettext("Choose the statement that says the same."))
        return cleaned


def label_of(statement: Statement) -> str:
    """A statement as a list offers it: its code and its newest words, in the reader's language."""
    newest = max(statement.versions.all(), key=lambda version: version.number)
    return gettext("%(code)s: %(text)s") % {"code": statement.code, "text": newest.text}
