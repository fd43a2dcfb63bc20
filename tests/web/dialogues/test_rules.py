"""Who may do what: every role, before, during and after a round."""

import pytest

from tests.web import world
from tracktwo_web.dialogues import rules
from tracktwo_web.dialogues.cookie import Sitting
from tracktwo_web.dialogues.domain.join import join
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.perceptions.models import Round
from tracktwo_web.rounds.states import RoundState

DELEGATES = {"head", "member", "adviser", "interpreter", "secretary"}
SEATED = DELEGATES | {"officer", "secretariat", "observer"}
ALL = SEATED | {"convenor", "public", "nobody"}
NEVER: frozenset[str] = frozenset()
PHASES = ("before", "during", "after")


def _always(*who: str) -> dict[str, set[str]]:
    return {phase: set(who) for phase in PHASES}


EXPECTED = {
    rules.is_present: _always(*(ALL - {"nobody"})),
    rules.is_convenor: _always("convenor"),
    rules.is_neutral: _always("convenor", "secretariat"),
    rules.is_seated: _always(*SEATED),
    rules.is_sitting: _always(*(SEATED | {"public"})),
    rules.is_delegate: _always(*DELEGATES),
    rules.is_head: _always("head"),
    rules.has_a_room: _always(*DELEGATES),
    rules.may_write_in_room: {"before": DELEGATES, "during": NEVER, "after": DELEGATES},
    rules.may_announce: _always("convenor", "secretariat"),
    rules.may_move_stage: {"before": {"convenor"}, "during": NEVER, "after": {"convenor"}},
    rules.may_change_sides: {"before": {"convenor"}, "during": NEVER, "after": NEVER},
    rules.may_remove_seats: {"before": {"convenor"}, "during": NEVER, "after": NEVER},
    rules.may_choose_passphrase: {"before": SEATED, "during": NEVER, "after": SEATED},
}


def _standing(dialogue: Dialogue, who: str) -> Standing:
    if who == "convenor":
        return Standing(dialogue, convenor=dialogue.convenor)
    if who == "public":
        return Standing(Dialogue(id=dialogue.id, is_open=True), join(dialogue, None))
    if who == "nobody":
        return Standing(dialogue)
    side = "nato" if who in DELEGATES | {"officer"} else ""
    seat = world.seat_of(dialogue, Role(who), side) or world.a_seat(dialogue, Role(who), side)
    key = seat.keys.get()
    return Standing(dialogue, Sitting(Root.drawn(), key=key.id), key)


def _let(dialogue: Dialogue, phase: str) -> None:
    if phase != "before":
        world.an_open_round(dialogue)
    if phase == "after":
        Round.objects.update(state=RoundState.RELEASED)


@pytest.mark.parametrize("phase", PHASES)
def test_rules_allow_whom_they_should(dialogue, phase) -> None:
    _let(dialogue, phase)
    standings = {who: _standing(dialogue, who) for who in ALL}

    allowed = {
        rule.__name__: {who for who, standing in standings.items() if rule(standing)}
        for rule in EXPECTED
    }

    assert allowed == {rule.__name__: by_phase[phase] for rule, by_phase in EXPECTED.items()}


def test_every_rule_of_the_module_is_in_this_matrix() -> None:
    written = {
        name
        for name, rule in vars(rules).items()
        if getattr(rule, "__module__", "") == rules.__name__
    }

    assert written == {rule.__name__ for rule in EXPECTED} | {"sits_on"}


@pytest.mark.parametrize("who", sorted(ALL))
def test_a_room_is_open_to_delegates_of_that_side_only(dialogue, who) -> None:
    standing = _standing(dialogue, who)

    entered = {side.code for side in dialogue.sides.all() if rules.sits_on(standing, side)}

    assert entered == ({"nato"} if who in DELEGATES else set())


def test_a_seat_with_a_passphrase_chooses_no_second_one(dialogue) -> None:
    standing = _standing(dialogue, "member")
    standing.key.has_passphrase = True

    assert not rules.may_choose_passphrase(standing)
