"""One node of the demonstration: its dialogue with the seats of one side, and its end of the line."""

import base64
import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from tracktwo.channel.messages import Message as Said
from tracktwo.channel.messages.as_json import message_from
from tracktwo_web.accounts.domain.convenors import make_convenor
from tracktwo_web.channel.domain.open import card_of, connect, open_line, read_card
from tracktwo_web.channel.domain.parcels import make_parcel, take
from tracktwo_web.channel.domain.read import mark_read
from tracktwo_web.channel.domain.send import send
from tracktwo_web.channel.domain.wording import Wording
from tracktwo_web.channel.models import Line
from tracktwo_web.dialogues.domain.announce import announce
from tracktwo_web.dialogues.domain.convene import convene
from tracktwo_web.dialogues.domain.keys import issue_keys
from tracktwo_web.dialogues.domain.seats import SeatsPlan, add_seats
from tracktwo_web.dialogues.domain.stage import move_to_stage
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.operations.demo.example import read_example
from tracktwo_web.operations.demo.table import LANGUAGES, dialogue_plan, first_seat, sit_down
from tracktwo_web.operations.demo.texts import LINE_TITLE, LINE_WELCOME

JSON = dict[str, Any]
SEATS = ((Role.HEAD, 1), (Role.OFFICER, 2), (Role.ADVISER, 1))
CONVENOR = "convenor" + "@" + "localhost"


class Keeper:
    """Does what an officer of this node would have done by now."""

    def __init__(self, office: str, peer: str) -> None:
        self.office, self.peer = office, peer

    @transaction.atomic
    def begin(self) -> JSON:
        """Convene, seat this side alone, open the line; its card and the links to try."""
        now = timezone.now()
        plan = dialogue_plan(read_example(), title=LINE_TITLE, themes=[])
        dialogue = convene(plan, make_convenor(CONVENOR))
        move_to_stage(dialogue, "channel")
        side = dialogue.sides.get(code=self.office.lower())
        language = LANGUAGES[side.code]
        seats = [
            seat
            for role, count in SEATS
            for seat in add_seats(dialogue, SeatsPlan(role, count, side, language))
        ]
        seats += add_seats(dialogue, SeatsPlan(Role.SECRETARIAT))
        invitations = issue_keys(seats, now=now)
        sit_down(dialogue, first_seat(invitations, Role.SECRETARIAT))
        announce(dialogue, LINE_WELCOME)
        line = open_line(side, self.office, self.peer, now=now)
        shown = {
            "officer": first_seat(invitations, Role.OFFICER, side.code).secret,
            "head": first_seat(invitations, Role.HEAD, side.code).secret,
            "secretariat": first_seat(invitations, Role.SECRETARIAT).secret,
        }
        return {"card": card_of(line).as_text(), "secrets": shown}

    def connect(self, card: str, addresses: list[str]) -> JSON:
        connect(self._line(), read_card(card), addresses)
        return {}

    @transaction.atomic
    def say(self, message: JSON | None, at: dt.datetime) -> JSON:
        """Say what a message of the example says, if there is one, and put all that is new in a parcel."""
        if message is not None:
            said, _ = message_from(message)
            send(self._line(), _wording(said), now=at)
        parcel = make_parcel(self._line(), now=at)
        return {"parcel": base64.b64encode(parcel).decode()}

    @transaction.atomic
    def hear(self, parcel: str, at: dt.datetime, reads: str = "", read_at: str = "") -> JSON:
        """Take a parcel in, and read a message in it some minutes later."""
        taken = take(self._line(), base64.b64decode(parcel), way="", now=at)
        if reads:
            found = self._line().messages.get(code=reads)
            mark_read(found, now=dt.datetime.fromisoformat(read_at))
        return {"refusal": taken.refusal}

    def _line(self) -> Line:
        return Line.objects.select_related("side__dialogue").get()


def _wording(said: Said) -> Wording:
    return Wording(
        kind=said.kind,
        fields=said.fields,
        type=said.type,
        status=said.status,
        precedence=said.precedence,
        scope=said.scope,
        refs=tuple(map(str, said.refs)),
        copy_to=said.copy_to,
        thread=said.thread,
        releasability=said.releasability,
        note=said.note,
    )
