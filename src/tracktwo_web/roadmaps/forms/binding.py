"""What is entered about times without meetings, and about what holds for every meeting."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.roadmap import Blackout, Conventions, Hours
from tracktwo_web.kit.forms import Form, TextsField
from tracktwo_web.kit.languages import in_reader_language, reader_language
from tracktwo_web.roadmaps.forms.items import EVERYBODY, day_field
from tracktwo_web.roadmaps.frame import Frame, frame_from
from tracktwo_web.roadmaps.models import Plan
from tracktwo_web.roadmaps.telling import stream_choices

MOST_ROOMS = 20


def number_field(label: Any, most: int, *, least: int = 0, **options: Any) -> forms.IntegerField:  # noqa: ANN401
    """A whole number, not less than `least` and at most `most`."""
    brief = forms.NumberInput(attrs={"class": "brief-field"})
    return forms.IntegerField(label=label, min_value=least, max_value=most, widget=brief, **options)


def time_field(label: Any) -> forms.TimeField:  # noqa: ANN401 -- a sentence that is translated late
    """A time of day, as browsers offer it."""
    attributes = {"type": "time", "class": "brief-field"}
    return forms.TimeField(label=label, widget=forms.TimeInput(attrs=attributes, format="%H:%M"))


class BlackoutForm(Form):
    """A time in which some or all do not meet."""

    first = day_field(label=_("First day"))
    last = day_field(label=_("Last day"))
    source = forms.CharField(
        label=_("Source"),
        max_length=200,
        required=False,
        help_text=_("From where this is known."),
    )
    who_sees = {"names": EVERYBODY}  # noqa: RUF012 -- as in other forms

    def __init__(self, plan: Plan, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.fields["names"] = TextsField(plan.dialogue.languages, label=_("Name"), max_length=200)
        sides = [(one.code, in_reader_language(one.names)) for one in plan.dialogue.sides.all()]
        for name, label, choices in (
            ("parties", _("Only these sides"), sides),
            ("streams", _("Only these streams"), stream_choices()),
        ):
            self.fields[name] = forms.MultipleChoiceField(
                label=label,
                choices=choices,
                required=False,
                help_text=_("Without any it holds for all."),
                widget=forms.CheckboxSelectMultiple,
            )
        self.order_fields(("names", "first", "last", "parties", "streams", "source"))

    def clean(self) -> dict[str, Any]:
        entered = super().clean() or self.cleaned_data
        first, last = entered.get("first"), entered.get("last")
        if first and last and last < first:
            self.add_error("last", _("This is before the first day."))
        return entered

    def blackout(self) -> Blackout:
        """What was entered, once it is valid; its id is still to be given."""
        told = self.cleaned_data
        return Blackout(
            "",
            told["first"],
            told["last"],
            told["names"],
            tuple(told["parties"]),
            tuple(told["streams"]),
            told["source"],
        )


class ConventionsForm(Form):
    """What holds for every meeting, and the rooms of each place."""

    gap = number_field(_("Days from a preparing meeting to the one it prepares"), 120)
    travel = number_field(_("Days of travel before and after a meeting abroad"), 14)
    opens = time_field(_("Meetings by video begin, where each sits, not before"))
    closes = time_field(_("and end not after"))
    begins = time_field(_("Meetings in person begin at"))
    review = number_field(_("Months from one review to the next"), 60, least=1)

    def __init__(self, plan: Plan, *args: Any, **options: Any) -> None:  # noqa: ANN401
        frame = frame_from(plan.frame)
        super().__init__(*args, **options)
        self.initial = _initial_of(frame)
        for stream, name in stream_choices():
            label = _("Days between the beginnings of two meetings: %(stream)s") % {"stream": name}
            self.fields[f"apart_{stream}"] = number_field(label, 365)
        self.places = {one.id: one.name(reader_language()) for one in frame.places}
        for place, name in self.places.items():
            label = _("Meetings at once: %(place)s") % {"place": name}
            self.fields[f"rooms_{place}"] = number_field(label, MOST_ROOMS, least=1)

    def clean(self) -> dict[str, Any]:
        entered = super().clean() or self.cleaned_data
        opens, closes = entered.get("opens"), entered.get("closes")
        if opens and closes and closes <= opens:
            self.add_error("closes", _("This is not after the beginning."))
        return entered

    def conventions(self) -> Conventions:
        """What was entered, once it is valid."""
        told = self.cleaned_data
        apart = {stream: told[f"apart_{stream}"] for stream, _name in stream_choices()}
        return Conventions(
            told["gap"],
            {stream: days for stream, days in apart.items() if days},
            told["travel"],
            Hours(told["opens"], told["closes"]),
            told["begins"],
            told["review"],
        )

    def rooms(self) -> dict[str, int]:
        """How many meetings can be held at once, by place."""
        return {place: self.cleaned_data[f"rooms_{place}"] for place in self.places}


def _initial_of(frame: Frame) -> dict[str, Any]:
    told = frame.conventions
    shown: dict[str, Any] = {name: getattr(told, name) for name in ("gap", "travel", "review")}
    shown |= {"opens": told.hours.opens, "closes": told.hours.closes, "begins": told.begins}
    shown |= {f"apart_{one}": told.apart.get(one, 0) for one, _name in stream_choices()}
    return shown | {f"rooms_{one.id}": one.rooms for one in frame.places}
