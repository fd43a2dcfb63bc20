"""Accepting the rules of procedure."""

from dataclasses import replace

import pytest

from tests.web import world
from tracktwo_web.dialogues.cookie import Sitting
from tracktwo_web.dialogues.domain.accept import Replaced, accept_rules
from tracktwo_web.dialogues.domain.convene import publish_procedure
from tracktwo_web.dialogues.domain.enter_later import enter_what_waits
from tracktwo_web.dialogues.domain.join import join
from tracktwo_web.dialogues.models import Acceptance, Dialogue
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.perceptions.domain.rounds import close_round


def _member(dialogue: Dialogue) -> Standing:
    key = world.seat_of(dialogue, Role.MEMBER, "nato").keys.get()
    return Standing(dialogue, Sitting(Root.drawn(), key=key.id), key)


def _entered(standing: Standing, version: int) -> bool:
    return Acceptance.objects.filter(seat=standing.seat, procedure__version=version).exists()


def test_acceptance_is_entered_when_no_round_is_open(dialogue) -> None:
    publish_procedure(dialogue, {"en": "Newer."})
    standing = _member(dialogue)

    sitting = accept_rules(standing, 2)

    assert (sitting, _entered(standing, 2)) == (standing.sitting, True)
    assert _member(dialogue).has_accepted


def test_acceptance_waits_in_the_cookie_while_a_round_is_open(dialogue) -> None:
    publish_procedure(dialogue, {"en": "Newer."})
    world.an_open_round(dialogue)
    standing = _member(dialogue)

    sitting = accept_rules(standing, 2)

    assert (sitting.accepted, _entered(standing, 2)) == (2, False)
    assert replace(standing, sitting=sitting).has_accepted


@pytest.mark.django_db(transaction=True)
def test_what_waited_is_entered_after_the_round(transactional_db) -> None:
    dialogue = world.a_dialogue()
    publish_procedure(dialogue, {"en": "Newer."})
    one = world.an_open_round(dialogue)
    standing = _member(dialogue)
    later = replace(standing, sitting=accept_rules(standing, 2))
    too_early = enter_what_waits(later)

    close_round(one)

    assert too_early is None
    assert enter_what_waits(later) == standing.sitting
    assert _entered(standing, 2)


def test_version_that_is_no_longer_in_force_is_not_accepted(dialogue) -> None:
    publish_procedure(dialogue, {"en": "Newer."})
    standing = _member(dialogue)

    with pytest.raises(Replaced):
        accept_rules(standing, 1)

    assert not _entered(standing, 2)


def test_visitor_accepts_by_joining_and_in_the_cookie_alone(db) -> None:
    dialogue = world.a_dialogue(is_open=True)
    rows = Acceptance.objects.count()

    visitor = Standing(dialogue, join(dialogue, None))
    accepted_before = visitor.has_accepted
    publish_procedure(dialogue, {"en": "Newer."})
    visitor = Standing(dialogue, visitor.sitting)
    asked_again = not visitor.has_accepted
    sitting = accept_rules(visitor, 2)

    assert (accepted_before, asked_again, sitting.accepted) == (True, True, 2)
    assert Acceptance.objects.count() == rows
