"""A round as it is lived: delegates come in some order, read, accept, answer and remark."""

import random
from dataclasses import dataclass, field

import pytest
from django.test import Client

from tests.web import world
from tracktwo_web.dialogues.cookie import NAME, opened
from tracktwo_web.dialogues.domain.keys import issue_key
from tracktwo_web.dialogues.models import Acceptance, Dialogue, Seat
from tracktwo_web.dialogues.roles import VOICES, Role
from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.perceptions.models import Round
from tracktwo_web.perceptions.paper import forget_papers

EXTRA = 5
"""Members beyond those of the common world, on each side."""


@dataclass
class Lived:
    """A round, those who answer in it, and what only this test knows of them."""

    dialogue: Dialogue
    round: Round
    secrets: dict[Seat, str]
    came: list[Seat] = field(default_factory=list)
    browsers: dict[Seat, Client] = field(default_factory=dict)

    def root(self, seat: Seat) -> Root:
        return opened(self.browsers[seat].cookies[NAME].value).root

    def ballots(self) -> dict[bytes, Seat]:
        """Whose ballot is whose: what nobody may find out."""
        return {self.root(seat).ballot(self.round.id): seat for seat in self.came}

    def come(self, seat: Seat, rng: random.Random) -> None:
        """Open the link, accept the rules, look around, and answer every question."""
        browser = Client(headers={"host": "localhost"})
        base = f"/d/{self.dialogue.id}/"
        assert browser.post(f"/seat/{self.secrets[seat]}").status_code == 302
        assert browser.post(f"{base}rules", {"accept": "on", "version": "1"}).status_code == 302
        assert browser.get(base).status_code == 200
        for question in self.round.questions.all():
            answer = {
                "vote": rng.choice(["1", "0", "-1"]),
                "guess-china": rng.choice(["5", "35", "90"]),
                "guess-nato": rng.choice(["5", "35", "90"]),
                "mirror-china": rng.choice(["10", "45", "80"]),
                "mirror-nato": rng.choice(["10", "45", "80"]),
                "comment": f"A remark in the style of number {len(self.came)}.",
            }
            for kind in ("guess", "mirror"):
                del answer[f"{kind}-{seat.side.code}"]
            sent = browser.post(f"{base}rounds/{self.round.id}/answer/{question.id}/", answer)
            assert sent.status_code == 303, sent.content.decode()
        assert browser.get(f"{base}rounds/{self.round.id}/review/").status_code == 200
        self.browsers[seat] = browser
        self.came.append(seat)


@pytest.fixture
def lived(transactional_db) -> Lived:
    """A round that has just opened; nobody has come yet, nobody has accepted the rules."""
    forget_papers()
    dialogue = world.a_dialogue()
    for side in ("nato", "china"):
        for number in range(EXTRA):
            world.a_seat(dialogue, Role.MEMBER, side, label=f"{side}-extra-{number}")
    Acceptance.objects.all().delete()
    voices = list(dialogue.seats.filter(role__in=sorted(VOICES)).select_related("side"))
    now = world.timezone.now()
    secrets = {seat: issue_key(seat, now=now).secret for seat in voices}
    return Lived(dialogue, world.an_open_round(dialogue, asks_mirror=True), secrets)


@pytest.fixture
def answered(lived: Lived) -> Lived:
    """The round after everybody has come, in an order drawn by lot."""
    rng = random.Random(20)
    seats = list(lived.secrets)
    rng.shuffle(seats)
    for seat in seats:
        lived.come(seat, rng)
    return lived
