"""The forms of a silence: until when it is asked, and why a side breaks it."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracktwo_web.dialogues.models import Attribution, Dialogue
from tracktwo_web.kit.forms import Form
from tracktwo_web.kit.times import place_of

TYPED = "%Y-%m-%dT%H:%M"
SHORTEST, LONGEST = dt.timedelta(hours=1), dt.timedelta(days=366)
LONGEST_REASON = 1000


class UntilForm(Form):
    """A moment on the clock of one of the sides, an hour from now at least."""

    zone = forms.ChoiceField(
        label=_("Times are those of"),
        help_text=_("Pages show every side its own time."),
    )
    until = forms.DateTimeField(
        label=_("Silence is asked until"),
        help_text=_("An hour from now at least; every side should be able to ask its capital."),
        input_formats=[TYPED, "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=TYPED),
    )
    who_sees: ClassVar = {
        "until": _("Everybody at the table sees it, each side in the time of its capital.")
    }

    def __init__(
        self,
        dialogue: Dialogue,
        now: dt.datetime,
        told: Any = None,  # noqa: ANN401
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(told, **options)
        self.now = now
        sides = dialogue.sides.order_by("position").values_list("time_zone", flat=True)
        zone: Any = self.fields["zone"]
        zone.choices = [(name, place_of(name)) for name in dict.fromkeys([*sides, "UTC"])]

    def clean(self) -> dict[str, Any]:
        """What was typed is on the wall of the place that was chosen, not on the server's."""
        cleaned = super().clean() or self.cleaned_data
        typed, zone = cleaned.get("until"), ZoneInfo(cleaned.get("zone") or "UTC")
        if typed:
            cleaned["until"] = self._moment(typed.replace(tzinfo=None), zone)
        return cleaned

    def _moment(self, typed: dt.datetime, zone: ZoneInfo) -> dt.datetime | None:
        # In a year that a clock's distance from UTC could take out of the calendar, nothing is asked.
        if abs(typed.year - self.now.year) > 2:
            self.add_error("until", gettext("Choose a moment within a year."))
            return None
        moment = typed.replace(tzinfo=zone).astimezone(dt.UTC)
        if moment.astimezone(zone).replace(tzinfo=None) != typed:
            self.add_error("until", gettext("No clock shows that hour there: summer time begins."))
        elif moment < self.now + SHORTEST:
            self.add_error("until", gettext("Choose a moment that is an hour from now at least."))
        elif moment > self.now + LONGEST:
            self.add_error("until", gettext("Choose a moment within a year."))
        return moment


class BreakForm(Form):
    """On which passage a side cannot stay silent, and why."""

    unit = forms.ChoiceField(label=_("The passage to which your side cannot agree"))
    reason = forms.CharField(
        label=_("Why"), max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(
        self,
        dialogue: Dialogue,
        units: Iterable[tuple[str, str]],
        told: Any = None,  # noqa: ANN401
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(told, **options)
        unit: Any = self.fields["unit"]
        unit.choices = [("", gettext("Choose a passage")), *units]
        is_named = dialogue.attribution == Attribution.SIDE
        self.who_sees = {"reason": _NAMED if is_named else _UNNAMED}  # type: ignore[misc]


_NAMED = _("Everybody at the table sees the passage, the reason and your side; never who wrote it.")
_UNNAMED = _(
    "Everybody at the table sees the passage and the reason. Your side is not named; where two sides "
    "sit, the other one knows all the same."
)
