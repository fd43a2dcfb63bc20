"""A dialogue at the stage where maps are drawn, with its maps laid out."""

import pytest

from tests.web import world
from tracktwo_web.dialogues.models import Dialogue, Seat
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.influence.domain.drawing import add_concept, add_link
from tracktwo_web.influence.domain.maps import open_maps
from tracktwo_web.influence.models import Concept, Map


@pytest.fixture
def dialogue(db) -> Dialogue:
    made = world.a_dialogue(stage="risks")
    open_maps(made)
    return made


@pytest.fixture
def joint(dialogue) -> Map:
    return dialogue.maps.get(side=None)


@pytest.fixture
def nato(dialogue) -> Map:
    return dialogue.maps.get(side__code="nato")


@pytest.fixture
def china(dialogue) -> Map:
    return dialogue.maps.get(side__code="china")


@pytest.fixture
def seat(dialogue):
    """A seat by role and side."""

    def find(role: Role, side: str | None = None) -> Seat:
        return dialogue.seats.filter(role=role, side__code=side).order_by("label").first()

    return find


@pytest.fixture
def concept(joint):
    """Put a concept on the joint map, or on another."""

    def put(name: str, kind: str = "", on: Map | None = None) -> Concept:
        return add_concept(on or joint, {"en": name}, kind=kind).concepts[0]

    return put


@pytest.fixture
def drawn(concept, nato, china):
    """Both sides' maps: a measure, an action, a fear and a risk; they differ on what the measure does."""
    hotline, drills = concept("Hotline", "measure"), concept("Drills", "action")
    fear, risk = concept("Fear", "perception"), concept("Incident", "risk")
    for side, weight in ((nato, -0.7), (china, 0.3)):
        add_link(side, hotline.id, risk.id, weight=weight, low=weight - 0.1, high=weight + 0.1)
        add_link(side, drills.id, fear.id, weight=0.8)
        add_link(side, fear.id, risk.id, weight=0.6)
    add_link(china, fear.id, drills.id, weight=0.9)
    return {"hotline": hotline, "drills": drills, "fear": fear, "risk": risk}
