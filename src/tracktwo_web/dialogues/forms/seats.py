"""The forms of seats and their invitations."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo_web.dialogues.domain.seats import SeatsPlan
from tracktwo_web.dialogues.models import Dialogue, Seat, Side
from tracktwo_web.dialogues.roles import OF_A_SIDE, SEATED, Role
from tracktwo_web.kit.forms import Form
from tracktwo_web.kit.languages import NAMES

SHORTEST_PASSPHRASE = 12
_ROLES = [(role.value, role.label) for role in Role if role in SEATED]


def language_field(languages: list[str]) -> forms.ChoiceField:
    """In which of the dialogue's languages a seat is written to."""
    return forms.ChoiceField(
        label=_("Language of the invitation"),
        choices=[(language, NAMES[language]) for language in languages],
    )


class SeatsForm(Form):
    """So many seats of one role."""

    role = forms.ChoiceField(label=_("Role"), choices=_ROLES, initial=Role.MEMBER)
    side = forms.ModelChoiceField(
        label=_("Side"),
        help_text=_("Leave empty for the neutral secretariat and for observers."),
        queryset=Side.objects.none(),
        required=False,
        empty_label=_("no side"),
    )
    count = forms.IntegerField(
        label=_("Number of seats"),
        min_value=1,
        max_value=200,
        initial=1,
        widget=forms.NumberInput(attrs={"class": "brief-field"}),
    )

    def __init__(self, dialogue: Dialogue, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["side"].queryset = dialogue.sides.order_by("position")  # type: ignore[attr-defined]
        self.fields["language"] = language_field(dialogue.languages)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        has_side = cleaned.get("role") in OF_A_SIDE
        if has_side and not cleaned.get("side") and "side" not in self.errors:
            self.add_error("side", _("Choose the side on which these delegates sit."))
        if not has_side and cleaned.get("side"):
            self.add_error("side", _("The secretariat and observers sit on no side."))
        return cleaned

    def plan(self) -> SeatsPlan:
        return SeatsPlan(
            role=Role(self.cleaned_data["role"]),
            count=self.cleaned_data["count"],
            side=self.cleaned_data["side"],
            language=self.cleaned_data["language"],
        )


class SeatForm(Form):
    """A seat's label, language and, where somebody wants it, address."""

    label = forms.CharField(
        label=_("Label"),
        help_text=_(
            "What you call this seat, such as N-03. Never a person’s name: who sits where is kept "
            "outside this platform, in your own hands."
        ),
        max_length=40,
        widget=forms.TextInput(attrs={"class": "brief-field"}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_(
            "It is used for reminders only, and it tells whoever can read the database "
            "whose seat this is. The platform works without it."
        ),
        required=False,
    )
    field_order = ("label", "language", "email")

    def __init__(self, seat: Seat, data: Any = None) -> None:  # noqa: ANN401 -- Django's
        initial = {"label": seat.label, "language": seat.language, "email": seat.email}
        super().__init__(data, initial=initial)
        self.fields["language"] = language_field(seat.dialogue.languages)
        self.order_fields(self.field_order)


class InvitationForm(Form):
    """How a link is issued: with a passphrase where it travels badly, by mail where one wants."""

    who_sees: ClassVar = {
        "passphrase": _("You, now. The server keeps only what it needs to test it.")
    }

    passphrase = forms.CharField(
        label=_("Passphrase"),
        help_text=_(
            "For a link that travels badly. Tell it to the person by another way than "
            "the link. It is not kept: nobody can look it up later."
        ),
        required=False,
        min_length=SHORTEST_PASSPHRASE,
        max_length=200,
        strip=True,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    send_to = forms.EmailField(
        label=_("Send the link to"),
        help_text=_(
            "The address is used once and not kept. The providers that carry the mail "
            "can read the link: choose a passphrase too, and leave it out of the mail."
        ),
        required=False,
    )
    known = forms.UUIDField(required=False, widget=forms.HiddenInput)


class SitForm(Form):
    """Sitting down: the passphrase the link has, or one chosen for the next time."""

    passphrase = forms.CharField(
        label=_("Passphrase"),
        help_text=_("You were given it, or have chosen it yourself when you first sat down."),
        required=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    new_passphrase = forms.CharField(
        label=_("A passphrase for the next time"),
        help_text=_(
            "At least 12 characters; a few words that belong to nobody’s sayings are good."
        ),
        required=False,
        min_length=SHORTEST_PASSPHRASE,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("The same passphrase again"),
        required=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, data: Any = None, *, asks_passphrase: bool) -> None:  # noqa: ANN401 -- Django's
        super().__init__(data)
        self.fields["passphrase"].required = asks_passphrase

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        new = cleaned.get("new_passphrase")
        if new is not None and new != cleaned.get("again", ""):
            self.add_error("again", _("The two passphrases are not the same."))
        return cleaned


class JoinForm(Form):
    """With which side a visitor feels at home, if with any."""

    side = forms.ModelChoiceField(
        queryset=Side.objects.none(), to_field_name="code", required=False
    )

    def __init__(self, dialogue: Dialogue, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.fields["side"].queryset = dialogue.sides.all()  # type: ignore[attr-defined]


class NoteForm(Form):
    """Something for one's own side to read."""

    who_sees: ClassVar = {
        "text": _("Only the delegates of your side. It does not say who wrote it.")
    }

    text = forms.CharField(
        label=_("A note for your side"),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
