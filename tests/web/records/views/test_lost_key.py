"""A side whose key is lost begins a new log, which takes the old one's place; both verify."""

import html
import re

import pytest

from tests.record.conftest import NATO, THIEF
from tests.web.records.conftest import ADOPTED, BODY, CHINA, enters
from tracktwo.record import LOG_REPLACES, fingerprint, verify
from tracktwo.record.base64url import to_text
from tracktwo.record.entry import SIGNED
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.records.queries import joint_acts_of, log_of, record_of

NEW = THIEF
"""A key that nobody has seen yet."""


@pytest.fixture
def head(sit, seat):
    return sit(seat(Role.HEAD, "nato"))


@pytest.fixture
def address(dialogue) -> str:
    return f"/d/{dialogue.id}/record/key/lost/"


def replaces(head, address, *, key=NEW):
    at = f"{address}?key={key.public}"
    page = head.get(at).content.decode()
    draft = html.unescape(re.search(r'name="draft" value="([^"]*)"', page)[1])
    return head.post(at, {"draft": draft, "signature": to_text(key.sign(SIGNED + draft.encode()))})


def test_new_log_takes_the_place_of_the_old_one(dialogue, nato, begun, head, address) -> None:
    before = log_of(nato)

    answer = replaces(head, address)

    log = log_of(nato)
    assert answer["Location"] == f"/d/{dialogue.id}/record/"
    assert (log.name, log.key, log.entries[0].kind) == ("nato.2", NEW.public, LOG_REPLACES)
    assert log.entries[0].body == {"log": "nato", "seq": 1, "hash": before.head.hash}
    found = verify(
        record_of(dialogue), keys={"nato": NATO.public, "nato.2": NEW.public, "china": CHINA.public}
    )
    assert (found.holds, sorted(found.logs)) == (True, ["china", "nato", "nato.2"])


def test_side_signs_on_in_its_new_log(dialogue, nato, china, begun, head, address) -> None:
    enters(china, ADOPTED, BODY)
    replaces(head, address)

    enters(nato, ADOPTED, BODY, key=NEW)

    [act] = joint_acts_of(dialogue)
    assert (dict(act.signed).keys(), act.missing) == ({"nato", "china"}, ())
    assert verify(record_of(dialogue)).holds
    enters(china, "message.seen", {"n": 1})
    assert log_of(china).entries[-1].seen == tuple(
        one.head for one in (verify(record_of(dialogue)).logs["nato"], log_of(nato))
    )


def test_key_can_be_lost_twice(nato, begun, head, address) -> None:
    replaces(head, address)

    replaces(head, address, key=CHINA)

    log = log_of(nato)
    assert (log.name, log.entries[0].body["log"]) == ("nato.3", "nato.2")


def test_page_tells_the_rule(dialogue, begun, head, address) -> None:
    assert address in head.get(f"/d/{dialogue.id}/record/key/").content.decode()

    page = head.get(address).content.decode()

    assert "read the new fingerprint to each of the other sides by telephone" in page


def test_record_shows_both_keys_and_says_what_happened(dialogue, begun, head, address) -> None:
    replaces(head, address)

    page = head.get(f"/d/{dialogue.id}/record/").content.decode()

    assert "Key lost, log begun anew" in page
    assert all(group in page for group in fingerprint(NEW.public).split())
    assert fingerprint(NATO.public) in page
    assert f"--key nato.2={NEW.public}" in page


def test_side_without_a_key_shows_one_first(dialogue, nato, head, address) -> None:
    assert head.get(address)["Location"] == f"/d/{dialogue.id}/record/key/"


def test_pressed_twice_is_one_log(nato, begun, head, address) -> None:
    at = f"{address}?key={NEW.public}"
    replaces(head, address)

    answer = head.post(at, {"draft": "{}", "signature": "x"})

    assert (answer.status_code, log_of(nato).name) == (302, "nato.2")


def test_member_loses_no_key(sit, seat, begun, address) -> None:
    assert sit(seat(Role.MEMBER, "nato")).get(address).status_code == 403
