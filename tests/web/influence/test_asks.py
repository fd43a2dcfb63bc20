from tests.web.influence.test_rules import standing
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.influence.asks import draw_own_map
from tracktwo_web.influence.domain.maps import release_map
from tracktwo_web.influence.models import Map


def test_delegates_are_asked_to_draw_until_their_map_is_released(dialogue, nato, seat):
    member = standing(dialogue, seat(Role.MEMBER, "nato"))

    assert draw_own_map(member).url == f"/d/{dialogue.id}/maps/{nato.id}/"
    release_map(nato)
    assert draw_own_map(member) is None


def test_whoever_comes_before_maps_are_laid_out_is_asked_to_begin(dialogue, seat):
    Map.objects.all().delete()

    asked = draw_own_map(standing(dialogue, seat(Role.MEMBER, "nato")))

    assert asked.url == f"/d/{dialogue.id}/maps/"


def test_secretariat_and_observer_are_asked_for_no_map(dialogue, seat):
    for role in (Role.SECRETARIAT, Role.OBSERVER):
        assert draw_own_map(standing(dialogue, seat(role))) is None
