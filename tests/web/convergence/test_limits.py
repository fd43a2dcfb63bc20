"""What a side states under seal: by its head, before anybody values, for nobody else to read."""

import pytest
from django.conf import settings as configured

from tests.web import world
from tests.web.convergence.making import (
    a_planned_round,
    a_released_round,
    an_option,
    opened,
    value_all,
)
from tracktwo_web.convergence.domain import limits as domain
from tracktwo_web.convergence.domain import rounds
from tracktwo_web.convergence.domain.conditions import Stated, add_joint_condition
from tracktwo_web.convergence.domain.limits import Own, limits_of
from tracktwo_web.convergence.models import Limits
from tracktwo_web.convergence.sealing import Unreadable
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.rounds.states import NotNow

pytestmark = pytest.mark.django_db


@pytest.fixture
def head(dialogue, sit):
    return sit(world.seat_of(dialogue, Role.HEAD, "nato"))


@pytest.fixture
def planned(dialogue):
    return a_planned_round(dialogue)


def at(one, path: str = "") -> str:
    return f"/d/{one.dialogue_id}/valuing/{one.id}/limits/{path}"


def nato(one):
    return one.dialogue.sides.get(code="nato")


def test_head_states_limits_and_takes_one_back(planned, head) -> None:
    head.post(at(planned), {"points": "-5"})
    head.post(at(planned, "new"), {"kind": "never", "stated": "yes", "options": ["norm"]})
    head.post(
        at(planned, "new"),
        {"kind": "needs", "stated": "yes", "first": "visits", "options": ["hotline", "notices"]},
    )
    stated = limits_of(planned, nato(planned))
    shown = head.get(at(planned)).content.decode()
    head.post(at(planned, "take-back"), {"mark": stated.conditions[0].mark})

    needs = Stated("needs", ("visits", "hotline", "notices"))
    assert stated == Own(-5, (Stated("never", ("norm",)), needs))
    assert "In no package: “A norm for cables”." in shown
    assert limits_of(planned, nato(planned)) == Own(-5, (needs,))


def test_kind_of_a_condition_stands_in_no_address(planned, head) -> None:
    """Addresses are what logs and histories keep."""
    asked = head.post(at(planned, "new"), {"kind": "at_most"})

    assert asked.status_code == 200
    assert 'name="limit"' in asked.content.decode()
    assert head.get(at(planned, "new")).status_code == 405


def test_same_condition_is_kept_once_and_taken_back_twice_without_harm(planned, head) -> None:
    never = Stated("never", ("norm",))
    for _ in range(2):
        domain.add_condition(planned, nato(planned), never)
    kept = limits_of(planned, nato(planned)).conditions

    answers = [
        head.post(at(planned, "take-back"), {"mark": never.mark}, follow=True) for _ in range(2)
    ]

    assert kept == (never,)
    assert "This condition is gone already." in answers[1].content.decode()


@pytest.mark.parametrize("points", ["101", "-101", "many", "1.5"])
def test_value_that_cannot_be_meant_is_asked_again(planned, head, points: str) -> None:
    answer = head.post(at(planned), {"points": points})

    assert answer.status_code == 200
    assert 'class="errors"' in answer.content.decode()
    assert limits_of(planned, nato(planned)) == Own()


def test_head_is_told_where_own_conditions_could_never_hold(dialogue, planned, head) -> None:
    add_joint_condition(dialogue, Stated("must", ("norm",)))

    answer = head.post(at(planned, "new"), {"kind": "never", "stated": "yes", "options": ["norm"]})

    assert "No package at all could hold this" in answer.content.decode()
    assert limits_of(planned, nato(planned)) == Own()


def test_clash_with_another_side_is_told_to_nobody(planned) -> None:
    """Otherwise stating conditions would be a way to ask for those of the other side."""
    domain.add_condition(
        planned, planned.dialogue.sides.get(code="china"), Stated("must", ("norm",))
    )

    domain.add_condition(planned, nato(planned), Stated("never", ("norm",)))

    assert limits_of(planned, nato(planned)).conditions == (Stated("never", ("norm",)),)


