"""Items proposed, changed and taken back."""

from datetime import date

import pytest

from tests.web.roadmaps.making import a_proposed_item, an_entry
from tracktwo_web.roadmaps.as_library import roadmap_of
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.domain.items import change_item, mark_of, propose_item, take_back_item
from tracktwo_web.roadmaps.domain.steps import agree_to_step


def test_proposed_item_stands_on_the_roadmap_and_asks_the_sides(plan, nato) -> None:
    before = plan.edition

    item = propose_item(plan, an_entry(), side=nato)

    asked = item.steps.get()
    assert (item.code, item.state, item.position) == ("notice-of-exercises", "proposed", 4)
    assert (asked.step, asked.side, asked.agreed, asked.state) == ("agree", nato, [], "open")
    assert roadmap_of(plan).item[item.code].deliverable["fr"] == "Préavis d’exercices"
    plan.refresh_from_db()
    assert plan.edition == before + 1


def test_head_who_proposes_has_agreed(plan, china) -> None:
    item = propose_item(plan, an_entry(), side=china, speaks_for_side=True)

    assert item.steps.get().agreed == ["china"]


def test_secretariat_proposes_for_no_side(plan) -> None:
    item = propose_item(plan, an_entry(), side=None)

    assert (item.side, item.steps.get().agreed) == (None, [])


def test_second_item_of_the_same_words_has_another_name(plan, nato) -> None:
    codes = [propose_item(plan, an_entry(), side=nato).code for _ in range(3)]

    assert codes == ["notice-of-exercises", "notice-of-exercises-2", "notice-of-exercises-3"]


def test_item_in_chinese_alone_has_a_name_in_addresses(plan, nato) -> None:
    assert propose_item(plan, an_entry(deliverable={"zh": "通报"}), side=nato).code == "item"


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"meetings": ("nowhere",)}, "nowhere"),
        ({"depends": ("nothing",)}, "nothing"),
        ({"start": date(2022, 6, 1), "due": date(2022, 5, 1)}, "before it starts"),
    ],
    ids=["meeting", "item", "days"],
)
def test_item_that_cannot_be_meant_is_refused(plan, nato, changed, why) -> None:
    with pytest.raises(CannotBe, match=why):
        propose_item(plan, an_entry(**changed), side=nato)

    assert plan.items.count() == 4


def test_change_asks_the_sides_again(plan, china) -> None:
    item = a_proposed_item(plan)
    agree_to_step(item, china, number=1)

    change_item(item, an_entry(done_when={"en": "Twice"}), seen=mark_of(item))

    item.refresh_from_db()
    assert (item.done_when, item.steps.get().agreed) == ({"en": "Twice"}, [])


def test_saving_the_same_words_keeps_the_agreement(plan, china) -> None:
    item = a_proposed_item(plan)
    agree_to_step(item, china, number=1)

    change_item(item, an_entry())

    assert item.steps.get().agreed == ["china"]


def test_change_over_somebody_elses_is_refused(plan) -> None:
    item = a_proposed_item(plan)
    seen = mark_of(item)
    change_item(item, an_entry(theme="Notice"))

    with pytest.raises(CannotBe, match="Somebody else"):
        change_item(item, an_entry(theme="Other"), seen=seen)

    item.refresh_from_db()
    assert item.theme == "Notice"


def test_agreed_item_is_not_changed(plan) -> None:
    with pytest.raises(CannotBe, match="agreed to this item"):
        change_item(plan.items.get(code="contacts"), an_entry())


def test_proposal_is_taken_back(plan) -> None:
    item = a_proposed_item(plan)

    take_back_item(item)

    assert plan.items.count() == 4


def test_agreed_item_is_not_taken_back(plan) -> None:
    with pytest.raises(CannotBe, match="it can be dropped"):
        take_back_item(plan.items.get(code="contacts"))


def test_proposal_that_others_wait_for_stays(plan) -> None:
    first = a_proposed_item(plan)
    a_proposed_item(plan, deliverable={"en": "Visits"}, depends=(first.code,))

    with pytest.raises(CannotBe, match="“Visits” waits"):
        take_back_item(first)
