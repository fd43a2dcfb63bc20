"""What an office states of a measure of transparency."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.channel.measures import (
    Bindingness,
    Domain,
    Measure,
    MeasureType,
    Precedent,
    Rung,
    name_of,
)
from tracktwo.channel.measures.stated import LONGEST_ID
from tracktwo.locale import translator
from tracktwo_web.kit.forms import Form, TextsField
from tracktwo_web.kit.languages import reader_language

DAY = {"type": "date", "class": "brief-field"}


class MeasureForm(Form):
    """A measure."""

    def __init__(self, languages: Sequence[str], *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        words = translator(reader_language())
        self.fields["measure"] = forms.SlugField(
            label=_("Short name"),
            help_text=_("Letters, digits and hyphens, the same for both offices."),
            max_length=LONGEST_ID,
        )
        self.fields["names"] = TextsField(
            languages, label=_("What the sides do"), is_long=True, all_languages=True
        )
        for name, label, kind in (
            ("rung", _("Rung"), Rung),
            ("type", _("What it asks"), MeasureType),
            ("domain", _("Where it applies"), Domain),
            ("bindingness", _("What it binds by"), Bindingness),
        ):
            choices = [(one.value, name_of(one, words)) for one in kind]
            self.fields[name] = forms.ChoiceField(label=label, choices=choices)
        self.fields["instrument"] = forms.CharField(
            label=_("Precedent"),
            help_text=_("Where something alike is in force: the instrument."),
            required=False,
            max_length=200,
        )
        self.fields["article"] = forms.CharField(
            label=_("Article, chapter or paragraph"), required=False, max_length=100
        )
        self.fields["start"] = forms.DateField(
            label=_("In force from"), required=False, widget=forms.DateInput(attrs=DAY)
        )
        self.fields["review"] = forms.DateField(
            label=_("To be reviewed by"), required=False, widget=forms.DateInput(attrs=DAY)
        )

    def measured(self, parties: tuple[str, str]) -> Measure:
        """What was entered, once the form is valid. Raises `InputError` where it contradicts itself."""
        told = self.cleaned_data
        precedents = (Precedent(told["instrument"], told["article"]),) if told["instrument"] else ()
        return Measure(
            told["measure"],
            told["names"],
            Domain(told["domain"]),
            MeasureType(told["type"]),
            Rung(told["rung"]),
            tuple(sorted(parties)),
            Bindingness(told["bindingness"]),
            precedents=precedents,
            start=told["start"],
            review=told["review"],
        )
