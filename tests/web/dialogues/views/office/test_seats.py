"""Seats and their links in the office."""

import pytest
from django.core import mail

from tests.web import world
from tracktwo_web.dialogues.domain.keys import find_key, live_key_id
from tracktwo_web.dialogues.invitations import NO_MAIL
from tracktwo_web.dialogues.models import Dialogue, Key, Seat
from tracktwo_web.dialogues.roles import Role

ADDRESS = "somebody@" + "example.org"


@pytest.fixture
def here(dialogue: Dialogue) -> str:
    return f"/d/{dialogue.id}/office/seats"


@pytest.fixture
def seat(dialogue) -> Seat:
    return world.seat_of(dialogue, Role.MEMBER, "nato")


def _secret(answer) -> str:
    (sheet,) = answer.context["sheets"]
    return sheet.url.removeprefix("http://localhost/seat/")


def test_seats_are_added_by_the_row(dialogue, convenor_client, here) -> None:
    nato = dialogue.sides.get(code="nato")
    typed = {"role": "member", "side": str(nato.id), "count": "3", "language": "fr"}

    answer = convenor_client.post(here, typed)

    added = dialogue.seats.filter(label__startswith="NATO-").order_by("label")
    assert (answer.status_code, answer.url) == (302, here)
    assert list(added.values_list("label", "role", "language")) == [
        ("NATO-01", "member", "fr"),
        ("NATO-02", "member", "fr"),
        ("NATO-03", "member", "fr"),
    ]


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({"role": "member"}, {"side": ["Choose the side on which these delegates sit."]}),
        (
            {"role": "observer", "side": "nato"},
            {"side": ["The secretariat and observers sit on no side."]},
        ),
        ({"role": "public"}, {"role": [
            "Select a valid choice. public is not one of the available choices."
        ]}),
        ({"role": "observer", "count": "201"}, {"count": [
            "Ensure this value is less than or equal to 200."
        ]}),
    ],
)  # fmt: skip
def test_seats_that_cannot_be_are_refused(dialogue, convenor_client, here, typed, errors) -> None:
    sides = {side.code: str(side.id) for side in dialogue.sides.all()}
    typed = {"count": "1", "language": "en"} | typed
    typed["side"] = sides.get(typed.get("side", ""), "")

    answer = convenor_client.post(here, typed)

    assert answer.context["form"].errors == errors
    assert dialogue.seats.count() == 14


def test_link_is_shown_once_and_opens_the_seat(convenor_client, here, seat, client_at) -> None:
    known = live_key_id(seat)

    answer = convenor_client.post(f"{here}/{seat.id}/link", {"known": known})
    again = convenor_client.post(f"{here}/{seat.id}/link", {"known": known})

    assert answer.status_code == 200
    assert find_key(_secret(answer)).seat == seat  # showing the page again did not close it
    assert (again.status_code, again.url) == (302, f"{here}/{seat.id}")
    assert client_at().post(f"/seat/{_secret(answer)}").status_code == 302


def test_link_is_found_nowhere_after_it_was_shown(convenor_client, here, seat) -> None:
    secret = _secret(convenor_client.post(f"{here}/{seat.id}/link", {"known": live_key_id(seat)}))

    later = [convenor_client.get(page) for page in (here, f"{here}/{seat.id}", f"{here}/links")]

    assert not any(secret in answer.content.decode() for answer in later)
    assert secret not in str(convenor_client.cookies)
    assert secret not in repr(list(Key.objects.values()))


def test_link_with_a_passphrase_of_the_convenors(convenor_client, here, seat, client_at) -> None:
    phrase = "told by telephone"
    typed = {"known": live_key_id(seat), "passphrase": phrase}

    short = convenor_client.post(f"{here}/{seat.id}/link", typed | {"passphrase": "short"})
    answer = convenor_client.post(f"{here}/{seat.id}/link", typed)

    link = f"/seat/{_secret(answer)}"
    assert list(short.context["invitation"].errors) == ["passphrase"]
    assert phrase not in answer.content.decode()
    assert client_at().post(link).status_code == 200
    assert client_at().post(link, {"passphrase": phrase}).status_code == 302


