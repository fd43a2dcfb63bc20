"""What is entered about an item, and what is said for a step of it."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.roadmap import ItemStep
from tracktwo_web.kit.forms import Form, TextsField
from tracktwo_web.kit.languages import in_reader_language, reader_language
from tracktwo_web.roadmaps.domain.items import Entry, mark_of
from tracktwo_web.roadmaps.domain.steps import Said
from tracktwo_web.roadmaps.frame import frame_from
from tracktwo_web.roadmaps.models import Item, Plan
from tracktwo_web.roadmaps.queries import meetings_of
from tracktwo_web.roadmaps.telling import stream_choices

EVERYBODY = _("Everybody at the table reads the roadmap, observers included.")
LONGEST, LONGEST_EVIDENCE = 500, 1000
NOBODY = ("", _("nobody yet"))
DAY = {"type": "date"}


def day_field(**options: Any) -> forms.DateField:  # noqa: ANN401
    """A day, as browsers offer it."""
    return forms.DateField(
        widget=forms.DateInput(attrs={**DAY, "class": "brief-field"}, format="%Y-%m-%d"), **options
    )


def lead_fields(plan: Plan) -> dict[str, forms.ChoiceField]:
    """By the code of each side: which of its offices leads."""
    offices, language = frame_from(plan.frame).offices, reader_language()
    fields = {}
    for side in plan.dialogue.sides.order_by("position"):
        choices = [(one.office, one.name(language)) for one in offices if one.party == side.code]
        label = _("Who leads: %(side)s") % {"side": in_reader_language(side.names)}
        fields[side.code] = forms.ChoiceField(
            label=label, choices=[NOBODY, *choices], required=False
        )
    return fields


class ItemForm(Form):
    """An item in the dialogue's languages."""

    as_read = forms.CharField(required=False, widget=forms.HiddenInput)
    theme = forms.CharField(
        label=_("Theme"), max_length=120, required=False, help_text=_("Such as: Channels.")
    )
    area = forms.CharField(label=_("Area of cooperation"), max_length=120, required=False)
    start = day_field(label=_("Not before"), required=False)
    due = day_field(label=_("Due on"), required=False)
    measures = forms.CharField(
        label=_("Measures it takes up"),
        max_length=400,
        required=False,
        help_text=_("Short names from the report or the map, parted by commas."),
    )
    who_sees: ClassVar[Mapping[str, Any]] = {"deliverable": EVERYBODY}

    def __init__(self, plan: Plan, *args: Any, item: Item | None = None, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.plan = plan
        self._add_texts()
        self.fields["stream"] = forms.ChoiceField(label=_("Stream"), choices=stream_choices())
        self.leads = self._add_leads()
        self._add_choices(item)
        self.order_fields(
            (
                *("as_read", "deliverable", "done_when", "reciprocity", "theme", "area", "stream"),
                *self.leads.values(),
                *("start", "due", "meetings", "depends", "measures"),
            )
        )

    def _add_texts(self) -> None:
        for name, label, help_text, required in (
            ("deliverable", _("What is to be delivered"), "", True),
            (
                "done_when",
                _("How one knows that it is done"),
                _("Something both sides can see, such as: six calls in a row were answered."),
                False,
            ),
            (
                "reciprocity",
                _("What one side does when the other does what"),
                "",
                False,
            ),
        ):
            self.fields[name] = TextsField(
                self.plan.dialogue.languages,
                label=label,
                help_text=help_text,
                required=required,
                max_length=LONGEST,
            )

    def _add_leads(self) -> dict[str, str]:
        """A choice of offices for each side; the names of the fields by the side's code."""
        fields = lead_fields(self.plan)
        self.fields.update({f"lead_{code}": field for code, field in fields.items()})
        return {code: f"lead_{code}" for code in fields}

    def _add_choices(self, item: Item | None) -> None:
        others = [one for one in self.plan.items.order_by("position") if one != item]
        for name, label, choices in (
            (
                "meetings",
                _("Meetings that serve it"),
                [(one.code, str(one)) for one in meetings_of(self.plan)],
            ),
            (
                "depends",
                _("Items that must be delivered before it"),
                [(one.code, str(one)) for one in others],
            ),
        ):
            if choices:
                self.fields[name] = forms.MultipleChoiceField(
                    label=label,
                    choices=choices,
                    required=False,
                    widget=forms.CheckboxSelectMultiple,
                )

    def clean(self) -> dict[str, Any]:
        entered = super().clean() or self.cleaned_data
        start, due = entered.get("start"), entered.get("due")
        if start and due and due < start:
            self.add_error("due", _("This is before the day on which it may begin."))
        return entered

    def entry(self) -> Entry:
        """What was entered, once it is valid."""
        entered = self.cleaned_data
        leads = {code: entered[name] for code, name in self.leads.items() if entered[name]}
        measures = (one.strip() for one in entered["measures"].replace("，", ",").split(","))
        return Entry(
            entered["deliverable"],
            entered["done_when"],
            entered["reciprocity"],
            theme=entered["theme"],
            area=entered["area"],
            stream=entered["stream"],
            lead=leads,
            meetings=tuple(entered.get("meetings", ())),
            depends=tuple(entered.get("depends", ())),
            measures=tuple(filter(None, measures)),
            start=entered["start"],
            due=entered["due"],
        )


def initial_of(item: Item) -> dict[str, Any]:
    """What the form shows of an item that is to be changed."""
    names = ("deliverable", "done_when", "reciprocity", "theme", "area", "stream")
    told: dict[str, Any] = {name: getattr(item, name) for name in names}
    told |= {f"lead_{code}": office for code, office in item.lead.items()}
    return told | {
        "as_read": mark_of(item),
        "meetings": item.meetings,
        "depends": item.depends,
        "measures": ", ".join(item.measures),
        "start": item.start,
        "due": item.due,
    }


class StepForm(Form):
    """What is said for a step: only what the step asks for."""

    who_sees: ClassVar[Mapping[str, Any]] = {"reason": EVERYBODY, "evidence": EVERYBODY}

    def __init__(self, plan: Plan, step: ItemStep, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        if step in (ItemStep.SLIP, ItemStep.DROP, ItemStep.REVIVE):
            self.fields["reason"] = TextsField(
                plan.dialogue.languages, label=_("Why"), max_length=LONGEST
            )
        if step is ItemStep.SLIP:
            self.fields["new_due"] = day_field(label=_("The new date"))
        if step is ItemStep.DELIVER:
            self.fields["evidence"] = forms.CharField(
                label=_("What shows that it is delivered"),
                max_length=LONGEST_EVIDENCE,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def said(self) -> Said:
        """What was entered, once it is valid."""
        entered = self.cleaned_data
        return Said(entered.get("reason", {}), entered.get("evidence", ""), entered.get("new_due"))
