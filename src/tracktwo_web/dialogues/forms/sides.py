"""The forms of sides and themes."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.core.validators import validate_slug
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from tracktwo_web.dialogues.domain.convene import SidePlan
from tracktwo_web.dialogues.domain.themes import ThemePlan
from tracktwo_web.kit.forms import Form, TextsField
from tracktwo_web.kit.languages import NAMES
from tracktwo_web.kit.times import PLACES, UTC, place_of

MOST_SIDES, MOST_THEMES = 8, 60


class SideForm(Form):
    """A side's names and time zone."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's
        languages: Sequence[str] = tuple(NAMES),
        zone: str = UTC,
        is_new: bool = False,
        **kwargs: Any,  # noqa: ANN401 -- Django's
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["names"] = TextsField(
            languages, label=_("Name of the side"), max_length=80, all_languages=not is_new
        )
        self.fields["time_zone"] = forms.ChoiceField(
            label=_("Clock"),
            help_text=_("Deadlines are shown to everybody on every side’s clock."),
            choices=[*PLACES.items()]
            if zone in PLACES
            else [(zone, place_of(zone)), *PLACES.items()],
            initial=zone,
        )


class NewSideForm(SideForm):
    """The same with what is fixed once a round has been held."""

    size = forms.IntegerField(
        label=_("People in the delegation"),
        help_text=_(
            "Only if the delegation itself is the group asked, and not a sample of a larger one: "
            "then intervals are as narrow as they may be."
        ),
        required=False,
        min_value=1,
        max_value=1_000_000,
        widget=forms.NumberInput(attrs={"class": "brief-field"}),
    )
    code = forms.CharField(
        label=_("Short word"),
        help_text=_("Used in files and in the labels of seats, such as “north”."),
        required=False,
        max_length=20,
        validators=[validate_slug],
        widget=forms.TextInput(attrs={"class": "brief-field"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's
        super().__init__(*args, **kwargs)
        self.order_fields(["names", "time_zone", "size", "code"])

    def plan(self, number: int) -> SidePlan:
        names = self.cleaned_data["names"]
        made = slugify(names.get("en", ""))[:20].strip("-")
        return SidePlan(
            code=self.cleaned_data["code"].lower() or made or f"side-{number}",
            names=names,
            time_zone=self.cleaned_data["time_zone"],
            size=self.cleaned_data["size"],
        )


class ThemeForm(Form):
    """A theme's names; a theme whose names are all emptied is taken out."""

    id = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, languages: Sequence[str] = tuple(NAMES), **kwargs: Any) -> None:  # noqa: ANN401 -- Django's
        super().__init__(*args, **kwargs)
        self.fields["names"] = TextsField(
            languages, label=_("Theme"), max_length=80, required=False
        )

    def plan(self) -> ThemePlan | None:
        names = self.cleaned_data.get("names")
        return ThemePlan(names, self.cleaned_data.get("id")) if names else None


class Rows(forms.BaseFormSet[NewSideForm]):
    """The sides of a new dialogue, each a row of fields."""

    default_error_messages: ClassVar[dict[str, Any]] = forms.BaseFormSet.default_error_messages | {
        "too_few_forms": _("A dialogue has at least two sides.")
    }


NewSides = forms.formset_factory(
    NewSideForm,
    formset=Rows,
    min_num=2,
    extra=0,
    max_num=MOST_SIDES,
    validate_min=True,
    validate_max=True,
)
Themes = forms.formset_factory(ThemeForm, extra=2, max_num=MOST_THEMES, validate_max=True)


def themes_in(rows: forms.BaseFormSet[ThemeForm]) -> list[ThemePlan]:
    """The themes of the rows that were filled."""
    return list(filter(None, (form.plan() for form in rows.forms)))
