"""What of a line's messages is looked for: kind, office, time, words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.channel.kinds import KINDS
from tracktwo_web.channel.models import Line
from tracktwo_web.channel.telling import kind_name
from tracktwo_web.kit.forms import Form


class ArchiveForm(Form):
    """A part of the archive. Exercises, or all else: they never stand in one list."""

    sort = forms.ChoiceField(
        label=_("Exercises or meant"),
        required=False,
        choices=[("", _("meant, and tests of the line")), ("exercise", _("exercises"))],
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    sender = forms.ChoiceField(label=_("Sent by"), required=False)
    words = forms.CharField(
        label=_("Number or words"),
        help_text=_("As they stand in the number or in a field of the message."),
        required=False,
        max_length=100,
    )
    since = forms.DateField(label=_("From the day, in UTC"), required=False, widget=forms.DateInput(attrs={"type": "date", "class": "brief-field"}))  # fmt: skip
    until = forms.DateField(label=_("To the day, in UTC"), required=False, widget=forms.DateInput(attrs={"type": "date", "class": "brief-field"}))  # fmt: skip

    def __init__(self, line: Line, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        kinds = [(one, f"{one} · {kind_name(one)}") for one in KINDS]
        offices = [("own", line.office), ("other", line.peer)]
        self._offer("kind", [("", _("every kind")), *kinds])
        self._offer("sender", [("", _("either office")), *offices])

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]