def test_missing_links_are_issued_at_once_each_in_its_language(
    dialogue, convenor_client, here, client_at
) -> None:
    Key.objects.filter(seat__label__in=["N-1", "C-1"]).delete()
    Seat.objects.filter(label="C-1").update(language="zh")

    answer = convenor_client.post(f"{here}/links")
    again = convenor_client.post(f"{here}/links")

    sheets = answer.context["sheets"]
    assert [(sheet.seat.label, sheet.tag) for sheet in sheets] == [
        ("N-1", "en"),
        ("C-1", "zh-Hans"),
    ]
    assert 'lang="zh-Hans" aria-label="C-1"' in answer.content.decode()
    assert {
        client_at().post(sheet.url.removeprefix("http://localhost")).status_code for sheet in sheets
    } == {302}
    assert (again.status_code, again.url) == (302, here)


def test_addresses_that_show_links_show_nothing_when_asked_again(
    convenor_client, here, seat
) -> None:
    answers = [convenor_client.get(f"{here}/links"), convenor_client.get(f"{here}/{seat.id}/link")]

    assert [(one.status_code, one.url) for one in answers] == [
        (302, here),
        (302, f"{here}/{seat.id}"),
    ]


def test_warning_stands_before_a_new_link_while_a_round_is_open(
    dialogue, convenor_client, here, seat
) -> None:
    world.an_open_round(dialogue)

    html = convenor_client.get(f"{here}/{seat.id}").content.decode()

    assert "With a new link this seat cannot answer in it any more" in html
    assert "Issue a new link; the present one stops working" in html


def test_revoked_seat_is_closed_at_once(convenor_client, here, seat, sit, dialogue) -> None:
    client = sit(seat)

    answer = convenor_client.post(f"{here}/{seat.id}/revoke")

    assert (answer.status_code, answer.url) == (302, f"{here}/{seat.id}")
    assert client.get(f"/d/{dialogue.id}/").status_code == 404
    assert live_key_id(seat) is None


def test_link_is_mailed_and_the_address_is_not_kept(convenor_client, here, seat) -> None:
    answer = convenor_client.post(
        f"{here}/{seat.id}/link", {"known": live_key_id(seat), "send_to": ADDRESS}
    )

    seat.refresh_from_db()
    (sent,) = mail.outbox
    assert (answer.context["sent"], sent.to, seat.email) == (True, [ADDRESS], "")
    assert _secret(answer) in sent.body


def test_link_is_shown_also_where_the_mail_fails(convenor_client, here, seat, settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens there

    answer = convenor_client.post(
        f"{here}/{seat.id}/link", {"known": live_key_id(seat), "send_to": ADDRESS}
    )

    assert answer.context["sent"] is False
    assert find_key(_secret(answer)).seat == seat


def test_mail_is_not_offered_where_none_is_set_up(convenor_client, here, seat, settings) -> None:
    settings.EMAIL_BACKEND = NO_MAIL

    page = convenor_client.get(f"{here}/{seat.id}")
    answer = convenor_client.post(
        f"{here}/{seat.id}/link", {"known": live_key_id(seat), "send_to": ADDRESS}
    )

    assert 'name="send_to"' not in page.content.decode()
    assert (answer.context["sent"], mail.outbox) == (None, [])


def test_seat_is_renamed_and_written_to_in_another_language(convenor_client, here, seat) -> None:
    typed = {"label": "N-77", "language": "zh", "email": ADDRESS}

    answer = convenor_client.post(f"{here}/{seat.id}", typed)
    taken = convenor_client.post(f"{here}/{seat.id}", typed | {"label": "C-1"})

    seat.refresh_from_db()
    assert (answer.status_code, answer.url) == (302, here)
    assert (seat.label, seat.language, seat.email) == ("N-77", "zh", ADDRESS)
    assert taken.context["form"].errors == {"label": ["Another seat has this label."]}


def test_help_says_that_a_label_is_no_name(convenor_client, here, seat) -> None:
    html = convenor_client.get(f"{here}/{seat.id}").content.decode()

    assert "Never a person’s name" in html


def test_seat_is_removed_before_the_first_round_only(dialogue, convenor_client, here, seat) -> None:
    other = world.seat_of(dialogue, Role.HEAD, "china")

    convenor_client.post(f"{here}/{seat.id}/remove")
    world.an_open_round(dialogue)
    answer = convenor_client.post(f"{here}/{other.id}/remove", follow=True)

    assert list(dialogue.seats.filter(pk__in=[seat.id, other.id])) == [other]
    assert "After the first round a seat can be closed, not removed." in answer.content.decode()
