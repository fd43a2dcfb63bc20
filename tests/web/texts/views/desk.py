"""Who writes: browsers of every role at one text, and what they send."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.web import world
from tracktwo.text.languages.concordance import source_hash
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.texts.models import JointText
from tracktwo_web.texts.queries import text_now

DELEGATES = (Role.HEAD, Role.MEMBER, Role.ADVISER, Role.INTERPRETER, Role.SECRETARY)
PASSAGE = ("u1", "en")
STANDS = "The sides meet every year."


@dataclass(frozen=True)
class Desk:
    """One text, and a way to its addresses for whoever sits down."""

    text: JointText
    sit: Callable[..., Client]

    def at(self, role: Role, side: str = "") -> Client:
        return self.sit(world.seat_of(self.text.dialogue, role, side))

    def to(self, name: str, *parts: object) -> str:
        return reverse(name, args=[self.text.dialogue_id, self.text.id, *parts])

    def was(self, unit: str = "u1", language: str = "en") -> str:
        self.text.refresh_from_db()
        return source_hash(text_now(self.text).unit(unit).texts.get(language, ""))

    def types(self, client: Client, words: str, *, seen: int = 0, **more: object) -> HttpResponse:
        """One saving of the field in the browser."""
        told = {"words": words, "seen": seen, "was": self.was()} | more
        address = self.to("text_draft", *PASSAGE)
        return client.post(address, told, content_type="application/json")
