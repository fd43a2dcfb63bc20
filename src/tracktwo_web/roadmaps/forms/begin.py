"""What is entered to begin a roadmap: its time, and where each side is at home."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.kit.forms import Form, TextsField
from tracktwo_web.kit.languages import in_reader_language
from tracktwo_web.kit.times import PLACES, place_of
from tracktwo_web.roadmaps.domain.lay import Home
from tracktwo_web.roadmaps.forms.items import day_field


class BeginForm(Form):
    """The first and the last day, and for each side a city, its country and its time zone."""

    first = day_field(label=_("First day"))
    last = day_field(label=_("Last day"))

    def __init__(self, dialogue: Dialogue, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.dialogue = dialogue
        self.fields["title"] = TextsField(dialogue.languages, label=_("Title"), max_length=300)
        self.sides = list(dialogue.sides.order_by("position"))
        zones = sorted((zone, place_of(zone)) for zone in PLACES)
        for side in self.sides:
            named = {"side": in_reader_language(side.names)}
            self.fields[f"city_{side.code}"] = TextsField(
                dialogue.languages,
                label=_("Where meetings are held that %(side)s hosts") % named,
                max_length=80,
            )
            self.fields[f"country_{side.code}"] = forms.RegexField(
                r"^[A-Z]{2}$",
                label=_("Country whose holidays are kept there: %(side)s") % named,
                help_text=_("Its code of two capital letters, such as BE or CN."),
                max_length=2,
                widget=forms.TextInput(attrs={"class": "brief-field"}),
            )
            self.fields[f"zone_{side.code}"] = forms.ChoiceField(
                label=_("Time zone there: %(side)s") % named,
                choices=zones,
                initial=side.time_zone if side.time_zone in PLACES else "UTC",
            )
        self.order_fields(("title", "first", "last"))

    def clean(self) -> dict[str, Any]:
        entered = super().clean() or self.cleaned_data
        first, last = entered.get("first"), entered.get("last")
        if first and last and last < first:
            self.add_error("last", _("This is before the first day."))
        return entered

    def homes(self) -> list[Home]:
        """Where each side is at home, once all is valid."""
        told = self.cleaned_data
        return [
            Home(
                one.code,
                told[f"city_{one.code}"],
                told[f"country_{one.code}"],
                told[f"zone_{one.code}"],
            )
            for one in self.sides
        ]
