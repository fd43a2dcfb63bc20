"""What is released: packages in words for everybody, each side's own for that side, and nothing else."""

import re

import pytest

from tests.web import world
from tests.web.convergence.making import (
    APART,
    a_planned_round,
    a_released_round,
    an_area,
    an_option,
    opened,
    value_all,
)
from tracktwo_web.convergence.domain import limits, rounds
from tracktwo_web.convergence.domain.conditions import Stated, add_joint_condition
from tracktwo_web.convergence.domain.rounds import own_view_of
from tracktwo_web.convergence.models import ValueRound
from tracktwo_web.convergence.told import Teller
from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.dialogues.roles import Role

pytestmark = pytest.mark.django_db
OPPOSED = {
    "nato": [(60, 40, -50, -60), (60, 40, -50, -60), (60, 40, -50, -60)],
    "china": [(-70, -50, 60, 40), (-70, -50, 60, 40), (-70, -50, 60, 40)],
}
"""Whatever serves one side costs the other more."""


def at(one: ValueRound, path: str = "") -> str:
    return f"/d/{one.dialogue_id}/valuing/{one.id}/packages/{path}"


def words(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def released(one: ValueRound, by_side=APART) -> ValueRound:
    one = opened(one)
    value_all(one, by_side)
    return rounds.release(rounds.close_round(one), now=one.opened_at)


def test_packages_are_told_in_words_to_everybody(dialogue, sit) -> None:
    sea = an_area(dialogue)
    an_option(dialogue, area=sea, obstacles={"en": "Nobody answers."})
    one = a_released_round(dialogue, table=("visits",))

    shown = words(sit(world.seat_of(dialogue, Role.OBSERVER)).get(at(one)))

    assert "Every side prefers each of these packages to no agreement" in shown
    assert "One package, by both ways of choosing" in shown
    wanted = (
        "At sea",
        "A tested line.",
        "firm",
        "Somebody answers.",
        "Equal standing.",
        "Nobody answers.",
    )
    assert [text for text in wanted if text not in shown] == []
    assert "The smallest change from which every side gains:" in shown
    assert "For your side alone" not in shown


def test_all_sides_read_the_same_and_no_points(dialogue, sit) -> None:
    one = a_released_round(dialogue)
    told = []
    for side in ("nato", "china"):
        page = sit(world.seat_of(dialogue, Role.MEMBER, side)).get(at(one)).content.decode()
        told.append(words_of_main(page))

    assert told[0] == told[1]
    assert re.findall(r"\bpoints? (?:more|less)\b|\b\d+ points\b", told[0]) == []


def words_of_main(page: str) -> str:
    main = page[page.index("<main") : page.index("</main>")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))


def test_sides_change_places_from_page_to_page_but_not_what_is_said(dialogue) -> None:
    one = a_released_round(dialogue)
    sides = sides_in_turn(dialogue, "a")
    told = [Teller(one.found, order).packages() for order in (sides, sides[::-1])]

    first, second = ([piece.texts for piece in each[0].pieces] for each in told)
    assert first == second
    assert [side for side, _ in told[0][0].gains()] == [s for s, _ in told[1][0].gains()][::-1]


def test_side_alone_reads_its_points_and_gains(dialogue, sit) -> None:
    one = a_released_round(dialogue)
    nato, china = (
        words(sit(world.seat_of(dialogue, Role.MEMBER, side)).get(at(one, "own/")))
        for side in ("nato", "china")
    )

    assert "The mean of 4 experts of your side" in nato
    assert "76 points more than without an agreement" in nato
    assert re.search(r"A tested line\. 48 – firm", nato)
    assert re.search(r"A tested line\. 22 – firm", china)


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.SECRETARIAT])
def test_own_page_exists_for_no_one_else(dialogue, sit, role) -> None:
    one = a_released_round(dialogue)

    assert sit(world.seat_of(dialogue, role)).get(at(one, "own/")).status_code == 404


