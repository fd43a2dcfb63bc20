"""What is entered about a meeting: what it is, where it is moved, what came of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.roadmap import LEVELS as ALL_LEVELS
from tracktwo.roadmap import Length
from tracktwo_web.kit.forms import Form, TextsField
from tracktwo_web.kit.languages import in_reader_language, reader_language
from tracktwo_web.kit.times import PLACES, place_of
from tracktwo_web.roadmaps.forms.items import EVERYBODY, day_field
from tracktwo_web.roadmaps.frame import frame_from
from tracktwo_web.roadmaps.models import Meeting, Plan
from tracktwo_web.roadmaps.queries import meetings_of
from tracktwo_web.roadmaps.telling import FORMATS, level_name, stream_choices

EITHER = ("", _("either side"))
LONGEST = 1000
FIELDS = (
    *("names", "stream", "level", "format", "length", "host", "place", "earliest", "latest"),
    *("language", "required", "optional", "prepared_by", "papers_due", "series", "agenda"),
)


class MeetingForm(Form):
    """A meeting, its day apart: that is found or moved in the calendar."""

    format = forms.ChoiceField(label=_("Format"), choices=list(FORMATS.items()))
    length = forms.CharField(
        label=_("Length"),
        initial="1d",
        max_length=8,
        help_text=_("Hours or days: 3h, 2d. A meeting by video takes hours."),
        widget=forms.TextInput(attrs={"class": "brief-field"}),
    )
    earliest = day_field(label=_("Not before"), required=False)
    latest = day_field(label=_("Not after"), required=False)
    papers_due = forms.IntegerField(
        label=_("Papers are due so many days before"),
        min_value=0,
        max_value=120,
        initial=0,
        widget=forms.NumberInput(attrs={"class": "brief-field"}),
    )
    series = forms.SlugField(
        label=_("Series"),
        max_length=80,
        required=False,
        help_text=_("Meetings of one series follow each other, and their hosts take turns."),
        widget=forms.TextInput(attrs={"lang": ""}),  # a code is in no language
    )
    language = forms.CharField(
        label=_("Languages"),
        max_length=80,
        required=False,
        help_text=_("Those that are spoken, such as: English, Chinese; interpreted."),
    )
    who_sees = {"names": EVERYBODY}  # noqa: RUF012 -- as in other forms

    def __init__(
        self,
        plan: Plan,
        *args: Any,  # noqa: ANN401 -- those of any form
        meeting: Meeting | None = None,
        **options: Any,  # noqa: ANN401 -- those of any form
    ) -> None:
        super().__init__(*args, **options)
        frame, language = frame_from(plan.frame), reader_language()
        languages = plan.dialogue.languages
        self.fields["names"] = TextsField(languages, label=_("Name"), max_length=200)
        self.fields["agenda"] = TextsField(
            languages, label=_("Agenda"), max_length=LONGEST, required=False, is_long=True
        )
        sides = [(one.code, in_reader_language(one.names)) for one in plan.dialogue.sides.all()]
        places = [(one.id, one.name(language)) for one in frame.places]
        offices = [(one.office, one.name(language)) for one in frame.offices]
        experts = [
            (one.code, str(one))
            for one in meetings_of(plan)
            if one.stream == "expert" and one != meeting
        ]
        levels = [(one, level_name(one)) for one in ALL_LEVELS]
        for name, label, choices in (
            ("stream", _("Stream"), stream_choices()),
            ("level", _("Level"), levels),
            ("host", _("Host"), [EITHER, *sides]),
            ("place", _("Place"), [("", _("the host’s")), *places]),
            ("prepared_by", _("Prepared by (Track II)"), [("", "–"), *experts]),
        ):
            is_free = name in ("host", "place", "prepared_by")
            self.fields[name] = forms.ChoiceField(
                label=label, choices=choices, required=not is_free
            )
        for name, label in (("required", _("Must be there")), ("optional", _("Are invited"))):
            self.fields[name] = forms.MultipleChoiceField(
                label=label,
                choices=offices,
                required=name == "required",
                widget=forms.CheckboxSelectMultiple,
            )
        self.order_fields(FIELDS)

    def clean_length(self) -> str:
        told: str = self.cleaned_data["length"]
        try:
            return str(Length.parse(told))
        except ValueError:
            raise forms.ValidationError(_("Write hours or days, such as 3h or 2d.")) from None


def initial_of(meeting: Meeting) -> dict[str, Any]:
    """What the form shows of a meeting that is to be changed."""
    return {name: getattr(meeting, name) for name in FIELDS}


class MoveForm(Form):
    """Another day, and another host."""

    day = day_field(label=_("First day"))

    def __init__(self, plan: Plan, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.plan = plan
        sides = [(one.code, in_reader_language(one.names)) for one in plan.dialogue.sides.all()]
        self.fields["host"] = forms.ChoiceField(label=_("Host"), choices=sides)

    def clean_day(self) -> Any:  # noqa: ANN401
        day = self.cleaned_data["day"]
        if not self.plan.first <= day <= self.plan.last:
            raise forms.ValidationError(_("This day is outside the time of the roadmap."))
        return day


class OutcomeForm(Form):
    """What came of a meeting."""

    who_sees = {"outcome": EVERYBODY}  # noqa: RUF012 -- as in other forms

    def __init__(self, plan: Plan, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.fields["outcome"] = TextsField(
            plan.dialogue.languages, label=_("Outcome"), max_length=LONGEST, is_long=True
        )


class OfficeForm(Form):
    """An office that meets."""

    office = forms.SlugField(label=_("Short name"), max_length=80)
    country = forms.RegexField(
        r"^[A-Z]{2}$",
        label=_("Country whose holidays it keeps"),
        help_text=_("Its code of two capital letters, such as BE or CN."),
        widget=forms.TextInput(attrs={"class": "brief-field"}),
    )

    def __init__(self, plan: Plan, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.fields["names"] = TextsField(plan.dialogue.languages, label=_("Name"), max_length=200)
        sides = [(one.code, in_reader_language(one.names)) for one in plan.dialogue.sides.all()]
        zones = sorted((zone, place_of(zone)) for zone in PLACES)
        self.fields["party"] = forms.ChoiceField(label=_("Side"), choices=sides)
        self.fields["stream"] = forms.ChoiceField(label=_("Stream"), choices=stream_choices())
        self.fields["zone"] = forms.ChoiceField(label=_("Where it sits"), choices=zones)
        self.order_fields(("names", "office", "party", "stream", "zone", "country"))


class AbsenceForm(Form):
    """Days on which an office cannot sit."""

    first = day_field(label=_("First day"))
    last = day_field(label=_("Last day"))
    who_sees = {  # noqa: RUF012 -- as in other forms
        "office": _(
            "Your side and the secretariat see the list. Others learn of it only where a day "
            "falls on it. Why is nobody’s business."
        )
    }

    def __init__(self, offices: list[tuple[str, str]], *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.fields["office"] = forms.ChoiceField(label=_("Office"), choices=offices)
        self.order_fields(("office", "first", "last"))
