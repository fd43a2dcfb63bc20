"""Which part of the picture is asked for: as of when, in which time, which kinds, whose."""

import datetime as dt
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from tracktwo.channel.picture import Asked
from tracktwo_web.channel.forms.inputs import MomentField
from tracktwo_web.channel.models import Line
from tracktwo_web.channel.picture import KINDS_WITH_PLACES
from tracktwo_web.channel.telling import kind_name
from tracktwo_web.kit.forms import Form

LATELY = dt.timedelta(days=30)
"""How far back the picture goes where nobody has asked for another time."""


class PictureForm(Form):
    """Everything may be left out: then it is now, all times, every kind, both sides."""

    at = MomentField(label=_("As it had been told by (UTC)"), required=False)
    start = MomentField(label=_("What counts from (UTC)"), required=False)
    end = MomentField(label=_("until (UTC)"), required=False)

    def __init__(self, line: Line, asked: QueryDict, *, now: dt.datetime) -> None:
        self.now = now
        super().__init__(_with_usual_start(asked, now))
        offices = [("", _("both sides")), (line.office, line.office), (line.peer, line.peer)]
        self.fields["office"] = forms.ChoiceField(
            label=_("Told by"), choices=offices, required=False
        )
        self.fields["kinds"] = forms.MultipleChoiceField(
            label=_("Kinds"),
            choices=[(one, kind_name(one)) for one in KINDS_WITH_PLACES],
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("start") and told.get("end") and told["end"] < told["start"]:
            self.add_error("end", _("It ends before it starts."))
        return told

    def asked(self, *, is_exercise: bool) -> Asked:
        """What was asked for; what cannot be read is as if it were left out."""
        told = self.cleaned_data if self.is_valid() else {}
        return Asked(
            _moment(told.get("at")) or self.now,
            _moment(told.get("start")),
            _moment(told.get("end")),
            frozenset(told.get("kinds", ())),
            frozenset(filter(None, [told.get("office")])),
            is_exercise=is_exercise,
        )


def _with_usual_start(asked: QueryDict, now: dt.datetime) -> QueryDict:
    """Where no time is asked for, the form says which is shown."""
    told = asked.copy()
    if "start" not in told and "at" not in told:
        told["start"] = f"{(now - LATELY).astimezone(dt.UTC):%Y-%m-%dT%H:%M}"
    return told


def _moment(told: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(told) if told else None