@pytest.mark.parametrize(
    ("role", "side", "status"),
    [
        (Role.HEAD, "nato", 200),
        (Role.SECRETARY, "nato", 200),
        (Role.MEMBER, "nato", 404),
        (Role.ADVISER, "nato", 404),
        (Role.SECRETARIAT, "", 404),
        (Role.OBSERVER, "", 404),
    ],
)
def test_limits_exist_for_head_and_secretary_alone(planned, sit, role, side, status) -> None:
    who = sit(world.seat_of(planned.dialogue, role, side))

    assert who.get(at(planned)).status_code == status
    assert who.post(at(planned), {"points": "1"}).status_code == (302 if status == 200 else 404)


def test_other_head_sees_and_changes_the_own_limits_only(planned, sit) -> None:
    domain.state_no_agreement(planned, nato(planned), 37)
    other = sit(world.seat_of(planned.dialogue, Role.HEAD, "china"))

    shown = other.get(at(planned)).content.decode()
    other.post(at(planned), {"points": "3"})

    assert 'value="37"' not in shown
    assert limits_of(planned, nato(planned)).no_agreement == 37


def test_limits_are_stated_before_the_opening_and_not_after(dialogue, planned, head) -> None:
    one = opened(planned)

    answers = [head.post(at(one), {"points": "9"}), head.post(at(one, "new"), {"kind": "never"})]

    assert [answer.status_code for answer in answers] == [403, 403]
    with pytest.raises(NotNow):
        domain.state_no_agreement(one, nato(one), 9)
    assert limits_of(one, nato(one)) == Own()


def test_nothing_is_stated_while_another_round_is_open(dialogue, planned) -> None:
    world.an_open_round(dialogue)

    with pytest.raises(NotNow):
        domain.state_no_agreement(planned, nato(planned), 9)


def test_whether_anything_is_stated_shows_in_no_row(planned) -> None:
    lengths = {len(row.sealed) for row in Limits.objects.all()}
    domain.state_no_agreement(planned, nato(planned), 37)
    for code in ("norm", "notices", "visits"):
        domain.add_condition(planned, nato(planned), Stated("at_most", (code,), 1))

    rows = list(Limits.objects.all())
    assert len(rows) == 2
    assert {len(row.sealed) for row in rows} == lengths


def test_limits_of_one_side_open_for_no_other_row(planned) -> None:
    domain.state_no_agreement(planned, nato(planned), 37)
    other = planned.dialogue.sides.get(code="china")
    stolen = Limits.objects.get(side=nato(planned)).sealed
    Limits.objects.filter(side=other).update(sealed=stolen)

    with pytest.raises(Unreadable):
        limits_of(planned, other)


def test_limits_open_with_the_servers_key_alone(planned, settings) -> None:
    domain.state_no_agreement(planned, nato(planned), 37)
    settings.SECRET_KEY = "another key, of a thief"

    with pytest.raises(Unreadable):
        limits_of(planned, nato(planned))
    settings.SECRET_KEY_FALLBACKS = ["a key for tests, known to everybody"]
    assert limits_of(planned, nato(planned)).no_agreement == 37
    assert configured.SECRET_KEY.startswith("another")


def test_packages_keep_to_the_limits(dialogue) -> None:
    planned = a_planned_round(dialogue)
    free = a_released_round(dialogue)
    for one in (planned,):
        domain.add_condition(one, nato(one), Stated("never", ("norm",)))
        value_all(opened(one))
    limited = rounds.release(
        rounds.close_round(planned),
        now=planned.dialogue.value_rounds.first().opened_at or free.released_at,
    )

    assert "norm" in free.found["nash"]["options"]
    assert "norm" not in limited.found["nash"]["options"]


def test_voiding_deletes_what_was_stated(planned) -> None:
    rounds.void(planned)

    assert Limits.objects.count() == 0


def test_heads_are_asked_until_the_round_is_opened(planned, head) -> None:
    home = f"/d/{planned.dialogue_id}/"
    before = head.get(home).content.decode()
    domain.state_no_agreement(planned, nato(planned), 3)
    after = head.get(home).content.decode()

    assert "State your side’s limits before options are valued." in before
    assert "Your side’s limits are stated." in after


def test_option_of_another_round_is_no_choice(dialogue, head) -> None:
    planned = a_planned_round(dialogue, an_option(dialogue), an_option(dialogue, "visits"))
    an_option(dialogue, "norm")

    answer = head.post(at(planned, "new"), {"kind": "never", "stated": "yes", "options": ["norm"]})

    assert "Select a valid choice" in answer.content.decode()
