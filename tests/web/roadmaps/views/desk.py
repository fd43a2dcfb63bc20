"""Browsers at a roadmap: one for each seat that a test needs."""

from dataclasses import dataclass, field

from django.test import Client
from django.urls import reverse

from tests.web import world
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.roadmaps.models import Plan


@dataclass
class Desk:
    """The roadmap, and browsers at it."""

    plan: Plan
    sit: object
    known: dict[tuple[str, str], Client] = field(default_factory=dict)

    def at(self, role: Role, side: str = "") -> Client:
        """The browser of a seat."""
        key = role, side
        if key not in self.known:
            self.known[key] = self.sit(world.seat_of(self.plan.dialogue, role, side))
        return self.known[key]

    def head(self, side: str = "nato") -> Client:
        return self.at(Role.HEAD, side)

    @property
    def secretariat(self) -> Client:
        return self.at(Role.SECRETARIAT)

    def url(self, name: str, *args: object) -> str:
        return reverse(name, args=[self.plan.dialogue_id, *args])

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
