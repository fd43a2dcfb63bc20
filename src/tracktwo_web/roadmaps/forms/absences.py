"""What is entered about the days on which an office cannot sit: by hand, or from a calendar file."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo_web.kit.forms import Form
from tracktwo_web.roadmaps.absences_in import MOST_BYTES
from tracktwo_web.roadmaps.models import Plan

SHARES = (
    ("0.5", _("half of its office hours or more")),
    ("0.25", _("a quarter of its office hours or more")),
    ("1", _("all of its office hours")),
)
Span = tuple[date, date]


class AbsenceFileForm(Form):
    """A calendar file, and from when on a day counts as taken."""

    file = forms.FileField(
        label=_("Calendar file (.ics)"),
        help_text=_("Export it from a calendar program. It is read once and not kept."),
        widget=forms.ClearableFileInput(attrs={"accept": ".ics,text/calendar"}),
    )
    share = forms.ChoiceField(label=_("A day is taken where events take"), choices=SHARES)
    who_sees = {  # noqa: RUF012 -- as in other forms
        "file": _(
            "What the events are called, nobody sees: only the days are read, and you choose."
        )
    }

    def __init__(self, offices: list[tuple[str, str]], *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.fields["office"] = forms.ChoiceField(label=_("Office"), choices=offices)
        self.order_fields(("office", "file", "share"))

    def clean_file(self) -> Any:  # noqa: ANN401 -- as Django gives it
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                _("The file is larger than %(most)s MB. Export a shorter time."),
                params={"most": MOST_BYTES // 1_000_000},
            )
        return file


class SpansForm(Form):
    """The stretches of days that are noted: those that stay ticked."""

    def __init__(
        self,
        plan: Plan,
        offices: list[tuple[str, str]],
        *args: Any,  # noqa: ANN401 -- those of any form
        **options: Any,  # noqa: ANN401 -- those of any form
    ) -> None:
        super().__init__(*args, **options)
        self.plan = plan
        self.fields["office"] = forms.ChoiceField(choices=offices)
        self.fields["spans"] = forms.TypedMultipleChoiceField(coerce=_span, choices=())
        # Whatever days were read, they are days of the roadmap.
        told = self.data.getlist("spans") if hasattr(self.data, "getlist") else ()
        self.fields["spans"].choices = [  # type: ignore[attr-defined]
            (one, one) for one in told if self._is_within(one)
        ]

    def _is_within(self, told: str) -> bool:
        try:
            first, last = _span(told)
        except ValueError:
            return False
        return self.plan.first <= first <= last <= self.plan.last


def _span(told: str) -> Span:
    first, last = told.split("/")
    return date.fromisoformat(first), date.fromisoformat(last)
