"""What the sides enter in the joint reading."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo_web.kit.forms import Form
from tracktwo_web.kit.languages import NAMES
from tracktwo_web.perceptions.models import Class

MEANINGS = {
    Class.ACCURATE: _("What one side expects of the other is so."),
    Class.MISPERCEPTION: _("What one side expects of the other is not so."),
    Class.DISAGREEMENT: _("The sides know each other’s view, and differ."),
    Class.UNKNOWN: _("The answers do not tell, or the question is not clear."),
}


class ClassifyForm(Form):
    """A side's word. Until all sides have spoken, only its own people see it."""

    word = forms.ChoiceField(
        label=_("How does your side read it?"), choices=Class.choices, widget=forms.RadioSelect
    )
    who_sees: ClassVar[Mapping[str, Any]] = {
        "word": _(
            "Your side sees this now. The others see that your side has spoken, and its word once every side has."
        )
    }


class ClarifyForm(Form):
    """What a side says about a statement that speaks of it."""

    who_sees: ClassVar[Mapping[str, Any]] = {
        "text": _("Everybody present in this dialogue sees this, as your side’s word.")
    }

    def __init__(self, languages: Sequence[str], *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["language"] = forms.ChoiceField(
            label=_("Language it is written in"), choices=[(one, NAMES[one]) for one in languages]
        )
        self.fields["text"] = forms.CharField(
            label=_("What should the other side know?"),
            widget=forms.Textarea(attrs={"rows": 4}),
            max_length=2000,
            required=False,
            help_text=_("An empty field takes back what was said."),
        )
