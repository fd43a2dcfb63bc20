"""What is entered about something that happened, about a subscription, and what a reader filters by."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.locale import LANGUAGES
from tracktwo.roadmap import LEVELS as ALL_LEVELS
from tracktwo.roadmap.chronology import When
from tracktwo_web.kit.forms import Form, TextsField
from tracktwo_web.kit.languages import NAMES, in_reader_language
from tracktwo_web.roadmaps.domain.chronology import Told
from tracktwo_web.roadmaps.forms.items import EVERYBODY
from tracktwo_web.roadmaps.models import Plan
from tracktwo_web.roadmaps.telling import level_name, stream_choices

LONGEST = 1000


class EventForm(Form):
    """An account of something that happened."""

    when = forms.CharField(
        label=_("When"),
        max_length=24,
        help_text=_("As exactly as it is known: 2018-06-05, 2018-06, 2018, 2010/2014, 2010/.."),
        widget=forms.TextInput(attrs={"class": "brief-field"}),
    )
    areas = forms.CharField(label=_("What it was about"), max_length=200, required=False)
    sources = forms.CharField(label=_("Source"), max_length=400, required=False)
    who_sees = {"texts": EVERYBODY}  # noqa: RUF012 -- as in other forms

    def __init__(self, plan: Plan, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.fields["texts"] = TextsField(
            plan.dialogue.languages, label=_("What happened"), max_length=LONGEST, is_long=True
        )
        sides = [(one.code, in_reader_language(one.names)) for one in plan.dialogue.sides.all()]
        self.fields["parties"] = forms.MultipleChoiceField(
            label=_("Who took part"),
            choices=sides,
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
        levels = [(one, level_name(one)) for one in ALL_LEVELS]
        self.fields["level"] = forms.ChoiceField(
            label=_("Level"), choices=[("", "–"), *levels], required=False
        )
        self.order_fields(("when", "texts", "parties", "level", "areas", "sources"))

    def clean_when(self) -> str:
        told: str = self.cleaned_data["when"].strip()
        try:
            When.parse(told)
        except ValueError:
            raise forms.ValidationError(
                _("Write a day, a month, a year or a span, such as 2018-06 or 2010/2014.")
            ) from None
        return told

    def told(self) -> Told:
        """What was entered, once it is valid."""
        entered = self.cleaned_data
        areas = (one.strip() for one in entered["areas"].replace("，", ",").split(","))
        return Told(
            entered["when"],
            entered["texts"],
            tuple(entered["parties"]),
            entered["level"],
            tuple(filter(None, areas)),
            (entered["sources"],) if entered["sources"] else (),
        )


class FilterForm(Form):
    """What a reader of the chronology wants to see."""

    def __init__(self, plan: Plan, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        events = list(plan.events.all())
        areas = sorted({area for one in events for area in one.areas})
        levels = [one for one in ALL_LEVELS if any(each.level == one for each in events)]
        sides = [(one.code, in_reader_language(one.names)) for one in plan.dialogue.sides.all()]
        everything = ("", _("all"))
        agreed = [("both", _("agreed by all sides")), ("one", _("one side’s account"))]
        for name, label, choices in (
            ("area", _("What it was about"), [(one, one) for one in areas]),
            ("party", _("Who took part"), sides),
            ("level", _("Level"), [(one, level_name(one)) for one in levels]),
            ("agreed", _("By whose account"), agreed),
        ):
            self.fields[name] = forms.ChoiceField(
                label=label, choices=[everything, *choices], required=False
            )


class SubscribeForm(Form):
    """Which meetings a calendar program fetches."""

    def __init__(self, offices: list[tuple[str, str]], *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        everything = ("", _("all"))
        for name, label, choices in (
            ("stream", _("Stream"), stream_choices()),
            ("office", _("Office"), offices),
        ):
            self.fields[name] = forms.ChoiceField(
                label=label, choices=[everything, *choices], required=False
            )
        self.fields["language"] = forms.ChoiceField(
            label=_("Language"), choices=[(one, NAMES[one]) for one in LANGUAGES]
        )
