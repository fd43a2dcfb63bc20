"""How an author wishes to be named."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracktwo_web.dialogues.models import Seat
from tracktwo_web.kit.forms import Form, TextsField
from tracktwo_web.reports.domain.authors import offices_of
from tracktwo_web.reports.models import Consent, Wish

LONGEST_NAME, LONGEST_OFFICE = 120, 160


class ConsentForm(Form):
    """The wish of one seat; the name is asked for only where it is to be printed."""

    wish = forms.ChoiceField(
        label=_("How your seat is named in the report"),
        choices=Wish.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three.")},
    )
    name = forms.CharField(
        label=_("Your name, as it is printed"), required=False, max_length=LONGEST_NAME
    )
    who_sees: ClassVar = {
        "wish": _("Nobody sees your choice itself; the report shows what follows from it."),
        "name": _(
            "Everybody who reads the report sees it. It is kept only if you choose your name."
        ),
        "office": _("Everybody who reads the report sees it, beside your side."),
    }

    def __init__(self, seat: Seat, *args: Any, **options: Any) -> None:  # noqa: ANN401
        told: Consent | None = getattr(seat, "consent", None)
        languages = seat.dialogue.languages or ["en"]
        office = offices_of(seat, languages)
        options.setdefault(
            "initial",
            {"wish": told.wish, "name": told.name, "office": office | told.office}
            if told
            else {"office": office},
        )
        super().__init__(*args, **options)
        self.fields["office"] = TextsField(
            languages,
            label=_("Your office, as it is printed"),
            max_length=LONGEST_OFFICE,
            required=False,
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("wish") == Wish.NAME and not cleaned.get("name"):
            self.add_error(
                "name", gettext("Write your name, or choose to be named by your office.")
            )
        return cleaned
