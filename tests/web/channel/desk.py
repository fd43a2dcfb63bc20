"""Browsers at a line whose two ends are on one server: one for each seat that a test needs."""

import datetime as dt
from dataclasses import dataclass, field

from django.test import Client
from django.urls import reverse

from tests.web import world
from tests.web.channel.ends import NOON
from tracktwo_web.channel.domain.exchange import exchange, within
from tracktwo_web.channel.domain.open import open_here
from tracktwo_web.channel.domain.send import send
from tracktwo_web.channel.domain.wording import Wording
from tracktwo_web.channel.models import Line, Message
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.roles import Role


@dataclass
class Desk:
    """Both ends, and browsers at them."""

    dialogue: Dialogue
    nato: Line
    china: Line
    sit: object
    known: dict[tuple[str, str], Client] = field(default_factory=dict)
    now: dt.datetime = NOON

    def at(self, role: Role, side: str = "") -> Client:
        """The browser of a seat."""
        key = role, side
        if key not in self.known:
            self.known[key] = self.sit(world.seat_of(self.dialogue, role, side))
        return self.known[key]

    def officer(self, side: str = "nato") -> Client:
        return self.at(Role.OFFICER, side)

    def carry(self) -> None:
        """What a commit would set off: both ends speak until neither has news."""
        exchange(self.nato, within(self.china, clock=self.clock), way="", clock=self.clock)
        self.nato.refresh_from_db()
        self.china.refresh_from_db()

    def clock(self) -> dt.datetime:
        self.now += dt.timedelta(seconds=1)
        return self.now

    def sends(self, line: Line, wording: Wording) -> Message:
        """A message as it is at the end that sent it, after it was carried over."""
        sent = send(line, wording, now=self.clock())
        self.carry()
        sent.refresh_from_db()
        return sent

    def there(self, sent: Message) -> Message:
        """The same message at the other end."""
        other = self.china if sent.line_id == self.nato.pk else self.nato
        return other.messages.get(code=sent.code)

    def url(self, name: str, *args: object) -> str:
        return reverse(name, args=[self.dialogue.id, *args])

    def page(self, client: Client, name: str, *args: object, **asked: str) -> str:
        """What a page says; only one that is shown."""
        answer = client.get(self.url(name, *args), asked)
        assert answer.status_code == 200, answer.status_code
        return answer.content.decode()

    def send(self, client: Client, name: str, *args: object, **entered: object) -> str:
        """What is said after a form was sent."""
        answer = client.post(self.url(name, *args), entered, follow=True)
        assert answer.status_code == 200, answer.status_code
        return answer.content.decode()


def a_desk(sit: object) -> Desk:
    """Both ends open, connected, and spoken; an officer on each side."""
    dialogue = world.a_dialogue(stage="channel")
    for code in world.SIDES:
        world.a_seat(dialogue, Role.OFFICER, code, label=f"{code}-watch")
    sides = [dialogue.sides.get(code=code) for code in world.SIDES]
    nato, china = open_here(*sides, ("NATO", "CHINA"), now=NOON)
    desk = Desk(dialogue, nato, china, sit)
    desk.carry()
    return desk
