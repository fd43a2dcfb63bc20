"""Parcels carried by hand, where no wire leads to the other node."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.channel import queries, rules
from tracktwo_web.channel.domain.parcels import make_parcel, take
from tracktwo_web.channel.forms.opening import ParcelForm
from tracktwo_web.channel.views.line import facts_of
from tracktwo_web.channel.views.page import READ
from tracktwo_web.channel.wire.listener import TYPE
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.kit.languages import said_to_reader

MOST_BY_HAND = 100_000
"""Entries in a parcel carried by hand: it goes once where a wire goes often."""


@require_http_methods(READ)
@door(rules.may_connect)
def line_pack(request: StandingRequest, line_id: uuid.UUID) -> HttpResponse:
    """What the other office lacks, as a file."""
    line = queries.find_line(request.standing, line_id)
    content = make_parcel(line, now=timezone.now(), most=MOST_BY_HAND)
    name = f"{line.office}-{line.peer}-{timezone.now():%Y%m%dT%H%M%SZ}.parcel"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, TYPE.decode(), headers=headers)


@require_POST
@door(rules.may_connect)
def line_unpack(request: StandingRequest, line_id: uuid.UUID) -> HttpResponse:
    """Take in what was carried here, and say what became of it."""
    line = queries.find_line(request.standing, line_id)
    form = ParcelForm(request.POST, request.FILES)
    if not form.is_valid():
        facts = facts_of(request, line) | {"parcel_form": form}
        return render(request, "channel/state.html", facts)
    taken = take(line, form.cleaned_data["parcel"], way="carried", now=timezone.now())
    if taken.refusal:
        told = {"why": said_to_reader(taken.refusal)}
        messages.warning(request, gettext("Not taken in, or not all of it: %(why)s") % told)
    else:
        done = ngettext(
            "%(n)s new entry was taken in.", "%(n)s new entries were taken in.", taken.new
        )
        messages.success(request, done % {"n": taken.new})
    return redirect("line_state", request.standing.dialogue.id, line.pk)


urls: list[URLPattern] = [
    path("line/<uuid:line_id>/parcel", line_pack, name="line_pack"),
    path("line/<uuid:line_id>/unpack", line_unpack, name="line_unpack"),
]
