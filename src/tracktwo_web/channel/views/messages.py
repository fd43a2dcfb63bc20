"""One message: its text in the languages of the dialogue, what became of it, what may be answered."""

import uuid
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo.channel.kinds import KINDS
from tracktwo_web.channel import queries, rules
from tracktwo_web.channel.accounts import accounts_in
from tracktwo_web.channel.composing import moments_in, offers_about
from tracktwo_web.channel.domain.answers import CannotBe
from tracktwo_web.channel.domain.read import mark_read
from tracktwo_web.channel.escorts import plan_in
from tracktwo_web.channel.meeting import meetings_of
from tracktwo_web.channel.models import Message
from tracktwo_web.channel.reading import is_known, said_in, steps_of, texts_of
from tracktwo_web.channel.telling import kind_name
from tracktwo_web.channel.views.page import READ, base_facts, try_change
from tracktwo_web.channel.watch import Shown
from tracktwo_web.dialogues.doors import StandingRequest, door


@require_http_methods(READ)
@door(rules.may_read)
def line_message(request: StandingRequest, message_id: uuid.UUID) -> HttpResponse:
    """A message, with its thread above and below."""
    message = queries.find_message(request.standing, message_id)
    facts = base_facts(request, message.line) | facts_of(request, message)
    return render(request, "channel/message.html", facts)


def facts_of(request: StandingRequest, message: Message) -> dict[str, object]:
    languages = request.standing.dialogue.languages
    said = said_in(message)[0] if is_known(message) else None
    thread = [Shown(one, kind_name(one.kind)) for one in queries.thread_of(message)]
    here = next((n for n, one in enumerate(thread) if one.message == message), 0)
    is_unread = not message.is_own and message.read is None and message.entry is not None
    return {
        "message": message,
        "kind": kind_name(message.kind),
        "texts": texts_of(message, languages) if said else (),
        "moments": moments_in(KINDS[message.kind].fields_of(said.type), said.fields)
        if said
        else (),
        "steps": steps_of(message, timezone.now()),
        "above": thread[:here],
        "below": thread[here + 1 :],
        "is_unread": is_unread,
        "is_ended": message.code in queries.ended_on(message.line),
        "meetings": meetings_of(message) if said else None,
        "plan": plan_in(message) if said else None,
        "has_accounts": message.kind == "EN" and accounts_in(message) is not None,
        "offers": offers_about(message) if rules.may_send(request.standing) else [],
    }


@require_http_methods(READ)
@door(rules.may_read)
def line_encounter(request: StandingRequest, message_id: uuid.UUID) -> HttpResponse:
    """Both accounts of the encounter that a message tells of."""
    message = queries.find_message(request.standing, message_id)
    accounts = accounts_in(message)
    if accounts is None:
        raise Http404
    facts = base_facts(request, message.line) | {"message": message, "accounts": accounts}
    return render(request, "channel/encounter.html", facts)


@require_POST
@door(rules.may_send)
def line_read(request: StandingRequest, message_id: uuid.UUID) -> HttpResponse:
    """Say, for the office, that its officer has read a message. That agrees to nothing."""
    message = queries.find_message(request.standing, message_id)
    try_change(request, partial(_mark, message), done=gettext("Marked as read."))
    return redirect("line_message", request.standing.dialogue.id, message.pk)


def _mark(message: Message) -> None:
    if mark_read(message, now=timezone.now()):
        return
    message.refresh_from_db()
    if message.is_own or message.read:
        raise CannotBe(
            gettext("There is nothing to mark: it is your own, or was marked as read before.")
        )
    raise CannotBe(gettext("Not marked: the line is not in order. Try again when it is."))


urls: list[URLPattern] = [
    path("line/messages/<uuid:message_id>/", line_message, name="line_message"),
    path("line/messages/<uuid:message_id>/encounter", line_encounter, name="line_encounter"),
    path("line/messages/<uuid:message_id>/read", line_read, name="line_read"),
]
