"""Arranging themes."""

import uuid

from tests.web import world
from tracktwo_web.dialogues.domain.themes import ThemePlan, arrange_themes, free_code
from tracktwo_web.perceptions.models import Statement


def test_themes_are_kept_renamed_added_and_put_in_order(dialogue) -> None:
    values = dialogue.themes.get()

    arrange_themes(
        dialogue,
        [ThemePlan({"en": "Trade"}), ThemePlan({"en": "Beliefs"}, values.id)],
    )

    arranged = list(dialogue.themes.order_by("position"))
    assert [(theme.code, str(theme)) for theme in arranged] == [
        ("trade", "Trade"),
        ("values", "Beliefs"),
    ]
    assert arranged[1] == values


def test_statement_of_a_theme_taken_out_stays(dialogue) -> None:
    world.a_statement(dialogue)

    arrange_themes(dialogue, [])

    assert list(Statement.objects.values_list("theme", flat=True)) == [None]


def test_theme_of_another_dialogue_is_not_moved_here(dialogue) -> None:
    other = world.a_dialogue(convenor=dialogue.convenor)
    foreign = other.themes.get()

    arrange_themes(dialogue, [ThemePlan({"en": "Taken"}, foreign.id)])

    foreign.refresh_from_db()
    assert (foreign.dialogue, str(foreign)) == (other, "Values")
    assert dialogue.themes.get().id not in (foreign.id, uuid.UUID(int=0))


def test_code_is_made_of_the_english_name_and_is_free() -> None:
    assert free_code({"en": "Trade & money"}, []) == "trade-money"
    assert free_code({"en": "Trade"}, ["trade", "trade-2"]) == "trade-3"
    assert free_code({"zh": "贸易"}, []) == "theme"
