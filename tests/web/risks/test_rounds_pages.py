"""The secretariat's hand on rounds of estimates, and what everybody sees of it."""

import re

import pytest

from tests.web import world
from tests.web.risks.making import ALIKE, a_planned_round, a_risk, an_open_round, estimate_all
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.risks.domain import rounds

pytestmark = pytest.mark.django_db
CLOSING = {"closes_at": "2999-01-01T10:00", "zone": "Europe/Brussels"}


@pytest.fixture
def secretariat(dialogue, sit):
    return sit(world.seat_of(dialogue, Role.SECRETARIAT))


def at(dialogue, path: str = "") -> str:
    return f"/d/{dialogue.id}/estimates/{path}"


def words(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def plan(*risks, **fields):
    return {"title_en": "Winter", "quorum": "3", "ask": [str(one.id) for one in risks]} | fields


def test_secretariat_takes_a_round_through_its_steps(dialogue, secretariat) -> None:
    secretariat.post(at(dialogue, "new"), plan(a_risk(dialogue)))
    one, states = dialogue.estimate_rounds.get(), []

    for step, entered in (
        ("open", CLOSING),
        ("close", {}),
        ("open", CLOSING),
        ("close", {}),
        ("release", {}),
    ):
        if states == ["first"]:
            estimate_all(one, ALIKE)
        secretariat.post(at(dialogue, f"{one.id}/{step}"), entered)
        one.refresh_from_db()
        states.append(one.state)

    assert states == ["first", "between", "second", "closed", "released"]
    assert str(one) == "Winter"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"ask": []}, "Choose at least one risk."),
        ({"quorum": "2"}, "greater than or equal to 3"),
        ({"title_en": ""}, "This field is required."),
    ],
)
def test_plan_that_cannot_be_meant_is_asked_again(
    dialogue, secretariat, fields: dict[str, object], said: str
) -> None:
    answer = secretariat.post(at(dialogue, "new"), plan(a_risk(dialogue)) | fields)

    assert said in words(answer)
    assert dialogue.estimate_rounds.count() == 0


def test_risk_without_a_period_is_named(dialogue, secretariat) -> None:
    answer = secretariat.post(at(dialogue, "new"), plan(a_risk(dialogue, period="")))

    assert "State one in the register for: Trade breaks off." in words(answer)


def test_two_kinds_of_rounds_are_not_open_at_once_and_the_page_says_why(
    dialogue, secretariat
) -> None:
    one = a_planned_round(dialogue)
    world.an_open_round(dialogue)

    answers = [
        secretariat.get(at(dialogue, f"{one.id}/open")),
        secretariat.post(at(dialogue, f"{one.id}/open"), CLOSING),
    ]

    one.refresh_from_db()
    assert [answer.status_code for answer in answers] == [409, 409]
    assert "Another round is open in this dialogue." in words(answers[1])
    assert one.state == "planned"


def test_round_of_answers_cannot_open_beside_estimates(dialogue, secretariat) -> None:
    """Their stages differ, and no stage is moved under an open round."""
    an_open_round(dialogue)
    planned = world.plan_round(
        dialogue, world.RoundPlan(closes_at=world.timezone.now() + world.dt.timedelta(days=1)),
        [world.a_statement(dialogue)],
    )  # fmt: skip

    answer = secretariat.post(f"/d/{dialogue.id}/rounds/{planned.id}/open")

    planned.refresh_from_db()
    assert (answer.status_code, planned.state) == (409, "planned")


def test_stage_is_not_moved_under_open_estimates(dialogue, convenor_client) -> None:
    an_open_round(dialogue)

    convenor_client.post(f"/d/{dialogue.id}/office/stage", {"stage": "perceive"})

    dialogue.refresh_from_db()
    assert dialogue.stage == "risks"


def test_second_part_opens_at_its_stage_alone(dialogue, secretariat) -> None:
    one = a_planned_round(dialogue)
    dialogue.stage = "converge"
    dialogue.save()

    answer = secretariat.get(at(dialogue, f"{one.id}/open"))

    assert answer.status_code == 409
    assert "at the stage “Risks”" in words(answer)


def test_part_closes_later_but_not_earlier(dialogue, secretariat) -> None:
    one = an_open_round(dialogue)
    closes_at = one.closes_at

    earlier = secretariat.post(
        at(dialogue, f"{one.id}/prolong"),
        {
            "closes_at": f"{world.timezone.now() + world.dt.timedelta(hours=1):%Y-%m-%dT%H:%M}",
            "zone": "UTC",
        },
    )
    one.refresh_from_db()
    kept = one.closes_at
    secretariat.post(at(dialogue, f"{one.id}/prolong"), CLOSING)

    one.refresh_from_db()
    assert "A part that is open can only close later." in words(earlier)
    assert (kept, one.closes_at.year) == (closes_at, 2999)


def test_quorum_is_said_as_yes_or_no_and_nothing_more(dialogue, secretariat) -> None:
    one = an_open_round(dialogue)
    estimate_all(one, {"nato": ALIKE["nato"], "china": ALIKE["china"][:2]})

    shown = words(secretariat.get(at(dialogue, f"{one.id}/")))

    assert re.search(r"NATO experts reached", shown)
    assert re.search(r"Chinese experts not yet", shown)


def test_short_side_is_warned_of_before_the_opening(dialogue, secretariat) -> None:
    one = a_planned_round(dialogue, quorum=9)

    shown = words(secretariat.get(at(dialogue, f"{one.id}/")))

    assert "fewer seats can estimate than the quorum asks for" in shown


def test_secretariat_is_asked_to_go_on(dialogue, secretariat) -> None:
    one, asked = an_open_round(dialogue), []
    estimate_all(one, ALIKE)

    for step in ("close", "open", "close"):
        secretariat.post(at(dialogue, f"{one.id}/{step}"), CLOSING)
        asked.append(words(secretariat.get(f"/d/{dialogue.id}/")))

    assert "The first part of estimates 1 has closed." in asked[0]
    assert "Estimates 1 have closed. Release them" in asked[2]


def test_step_that_somebody_else_has_taken_is_said_calmly(dialogue, secretariat) -> None:
    one = an_open_round(dialogue)
    estimate_all(one, ALIKE)
    rounds.close_part(one)

    answer = secretariat.post(at(dialogue, f"{one.id}/close"), follow=True)

    assert "Nothing was changed" in words(answer)


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_number_of_queries(
    dialogue, secretariat, django_assert_num_queries, count: int
) -> None:
    risk = a_risk(dialogue)
    for _ in range(count):
        a_planned_round(dialogue, risk)

    with django_assert_num_queries(5):
        secretariat.get(at(dialogue))
