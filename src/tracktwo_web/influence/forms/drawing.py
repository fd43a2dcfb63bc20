"""What is entered about concepts and links where nobody draws with a mouse."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracktwo_web.dialogues.models import Side
from tracktwo_web.influence.domain.drawing import LONGEST_EVIDENCE, LONGEST_TEXT
from tracktwo_web.influence.models import Concept, Delay, Kind
from tracktwo_web.kit.forms import Form, TextsField, Words

STRENGTHS: tuple[tuple[str, Words], ...] = (
    ("0.9", _("strengthens very strongly (0.9)")),
    ("0.7", _("strengthens strongly (0.7)")),
    ("0.5", _("strengthens (0.5)")),
    ("0.3", _("strengthens weakly (0.3)")),
    ("0.1", _("strengthens very weakly (0.1)")),
    ("0", _("has no influence (0): we looked, and there is none")),
    ("-0.1", _("weakens very weakly (−0.1)")),
    ("-0.3", _("weakens weakly (−0.3)")),
    ("-0.5", _("weakens (−0.5)")),
    ("-0.7", _("weakens strongly (−0.7)")),
    ("-0.9", _("weakens very strongly (−0.9)")),
)


class ConceptForm(Form):
    """A concept's names, kind and side."""

    kind = forms.ChoiceField(label=_("Kind"), required=False)
    side = forms.ModelChoiceField(
        queryset=Side.objects.none(),
        label=_("Whose doing or belief"),
        required=False,
        to_field_name="code",
        empty_label=_("nobody’s in particular"),
    )

    def __init__(self, languages: Iterable[str], sides: Any, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.fields["texts"] = TextsField(languages, label=_("Name"), max_length=LONGEST_TEXT)
        self.fields["kind"].choices = [("", _("not said")), *Kind.choices]  # type: ignore[attr-defined]
        self.fields["side"].queryset = sides  # type: ignore[attr-defined]
        self.order_fields(["texts", "kind", "side"])


class LinkForm(Form):
    """What is said of a link between two given concepts."""

    weight = forms.TypedChoiceField(label=_("How it acts"), coerce=float, choices=STRENGTHS)
    low = forms.FloatField(label=_("At least"), required=False, min_value=-1, max_value=1)
    high = forms.FloatField(label=_("At most"), required=False, min_value=-1, max_value=1)
    delay = forms.ChoiceField(label=_("Felt after"), required=False)
    confidence = forms.FloatField(
        label=_("How sure, in percent"), required=False, min_value=0, max_value=100
    )
    evidence = forms.CharField(
        label=_("What speaks for it"),
        required=False,
        max_length=LONGEST_EVIDENCE,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    optional: ClassVar = ("low", "high", "delay", "confidence", "evidence")

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- those of any form
        super().__init__(*args, **options)
        self.fields["delay"].choices = [("", _("not said")), *Delay.choices]  # type: ignore[attr-defined]
        given = self.initial.get("weight")
        known = {value for value, _name in STRENGTHS}
        if given is not None and given not in known:
            own = (given, gettext("as drawn: %(weight)s") % {"weight": given})
            self.fields["weight"].choices = [own, *STRENGTHS]  # type: ignore[attr-defined]

    def clean_confidence(self) -> float | None:
        percent: float | None = self.cleaned_data["confidence"]
        return None if percent is None else percent / 100

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        weight, low, high = (said.get(name) for name in ("weight", "low", "high"))
        if weight is not None and low is not None and low > weight:
            self.add_error("low", gettext("This lies above what you say of the link itself."))
        if weight is not None and high is not None and high < weight:
            self.add_error("high", gettext("This lies below what you say of the link itself."))
        return said


class NewLinkForm(LinkForm):
    """A link between two concepts of a map."""

    source = forms.ModelChoiceField(
        queryset=Concept.objects.none(), label=_("What acts"), empty_label=_("choose")
    )
    target = forms.ModelChoiceField(
        queryset=Concept.objects.none(), label=_("What it acts on"), empty_label=_("choose")
    )

    def __init__(self, concepts: Any, *args: Any, **options: Any) -> None:  # noqa: ANN401 -- a query set
        super().__init__(*args, **options)
        for name in ("source", "target"):
            self.fields[name].queryset = concepts  # type: ignore[attr-defined]
        self.order_fields(["source", "weight", "target"])


class BringInForm(Form):
    """A file with a map."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "A table of source, target and weight, a matrix (CSV, XLSX), GraphML, Kumu JSON, DOT, Mermaid, or lines of text."
        ),
    )


class MatrixForm(Form):
    """A cross-impact matrix as a file."""

    file = forms.FileField(
        label=_("Table"),
        help_text=_(
            "A square CSV with “Driver=state” on both axes; each cell says how much the state of the row speaks for the state of the column, −3 to 3."
        ),
    )