def test_document_holds_what_its_reader_may_see(dialogue, sit) -> None:
    one = a_released_round(dialogue, table=("visits",))
    one.refresh_from_db()
    nato = dialogue.sides.get(code="nato")

    documents = {
        who: sit(world.seat_of(dialogue, *who)).get(at(one, "packages.json")).json()
        for who in (
            (Role.MEMBER, "nato"),
            (Role.MEMBER, "china"),
            (Role.OBSERVER, ""),
            (Role.SECRETARIAT, ""),
        )
    }

    assert documents[Role.MEMBER, "nato"] == own_view_of(one, nato)
    assert documents[Role.OBSERVER, ""] == documents[Role.SECRETARIAT, ""] == one.found
    for (_, side), document in documents.items():
        told = {s for option in document["options"] for s in option["values"]}
        gains = {s for name in ("nash", "kalai_smorodinsky") for s in document[name]["gains"]}
        assert told == gains == set(filter(None, [side]))
        assert ("more" in document["trade"], "no_agreement" in document) == (bool(side),) * 2


def test_least_and_most_are_told_of_twice_k_experts_and_not_of_fewer(dialogue) -> None:
    many = {side: [*rows, *rows] for side, rows in APART.items()}
    few, enough = (a_released_round(dialogue, by_side) for by_side in (APART, many))

    told = [
        {key for option in own_view_of(one, dialogue.sides.first())["options"]
         for value in option["values"].values() for key in value}
        for one in (few, enough)
    ]  # fmt: skip
    assert told == [{"n", "mean"}, {"n", "mean", "low", "high"}]


def test_where_nothing_can_be_agreed_nobody_is_told_whose_points_are_in_the_way(
    dialogue, sit
) -> None:
    one = a_released_round(dialogue, OPPOSED)

    shown = words(sit(world.seat_of(dialogue, Role.HEAD, "china")).get(at(one)))

    assert "No package leaves every side better off" in shown
    assert "Whose points or limits stand in the way is told to nobody." in shown
    assert "What is firm and what is contested" not in shown


def test_clash_of_joint_conditions_is_told_to_everybody(dialogue, sit) -> None:
    one = a_planned_round(dialogue)
    add_joint_condition(dialogue, Stated("must", ("hotline",)))
    add_joint_condition(dialogue, Stated("never", ("hotline",)))

    one = released(one)

    shown = words(sit(world.seat_of(dialogue, Role.OBSERVER)).get(at(one)))
    assert "Joint conditions cannot all be met" in shown
    assert "In every package: “A tested line”." in shown


def test_clash_of_sealed_conditions_is_told_to_nobody(dialogue, sit) -> None:
    one = a_planned_round(dialogue)
    nato, china = (dialogue.sides.get(code=code) for code in ("nato", "china"))
    limits.add_condition(one, nato, Stated("must", ("norm",)))
    limits.add_condition(one, china, Stated("never", ("norm",)))

    one = released(one)

    assert one.found["conflicts"] == []
    for side in (nato, china):
        own = own_view_of(one, side)
        assert own["conflicts"] == []
        assert {each["by"] for each in own["conditions"]} == {side.code}


def test_conditions_of_the_other_side_stand_in_no_document(dialogue) -> None:
    one = a_planned_round(dialogue)
    limits.add_condition(one, dialogue.sides.get(code="china"), Stated("never", ("norm",)))
    add_joint_condition(dialogue, Stated("at_most", ("hotline", "norm"), 2), code="two")

    one = released(one)

    assert [each["id"] for each in one.found["conditions"]] == ["two"]
    own = own_view_of(one, dialogue.sides.get(code="nato"))
    assert [each["id"] for each in own["conditions"]] == ["two"]


def test_condition_on_an_option_that_is_not_asked_about_is_kept_to_what_is(dialogue) -> None:
    options = [an_option(dialogue, code) for code in ("hotline", "visits", "notices", "norm")]
    add_joint_condition(dialogue, Stated("at_most", ("hotline", "visits", "norm"), 1))
    one = released(
        a_planned_round(dialogue, *options[:2]),
        {"nato": [(60, 40)] * 3, "china": [(30, 70)] * 3},
    )

    assert len(one.found["nash"]["options"]) == 1


def test_same_ballots_give_the_same_packages(dialogue) -> None:
    first, second = (a_released_round(dialogue) for _ in range(2))

    assert first.found == second.found


def test_packages_are_not_there_before_the_release(dialogue, sit) -> None:
    one = opened(a_planned_round(dialogue))
    value_all(one)
    one = rounds.close_round(one)
    head = sit(world.seat_of(dialogue, Role.HEAD, "nato"))

    assert [head.get(at(one, path)).status_code for path in ("", "own/", "packages.json")] == [
        404
    ] * 3
