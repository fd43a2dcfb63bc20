"""Items on their pages: proposed, agreed, reported, put off; by whom they may be."""

import re

from tests.web import world
from tests.web.roadmaps.making import a_proposed_item
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.roadmaps.models import Item

ENTERED = {
    "deliverable_en": "Notice of exercises",
    "done_when_en": "Each side has given notice once",
    "stream": "military",
    "lead_nato": "west-desk",
    "lead_china": "east-desk",
    "measures": "risk-reduction，hotline",
    "meetings": ["talks-1"],
}


def test_member_proposes_for_the_side(desk) -> None:
    page = desk.send(desk.at(Role.MEMBER, "china"), "roadmap_item_new", **ENTERED)

    item = Item.objects.get(code="notice-of-exercises")
    assert (item.side.code, item.steps.get().agreed) == ("china", [])
    assert (item.measures, item.meetings) == (["risk-reduction", "hotline"], ["talks-1"])
    assert "proposed by Chinese experts" in page


def test_both_heads_agree_and_it_is_agreed(desk) -> None:
    item = a_proposed_item(desk.plan)

    first = desk.send(desk.head(), "roadmap_item_agree", item.id, 1)
    second = desk.send(desk.head("china"), "roadmap_item_agree", item.id, 1)

    assert "agrees" in first
    assert "Agree for your side" not in first
    assert '<span class="state agreed">' in second


def test_other_side_cannot_change_what_is_proposed(desk) -> None:
    item = a_proposed_item(desk.plan)

    page = desk.page(desk.head("china"), "roadmap_item", item.id)

    assert "Change the proposal" not in page
    assert desk.head("china").get(desk.url("roadmap_item_edit", item.id)).status_code == 403


def test_changed_proposal_is_shown_as_it_was_entered(desk) -> None:
    item = a_proposed_item(desk.plan)
    client = desk.head()
    form = desk.page(client, "roadmap_item_edit", item.id)
    seen = re.search(r'name="as_read" value="(\w+)"', form)[1]

    page = desk.send(
        client, "roadmap_item_edit", item.id, **ENTERED | {"done_when_en": "Twice", "as_read": seen}
    )

    assert "Twice" in page


def test_form_is_kept_where_the_roadmap_would_not_hold(desk) -> None:
    page = desk.send(
        desk.head(), "roadmap_item_new", **ENTERED | {"start": "2022-05-01", "due": "2022-04-01"}
    )

    assert "This is before the day on which it may begin." in page
    assert 'value="Notice of exercises"' in page
    assert Item.objects.count() == 4


def test_delivery_asks_for_what_shows_it(desk) -> None:
    item = desk.plan.items.get(code="paper")

    page = desk.send(desk.head(), "roadmap_item_ask", item.id, "deliver")
    done = desk.send(desk.head(), "roadmap_item_ask", item.id, "deliver", evidence="Both sites")

    assert "This field is required." in page
    assert "It is reported as delivered" in done
    assert "Both sites" in done


def test_refusal_of_the_library_is_said_in_the_form(desk) -> None:
    item = desk.plan.items.get(code="test-calls")

    page = desk.send(desk.head(), "roadmap_item_ask", item.id, "deliver", evidence="Log")

    assert "“Test calls” waits for “A list of contacts”" in page


def test_member_cannot_agree_for_the_side(desk) -> None:
    item = a_proposed_item(desk.plan)
    member = desk.at(Role.MEMBER, "nato")

    page = desk.page(member, "roadmap_item", item.id)

    assert "Agree for your side" not in page
    assert member.post(desk.url("roadmap_item_agree", item.id, 1)).status_code == 403


def test_secretariat_notes_what_the_calendar_shows(desk) -> None:
    item = desk.plan.items.get(code="contacts")

    page = desk.send(desk.secretariat, "roadmap_item_note", item.id, "schedule")

    assert '<span class="state scheduled">' in page


def test_nothing_is_written_while_a_round_is_open(desk) -> None:
    item = a_proposed_item(desk.plan)
    client = desk.head()
    world.an_open_round(desk.plan.dialogue)

    page = desk.page(client, "roadmap_item", item.id)

    assert "While a round is open the roadmap can be read" in page
    assert client.post(desk.url("roadmap_item_agree", item.id, 1)).status_code == 403


def test_no_row_says_which_seat_wrote(desk) -> None:
    """What a stolen database tells of a proposal and of an agreement: the side, and nothing finer."""
    desk.send(desk.at(Role.MEMBER, "nato"), "roadmap_item_new", **ENTERED)
    item = Item.objects.get(code="notice-of-exercises")
    desk.send(desk.head(), "roadmap_item_agree", item.id, 1)

    kept = {one.name for model in (Item, item.steps.model) for one in model._meta.get_fields()}

    assert kept.isdisjoint({"seat", "key", "author", "created", "changed", "at"})
    assert not [one for one in kept if one.endswith("_at")]
