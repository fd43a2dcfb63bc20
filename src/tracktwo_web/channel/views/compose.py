"""Writing a message: the kind, its form, the text in each language before anything is sent, and sending."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tracktwo.channel.kinds import KINDS, FieldError, Kind, check_fields
from tracktwo.channel.messages import Precedence, Scope, Status, Type
from tracktwo.errors import InputError
from tracktwo_web.channel import queries, rules
from tracktwo_web.channel.composing import CALL_ANSWERS, may_write, preview_of
from tracktwo_web.channel.domain.answers import CannotBe
from tracktwo_web.channel.domain.send import require_fit
from tracktwo_web.channel.domain.send_once import SentMeanwhile, send_seen, sent_from
from tracktwo_web.channel.domain.wording import Wording
from tracktwo_web.channel.forms.envelope import EnvelopeForm
from tracktwo_web.channel.forms.said import SaidForm
from tracktwo_web.channel.groups import groups_of_kinds
from tracktwo_web.channel.models import Line, Message
from tracktwo_web.channel.reading import said_in
from tracktwo_web.channel.telling import STATUSES, kind_name
from tracktwo_web.channel.views.page import READ, base_facts
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.kit.languages import said_to_reader


@dataclass(frozen=True)
class Wish:
    """What somebody is about to write: a kind, what it does, and about which message."""

    line: Line
    kind: Kind
    type: Type
    about: Message | None

    @property
    def refs(self) -> tuple[str, ...]:
        return (self.about.code,) if self.about else ()

    @property
    def status(self) -> str:
        """What an answer is: as the message that it answers. Empty for what is new."""
        return self.about.status if self.about else ""


@require_http_methods(READ)
@door(rules.may_send)
def line_kinds(request: StandingRequest, line_id: uuid.UUID) -> HttpResponse:
    """The kinds of messages, by what they are for."""
    line = queries.find_line(request.standing, line_id)
    facts = base_facts(request, line, "new") | {"groups": groups_of_kinds()}
    return render(request, "channel/kinds.html", facts)


@require_http_methods([*READ, "POST"])
@door(rules.may_send)
def line_compose(request: StandingRequest, line_id: uuid.UUID, kind: str) -> HttpResponse:
    """Fill in, look at it as it will read, send. Nothing that was entered is lost on the way."""
    wish = _wish(request, queries.find_line(request.standing, line_id), kind)
    if request.method != "POST":
        said, envelope = _empty(request, wish)
        return _form(request, wish, said, envelope)
    go = request.POST.get("go", "preview")
    is_checked = go in ("preview", "send")
    said = _said_form(request, wish, add=go.partition("add:")[2], is_checked=is_checked)
    envelope = EnvelopeForm(wish.kind.code, request.POST, bound_to=wish.status)
    is_right = said.is_valid() & envelope.is_valid()
    if not is_checked or not is_right or not _is_allowed(wish, said):
        return _form(request, wish, said, envelope)
    wording = _wording(wish, said, envelope)
    if go == "send" and _is_sure(request, wording):
        return _send(request, wish, wording, said, envelope)
    return _preview(request, wish, wording, said, envelope, asks_again=go == "send")


def _wish(request: StandingRequest, line: Line, code: str) -> Wish:
    """What is asked for; `Http404` for what nobody may write."""
    asked = request.POST if request.method == "POST" else request.GET
    kind, about = KINDS.get(code), _about(request, line, asked.get("about", ""))
    type_ = next((one for one in Type if one.value == asked.get("type", "new")), None)
    if kind is None or type_ is None or not may_write(kind, type_, about):
        raise Http404
    return Wish(line, kind, type_, about)


def _about(request: StandingRequest, line: Line, told: str) -> Message | None:
    if not told:
        return None
    try:
        found = queries.find_message(request.standing, uuid.UUID(told))
    except ValueError:
        raise Http404 from None
    if found.line_id != line.pk:
        raise Http404
    return found


def _empty(request: StandingRequest, wish: Wish) -> tuple[SaidForm, EnvelopeForm]:
    """The forms as they are first shown: empty, or with what is to be replaced."""
    told: dict[str, Any] = {}
    precedence = wish.about.precedence if wish.about else Precedence.ROUTINE.value
    if wish.type is Type.UPDATE and wish.about:
        told = dict(said_in(wish.about)[0].fields)
    answer = request.GET.get("answer", "")
    if wish.kind.code == "CA" and answer in CALL_ANSWERS:
        told["answer"] = answer
    said = SaidForm(wish.kind.fields_of(wish.type), request.standing.dialogue.languages, told=told)
    envelope = EnvelopeForm(
        wish.kind.code, initial={"precedence": precedence}, bound_to=wish.status
    )
    return said, envelope


def _said_form(request: StandingRequest, wish: Wish, *, add: str, is_checked: bool) -> SaidForm:
    specs, languages = wish.kind.fields_of(wish.type), request.standing.dialogue.languages
    return SaidForm(specs, languages, request.POST, add=add, is_checked=is_checked)


def _is_allowed(wish: Wish, said: SaidForm) -> bool:
    """Whether the kind allows the fields; where it does not, the form says so at the field."""
    try:
        check_fields(wish.kind, said.said(), wish.type)
    except FieldError as wrong:
        said.refuse(wrong)
        return False
    return True


def _wording(wish: Wish, said: SaidForm, envelope: EnvelopeForm) -> Wording:
    entered = envelope.cleaned_data
    return Wording(
        wish.kind.code,
        said.said(),
        type=wish.type,
        status=envelope.status_entered(),
        precedence=Precedence(entered["precedence"]),
        scope=Scope(entered["scope"]),
        refs=wish.refs,
    )


def _is_sure(request: StandingRequest, wording: Wording) -> bool:
    """What is meant, and no exercise, is asked once more."""
    return wording.status is not Status.ACTUAL or request.POST.get("is_meant") == "yes"


def _preview(
    request: StandingRequest,
    wish: Wish,
    wording: Wording,
    said: SaidForm,
    envelope: EnvelopeForm,
    *,
    asks_again: bool,
) -> HttpResponse:
    now = timezone.now()
    try:
        require_fit(wish.line, wording, now)
    except (CannotBe, InputError) as wrong:
        said.add_error(None, _told(wrong))
        return _form(request, wish, said, envelope)
    entered = [(name, one) for name, all_of in request.POST.lists() for one in all_of]
    facts = _facts(request, wish) | {
        "preview": preview_of(wish.line, wording, request.standing.dialogue.languages, now),
        "entered": [one for one in entered if one[0] not in ("csrfmiddlewaretoken", "go", "seen", "is_meant")],
        "seen": sent_from(wish.line),
        "is_exercise": wording.status is Status.EXERCISE,
        "asks_meant": wording.status is Status.ACTUAL,
        "asks_again": asks_again,
    }  # fmt: skip
    return render(request, "channel/preview.html", facts)


def _send(
    request: StandingRequest, wish: Wish, wording: Wording, said: SaidForm, envelope: EnvelopeForm
) -> HttpResponse:
    told = request.POST.get("seen", "")
    seen = int(told) if told.isascii() and told.isdecimal() and len(told) < 10 else -1
    try:
        sent = send_seen(wish.line, wording, seen=seen, now=timezone.now())
    except SentMeanwhile:
        messages.warning(
            request,
            gettext("Not sent: another message has gone out from here since you looked. See whether it says the same; if it does not, send this one."),
        )  # fmt: skip
        return _preview(request, wish, wording, said, envelope, asks_again=False)
    except (CannotBe, InputError) as wrong:
        said.add_error(None, _told(wrong))
        return _form(request, wish, said, envelope)
    done = (
        gettext("It waits for the line, and goes out by itself.")
        if sent.entry is None
        else gettext("Sent as %(number)s.") % {"number": sent.code}
    )
    messages.success(request, done)
    return redirect("line_message", request.standing.dialogue.id, sent.pk)


def _told(wrong: CannotBe | InputError) -> str:
    return said_to_reader(wrong.message) if isinstance(wrong, InputError) else str(wrong)


def _form(
    request: StandingRequest, wish: Wish, said: SaidForm, envelope: EnvelopeForm
) -> HttpResponse:
    facts = _facts(request, wish) | {
        "said": said,
        "envelope": envelope,
        "rows": said.row_counts(),
        "zones": request.standing.dialogue.sides.order_by("position"),
    }
    return render(request, "channel/compose.html", facts)


def _facts(request: StandingRequest, wish: Wish) -> dict[str, object]:
    return base_facts(request, wish.line) | {
        "wish": wish,
        "kind": kind_name(wish.kind.code),
        "about": wish.about,
        "about_kind": kind_name(wish.about.kind) if wish.about else "",
        "status": STATUSES.get(wish.status, ""),
        "is_exercise": wish.status == Status.EXERCISE.value,
    }


urls: list[URLPattern] = [
    path("line/<uuid:line_id>/new/", line_kinds, name="line_kinds"),
    path("line/<uuid:line_id>/new/<str:kind>", line_compose, name="line_compose"),
]
