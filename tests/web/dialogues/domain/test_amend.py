"""Changing a dialogue's terms."""

from dataclasses import replace

import pytest

from tests.web import world
from tracktwo_web.dialogues.domain.amend import Terms, Weakened, amend
from tracktwo_web.dialogues.models import Attribution, Dialogue
from tracktwo_web.events.models import Event


def _terms(dialogue: Dialogue, **changes) -> Terms:
    as_it_is = Terms(
        dialogue.title,
        dialogue.note,
        dialogue.languages,
        dialogue.k,
        dialogue.attribution,
        dialogue.is_open,
    )
    return replace(as_it_is, **changes)


WEAKER = [
    ("k", {"k": 3}),
    ("attribution", {"attribution": Attribution.SIDE}),
    ("languages", {"languages": ["en", "zh"]}),
    ("is_open", {"is_open": True}),
]
STRONGER = [
    {"k": 7},
    {"title": {"en": "Another title"}, "note": {"en": "Said more clearly."}},
    {},
]


@pytest.fixture
def strict(db) -> Dialogue:
    return world.a_dialogue(k=5, attribution=Attribution.NONE)


@pytest.mark.parametrize(("term", "changes"), WEAKER)
def test_before_a_round_everything_may_change(strict, term, changes) -> None:
    changed = amend(strict, _terms(strict, **changes))

    assert getattr(changed, term) == changes[term]


@pytest.mark.parametrize(("term", "changes"), WEAKER)
def test_after_a_round_nothing_is_weakened(strict, term, changes) -> None:
    world.an_open_round(strict)

    with pytest.raises(Weakened) as refused:
        amend(strict, _terms(strict, **changes))

    assert set(refused.value.why) == {term}
    strict.refresh_from_db()
    assert getattr(strict, term) != changes[term]


@pytest.mark.parametrize("changes", STRONGER)
def test_after_a_round_protection_may_grow(strict, changes) -> None:
    world.an_open_round(strict)

    changed = amend(strict, _terms(strict, **changes))

    assert _terms(changed) == _terms(strict, **changes)


def test_after_a_round_attribution_may_become_stricter(db) -> None:
    dialogue = world.a_dialogue(attribution=Attribution.SIDE)
    world.an_open_round(dialogue)

    changed = amend(dialogue, _terms(dialogue, attribution=Attribution.NONE))

    assert changed.attribution == Attribution.NONE


def test_live_pages_are_told(dialogue) -> None:
    amend(dialogue, _terms(dialogue, k=4))

    events = Event.objects.filter(channel=dialogue.id.hex).values_list("kind", "data")
    assert list(events) == [("dialogue", {})]
