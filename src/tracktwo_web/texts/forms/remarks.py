"""What is said beside a passage: to the table, or in a side's own room."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo_web.kit.forms import Form
from tracktwo_web.texts.domain.remarks import LONGEST_NOTE, LONGEST_REMARK


class RemarkForm(Form):
    """A remark to the table."""

    words = forms.CharField(
        label=_("Remark"), max_length=LONGEST_REMARK, widget=forms.Textarea(attrs={"rows": 3})
    )
    who_sees: ClassVar = {
        "words": _("Everybody at the table sees it, with the name of your side, never yours.")
    }


class NoteForm(Form):
    """A side's note; left empty it is taken away. `seen` is the saving that it goes on from."""

    words = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    who_sees: ClassVar = {"words": _("Only delegates of your side see this.")}
