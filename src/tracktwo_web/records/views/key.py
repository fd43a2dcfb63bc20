"""The side's key: made, shown by the first entry of its log, changed by a later one."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from tracktwo.errors import RecordError
from tracktwo.record import KEY_CHANGED, LOG_REPLACES, fingerprint, public_bytes
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.models import Side
from tracktwo_web.kit.forms import Form
from tracktwo_web.kit.languages import said_to_reader
from tracktwo_web.records import queries, rules
from tracktwo_web.records.domain.sign import KEY_BEGUN, given_up
from tracktwo_web.records.signing import SigningStep, signing_step
from tracktwo_web.records.views.record import READ


class KeyForm(Form):
    """A public key, as `tracktwo record key` prints it."""

    key = forms.CharField(
        label=_("Public key"),
        max_length=200,
        help_text=_("It begins with ed25519: and holds no secret."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args: object, known: str | None, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.known = known

    def clean_key(self) -> str:
        given = str(self.cleaned_data["key"])
        try:
            public_bytes(given)
        except RecordError as wrong:
            raise forms.ValidationError(said_to_reader(wrong.message)) from None
        if given == self.known:
            raise forms.ValidationError(gettext("This is your side’s key already."))
        return given


@require_http_methods([*READ, "POST"])
@door(rules.may_sign)
def record_key(request: StandingRequest) -> HttpResponse:
    """Make a key or name one (`?key=` in the address), then sign that it is the side's."""
    side = request.standing.side
    assert side is not None  # a head sits on a side
    try:
        known = queries.key_of(side)
    except RecordError as wrong:
        return render(request, "records/key.html", {"refusal": said_to_reader(wrong.message)})
    if request.method == "POST" and known and request.GET.get("key") == known:
        return redirect("record", side.dialogue_id)  # the button was pressed twice
    form = KeyForm(request.GET if "key" in request.GET else None, known=known)
    step = _step(request, known, form.cleaned_data["key"]) if form.is_valid() else None
    if step and step.entry:
        messages.success(request, gettext("Your side’s key stands in the record."))
        return redirect("record", side.dialogue_id)
    facts = {
        "form": form,
        "step": step,
        "known": known,
        "fingerprint": fingerprint(known).split() if known else (),
        "side": side,
    }
    return render(request, "records/key.html", facts, status=step.status if step else 200)


@require_http_methods([*READ, "POST"])
@door(rules.may_sign)
def record_key_lost(request: StandingRequest) -> HttpResponse:
    """Begin a new log with a new key (`?key=` in the address): nobody can sign with the old one any more."""
    side = request.standing.side
    assert side is not None
    try:
        known = queries.key_of(side)
    except RecordError as wrong:
        return render(request, "records/key.html", {"refusal": str(wrong)})
    if known is None:
        return redirect("record_key", side.dialogue_id)
    if request.method == "POST" and request.GET.get("key") == known:
        return redirect("record", side.dialogue_id)  # the button was pressed twice
    form = KeyForm(request.GET if "key" in request.GET else None, known=known)
    step = _replacing(request, side, form.cleaned_data["key"]) if form.is_valid() else None
    if step and step.entry:
        messages.success(request, gettext("Your side’s new log is begun. Tell the other sides."))
        return redirect("record", side.dialogue_id)
    facts = {"form": form, "step": step, "is_lost": True, "known": known, "side": side}
    return render(request, "records/key.html", facts, status=step.status if step else 200)


def _replacing(request: StandingRequest, side: Side, key: str) -> SigningStep:
    words = gettext(
        "The key so far is lost. Your side begins a new log, which takes the place of the old one, and will sign with this key: %(fingerprint)s"
    )
    told = {"fingerprint": fingerprint(key)}
    return signing_step(
        request, kind=LOG_REPLACES, body=given_up(side), words=words % told, key=key
    )


def _step(request: StandingRequest, known: str | None, key: str) -> SigningStep:
    told = {"fingerprint": fingerprint(key)}
    if known is None:
        words = gettext("Your side begins its log and will sign with this key: %(fingerprint)s")
        return signing_step(request, kind=KEY_BEGUN, body={}, words=words % told, key=key)
    words = gettext(
        "From the next entry on, your side will sign with this new key: %(fingerprint)s"
    )
    return signing_step(request, kind=KEY_CHANGED, body={"key": key}, words=words % told)


urls: list[URLPattern] = [
    path("record/key/", record_key, name="record_key"),
    path("record/key/lost/", record_key_lost, name="record_key_lost"),
]
