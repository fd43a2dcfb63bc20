"""The forms of the register: a risk, an indicator, a table to bring in."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.kit.forms import Form, TextsField, TextsWidget
from tracktwo_web.risks.domain.register import Entry, Sign, mark_of, mark_of_indicator
from tracktwo_web.risks.models import Indicator, Onset, Reversibility, Risk, Seen

if TYPE_CHECKING:
    from django.http import QueryDict

LONGEST, LONGEST_MEASURE = 300, 2000
WRITTEN = {"class": "formal", "rows": "3"}
EVERYBODY = _("Everybody in this dialogue reads the register, observers included.")
NOTHING = ("", "–")
OUTCOMES = [
    ("", _("nobody can tell yet")),
    ("yes", _("it came about")),
    ("no", _("it did not come about")),
]


class ChangedMeanwhile(Form):
    """A form that knows whether somebody else has written since its reader began."""

    as_read = forms.CharField(required=False, widget=forms.HiddenInput)
    meanwhile: object = None
    """What somebody else wrote since the writer began."""

    def show_what_was_written_meanwhile(self, now: object, mark: str) -> None:
        """Keep what was entered, and let the writer save it over what they are shown now."""
        self.meanwhile = now
        entered = cast("QueryDict", self.data).copy()
        entered["as_read"] = mark
        self.data = entered


class RiskForm(ChangedMeanwhile):
    """A risk in the dialogue's languages; its code is asked for once."""

    code = forms.SlugField(
        label=_("Short name"),
        help_text=_("In Latin letters, such as trade-loss. It stays, whatever the words become."),
        max_length=40,
        widget=forms.TextInput(attrs={"class": "brief-field"}),
    )
    domain = forms.CharField(
        label=_("Field"),
        help_text=_("Such as trade, the sea, or cyberspace."),
        max_length=80,
        required=False,
    )
    period = forms.CharField(
        label=_("Period of its likelihood"),
        help_text=_(
            "The stretch of time it is about, such as 2027 to 2029. Without one it cannot be estimated."
        ),
        max_length=80,
        required=False,
    )
    onset = forms.ChoiceField(
        label=_("It unfolds"), choices=[NOTHING, *Onset.choices], required=False
    )
    reversibility = forms.ChoiceField(
        label=_("It is"), choices=[NOTHING, *Reversibility.choices], required=False
    )
    owner = forms.CharField(
        label=_("Who looks after it"),
        help_text=_("An office, not a person."),
        max_length=120,
        required=False,
    )
    outcome = forms.ChoiceField(label=_("What became of it"), choices=OUTCOMES, required=False)
    who_sees: ClassVar[Mapping[str, Any]] = {"text": EVERYBODY}
    field_order = (
        *("code", "text", "domain", "period", "onset", "reversibility"),
        *("existing", "proposed", "owner", "outcome"),
    )

    def __init__(self, dialogue: Dialogue, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.fields["text"] = TextsField(
            dialogue.languages,
            label=_("The risk"),
            help_text=_(
                "One sentence that says what would happen, without saying who is to blame."
            ),
            max_length=LONGEST,
        )
        for name, label in (
            ("existing", _("Measures there are")),
            ("proposed", _("Measures proposed")),
        ):
            self.fields[name] = TextsField(
                dialogue.languages,
                label=label,
                max_length=LONGEST_MEASURE,
                widget=TextsWidget(dialogue.languages, forms.Textarea, **WRITTEN),
                required=False,
            )
        self.order_fields(self.field_order)

    def entry(self) -> Entry:
        """What was entered, once it is valid."""
        entered = self.cleaned_data
        return Entry(
            texts=entered["text"],
            domain=entered["domain"],
            onset=entered["onset"],
            reversibility=entered["reversibility"],
            period=entered["period"],
            existing=_with_plain_lines(entered["existing"]),
            proposed=_with_plain_lines(entered["proposed"]),
            owner=entered["owner"],
            outcome={"": None, "yes": True, "no": False}[entered["outcome"]],
        )


class RiskEditForm(RiskForm):
    """The same without the short name."""

    def __init__(self, dialogue: Dialogue, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(dialogue, *args, **options)
        del self.fields["code"]


def initial_of(risk: Risk) -> dict[str, Any]:
    """What the form shows of a risk that is to be changed."""
    return {
        "as_read": mark_of(risk),
        "text": risk.texts,
        "domain": risk.domain,
        "period": risk.period,
        "onset": risk.onset,
        "reversibility": risk.reversibility,
        "existing": risk.existing,
        "proposed": risk.proposed,
        "owner": risk.owner,
        "outcome": {None: "", True: "yes", False: "no"}[risk.outcome],
    }


class IndicatorForm(ChangedMeanwhile):
    """Something to watch."""

    code = forms.SlugField(
        label=_("Short name"),
        help_text=_("In Latin letters, such as tariffs."),
        max_length=40,
        widget=forms.TextInput(attrs={"class": "brief-field"}),
    )
    state = forms.ChoiceField(
        label=_("Was it seen?"),
        choices=[("", _("nobody has looked yet")), *Seen.choices],
        widget=forms.RadioSelect,
        required=False,
    )
    by = forms.CharField(
        label=_("Seen by"),
        help_text=_("A side or an office, not a person."),
        max_length=120,
        required=False,
    )
    who_sees: ClassVar[Mapping[str, Any]] = {"text": EVERYBODY}
    field_order = ("code", "text", "threshold", "state", "by")

    def __init__(self, dialogue: Dialogue, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        for name, label, is_required in (
            ("text", _("What to watch"), True),
            ("threshold", _("From when on it counts"), False),
        ):
            self.fields[name] = TextsField(
                dialogue.languages, label=label, max_length=LONGEST, required=is_required
            )
        self.order_fields(self.field_order)

    def sign(self) -> Sign:
        """What was entered, once it is valid."""
        entered = self.cleaned_data
        return Sign(entered["text"], entered["threshold"], entered["state"], entered["by"])


class IndicatorEditForm(IndicatorForm):
    """The same without the short name."""

    def __init__(self, dialogue: Dialogue, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(dialogue, *args, **options)
        del self.fields["code"]


def initial_of_indicator(one: Indicator) -> dict[str, Any]:
    """What the form shows of an indicator that is to be changed."""
    mark = mark_of_indicator(one)
    told = {"text": one.texts, "threshold": one.threshold, "state": one.state, "by": one.by}
    return told | {"as_read": mark}


class BringInForm(Form):
    """Tables of a register."""

    risks = forms.FileField(
        label="risks.csv",
        help_text=_("With the columns risk and text_en, text_zh or text_fr; others are optional."),
    )
    indicators = forms.FileField(label="indicators.csv", required=False)
    replaces = forms.BooleanField(
        label=_("Replace risks that have the same short name"), required=False
    )
    who_sees: ClassVar[Mapping[str, Any]] = {"risks": EVERYBODY}


def _with_plain_lines(texts: Mapping[str, str]) -> dict[str, str]:
    """Browsers end lines in two characters, tables and other programs in one."""
    return {language: text.replace("\r\n", "\n") for language, text in texts.items()}
