"""The forms of a silence: until when it is asked, and why a side breaks it."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracktwo_web.dialogues.forms.clocks import Moment, ZonedForm
from tracktwo_web.dialogues.models import Attribution, Dialogue
from tracktwo_web.kit.forms import Form

SHORTEST, LONGEST = dt.timedelta(hours=1), dt.timedelta(days=366)
LONGEST_REASON = 1000


class UntilForm(ZonedForm):
    """A moment on the clock of one of the sides, an hour from now at least."""

    until = Moment(
        label=_("Silence is asked until"),
        help_text=_("An hour from now at least; every side should be able to ask its capital."),
    )
    moments = ("until",)
    years = 2
    too_far = _("Choose a moment within a year.")
    who_sees: ClassVar = {
        "until": _("Everybody at the table sees it, each side in the time of its capital.")
    }

    def __init__(self, dialogue: Dialogue, now: dt.datetime, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(dialogue, *args, **options)
        self.now = now

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        until = cleaned.get("until")
        if until and until < self.now + SHORTEST:
            self.add_error("until", gettext("Choose a moment that is an hour from now at least."))
        elif until and until > self.now + LONGEST:
            self.add_error("until", gettext("Choose a moment within a year."))
        return cleaned


class BreakForm(Form):
    """On which passage a side cannot stay silent, and why."""

    unit = forms.ChoiceField(label=_("The passage to which your side cannot agree"))
    reason = forms.CharField(
        label=_("Why"), max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(
        self,
        dialogue: Dialogue,
        units: Iterable[tuple[str, str]],
        told: Any = None,  # noqa: ANN401
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(told, **options)
        unit: Any = self.fields["unit"]
        unit.choices = [("", gettext("Choose a passage")), *units]
        is_named = dialogue.attribution == Attribution.SIDE
        self.who_sees = {"reason": _NAMED if is_named else _UNNAMED}  # type: ignore[misc]


class TakeBackForm(Form):
    """Why the chair opens the draft again."""

    reason = forms.CharField(
        label=_("Why"), max_length=LONGEST_REASON, widget=forms.Textarea(attrs={"rows": 3})
    )
    who_sees: ClassVar = {"reason": _("Everybody at the table sees the reason.")}


_NAMED = _("Everybody at the table sees the passage, the reason and your side; never who wrote it.")
_UNNAMED = _(
    "Everybody at the table sees the passage and the reason. Your side is not named; where two sides "
    "sit, the other one knows all the same."
)
