"""The life of a round of estimates, step by step."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.web import world
from tests.web.risks.making import (
    ALIKE,
    APART,
    a_planned_round,
    a_released_round,
    a_risk,
    an_open_round,
    asked_of,
    estimate_all,
    opened,
    said,
)
from tracktwo_web.dialogues.domain.enter_later import is_blind
from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.events.models import Event
from tracktwo_web.risks.domain import clock, rounds
from tracktwo_web.risks.domain.cast import cast
from tracktwo_web.risks.domain.register import Entry, change_risk
from tracktwo_web.risks.models import Estimate, EstimateRound, Reason
from tracktwo_web.rounds.states import NotNow

pytestmark = pytest.mark.django_db


def test_round_goes_through_both_parts_to_its_release(dialogue) -> None:
    one, states = an_open_round(dialogue), []

    estimate_all(one, ALIKE)
    for step in (rounds.close_part, opened, rounds.close_part):
        one = step(one)
        states.append(one.state)
    one = rounds.release(one, now=timezone.now())

    assert [*states, one.state] == ["between", "second", "closed", "released"]
    assert set(Event.objects.filter(kind="estimates").values_list("kind", flat=True)) == {
        "estimates"
    }


def test_round_below_quorum_is_void_and_its_estimates_are_gone(dialogue) -> None:
    one = an_open_round(dialogue, quorum=4)
    estimate_all(one, {"nato": ALIKE["nato"], "china": ALIKE["china"][:3]}, reason="Because")

    one = rounds.close_part(one)

    assert (one.state, Estimate.objects.count(), Reason.objects.count()) == ("void", 0, 0)


def test_dialogue_is_blind_while_a_part_is_open_and_only_then(dialogue) -> None:
    one, blind = a_planned_round(dialogue), []
    steps = (
        opened,
        lambda r: estimate_all(r, ALIKE) and rounds.close_part(r),
        opened,
        rounds.close_part,
    )

    for step in steps:
        one = step(one)
        blind.append(is_blind(Standing(dialogue)))

    assert blind == [True, False, True, False]


@pytest.mark.parametrize("is_second", [False, True])
def test_no_part_opens_while_a_round_of_answers_is_open(dialogue, *, is_second: bool) -> None:
    one = a_planned_round(dialogue)
    if is_second:
        one = opened(one)
        estimate_all(one, ALIKE)
        one = rounds.close_part(one)
    world.an_open_round(dialogue)

    with pytest.raises(NotNow, match="a round is open"):
        opened(one)


def test_second_round_of_estimates_waits_for_the_release_of_the_first(dialogue) -> None:
    one = an_open_round(dialogue)
    estimate_all(one, ALIKE)
    rounds.close_part(one)

    with pytest.raises(NotNow, match="not released"):
        an_open_round(dialogue, _only_risk(dialogue))


def _only_risk(dialogue):
    return dialogue.risks.get()


def test_risk_without_a_period_cannot_be_put_to_the_seats(dialogue) -> None:
    one = a_planned_round(dialogue, a_risk(dialogue, period=""))

    with pytest.raises(NotNow, match="period"):
        opened(one)


def test_part_closes_later_and_never_earlier(dialogue) -> None:
    one = an_open_round(dialogue)
    later = one.closes_at + dt.timedelta(hours=1)

    assert rounds.prolong(one, later).closes_at == later
    with pytest.raises(NotNow):
        rounds.prolong(one, one.closes_at)


@pytest.mark.parametrize(
    ("step", "needs"),
    [
        (rounds.close_part, "planned"),
        (lambda one: rounds.release(one, now=timezone.now()), "second"),
        (rounds.void, "released"),
        (opened, "released"),
    ],
)
def test_no_step_is_taken_from_a_state_it_does_not_start_from(dialogue, step, needs: str) -> None:
    one = a_planned_round(dialogue)
    EstimateRound.objects.filter(pk=one.pk).update(state=needs)

    with pytest.raises(NotNow):
        step(one)

    one.refresh_from_db()
    assert one.state == needs


def test_voiding_deletes_what_was_estimated(dialogue) -> None:
    one = an_open_round(dialogue)
    estimate_all(one, ALIKE)

    rounds.void(rounds.close_part(one))

    assert Estimate.objects.count() == 0
    assert dialogue.estimate_rounds.get().state == "void"


def test_clock_closes_a_part_at_its_time_and_not_before(dialogue) -> None:
    one = an_open_round(dialogue)
    estimate_all(one, ALIKE)

    closed = [clock.tick(one.closes_at - dt.timedelta(seconds=1)), clock.tick(one.closes_at)]

    assert closed == [0, 1]
    assert dialogue.estimate_rounds.get().state == "between"


def test_estimate_after_the_time_is_refused_even_before_the_clock_comes(dialogue) -> None:
    one = an_open_round(dialogue)
    side = dialogue.sides.get(code="nato")

    with pytest.raises(NotNow):
        cast(asked_of(one), Root.drawn(), side, said(30, 5), now=one.closes_at)

    assert Estimate.objects.count() == 0


def test_estimate_may_be_changed_until_the_part_closes(dialogue) -> None:
    one, root = an_open_round(dialogue), Root.drawn()

    estimate_all(one, {"nato": [(30, 5)]}, roots={"nato": [root]})
    estimate_all(one, {"nato": [(45, 6)]}, roots={"nato": [root]})

    (row,) = Estimate.objects.all()
    assert (row.part, row.likely_best, row.severe_best) == (1, 0.45, 6)


def test_only_who_estimated_alone_estimates_again(dialogue) -> None:
    one = an_open_round(dialogue)
    roots = estimate_all(one, ALIKE)
    one = opened(rounds.close_part(one))

    estimate_all(one, {"nato": [(50, 5)]}, roots={"nato": roots["nato"][:1]})
    with pytest.raises(NotNow, match="first part"):
        estimate_all(one, {"nato": [(99, 9)]})

    assert Estimate.objects.filter(part=2).count() == 1


def test_words_of_a_round_stay_what_they_were_when_the_register_changes(dialogue) -> None:
    one = a_released_round(dialogue)
    risk = dialogue.risks.get(code="collision")

    change_risk(risk, Entry({"en": "Ships sink."}, period="2030"))

    asked = asked_of(one, 1)
    assert (asked.texts["en"], asked.period) == ("Ships collide.", "2027–2029")


def test_release_finds_what_is_alike_and_what_is_not(dialogue) -> None:
    one = a_released_round(dialogue)

    found = {risk["id"]: risk["findings"][0] for risk in one.found["risks"]}
    assert found["trade-loss"]["verdict"] == "alike"
    assert (found["collision"]["verdict"], found["collision"]["side"]) == ("alone", "china")


def test_side_below_k_on_a_risk_is_withheld_in_what_is_found(dialogue) -> None:
    few = {"nato": APART["nato"], "china": APART["china"][:2]}

    one = a_released_round(dialogue, {"trade-loss": ALIKE, "collision": few})

    sides = one.found["risks"][1]["quantities"]["likelihood"]["sides"]
    assert {side["side"]: side["best"] for side in sides} == {
        "nato": 0.13,
        "china": None,
    }
