import pytest

from tests.web import world
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.influence.domain.maps import release_map
from tracktwo_web.influence.rules import may_draw, may_listen, may_release, may_see

DELEGATES = {Role.HEAD, Role.MEMBER, Role.ADVISER, Role.INTERPRETER, Role.SECRETARY}


def standing(dialogue, seat=None, convenor=None):
    key = seat.keys.select_related("seat__side").get() if seat else None
    return Standing(dialogue, key=key, convenor=convenor)


def everybody(dialogue):
    """Each seat as (role, side's code), and the convenor."""
    for seat in dialogue.seats.select_related("side"):
        yield (seat.role, seat.side.code if seat.side else ""), standing(dialogue, seat)
    yield ("convenor", ""), standing(dialogue, convenor=dialogue.convenor)


def test_sides_map_exists_for_its_own_delegates_alone_until_released(dialogue, nato):
    seeing = {who for who, one in everybody(dialogue) if may_see(one, nato)}
    assert seeing == {(role, "nato") for role in DELEGATES}

    release_map(nato)
    nato.refresh_from_db()

    assert {who for who, one in everybody(dialogue) if may_see(one, nato)} == {
        who for who, _ in everybody(dialogue)
    }


def test_joint_map_is_seen_by_all_and_drawn_by_delegates_and_the_secretariat(dialogue, joint):
    assert all(may_see(one, joint) for _, one in everybody(dialogue))
    assert {who[0] for who, one in everybody(dialogue) if may_draw(one, joint)} == {
        *DELEGATES,
        Role.SECRETARIAT,
        "convenor",
    }


def test_only_the_head_releases_and_nobody_draws_on_what_is_released(dialogue, nato):
    assert {who for who, one in everybody(dialogue) if may_release(one, nato)} == {
        (Role.HEAD, "nato")
    }

    release_map(nato)
    nato.refresh_from_db()

    assert not any(may_draw(one, nato) or may_release(one, nato) for _, one in everybody(dialogue))


@pytest.mark.parametrize("stage", ["convene", "perceive", "text", "roadmap", "channel", "report"])
def test_nothing_is_drawn_at_other_stages(dialogue, joint, nato, stage):
    dialogue.stage = stage
    dialogue.save()

    assert not any(may_draw(one, joint) or may_draw(one, nato) for _, one in everybody(dialogue))


def test_nothing_is_drawn_while_a_round_is_open(dialogue, joint, nato):
    world.an_open_round(dialogue)

    assert not any(may_draw(one, joint) or may_draw(one, nato) for _, one in everybody(dialogue))


def test_room_of_a_map_is_heard_by_those_who_see_the_map(dialogue, nato, seat):
    other = world.a_dialogue(convenor=world.a_user("another"))

    assert may_listen(standing(dialogue, seat(Role.MEMBER, "nato")), nato.id)
    assert not may_listen(standing(dialogue, seat(Role.MEMBER, "china")), nato.id)
    assert not may_listen(standing(dialogue, convenor=dialogue.convenor), nato.id)
    assert not may_listen(standing(other, convenor=other.convenor), nato.id)
