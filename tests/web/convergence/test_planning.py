"""A package becomes items of the roadmap, in one step, all of them or none."""

import re

import pytest

from tests.web import world
from tests.web.convergence.making import a_released_round
from tests.web.roadmaps.making import LEADS, a_plan
from tracktwo_web.convergence.models import Planned
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.roadmaps.domain.items import take_back_item
from tracktwo_web.roadmaps.models import JointStep

pytestmark = pytest.mark.django_db
COMMON = {
    "stream": "military",
    "due": "2022-12-01",
    "lead_nato": LEADS["nato"],
    "lead_china": LEADS["china"],
}


@pytest.fixture
def round_with_plan(dialogue):
    one = a_released_round(dialogue)
    dialogue.stage = "roadmap"
    dialogue.save()
    return one, a_plan(dialogue)


def at(one, package: str = "nash") -> str:
    return f"/d/{one.dialogue_id}/valuing/{one.id}/packages/{package}/plan"


def words(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def proposed(plan):
    return list(plan.items.filter(state="proposed").order_by("position"))


def test_head_puts_a_package_on_the_roadmap_in_the_name_of_the_side(round_with_plan, sit) -> None:
    one, plan = round_with_plan
    head = sit(world.seat_of(one.dialogue, Role.HEAD, "china"))

    asked = words(head.get(at(one)))
    answer = head.post(at(one), COMMON, follow=True)

    assert "becomes an item that Chinese experts proposes" in asked
    assert "4 items are proposed on the roadmap." in words(answer)
    items = proposed(plan)
    assert [item.deliverable["en"] for item in items] == [
        "A tested line.", "Port visits.", "Notice of exercises.", "A norm for cables.",
    ]  # fmt: skip
    assert [item.measures for item in items] == [["hotline"], ["visits"], ["notices"], ["norm"]]
    assert {(item.side.code, item.stream, item.due.isoformat()) for item in items} == {
        ("china", "military", "2022-12-01")
    }
    assert all(item.lead == LEADS and set(item.deliverable) == {"en", "fr", "zh"} for item in items)
    steps = JointStep.objects.filter(item__in=items)
    assert [(each.step, each.agreed) for each in steps] == [("agree", ["china"])] * 4


def test_secretariat_puts_it_there_in_its_own_name(round_with_plan, sit) -> None:
    one, plan = round_with_plan
    sit(world.seat_of(one.dialogue, Role.SECRETARIAT)).post(at(one), COMMON)

    items = proposed(plan)
    assert [item.side for item in items] == [None] * 4
    assert set(JointStep.objects.filter(item__in=items).values_list("side", flat=True)) == {None}


def test_member_proposes_without_speaking_for_the_side(round_with_plan, sit) -> None:
    one, plan = round_with_plan
    sit(world.seat_of(one.dialogue, Role.MEMBER, "nato")).post(at(one), COMMON)

    steps = JointStep.objects.filter(item__in=proposed(plan))
    assert [each.agreed for each in steps] == [[]] * 4


def test_package_is_put_on_the_roadmap_once(round_with_plan, sit) -> None:
    one, plan = round_with_plan
    head = sit(world.seat_of(one.dialogue, Role.HEAD, "nato"))
    head.post(at(one), COMMON)

    answer = head.post(at(one), COMMON)

    assert "This package was proposed for the roadmap before." in words(answer)
    assert (len(proposed(plan)), Planned.objects.count()) == (4, 1)


def test_package_of_which_nothing_is_left_is_proposed_again(round_with_plan, sit) -> None:
    one, plan = round_with_plan
    head = sit(world.seat_of(one.dialogue, Role.HEAD, "nato"))
    head.post(at(one), COMMON)
    first, *others = proposed(plan)
    for item in others:
        take_back_item(item)
    too_early = words(head.post(at(one), COMMON))
    take_back_item(first)

    asked = words(head.get(at(one)))
    head.post(at(one), COMMON)

    assert "for the roadmap before. Nothing of it is left there" not in too_early
    assert "Nothing of it is left there; it can be proposed again." in asked
    assert sorted(Planned.objects.get().items) == sorted(str(item.id) for item in proposed(plan))
    assert len(proposed(plan)) == 4


def test_nothing_is_proposed_where_one_item_cannot_be(round_with_plan, sit) -> None:
    one, plan = round_with_plan
    head = sit(world.seat_of(one.dialogue, Role.HEAD, "nato"))

    outside = words(head.post(at(one), COMMON | {"due": "2031-01-01"}))
    strange = words(head.post(at(one), COMMON | {"lead_nato": LEADS["china"]}))

    assert "This day is outside the time of the roadmap." in outside
    assert "Select a valid choice" in strange
    assert (proposed(plan), Planned.objects.count()) == ([], 0)


@pytest.mark.parametrize("role", [Role.SECRETARY, Role.INTERPRETER, Role.OBSERVER])
def test_others_put_no_package_on_the_roadmap(round_with_plan, sit, role) -> None:
    one, plan = round_with_plan
    seat = world.seat_of(one.dialogue, role, "" if role == Role.OBSERVER else "nato")

    browser = sit(seat)
    answer = browser.post(at(one), COMMON)

    assert (answer.status_code, proposed(plan)) == (403, [])
    assert "Put it on the roadmap" not in words(browser.get(at(one).replace("nash/plan", "")))


def test_way_there_is_shown_once_there_is_a_roadmap(round_with_plan, sit) -> None:
    one, plan = round_with_plan
    head = sit(world.seat_of(one.dialogue, Role.HEAD, "nato"))
    packages = at(one).replace("nash/plan", "")

    shown = words(head.get(packages))
    plan.delete()

    assert "Put it on the roadmap" in shown
    assert "Put it on the roadmap" not in words(head.get(packages))
    assert head.get(at(one)).status_code == 404


def test_nothing_is_put_there_at_another_stage(round_with_plan, sit) -> None:
    one, plan = round_with_plan
    one.dialogue.stage = "text"
    one.dialogue.save()

    answer = sit(world.seat_of(one.dialogue, Role.HEAD, "nato")).post(at(one), COMMON)

    assert (answer.status_code, proposed(plan)) == (403, [])


def test_package_that_is_not_there_is_not_found(round_with_plan, sit) -> None:
    one, _ = round_with_plan
    head = sit(world.seat_of(one.dialogue, Role.HEAD, "nato"))

    assert head.get(at(one, "egalitarian")).status_code == 404
