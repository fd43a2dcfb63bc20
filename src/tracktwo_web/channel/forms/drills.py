"""Proposing a drill: which side of the script one's own office plays, and when its clock begins."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from tracktwo.channel.drills import Drill as Script
from tracktwo.channel.drills.entries import Proposed
from tracktwo_web.channel.models import Line
from tracktwo_web.kit.forms import Form
from tracktwo_web.kit.languages import in_reader_language

SOON = (15, 30, 60, 120, 24 * 60)
"""Minutes from now."""


class DrillForm(Form):
    """What the other office is asked."""

    role = forms.ChoiceField(label=_("Your office plays"), widget=forms.RadioSelect)
    begins = forms.TypedChoiceField(
        label=_("It begins in"),
        coerce=int,
        help_text=_("The other office must agree before."),
    )

    def __init__(self, script: Script, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.script = script
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            (side, in_reader_language(names)) for side, names in script.sides.items()
        ]
        self.fields["begins"].choices = [(n, _soon(n)) for n in SOON]  # type: ignore[attr-defined]

    def proposed(self, line: Line, now: datetime) -> Proposed:
        """What was entered, once the form is valid. The clock begins at a full minute."""
        start = now.replace(second=0, microsecond=0)
        start += timedelta(minutes=self.cleaned_data["begins"])
        return Proposed(self.script, start, self._offices(line))

    def _offices(self, line: Line) -> Mapping[str, str]:
        role = self.cleaned_data["role"]
        return {side: line.office if side == role else line.peer for side in self.script.sides}


def _soon(minutes: int) -> str:
    if minutes == 24 * 60:
        return gettext("a day")
    if minutes < 60:
        return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}
    return ngettext("%(n)s hour", "%(n)s hours", minutes // 60) % {"n": minutes // 60}
