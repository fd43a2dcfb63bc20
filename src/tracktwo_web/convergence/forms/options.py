"""The forms of options and areas, and of tables to bring in."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracktwo_web.convergence.domain.bring_in import (
    LONGEST,
    LONGEST_INTEREST,
    LONGEST_NOTE,
    TABLES,
)
from tracktwo_web.convergence.domain.options import Offer, mark_of
from tracktwo_web.convergence.domain.talks import kinds_of_amount
from tracktwo_web.convergence.forms.amounts import (
    AmountField,
    NewAmountField,
    field_of,
    given_in,
    taken_from,
)
from tracktwo_web.convergence.models import Option, Rung, Taken
from tracktwo_web.convergence.touching import joint_concepts
from tracktwo_web.dialogues.models import Dialogue, Side
from tracktwo_web.kit.forms import Form, TextsField, TextsWidget
from tracktwo_web.kit.languages import in_reader_language
from tracktwo_web.risks.forms.register import ChangedMeanwhile

WRITTEN = {"class": "formal", "rows": "3"}
NOTHING = ("", "–")
EVERYBODY = _("Everybody in this dialogue reads what is on offer, observers included.")


class OfferForm(ChangedMeanwhile):
    """An option in the dialogue's languages, with what each side would have of it."""

    rung = forms.ChoiceField(
        label=_("How far it goes"),
        help_text=_("The rung of the ladder, from a first contact to an agreement."),
        choices=[NOTHING, *Rung.choices],
        required=False,
    )
    who_sees: ClassVar[Mapping[str, Any]] = {"text": EVERYBODY}

    def __init__(self, dialogue: Dialogue, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.sides = list(dialogue.sides.order_by("position"))
        self.areas = {one.code: one for one in dialogue.areas.order_by("position", "code")}
        self.fields["text"] = TextsField(
            dialogue.languages,
            label=_("The option"),
            help_text=_("One sentence that says what the sides would do, as it could be agreed."),
            max_length=LONGEST,
        )
        self.fields["area"] = forms.ChoiceField(
            label=_("Area"),
            choices=[NOTHING, *((code, str(one)) for code, one in self.areas.items())],
            required=False,
        )
        for side in self.sides:
            self.fields[_of(side)] = TextsField(
                dialogue.languages,
                label=_interest_in(side),
                max_length=LONGEST_INTEREST,
                required=False,
            )
        for name, label in (
            ("obstacles", _("What stands in the way")),
            ("precedents", _("What has been done like it before")),
        ):
            self.fields[name] = TextsField(
                dialogue.languages,
                label=label,
                max_length=LONGEST_NOTE,
                widget=TextsWidget(dialogue.languages, forms.Textarea, **WRITTEN),
                required=False,
            )
        self._offer_what_is_touched(dialogue)
        interests = [_of(side) for side in self.sides]
        notes = ("obstacles", "precedents", "touches")
        self.order_fields(["code", "text", "area", "rung", *interests, *notes])

    def _offer_what_is_touched(self, dialogue: Dialogue) -> None:
        known = [(one.code, str(one)) for one in dialogue.risks.order_by("code")]
        codes = {one[0] for one in known}
        known += [(c.code, str(c)) for c in joint_concepts(dialogue) if c.code not in codes]
        if known:
            self.fields["touches"] = forms.MultipleChoiceField(
                label=_("Risks and concepts of the joint map on which it bears"),
                choices=known,
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )

    def offer(self) -> Offer:
        """What was entered, once it is valid."""
        entered = self.cleaned_data
        return Offer(
            texts=entered["text"],
            area=self.areas.get(entered["area"]),
            interests={side.code: entered[_of(side)] for side in self.sides},
            obstacles=_with_plain_lines(entered["obstacles"]),
            precedents=_with_plain_lines(entered["precedents"]),
            rung=entered["rung"],
            touches=entered.get("touches", ()),
        )


class OptionEditForm(OfferForm):
    """The same with what it takes, which those fill in who run the rounds."""

    def __init__(self, dialogue: Dialogue, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(dialogue, *args, **options)
        known = kinds_of_amount(dialogue.options.order_by("position", "code"))
        shown = self.data.getlist("kind") if self.is_bound else []  # type: ignore[attr-defined]
        self.kinds = list(dict.fromkeys([*known, *filter(None, shown)]))
        """Those that the page had a line for stay, though the last option that took of one be gone."""
        for kind in self.kinds:
            label = gettext("What it takes: %(kind)s") % {"kind": kind}
            self.fields[field_of(kind)] = AmountField(self.sides, label=label)
        self.fields["takes_new"] = NewAmountField(
            self.sides,
            self.kinds,
            label=_("What else it takes") if self.kinds else _("What it takes"),
            help_text=_(
                "Something that conditions can add up or keep in balance between the sides, such as "
                "meetings or openness. Of all together, or of each side."
            ),
        )

    def takes(self) -> list[Taken]:
        """What was entered of what it takes, once the form is valid."""
        entered = self.cleaned_data
        lines = [(kind, entered[field_of(kind)] or {}) for kind in self.kinds]
        return list(taken_from([*lines, entered["takes_new"] or ("", {})]))


class OptionForm(OptionEditForm):
    """The same with its short name."""

    code = forms.SlugField(
        label=_("Short name"),
        help_text=_("In Latin letters, such as hotline. It stays, whatever the words become."),
        max_length=40,
        widget=forms.TextInput(attrs={"class": "brief-field"}),
    )


def initial_of(option: Option) -> dict[str, Any]:
    """What the form shows of an option that is to be changed."""
    interests = {f"interest_{side}": texts for side, texts in option.interests.items()}
    return (
        interests
        | given_in(option.takes)
        | {
            "as_read": mark_of(option),
            "text": option.texts,
            "area": option.area.code if option.area else "",
            "rung": option.rung,
            "obstacles": option.obstacles,
            "precedents": option.precedents,
            "touches": option.touches,
        }
    )


class AreaForm(Form):
    """A field in which options are looked for."""

    code = forms.SlugField(
        label=_("Short name"),
        help_text=_("In Latin letters, such as maritime. It stays, whatever the words become."),
        max_length=40,
        widget=forms.TextInput(attrs={"class": "brief-field"}),
    )
    field_order = ("code", "text")

    def __init__(self, dialogue: Dialogue, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.fields["text"] = TextsField(dialogue.languages, label=_("Area"), max_length=120)
        self.order_fields(self.field_order)


class AreaEditForm(AreaForm):
    """The same without the short name."""

    def __init__(self, dialogue: Dialogue, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(dialogue, *args, **options)
        del self.fields["code"]


class BringInForm(Form):
    """Tables of options."""

    replaces = forms.BooleanField(
        label=_("Replace options that have the same short name"), required=False
    )
    who_sees: ClassVar[Mapping[str, Any]] = {"options": EVERYBODY}

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        for name in TABLES:
            self.fields[name] = forms.FileField(label=f"{name}.csv", required=name == "options")
        self.order_fields([*TABLES, "replaces"])


def _of(side: Side) -> str:
    return f"interest_{side.code}"


def _with_plain_lines(texts: Mapping[str, str]) -> dict[str, str]:
    """Browsers end lines in two characters, tables and other programs in one."""
    return {language: text.replace("\r\n", "\n") for language, text in texts.items()}


def _interest_in(side: Side) -> str:
    return gettext("What %(side)s would have of it") % {"side": in_reader_language(side.names)}
