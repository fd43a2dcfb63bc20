"""Invitations on paper and by mail."""

import pytest
from django.core import mail
from django.test import RequestFactory
from django.utils import timezone

from tests.web import world
from tracktwo_web.dialogues.domain.keys import issue_key
from tracktwo_web.dialogues.invitations import NO_MAIL, Sheet, can_mail, sheet_of
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.roles import Role

ADDRESS = "somebody@" + "example.org"


def _sheet(dialogue: Dialogue, language: str, **options) -> Sheet:
    seat = world.seat_of(dialogue, Role.MEMBER, "china")
    seat.language = language
    request = RequestFactory(headers={"host": "localhost"}).get("/")
    return sheet_of(request, issue_key(seat, now=timezone.now(), **options))


@pytest.mark.parametrize(
    ("language", "tag", "title", "side"),
    [
        ("en", "en", "A dialogue", "Chinese experts"),
        ("zh", "zh-Hans", "对话", "中国专家"),
        ("fr", "fr", "Un dialogue", "Experts chinois"),
    ],
)
def test_sheet_speaks_the_language_of_its_seat(dialogue, language, tag, title, side) -> None:
    sheet = _sheet(dialogue, language)

    assert sheet.tag == tag
    for said in (title, side, sheet.url, "C-2"):
        assert said in sheet.html


def test_sheet_says_whether_a_passphrase_will_be_asked(dialogue) -> None:
    bare, protected = _sheet(dialogue, "en"), _sheet(dialogue, "en", passphrase="a long phrase")

    asked = "You will be asked for a passphrase."
    assert (asked in bare.html, asked in protected.html) == (False, True)
    assert "a long phrase" not in protected.html


def test_address_leads_to_the_seat(dialogue, client_at) -> None:
    sheet = _sheet(dialogue, "en")

    assert sheet.url.startswith("http://localhost/seat/")
    assert client_at().get(sheet.url.removeprefix("http://localhost")).status_code == 200


def test_link_does_not_show_in_a_representation(dialogue) -> None:
    sheet = _sheet(dialogue, "en")

    assert sheet.url not in repr(sheet)


def test_mail_carries_the_link_and_says_nothing_in_its_subject(dialogue) -> None:
    sheet = _sheet(dialogue, "en")

    sheet.mail_to(ADDRESS)

    (sent,) = mail.outbox
    assert (sent.subject, sent.to, sent.cc, sent.bcc) == ("An invitation", [ADDRESS], [], [])
    assert sheet.url in sent.body
    assert "&" not in sent.body  # plain text, not markup


@pytest.mark.parametrize(("backend", "can"), [(NO_MAIL, False), ("any.other.Backend", True)])
def test_mail_is_sent_where_it_is_set_up(settings, backend, can) -> None:
    settings.EMAIL_BACKEND = backend

    assert can_mail() == can
