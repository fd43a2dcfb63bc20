"""A package becomes proposals in a joint text, in one step, all of them or none."""

import re

import pytest

from tests.web import world
from tests.web.convergence.making import a_released_round
from tests.web.texts.laid import a_text
from tracktwo.text.changes.history_json import operation_from
from tracktwo_web.convergence.models import Tabled
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.texts.domain.chair import decline, enter_in_brackets
from tracktwo_web.texts.domain.proposals import withdraw

pytestmark = pytest.mark.django_db


@pytest.fixture
def round_with_text(dialogue):
    one = a_released_round(dialogue)
    dialogue.stage = "text"
    dialogue.save()
    return one, a_text(dialogue)


def at(one, package: str = "nash") -> str:
    return f"/d/{one.dialogue_id}/valuing/{one.id}/packages/{package}/table"


def words(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_head_proposes_a_package_in_the_name_of_the_side(round_with_text, sit) -> None:
    one, text = round_with_text
    head = sit(world.seat_of(one.dialogue, Role.HEAD, "china"))

    asked = words(head.get(at(one)))
    answer = head.post(at(one), {"text": str(text.id)}, follow=True)

    assert "becomes a proposal of Chinese experts to add a passage" in asked
    assert "4 proposals lie on the table of this text." in words(answer)
    laid = sorted(text.proposals.all(), key=lambda p: int(p.code[1:]))
    assert {p.side.code for p in laid} == {"china"}
    added = [operation_from(p.operation) for p in laid]
    assert [a.added.texts["en"] for a in added] == [
        "A tested line.", "Port visits.", "Notice of exercises.", "A norm for cables.",
    ]  # fmt: skip
    assert added[0].rationale["en"].startswith("From valuing 1:")
    assert set(added[0].added.texts) <= set(text.dialogue.languages)


def test_chair_proposes_it_too(round_with_text, sit) -> None:
    one, text = round_with_text
    chair = sit(world.seat_of(one.dialogue, Role.SECRETARIAT))

    chair.post(at(one), {"text": str(text.id)})

    assert {p.side for p in text.proposals.all()} == {None}


def test_package_is_proposed_once_in_a_text(round_with_text, sit) -> None:
    one, text = round_with_text
    head = sit(world.seat_of(one.dialogue, Role.HEAD, "nato"))
    head.post(at(one), {"text": str(text.id)})

    answer = head.post(at(one), {"text": str(text.id)})

    assert "This package was proposed in this text before." in words(answer)
    assert (text.proposals.count(), Tabled.objects.count()) == (4, 1)


def test_package_of_which_nothing_is_left_is_proposed_again(round_with_text, sit) -> None:
    one, text = round_with_text
    head = sit(world.seat_of(one.dialogue, Role.HEAD, "nato"))
    head.post(at(one), {"text": str(text.id)})
    first, *others = text.proposals.order_by("code")
    decline(first, "Not now.")
    for proposal in others[1:]:
        withdraw(proposal)

    too_early = words(head.post(at(one), {"text": str(text.id)}))
    withdraw(others[0])
    asked = words(head.get(at(one)))
    head.post(at(one), {"text": str(text.id)})

    assert "This package was proposed in this text before." in too_early
    assert "None of it was taken up; it can be proposed again." in asked
    tabled = Tabled.objects.get()
    assert sorted(tabled.proposals) == ["p5", "p6", "p7", "p8"]
    assert text.proposals.filter(state="tabled").count() == 4
    assert "in this text before." in words(head.post(at(one), {"text": str(text.id)}))


def test_package_of_which_something_was_taken_up_is_not_proposed_again(
    round_with_text, sit
) -> None:
    one, text = round_with_text
    head = sit(world.seat_of(one.dialogue, Role.HEAD, "nato"))
    head.post(at(one), {"text": str(text.id)})
    first, *others = text.proposals.order_by("code")
    enter_in_brackets(first)
    for proposal in others:
        withdraw(proposal)

    answer = head.post(at(one), {"text": str(text.id)})

    assert "This package was proposed in this text before." in words(answer)
    assert text.proposals.count() == 4


@pytest.mark.parametrize("role", [Role.MEMBER, Role.INTERPRETER, Role.OBSERVER])
def test_others_do_not_propose_packages(round_with_text, sit, role) -> None:
    one, text = round_with_text
    side = "" if role == Role.OBSERVER else "nato"

    answer = sit(world.seat_of(one.dialogue, role, side)).post(at(one), {"text": str(text.id)})

    assert (answer.status_code, text.proposals.count()) == (403, 0)


def test_nothing_is_proposed_at_another_stage(round_with_text, sit) -> None:
    one, text = round_with_text
    one.dialogue.stage = "converge"
    one.dialogue.save()
    head = sit(world.seat_of(one.dialogue, Role.HEAD, "nato"))

    assert head.post(at(one), {"text": str(text.id)}).status_code == 403
    assert "at the stage “Text”" in words(head.get(at(one).replace("nash/table", "")))


def test_text_or_package_that_is_not_there_is_refused(round_with_text, sit) -> None:
    one, _ = round_with_text
    head = sit(world.seat_of(one.dialogue, Role.HEAD, "nato"))

    assert "Select a valid choice" in words(head.post(at(one), {"text": "nothing"}))
    assert head.get(at(one, "egalitarian")).status_code == 404


def test_proposals_that_are_taken_up_in_their_order_stand_in_the_order_of_the_package(
    round_with_text, sit
) -> None:
    from tracktwo.text.changes.accept import accept
    from tracktwo_web.texts.queries import text_now

    one, text = round_with_text
    sit(world.seat_of(one.dialogue, Role.SECRETARIAT)).post(at(one), {"text": str(text.id)})
    now = text_now(text)
    laid = sorted(text.proposals.all(), key=lambda p: int(p.code[1:]))
    waiting = [operation_from(proposal.operation) for proposal in laid]
    while waiting:
        taken_up = accept(now, waiting[0], waiting[1:])
        now, waiting = taken_up.text, list(taken_up.rebased)

    assert [unit.texts["en"] for unit in now.units][-4:] == [
        "A tested line.", "Port visits.", "Notice of exercises.", "A norm for cables.",
    ]  # fmt: skip
