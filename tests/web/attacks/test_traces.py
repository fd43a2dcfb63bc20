"""What is left beside the database: logs, pages, headers, faults."""

import re
from collections import deque

import pytest
from django.test import Client

from tests.web import world
from tracktwo_web.dialogues.roles import Role

LINK = re.compile(r'(?:href|src|action)="(/[^"#?]*)')


def test_logs_say_nothing_of_who_came(answered, capfd, caplog) -> None:
    written = "".join(capfd.readouterr()) + caplog.text

    told = [
        trace
        for seat in answered.came
        for trace in (seat.label, str(seat.id), seat.id.hex, answered.secrets[seat])
        if trace in written
    ]
    assert told == []
    assert str(answered.round.id) not in written


@pytest.mark.parametrize("who", [Role.HEAD, Role.OBSERVER, Role.SECRETARIAT, "convenor"])
def test_no_page_shows_an_answer_before_the_release(answered, settings, who) -> None:
    settings.DEMO = True
    reader = _reader(answered, who)

    pages = _read_all(reader, f"/d/{answered.dialogue.id}/")

    text = " ".join(pages.values())
    assert len(pages) > 4
    assert "A remark in the style" not in text
    assert not [ballot for ballot in answered.ballots() if ballot.hex() in text]


def test_pages_of_a_delegate_name_no_other_seat(answered) -> None:
    reader = _reader(answered, Role.HEAD)

    text = " ".join(_read_all(reader, f"/d/{answered.dialogue.id}/").values())

    named = [seat.label for seat in answered.came if re.search(rf"\b{seat.label}\b", text)]
    assert named == []


def test_a_fault_while_answering_logs_no_answer(answered, capfd) -> None:
    from django.db import connection

    seat = answered.came[0]
    browser = answered.browsers[seat]
    browser.raise_request_exception = False
    question = answered.round.questions.first()
    address = f"/d/{answered.dialogue.id}/rounds/{answered.round.id}/answer/{question.id}/"
    capfd.readouterr()

    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE perceptions_answer RENAME TO perceptions_gone")
    try:
        response = browser.post(address, {"vote": "-1", "comment": "a most secret remark"})
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE perceptions_gone RENAME TO perceptions_answer")

    written = "".join(capfd.readouterr())
    assert response.status_code in (500, 503)
    assert "secret remark" not in written + response.content.decode()
    assert answered.root(seat).ballot(answered.round.id).hex() not in written
    assert str(answered.root(seat)) not in written
    assert seat.id.hex not in written
    assert str(seat.id) not in written


def test_page_after_answering_is_the_same_whoever_came_first(answered) -> None:
    address = f"/d/{answered.dialogue.id}/rounds/{answered.round.id}/answer/"
    members = [one for one in answered.came if (one.role, one.side.code) == (Role.MEMBER, "nato")]

    pages = [answered.browsers[seat].get(address).content.decode() for seat in members]

    assert len(members) > 3
    assert len({re.sub(r'value="[A-Za-z0-9]{64}"', "", page) for page in pages}) == 1


def _reader(answered, who) -> Client:
    if who == "convenor":
        client = Client(headers={"host": "localhost"})
        client.force_login(answered.dialogue.convenor)
        return client
    if who == Role.HEAD:
        return next(b for s, b in answered.browsers.items() if s.role == Role.HEAD)
    seat = world.seat_of(answered.dialogue, who)
    client = world.seated(seat, Client(headers={"host": "localhost"}))
    client.post(f"/d/{answered.dialogue.id}/rules", {"accept": "on", "version": "1"})
    return client


def _read_all(client: Client, start: str) -> dict[str, str]:
    """Every page that can be reached by links without leaving the dialogue; own answers apart."""
    seen: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        address = waiting.popleft()
        if address in seen or not address.startswith(start) or _is_own(address):
            continue
        page = client.get(address)
        if page.status_code != 200 or page.streaming:
            continue
        seen[address] = page.content.decode(errors="replace")
        waiting.extend(LINK.findall(seen[address]))
    return seen


def _is_own(address: str) -> bool:
    return "/answer/" in address or "/review/" in address or address.endswith("/live")
