"""The roadmap as board and table, and how it begins."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web import world
from tests.web.roadmaps.making import a_proposed_item
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.roadmaps.models import Plan

BEGUN = {
    "title_en": "Two years",
    "first": "2027-01-01",
    "last": "2028-12-31",
    "city_nato_en": "Brussels",
    "country_nato": "BE",
    "zone_nato": "Europe/Brussels",
    "city_china_en": "Beijing",
    "country_china": "CN",
    "zone_china": "Asia/Shanghai",
}


def test_board_has_a_column_for_each_state(desk) -> None:
    a_proposed_item(desk.plan)

    page = desk.page(desk.head(), "roadmap")

    columns = re.findall(r'class="state (\w+)"', page)
    assert columns == ["proposed", "agreed", "held", "slipped", "dropped"]
    assert page.count("The sides are asked") == 1


def test_table_names_who_leads_on_either_side(desk) -> None:
    page = desk.page(desk.at(Role.OBSERVER), "roadmap_table")

    assert page.count("<td>Western desk</td>") == 4
    assert page.count("<td>Eastern desk</td>") == 3
    assert "<td>–</td>" in page


def test_board_asks_as_often_for_one_item_as_for_three(desk) -> None:
    client = desk.head()
    desk.plan.items.all().delete()

    counted = []
    for n in range(3):
        a_proposed_item(desk.plan, deliverable={"en": f"Item {n}"})
        with CaptureQueriesContext(connection) as asked:
            client.get(desk.url("roadmap"))
        counted.append(len(asked))

    assert counted[0] == counted[2]


def test_roadmap_is_in_the_readers_language(desk) -> None:
    client = desk.head("china")
    client.post("/language", {"language": "zh-hans", "next": "/"})

    page = desk.page(client, "roadmap")

    assert "联络点名单" in page
    assert "测试通话" in page


def test_secretariat_begins_a_roadmap(dialogue, sit) -> None:
    client = sit(world.seat_of(dialogue, Role.SECRETARIAT))

    answer = client.post(reverse("roadmap_begin", args=[dialogue.id]), BEGUN)

    assert answer.status_code == 302
    plan = Plan.objects.get(dialogue=dialogue)
    assert (plan.title, plan.first) == ({"en": "Two years"}, date(2027, 1, 1))


@pytest.mark.parametrize(
    ("entered", "said"),
    [
        ({"last": "2026-12-31"}, "This is before the first day."),
        ({"country_nato": "Belgium"}, "Enter a valid value."),
        ({"title_en": ""}, "This field is required."),
    ],
    ids=["days", "country", "title"],
)
def test_what_is_wrong_with_a_beginning_is_said_beside_it(dialogue, sit, entered, said) -> None:
    client = sit(world.seat_of(dialogue, Role.SECRETARIAT))

    page = client.post(reverse("roadmap_begin", args=[dialogue.id]), BEGUN | entered)

    assert said in page.content.decode()
    assert not Plan.objects.exists()


def test_without_a_roadmap_heads_read_that_there_is_none(dialogue, sit) -> None:
    client = sit(world.seat_of(dialogue, Role.HEAD, "nato"))

    page = client.get(reverse("roadmap", args=[dialogue.id])).content.decode()

    assert "There is no roadmap yet." in page
    assert "Begin the roadmap" not in page


def test_first_page_asks_heads_for_their_word(desk) -> None:
    a_proposed_item(desk.plan)

    page = desk.page(desk.head("china"), "dialogue")

    assert "1 item of the roadmap waits for your side’s word." in page


def test_first_page_asks_the_secretariat_to_begin(dialogue, sit) -> None:
    client = sit(world.seat_of(dialogue, Role.SECRETARIAT))

    page = client.get(reverse("dialogue", args=[dialogue.id])).content.decode()

    assert "There is no roadmap yet." in page


def test_folder_is_taken_along_by_those_who_run_the_dialogue(desk) -> None:
    answer = desk.secretariat.get(desk.url("roadmap_folder"))

    assert answer["content-type"] == "application/zip"
    assert desk.head().get(desk.url("roadmap_folder")).status_code == 403
