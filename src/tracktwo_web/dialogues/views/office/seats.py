"""The seats, and the links that open them."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from tracktwo_web.dialogues.domain.keys import (
    ShownBefore,
    issue_keys,
    issue_next_key,
    live_key_id,
    revoke_keys,
)
from tracktwo_web.dialogues.domain.seats import Taken, add_seats, change_seat, remove_seat
from tracktwo_web.dialogues.doors import StandingRequest, door
from tracktwo_web.dialogues.forms.seats import InvitationForm, SeatForm, SeatsForm
from tracktwo_web.dialogues.invitations import Sheet, can_mail, sheet_of
from tracktwo_web.dialogues.models import Seat
from tracktwo_web.dialogues.queries import seats_of, seats_without_link
from tracktwo_web.dialogues.rules import is_convenor, may_remove_seats
from tracktwo_web.dialogues.views.office.page import office_page, seat_of


@require_http_methods(["GET", "HEAD", "POST"])
@door(is_convenor)
def office_seats(request: StandingRequest) -> HttpResponse:
    """All seats; on POST, more of them."""
    dialogue = request.standing.dialogue
    form = SeatsForm(dialogue, request.POST if request.method == "POST" else None)
    if form.is_valid():
        add_seats(dialogue, form.plan())
        messages.info(request, _("Seats added. Next, issue their links."))
        return redirect("office_seats", dialogue_id=dialogue.id)
    seats = seats_of(dialogue)
    waiting = sum(not known.has_link for known in seats)
    return office_page(request, "seats", "office_seats", form=form, seats=seats, waiting=waiting)


@require_http_methods(["GET", "HEAD", "POST"])
@door(is_convenor)
def office_links(request: StandingRequest) -> HttpResponse:
    """Links for all seats that have none, shown once, as sheets to print."""
    dialogue = request.standing.dialogue
    if request.method != "POST":  # what was shown here is not shown again
        return redirect("office_seats", dialogue_id=dialogue.id)
    invitations = issue_keys(seats_without_link(dialogue), now=timezone.now())
    if not invitations:
        messages.info(request, _("Every seat has its link already; a link is shown only once."))
        return redirect("office_seats", dialogue_id=dialogue.id)
    return _shown(request, [sheet_of(request, one) for one in invitations])


@require_http_methods(["GET", "HEAD", "POST"])
@door(is_convenor)
def office_seat(request: StandingRequest, seat_id: uuid.UUID) -> HttpResponse:
    """One seat: what it is called, and its link."""
    seat = seat_of(request, seat_id)
    form = SeatForm(seat, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            change_seat(seat, **form.cleaned_data)
        except Taken:
            form.add_error("label", _("Another seat has this label."))
        else:
            messages.info(request, _("Seat saved."))
            return redirect("office_seats", dialogue_id=seat.dialogue_id)
    return _seat_page(request, seat, form, InvitationForm())


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("passphrase")
@door(is_convenor)
def office_link(request: StandingRequest, seat_id: uuid.UUID) -> HttpResponse:
    """Issue a seat's link and show it, this once; send it where that is asked for."""
    seat = seat_of(request, seat_id)
    if request.method != "POST":  # what was shown here is not shown again
        return redirect("office_seat", dialogue_id=seat.dialogue_id, seat_id=seat.id)
    form = InvitationForm(request.POST)
    if not form.is_valid():
        return _seat_page(request, seat, SeatForm(seat), form)
    try:
        invitation = issue_next_key(
            seat,
            after=form.cleaned_data["known"],
            now=timezone.now(),
            passphrase=form.cleaned_data["passphrase"],
        )
    except ShownBefore:
        messages.warning(request, _("A link is shown only once. If you lost it, issue a new one."))
        return redirect("office_seat", dialogue_id=seat.dialogue_id, seat_id=seat.id)
    sheet = sheet_of(request, invitation)
    return _shown(request, [sheet], sent=_sent(sheet, form.cleaned_data["send_to"]))


@require_POST
@door(is_convenor)
def office_revoke(request: StandingRequest, seat_id: uuid.UUID) -> HttpResponse:
    """Close a seat: its link opens nothing any more, and whoever sits there is out."""
    seat = seat_of(request, seat_id)
    revoke_keys(seat, now=timezone.now())
    messages.info(request, _("The link is revoked. The seat is closed until you issue a new one."))
    return redirect("office_seat", dialogue_id=seat.dialogue_id, seat_id=seat.id)


@require_POST
@door(is_convenor)
def office_remove(request: StandingRequest, seat_id: uuid.UUID) -> HttpResponse:
    """Take a seat away, before the first round."""
    seat = seat_of(request, seat_id)
    try:
        remove_seat(seat)
    except Taken:
        messages.warning(request, _("After the first round a seat can be closed, not removed."))
    else:
        messages.info(request, _("Seat removed."))
    return redirect("office_seats", dialogue_id=request.standing.dialogue.id)


def _seat_page(
    request: StandingRequest, seat: Seat, form: SeatForm, invitation: InvitationForm
) -> HttpResponse:
    known = next(one for one in seats_of(request.standing.dialogue) if one.seat == seat)
    return office_page(
        request,
        "seat",
        "office_seats",
        known=known,
        seat=seat,
        form=form,
        invitation=invitation,
        live_key=live_key_id(seat),
        can_mail=can_mail(),
        may_remove=may_remove_seats(request.standing),
    )


def _shown(
    request: StandingRequest, sheets: list[Sheet], *, sent: bool | None = None
) -> HttpResponse:
    return office_page(request, "links", "office_seats", sheets=sheets, sent=sent)


def _sent(sheet: Sheet, address: str) -> bool | None:
    """Whether a mail went out; None where none was asked for. The link is shown in any case."""
    if not address or not can_mail():
        return None
    try:
        sheet.mail_to(address)
    except OSError:  # smtplib's errors are its children
        return False
    return True
