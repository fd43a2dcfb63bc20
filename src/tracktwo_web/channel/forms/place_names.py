"""What a place is called, by each side."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.channel.sphere import Position
from tracktwo.errors import InputError
from tracktwo_web.kit.forms import Form, TextsField
from tracktwo_web.kit.languages import said_to_reader

LONGEST = 60


class PlaceNameForm(Form):
    """A place and its names."""

    position = forms.CharField(
        label=_("Position"),
        help_text=_("Degrees and minutes, such as 13-30.00N 048-00.00E."),
        max_length=40,
        widget=forms.TextInput(attrs={"class": "brief-moment"}),
    )

    def __init__(self, languages: Sequence[str], *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.fields["own"] = TextsField(
            languages, label=_("As this side calls it"), max_length=LONGEST
        )
        self.fields["theirs"] = TextsField(
            languages,
            label=_("As the other side calls it"),
            help_text=_("Where it calls it otherwise: then both names stand on the chart."),
            max_length=LONGEST,
            required=False,
        )

    def clean_position(self) -> Position:
        try:
            return Position.from_imo(self.cleaned_data["position"])
        except InputError as wrong:
            raise forms.ValidationError(said_to_reader(wrong.message)) from None
