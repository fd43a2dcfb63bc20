"""The life of a round in which options are valued, step by step, and the secretariat's hand on it."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from tests.web import world
from tests.web.convergence.making import (
    APART,
    CODES,
    a_closed_round,
    a_planned_round,
    a_released_round,
    all_options,
    an_open_round,
    an_option,
    value_all,
)
from tracktwo_web.convergence.domain import clock, rounds
from tracktwo_web.convergence.domain.conditions import Stated, add_joint_condition
from tracktwo_web.convergence.models import OwnView, Valuation
from tracktwo_web.dialogues.bindings import is_bound
from tracktwo_web.dialogues.domain.enter_later import is_blind
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.rounds.states import NotNow

pytestmark = pytest.mark.django_db
CLOSING = {"closes_at": "2999-01-01T10:00", "zone": "Europe/Brussels"}


@pytest.fixture
def secretariat(dialogue, sit):
    return sit(world.seat_of(dialogue, Role.SECRETARIAT))


def at(dialogue, path: str = "") -> str:
    return f"/d/{dialogue.id}/valuing/{path}"


def words(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def plan(*codes: str, **fields):
    return {"title_en": "Winter", "quorum": "3", "ask": list(codes or CODES)} | fields


def test_secretariat_takes_a_round_through_its_steps(dialogue, secretariat) -> None:
    all_options(dialogue)
    secretariat.post(at(dialogue, "new"), plan(table=["visits", "norm"]))
    one, states = dialogue.value_rounds.get(), []

    for step, entered in (("open", CLOSING), ("close", {}), ("release", {})):
        if states == ["open"]:
            value_all(one)
        secretariat.post(at(dialogue, f"{one.id}/{step}"), entered)
        one.refresh_from_db()
        states.append(one.state)

    assert states == ["open", "closed", "released"]
    assert str(one) == "Winter"
    on_table = one.asked.filter(is_on_table=True).values_list("option__code", flat=True)
    assert set(on_table) == {"visits", "norm"}
    assert OwnView.objects.count() == 2


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"ask": []}, "Choose at least two options."),
        ({"ask": ["hotline"]}, "Choose at least two options."),
        ({"quorum": "2"}, "greater than or equal to 3"),
        ({"title_en": ""}, "This field is required."),
        ({"ask": ["hotline", "norm"], "table": ["visits"]}, "What lies on the table must be among"),
    ],
)
def test_plan_that_cannot_be_meant_is_asked_again(dialogue, secretariat, fields, said) -> None:
    all_options(dialogue)

    answer = secretariat.post(at(dialogue, "new"), plan() | fields)

    assert said in words(answer)
    assert dialogue.value_rounds.count() == 0


def test_more_options_than_anybody_can_weigh_are_refused(dialogue, secretariat) -> None:
    codes = [an_option(dialogue, f"o{n}").code for n in range(19)]

    answer = secretariat.post(at(dialogue, "new"), plan(*codes))

    assert "Choose no more than 18 options." in words(answer)


def test_options_that_joint_conditions_ask_for_are_named(dialogue, secretariat) -> None:
    all_options(dialogue)
    add_joint_condition(dialogue, Stated("at_least", ("norm", "visits"), 1))

    answer = secretariat.post(at(dialogue, "new"), plan("hotline", "visits"))

    assert "Joint conditions ask for these as well: A norm for cables." in words(answer)


def test_round_below_quorum_is_void_and_its_points_are_gone(dialogue) -> None:
    one = an_open_round(dialogue, quorum=4)
    value_all(one, {"nato": APART["nato"], "china": APART["china"][:3]})

    one = rounds.close_round(one)

    assert (one.state, Valuation.objects.count()) == ("void", 0)


def test_drafts_are_deleted_when_the_round_closes(dialogue) -> None:
    one = an_open_round(dialogue)
    value_all(one)
    value_all(one, {"nato": [(10, 0, 0, 0)]})

    rounds.close_round(one)

    assert [row.is_complete for row in Valuation.objects.all()] == [True] * 8


def test_dialogue_is_blind_while_a_round_is_open_and_only_then(dialogue) -> None:
    one = a_planned_round(dialogue)
    blind = [is_blind(Standing(dialogue))]
    now = timezone.now()
    one = rounds.open_round(one, now=now, closes_at=now + dt.timedelta(days=1))
    blind.append(is_blind(Standing(dialogue)))
    value_all(one)
    one = rounds.close_round(one)
    blind.append(is_blind(Standing(dialogue)))

    assert blind == [False, True, False]


def test_promises_bind_from_the_planning_on(dialogue) -> None:
    before = is_bound(dialogue)
    a_planned_round(dialogue)

    assert (before, is_bound(dialogue)) == (False, True)


def test_clock_closes_what_is_due(dialogue) -> None:
    one = an_open_round(dialogue)
    value_all(one)

    closed = [clock.tick(one.closes_at - dt.timedelta(1)), clock.tick(one.closes_at)]

    one.refresh_from_db()
    assert (closed, one.state) == ([0, 1], "closed")


def test_no_step_is_taken_twice_and_none_back(dialogue) -> None:
    one = a_released_round(dialogue)
    now = timezone.now()

    for step in (
        lambda: rounds.open_round(one, now=now, closes_at=now + dt.timedelta(1)),
        lambda: rounds.close_round(one),
        lambda: rounds.release(one, now=now),
        lambda: rounds.void(one),
    ):
        with pytest.raises(NotNow):
            step()


def test_round_closes_later_but_not_earlier(dialogue, secretariat) -> None:
    one = an_open_round(dialogue)
    hour = f"{timezone.now() + dt.timedelta(hours=1):%Y-%m-%dT%H:%M}"

    earlier = secretariat.post(
        at(dialogue, f"{one.id}/prolong"), {"closes_at": hour, "zone": "UTC"}
    )
    secretariat.post(at(dialogue, f"{one.id}/prolong"), CLOSING)

    one.refresh_from_db()
    assert "A round that is open can only close later." in words(earlier)
    assert one.closes_at.year == 2999


def test_two_rounds_are_not_open_at_once_and_the_page_says_why(dialogue, secretariat) -> None:
    one = a_planned_round(dialogue)
    world.an_open_round(dialogue)

    answer = secretariat.post(at(dialogue, f"{one.id}/open"), CLOSING)

    one.refresh_from_db()
    assert (answer.status_code, one.state) == (409, "planned")
    assert "Another round is open in this dialogue." in words(answer)


def test_round_opens_at_its_stage_alone(dialogue, secretariat) -> None:
    one = a_planned_round(dialogue)
    dialogue.stage = "risks"
    dialogue.save()

    answer = secretariat.get(at(dialogue, f"{one.id}/open"))

    assert answer.status_code == 409
    assert "at the stage “Converge”" in words(answer)


def test_round_waits_for_the_release_of_the_one_before(dialogue, secretariat) -> None:
    a_closed_round(dialogue)
    one = a_planned_round(dialogue)

    answer = secretariat.get(at(dialogue, f"{one.id}/open"))

    assert answer.status_code == 409
    assert "The packages of another round are not released yet." in words(answer)


def test_quorum_is_said_as_yes_or_no_and_nothing_more(dialogue, secretariat) -> None:
    one = an_open_round(dialogue)
    value_all(one, {"nato": APART["nato"], "china": APART["china"][:2]})

    shown = words(secretariat.get(at(dialogue, f"{one.id}/")))

    assert re.search(r"NATO experts reached", shown)
    assert re.search(r"Chinese experts not yet", shown)


def test_short_side_is_warned_of_before_the_opening(dialogue, secretariat) -> None:
    one = a_planned_round(dialogue, quorum=9)

    assert "fewer seats can value than the quorum asks for" in words(
        secretariat.get(at(dialogue, f"{one.id}/"))
    )


def test_secretariat_is_asked_to_release(dialogue, secretariat) -> None:
    a_closed_round(dialogue)

    assert "Valuing 1 has closed. Release it" in words(secretariat.get(f"/d/{dialogue.id}/"))


def test_step_that_somebody_else_has_taken_is_said_calmly(dialogue, secretariat) -> None:
    one = a_closed_round(dialogue)

    answer = secretariat.post(at(dialogue, f"{one.id}/close"), follow=True)

    assert "Nothing was changed" in words(answer)


def test_plan_needs_two_options(dialogue, secretariat) -> None:
    an_option(dialogue)

    assert "Put at least two options on offer first" in words(secretariat.get(at(dialogue, "new")))


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_number_of_queries(
    dialogue, secretariat, django_assert_num_queries, count: int
) -> None:
    options = all_options(dialogue)
    for _ in range(count):
        a_planned_round(dialogue, *options)

    with django_assert_num_queries(5):
        secretariat.get(at(dialogue))
