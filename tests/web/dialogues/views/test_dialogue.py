"""The dialogue's first page, and leaving."""

import pytest
from django.utils import timezone

from tests.web import world
from tracktwo_web.dialogues.cookie import NAME
from tracktwo_web.dialogues.domain.announce import announce
from tracktwo_web.dialogues.domain.keys import issue_key
from tracktwo_web.dialogues.roles import Role


@pytest.mark.parametrize(
    ("role", "side"),
    [(role, "nato") for role in ("head", "member", "adviser", "interpreter", "secretary")]
    + [("secretariat", ""), ("observer", "")],
)
def test_everybody_who_sits_sees_the_table_without_names(dialogue, sit, role, side) -> None:
    page = sit(world.seat_of(dialogue, Role(role), side)).get(f"/d/{dialogue.id}/")

    html = page.content.decode()
    assert page.status_code == 200
    assert [one.seats for one in page.context["table"]] == [6, 6, 2]
    for label in dialogue.seats.exclude(side=None).values_list("label", flat=True):
        assert f">{label}<" not in html
    assert dialogue.convenor.email not in html


def test_announcements_are_read_in_ones_own_language(dialogue, sit) -> None:
    announce(dialogue, {"en": "On Monday.", "zh": "周一。", "fr": "Lundi."})
    client = sit(world.seat_of(dialogue, Role.MEMBER, "china"))

    pages = [
        client.get(f"/d/{dialogue.id}/", headers={"accept-language": language}).content.decode()
        for language in ("en", "zh-hans", "fr")
    ]

    found = [
        [said for said in ("On Monday.", "周一。", "Lundi.") if said in page] for page in pages
    ]
    assert found == [["On Monday."], ["周一。"], ["Lundi."]]


def test_both_sides_clocks_stand_side_by_side(dialogue, sit) -> None:
    page = sit(world.seat_of(dialogue, Role.MEMBER, "china")).get(f"/d/{dialogue.id}/")

    html = page.content.decode()
    assert "Brussels: <time" in html
    assert "Beijing: <time" in html


def test_order_of_sides_on_the_page_is_that_of_the_page(dialogue, sit) -> None:
    from tracktwo_web.dialogues.queries import sides_in_turn

    path = f"/d/{dialogue.id}/"

    page = sit(world.seat_of(dialogue, Role.MEMBER, "china")).get(path)

    shown = [one.side for one in page.context["table"] if one.side]
    assert shown == sides_in_turn(dialogue, path)


def test_leaving_takes_the_seat_from_the_browser_and_the_link_gives_it_back(
    dialogue, client_at
) -> None:
    seat = world.seat_of(dialogue, Role.MEMBER, "nato")
    link = f"/seat/{issue_key(seat, now=timezone.now()).secret}"
    client = client_at()
    client.post(link)

    asked = client.get(f"/d/{dialogue.id}/leave")
    left = client.post(f"/d/{dialogue.id}/leave")

    cookie = left.cookies[NAME]
    assert (asked.status_code, left.status_code, left.url) == (200, 302, "/")
    assert (cookie.value, cookie["path"], cookie["max-age"]) == ("", f"/d/{dialogue.id}/", 0)
    assert client.get(f"/d/{dialogue.id}/").status_code == 404
    client.post(link)
    assert client.get(f"/d/{dialogue.id}/").status_code == 200


def test_convenor_who_sits_nowhere_has_no_seat_to_leave(dialogue, convenor_client) -> None:
    assert convenor_client.get(f"/d/{dialogue.id}/leave").status_code == 403
