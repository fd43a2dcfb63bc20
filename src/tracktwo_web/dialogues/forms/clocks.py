"""Times as people type them: as the clock on a wall in one of the capitals shows them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.kit.forms import Form, Words
from tracktwo_web.kit.times import place_of

TYPED = "%Y-%m-%dT%H:%M"


class Moment(forms.DateTimeField):
    """A date and a time as a clock on some wall shows it; the form knows on which."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=TYPED)
        super().__init__(widget=widget, input_formats=[TYPED, "%Y-%m-%d %H:%M"], **options)

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401
        """What was typed, as it was typed: it is on no clock of the server's."""
        return value


class ZonedForm(Form):
    """A form with times on the clock of one of the sides."""

    zone = forms.ChoiceField(
        label=_("Times are those of"),
        help_text=_("Pages show every side its own time."),
    )
    moments: ClassVar[Sequence[str]] = ()
    years: ClassVar[int] = 1000
    """How far from now a time may lie: the first and the last years of the calendar have no UTC."""
    too_far: ClassVar[Words] = _("That time is too far away.")

    def __init__(self, dialogue: Dialogue, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.now = timezone.now()
        sides = dialogue.sides.order_by("position").values_list("time_zone", flat=True)
        zone: Any = self.fields["zone"]
        zone.choices = [(name, place_of(name)) for name in dict.fromkeys([*sides, "UTC"])]

    def clean(self) -> dict[str, Any]:
        """What was typed is on the wall of the place that was chosen, not on the server's."""
        cleaned = super().clean() or self.cleaned_data
        zone = ZoneInfo(cleaned.get("zone") or "UTC")
        for name in self.moments:
            if cleaned.get(name):
                cleaned[name] = self._on_the_clock_of(zone, name, cleaned[name])
        return cleaned

    def _on_the_clock_of(self, zone: ZoneInfo, name: str, entered: datetime) -> datetime | None:
        typed = entered.replace(tzinfo=None)
        if abs(typed.year - self.now.year) > self.years:
            self.add_error(name, str(self.too_far))
            return None
        moment = typed.replace(tzinfo=zone).astimezone(UTC)
        if moment.astimezone(zone).replace(tzinfo=None) != typed:
            self.add_error(name, gettext("No clock shows that hour there: summer time begins."))
            return None
        return moment
