"""Sitting down with an invitation link."""

import pytest
from django.test import Client
from django.utils import timezone

from tests.web import world
from tracktwo_web.dialogues import attempts
from tracktwo_web.dialogues.cookie import NAME, opened
from tracktwo_web.dialogues.domain.keys import issue_key, revoke_keys
from tracktwo_web.dialogues.models import Key, Seat
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.dialogues.secrets import Root

PASSPHRASE = "seven quiet harbours at dawn"


@pytest.fixture(autouse=True)
def _no_guesses_yet():
    attempts.forget_all()
    yield
    attempts.forget_all()


@pytest.fixture
def seat(dialogue) -> Seat:
    return world.seat_of(dialogue, Role.MEMBER, "nato")


def _link(seat: Seat, **options) -> str:
    return f"/seat/{issue_key(seat, now=timezone.now(), **options).secret}"


def test_page_says_what_the_link_opens(seat, client_at) -> None:
    page = client_at().get(_link(seat))

    html = page.content.decode()
    assert page.status_code == 200
    for said in ("A dialogue", "NATO experts", "Member", "N-2", "Take your seat"):
        assert said in html
    assert NAME not in page.cookies


def test_sitting_down_leads_to_the_dialogue(dialogue, seat, client_at) -> None:
    client, link = client_at(), _link(seat)

    answer = client.post(link)

    assert (answer.status_code, answer.url) == (302, f"/d/{dialogue.id}/")
    assert client.get(answer.url).status_code == 200


def test_wrong_and_revoked_links_are_one_page(seat, client_at) -> None:
    revoked, replaced = _link(seat), _link(seat)
    revoke_keys(seat, now=timezone.now())
    links = ["/seat/no-such-secret", revoked, replaced]

    answers = [client_at().get(link) for link in links]
    posted = [client_at().post(link, {"passphrase": "x"}) for link in links]

    assert {answer.status_code for answer in answers + posted} == {404}
    assert len({answer.content for answer in answers + posted}) == 1


def test_neither_page_nor_answer_hands_the_secret_on(seat, client_at) -> None:
    link = _link(seat)
    secret = link.removeprefix("/seat/")
    client = client_at()

    page = client.get(link)
    answer = client.post(link)
    wrong = client.get(link + "x")

    assert [one["Referrer-Policy"] for one in (page, answer, wrong)] == ["strict-origin"] * 3
    assert secret not in page.content.decode()
    assert secret not in str(answer.headers)
    assert secret not in str(answer.cookies)
    assert 'name="referrer"' not in page.content.decode()


def test_language_is_changed_without_a_redirect_that_carries_the_link(seat, client_at) -> None:
    client, link = client_at(), _link(seat)

    answer = client.post(link, {"language": "fr"})

    assert answer.status_code == 200
    assert "Location" not in answer.headers
    assert '<html lang="fr">' in answer.content.decode()
    assert client.cookies["django_language"].value == "fr"
    assert NAME not in client.cookies


def test_passphrase_is_asked_for_where_the_link_has_one(seat, client_at) -> None:
    client, link = client_at(), _link(seat, passphrase=PASSPHRASE)

    page = client.get(link)
    wrong = client.post(link, {"passphrase": "not this one"})
    empty = client.post(link)
    right = client.post(link, {"passphrase": PASSPHRASE})

    assert page.context["asks_passphrase"]
    assert not page.context["offers_passphrase"]
    assert wrong.context["form"].errors == {
        "passphrase": ["This is not the passphrase of this link."]
    }
    assert empty.context["form"].errors == {"passphrase": ["This field is required."]}
    assert right.status_code == 302


def test_what_was_typed_as_a_passphrase_is_not_sent_back(seat, client_at) -> None:
    answer = client_at().post(_link(seat, passphrase=PASSPHRASE), {"passphrase": "wrong, but near"})

    assert "wrong, but near" not in answer.content.decode()


def test_after_some_wrong_guesses_even_the_right_one_must_wait(seat, client_at) -> None:
    client, link = client_at(), _link(seat, passphrase=PASSPHRASE)

    for _ in range(attempts.AT_MOST):
        client.post(link, {"passphrase": "a guess"})
    answer = client_at().post(link, {"passphrase": PASSPHRASE})

    assert answer.context["form"].errors == {
        "passphrase": ["Too many tries. Wait a quarter of an hour."]
    }
    assert NAME not in answer.cookies


def test_guesses_leave_nothing_in_the_database(seat, client_at, django_assert_num_queries) -> None:
    client, link = client_at(), _link(seat, passphrase=PASSPHRASE)

    with django_assert_num_queries(1) as queries:
        client.post(link, {"passphrase": "a guess"})

    assert all(one["sql"].startswith("SELECT") for one in queries.captured_queries)


def test_delegate_chooses_a_passphrase_when_first_sitting_down(dialogue, seat, client_at) -> None:
    client, link = client_at(), _link(seat)
    chosen = {"new_passphrase": PASSPHRASE, "again": PASSPHRASE}

    offered = client.get(link).context["offers_passphrase"]
    answer = client.post(link, chosen)

    secret = link.removeprefix("/seat/")
    assert offered
    assert (answer.status_code, answer.url) == (302, f"/d/{dialogue.id}/")
    assert opened(client.cookies[NAME].value).root == Root.of(secret, PASSPHRASE)
    assert client.get(answer.url).status_code == 200
    assert client_at().post(link).status_code == 200  # asked for the passphrase now


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        (
            {"new_passphrase": PASSPHRASE, "again": PASSPHRASE + "!"},
            {"again": ["The two passphrases are not the same."]},
        ),
        (
            {"new_passphrase": PASSPHRASE},
            {"again": ["The two passphrases are not the same."]},
        ),
        (
            {"new_passphrase": "too short", "again": "too short"},
            {"new_passphrase": ["Ensure this value has at least 12 characters (it has 9)."]},
        ),
    ],
)
def test_passphrase_that_was_mistyped_changes_nothing(seat, client_at, typed, errors) -> None:
    link = _link(seat)

    answer = client_at().post(link, typed)

    assert answer.context["form"].errors == errors
    assert not Key.objects.get(seat=seat, revoked_at=None).has_passphrase


def test_no_passphrase_is_offered_or_taken_while_a_round_is_open(dialogue, seat, client_at) -> None:
    link = _link(seat)
    world.an_open_round(dialogue)

    page = client_at().get(link)
    answer = client_at().post(link, {"new_passphrase": PASSPHRASE, "again": PASSPHRASE})

    assert not page.context["offers_passphrase"]
    assert answer.context["form"].non_field_errors() == [
        "The passphrase cannot be chosen now. Sit down without one."
    ]
    assert not Key.objects.get(seat=seat, revoked_at=None).has_passphrase


def test_form_of_another_site_seats_nobody(seat) -> None:
    """A browser must not be put on somebody else's seat by a page it happens to visit."""
    client = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)

    answer = client.post(_link(seat))

    assert answer.status_code == 403
    assert NAME not in answer.cookies


def test_other_methods_are_refused(seat, client_at) -> None:
    assert client_at().put(_link(seat)).status_code == 405
