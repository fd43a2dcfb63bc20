"""What the chair says when something is entered in brackets, or not taken up."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracktwo.locale import translator
from tracktwo.text.standing.words import bracket_reasons
from tracktwo_web.kit.forms import Form
from tracktwo_web.kit.languages import reader_language

LONGEST_REFUSAL = 1000


class EnterForm(Form):
    """Why the words stand in brackets, as far as it is known."""

    reason = forms.ChoiceField(label=_("Why it is contested"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- those of any form
        super().__init__(*args, **options)
        reasons = bracket_reasons(translator(reader_language()))
        self.fields["reason"].choices = [  # type: ignore[attr-defined]
            ("", gettext("not said")),
            *((one.value, name) for one, name in reasons.items()),
        ]


class DeclineForm(Form):
    """Why a proposal is not taken up: it is read by the whole table."""

    reason = forms.CharField(
        label=_("Why it is not taken up"),
        max_length=LONGEST_REFUSAL,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
