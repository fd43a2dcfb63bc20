"""Convening a dialogue."""

import pytest

from tests.web import world
from tracktwo_web.dialogues.domain.convene import (
    DialoguePlan,
    SidePlan,
    convene,
    publish_procedure,
)
from tracktwo_web.dialogues.models import Dialogue

NORTH, SOUTH = SidePlan("north", {"en": "North"}), SidePlan("south", {"en": "South"})


def test_dialogue_is_convened_as_planned(db) -> None:
    plan = DialoguePlan(
        title={"en": "Water"},
        sides=[NORTH, SOUTH],
        k=4,
        procedure={"en": "Nobody is quoted."},
        themes=[("rights", {"en": "Rights"})],
    )

    made = convene(plan, world.a_user())

    assert (made.k, made.stage, made.is_open) == (4, "convene", False)
    assert list(made.sides.order_by("position").values_list("code", "position")) == [
        ("north", 0),
        ("south", 1),
    ]
    assert list(made.procedures.values_list("version", "text")) == [
        (1, {"en": "Nobody is quoted."})
    ]
    assert [str(theme) for theme in made.themes.all()] == ["Rights"]


@pytest.mark.parametrize("sides", [[], [NORTH], [NORTH, NORTH]])
def test_too_few_sides_are_refused(db, sides) -> None:
    with pytest.raises(ValueError, match="side"):
        convene(DialoguePlan(title={"en": "Water"}, sides=sides), world.a_user())

    assert Dialogue.objects.count() == 0


def test_rules_go_on_by_version_and_none_is_changed(dialogue) -> None:
    publish_procedure(dialogue, {"en": "Newer."})

    versions = dialogue.procedures.order_by("version").values_list("version", "text__en")
    assert list(versions) == [(1, "Nobody is quoted."), (2, "Newer.")]
