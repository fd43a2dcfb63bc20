"""A dialogue at the stage of texts, whose sides have keys that a test can name."""

import pytest
from django.utils import timezone

from tests.record.conftest import CHINA, NATO
from tests.web import world
from tracktwo.record import Entry, Json, SigningKey, sealed, unsigned
from tracktwo_web.dialogues.models import Dialogue, Seat, Side
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.records.domain.sign import KEY_BEGUN, draft_next, enter

KEYS = {"nato": NATO, "china": CHINA}
BODY: dict[str, Json] = {"text": "joint-report", "hash": 64 * "a"}
ADOPTED = "text.adopted"


@pytest.fixture
def dialogue(db) -> Dialogue:
    return world.a_dialogue(stage="text")


@pytest.fixture
def nato(dialogue) -> Side:
    return dialogue.sides.get(code="nato")


@pytest.fixture
def china(dialogue) -> Side:
    return dialogue.sides.get(code="china")


@pytest.fixture
def seat(dialogue):
    """A seat by role and side."""

    def find(role: Role, side: str = "") -> Seat:
        return world.seat_of(dialogue, role, side)

    return find


@pytest.fixture
def begun(nato, china) -> None:
    """Both sides have shown their keys."""
    for side in (nato, china):
        enters(side, KEY_BEGUN, {})


def signs(
    side: Side, kind: str, body: dict[str, Json], *, key: SigningKey | None = None, now=None
) -> Entry:
    """What a side's head brings back signed."""
    key = key or KEYS[side.code]
    draft = draft_next(side, kind=kind, body=body, key=key.public, now=now or timezone.now())
    return sealed(draft, key.sign(unsigned(draft)))


def enters(side: Side, kind: str, body: dict[str, Json], *, key: SigningKey | None = None) -> Entry:
    """A side's next entry, signed and entered."""
    return enter(side, signs(side, kind, body, key=key), kind=kind, body=body, now=timezone.now())
