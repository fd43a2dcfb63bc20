"""Pages that belong to no dialogue, and what machines ask."""

import re

import pytest
from django.db import connection

from tests.web import world
from tracktwo_web.accounts.models import User

pytestmark = pytest.mark.django_db


def title_of(response) -> str:
    return re.search(r"<h1>(.*?)</h1>", response.content.decode())[1]


def test_home_tells_a_stranger_what_this_is(client_at) -> None:
    response = client_at().get("/")

    assert title_of(response) == "A table for parties who do not trust each other"
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", response.content.decode()) == [
        "Have you been invited?",
        "Nobody can tell who answered what",
        "Both sides see the same, at one moment",
        "Neither side is scored",
    ]


def test_home_asks_the_database_nothing_for_a_stranger(
    client_at, django_assert_num_queries
) -> None:
    with django_assert_num_queries(0):
        client_at().get("/")


def test_home_names_no_dialogue_to_a_stranger(client_at, dialogue) -> None:
    page = client_at().get("/").content.decode()

    assert str(dialogue.id) not in page
    assert "A dialogue" not in page


def test_home_lists_a_convenors_own_dialogues_alone(client_at, settings) -> None:
    settings.DEMO = True
    mine = world.a_dialogue(title={"en": "Mine"})
    world.a_dialogue(convenor=world.a_user("another"), title={"en": "Another’s"})
    client = client_at()
    client.force_login(mine.convenor)

    page = client.get("/").content.decode()

    assert re.findall(r'<h2><a href="(.*?)">(.*?)</a></h2>', page) == [(f"/d/{mine.id}/", "Mine")]


@pytest.mark.parametrize("count", [1, 3])
def test_home_asks_as_little_for_many_dialogues(
    client_at, settings, django_assert_num_queries, count
) -> None:
    settings.DEMO = True
    convenor = world.a_user()
    for i in range(count):
        world.a_dialogue(convenor=convenor, title={"en": f"Dialogue {i}"})
    client = client_at()
    client.force_login(convenor)

    with django_assert_num_queries(4):  # session, user, dialogues, their sides
        client.get("/")


def test_home_hides_dialogues_until_a_second_factor_stands(client_at, dialogue) -> None:
    client = client_at()
    client.force_login(dialogue.convenor)

    page = client.get("/").content.decode()

    assert str(dialogue.id) not in page
    assert 'href="/account/2fa/"' in page


def test_home_of_a_new_convenor_offers_to_convene(client_at, settings) -> None:
    settings.DEMO = True
    client = client_at()
    client.force_login(world.a_user())

    page = client.get("/").content.decode()

    assert '<p class="empty">You have not convened a dialogue yet.</p>' in page
    assert 'href="/convene/new"' in page


def test_privacy_says_what_is_protected_and_what_is_not(client_at) -> None:
    response = client_at().get("/privacy")

    assert title_of(response) == "Who sees what"
    assert re.findall(r"<h2>(.*?)</h2>", response.content.decode()) == [
        "At a glance",
        "What is protected",
        "What is not protected",
        "What your browser keeps",
    ]


@pytest.mark.parametrize(("language", "tag"), [("zh-hans", "zh-hans"), ("fr", "fr"), ("xx", "en")])
def test_language_is_kept_by_the_browser(client_at, language, tag) -> None:
    client = client_at()

    response = client.post("/language", {"language": language, "next": "/privacy?a=1"})

    assert (response.status_code, response["Location"]) == (302, "/privacy?a=1")
    assert f'<html lang="{tag}">' in client.get("/privacy").content.decode()


@pytest.mark.parametrize(
    "elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "javascript:1"]
)
def test_language_leads_nobody_elsewhere(client_at, elsewhere) -> None:
    response = client_at().post("/language", {"language": "fr", "next": elsewhere})

    assert response["Location"] == "/"


def test_language_changes_by_post_alone(client_at) -> None:
    assert client_at().get("/language", {"language": "fr"}).status_code == 405


def test_health_is_well_while_the_database_answers(client_at) -> None:
    response = client_at().get("/health")

    assert (response.status_code, response.content) == (200, b"well\n")


@pytest.mark.django_db(transaction=True)
def test_health_says_when_the_database_is_gone(client_at) -> None:
    named, settings = connection.settings_dict, dict(connection.settings_dict)
    connection.close()
    try:
        named.update(NAME="/nowhere/at/all.sqlite3", HOST="/nowhere/at/all")
        response = client_at().get("/health")
    finally:
        connection.close()
        named.update(settings)

    assert (response.status_code, response.content) == (503, b"the database does not answer\n")


def test_metrics_are_told_to_this_machine(client_at) -> None:
    response = client_at().get("/metrics")

    assert (response.status_code, response["Content-Type"].split(";")[0]) == (200, "text/plain")
    assert b"tracktwo_answers_written_total" in response.content


@pytest.mark.parametrize(("is_open", "status"), [(False, 403), (True, 200)])
def test_metrics_are_told_to_others_only_where_the_owner_allows_it(
    client_at, settings, is_open, status
) -> None:
    settings.METRICS_OPEN = is_open

    response = client_at().get("/metrics", headers={"x-forwarded-for": "192.0.2.7"})

    assert response.status_code == status


def test_robots_are_asked_to_stay_out(client_at) -> None:
    response = client_at().get("/robots.txt")

    assert response.content == b"User-agent: *\nDisallow: /\n"


def test_pages_change_nothing_by_being_read(client_at) -> None:
    client_at().get("/")
    client_at().get("/privacy")

    assert User.objects.count() == 0
