"""Opening a line, taking the other office's card, taking a parcel that was carried by hand."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracktwo.channel.line.parcel import MOST_BYTES
from tracktwo.channel.messages.series import require_office
from tracktwo.errors import InputError
from tracktwo_web.channel.domain.answers import CannotBe
from tracktwo_web.channel.domain.open import Card, read_card
from tracktwo_web.channel.models import LONGEST_OFFICE
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.kit.forms import Form
from tracktwo_web.kit.languages import in_reader_language, said_to_reader

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

LONGEST_CARD = 20_000
MOST_WAYS = 4
_WAY = re.compile(r"(\[[0-9A-Fa-f:]+\]|[A-Za-z0-9.-]{1,180}):([1-9][0-9]{0,4})", re.ASCII)
_HIGHEST_PORT = 65_535


class OfficeField(forms.CharField):
    """The code of an office."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401
        attributes = {"class": "brief-field", "autocapitalize": "characters"}
        widget = forms.TextInput(attrs=attributes)
        told = _("Up to twelve capital letters and digits, such as NATO. Never a person’s name.")
        options |= {"widget": widget, "help_text": told}
        super().__init__(max_length=LONGEST_OFFICE, **options)

    def clean(self, value: Any) -> str:  # noqa: ANN401
        office = str(super().clean(value)).upper()
        try:
            require_office(office)
        except InputError as wrong:
            raise forms.ValidationError(said_to_reader(wrong.message)) from None
        return office


class OwnEndForm(Form):
    """One's own end: what one's office is called on the line, and the other."""

    office = OfficeField(label=_("Your office"))
    peer = OfficeField(label=_("The other office"))


class BothEndsForm(Form):
    """Both ends on this server: the office of each side."""

    def __init__(self, dialogue: Dialogue, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.sides = list(dialogue.sides.order_by("position"))[:2]
        for side in self.sides:
            label = _("Office of: %(side)s") % {"side": in_reader_language(side.names)}
            self.fields[f"office_{side.code}"] = OfficeField(label=label)

    def offices(self) -> tuple[str, str]:
        """Their codes, once the form is valid."""
        first, second = (self.cleaned_data[f"office_{side.code}"] for side in self.sides)
        return first, second


class CardForm(Form):
    """The other office's card, and the ways to its node."""

    card = forms.CharField(
        label=_("The card of the other office"),
        help_text=_("Put in the text of the file that they gave you."),
        max_length=LONGEST_CARD,
        widget=forms.Textarea(attrs={"rows": 6, "class": "places", "spellcheck": "false"}),
    )
    ways = forms.CharField(
        label=_("Ways to its node"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2, "class": "places", "spellcheck": "false"}),
        help_text=_("One a line as HOST:PORT, the one to be tried first on top. None where parcels are carried by hand."),
    )  # fmt: skip
    who_sees: ClassVar[Mapping[str, Any]] = {
        "ways": _("Your side, and those who run the dialogue, see the ways.")
    }

    def clean_card(self) -> Card:
        try:
            return read_card(self.cleaned_data["card"])
        except CannotBe as wrong:
            raise forms.ValidationError(str(wrong)) from None

    def clean_ways(self) -> list[str]:
        ways = [one.strip() for one in self.cleaned_data["ways"].splitlines() if one.strip()]
        for one in ways:
            found = _WAY.fullmatch(one)
            if found is None or int(found[2]) > _HIGHEST_PORT:
                raise forms.ValidationError(
                    gettext("“%(way)s” is no way: write it as HOST:PORT.") % {"way": one[:60]}
                )
        if len(ways) > MOST_WAYS:
            raise forms.ValidationError(gettext("Name %(n)s ways at the most.") % {"n": MOST_WAYS})
        return ways


class ParcelForm(Form):
    """A parcel that was carried by hand."""

    parcel = forms.FileField(label=_("Parcel from the other office"), max_length=200)

    def clean_parcel(self) -> bytes:
        file: UploadedFile[Any] = self.cleaned_data["parcel"]
        if file.size is None or file.size > MOST_BYTES:
            raise forms.ValidationError(
                gettext("A parcel has at most %(n)s MB.") % {"n": MOST_BYTES // 2**20}
            )
        content: bytes = file.read()
        return content
