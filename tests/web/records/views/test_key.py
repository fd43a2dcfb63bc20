import datetime as dt
import re

import pytest
from django.utils import timezone

from tests.record.conftest import NATO, THIEF
from tests.web.records.conftest import ADOPTED, BODY, enters, signs
from tracktwo.record import (
    KEY_CHANGED,
    SigningKey,
    entry_bytes,
    fingerprint,
    read_canonical,
    sealed,
    unsigned,
    verify,
)
from tracktwo.record.base64url import to_text
from tracktwo.record.entry import SIGNED
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.records.domain.sign import KEY_BEGUN, draft_next
from tracktwo_web.records.models import Line
from tracktwo_web.records.queries import key_of, log_of, record_of

HIDDEN = re.compile(r'name="draft" value="([^"]*)"')


@pytest.fixture
def head(sit, seat):
    """NATO's head in a browser."""
    return sit(seat(Role.HEAD, "nato"))


@pytest.fixture
def address(dialogue):
    return f"/d/{dialogue.id}/record/key/"


def _draft_on(page) -> str:
    import html

    return html.unescape(HIDDEN.search(page.content.decode())[1])


def _signed(draft: str, key: SigningKey = NATO) -> dict[str, str]:
    """What the script in the browser sends."""
    return {"draft": draft, "signature": to_text(key.sign(SIGNED + draft.encode()))}


def _said(page) -> str:
    return re.search(r'id="refused">.*?<p>(.*?)</p>', page.content.decode(), re.DOTALL)[1].replace(
        "&#x27;", "'"
    )


def test_key_is_shown_by_a_signature_made_in_the_browser(dialogue, nato, head, address):
    at = f"{address}?key={NATO.public}"
    draft = _draft_on(head.get(at))

    answer = head.post(at, _signed(draft))

    assert (answer.status_code, answer.url) == (302, f"/d/{dialogue.id}/record/")
    (entry,) = log_of(nato).entries
    assert (entry.kind, entry.body, entry.key) == (KEY_BEGUN, {}, NATO.public)
    assert verify(record_of(dialogue), keys={"nato": NATO.public}).holds


def test_page_says_what_will_be_signed_and_with_which_key(head, address):
    page = head.get(f"{address}?key={NATO.public}")

    text = page.content.decode()
    assert fingerprint(NATO.public) in text
    assert "entry 1 of nato" in text
    draft = read_canonical(_draft_on(page).encode())
    assert (draft["kind"], draft["log"], draft["key"]) == (KEY_BEGUN, "nato", NATO.public)
    assert 'download="draft.json"' in text


@pytest.mark.parametrize("way", ["pasted", "as a file"])
def test_line_signed_by_the_command_is_entered(nato, head, address, tmp_path, way):
    at = f"{address}?key={NATO.public}"
    line = entry_bytes(signs(nato, KEY_BEGUN, {})) + b"\n"
    file = tmp_path / "signed.json"
    file.write_bytes(line)

    with file.open("rb") as opened:
        sent = {"line": line.decode()} if way == "pasted" else {"file": opened}
        answer = head.post(at, sent)

    assert (answer.status_code, key_of(nato)) == (302, NATO.public)


def test_key_is_changed_by_the_old_one(nato, head, address, begun):
    at = f"{address}?key={THIEF.public}"
    draft = _draft_on(head.get(at))

    head.post(at, _signed(draft))

    last = log_of(nato).entries[-1]
    assert (last.kind, last.body, last.key) == (KEY_CHANGED, {"key": THIEF.public}, NATO.public)
    assert key_of(nato) == THIEF.public


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("", "This field is required."),
        ("nothing", "is not a public key; it is ed25519: and 43 letters"),
        ("ed25519:" + to_text(bytes([1] + 31 * [0])), "anybody can make signatures"),
    ],
)
def test_key_that_is_none_is_refused(head, address, key, sentence):
    text = head.get(address, {"key": key}).content.decode()

    assert sentence in text
    assert "What you sign" not in text


def test_key_in_use_is_not_changed_to_itself(head, address, begun):
    text = head.get(address, {"key": NATO.public}).content.decode()

    assert "This is your side’s key already." in text


def test_button_pressed_twice_signs_once(dialogue, head, address):
    at = f"{address}?key={NATO.public}"
    sent = _signed(_draft_on(head.get(at)))

    answers = [head.post(at, sent) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Line.objects.count() == 1


def test_second_tab_is_told_that_the_log_has_gone_on_and_shown_the_next_draft(
    nato, head, address, begun
):
    at = f"{address}?key={THIEF.public}"
    draft = _draft_on(head.get(at))
    enters(nato, ADOPTED, BODY)

    page = head.post(at, _signed(draft))

    assert page.status_code == 422
    assert _said(page) == (
        "Your side’s log has gone on since this was drafted, and nothing was signed. Below is the new draft."
    )
    assert read_canonical(_draft_on(page).encode())["seq"] == 3
    assert (Line.objects.filter(side=nato).count(), key_of(nato)) == (2, NATO.public)


def test_signature_of_somebody_else_is_refused(head, address):
    at = f"{address}?key={NATO.public}"

    page = head.post(at, _signed(_draft_on(head.get(at)), THIEF))

    assert (page.status_code, Line.objects.count()) == (422, 0)
    assert _said(page) == (
        "the signature does not fit entry 1 of nato; sign exactly these bytes with the key that the entry names"
    )


def test_first_entry_is_signed_with_the_key_that_the_page_shows(nato, head, address):
    other = entry_bytes(signs(nato, KEY_BEGUN, {}, key=THIEF)).decode()

    page = head.post(f"{address}?key={NATO.public}", {"line": other})

    assert (page.status_code, Line.objects.count()) == (422, 0)
    assert _said(page) == "This entry is signed with another key than the one shown here."


def test_head_of_one_side_does_not_sign_for_the_other(nato, sit, seat, address):
    theirs = entry_bytes(signs(nato, KEY_BEGUN, {})).decode()

    page = sit(seat(Role.HEAD, "china")).post(f"{address}?key={NATO.public}", {"line": theirs})

    assert (page.status_code, Line.objects.count()) == (422, 0)
    assert _said(page) == "entry 1 of nato does not belong to china; each log has one writer"


@pytest.mark.parametrize("role", [Role.MEMBER, Role.ADVISER, Role.SECRETARY])
def test_nobody_signs_in_place_of_the_head(nato, sit, seat, address, role):
    line = entry_bytes(signs(nato, KEY_BEGUN, {})).decode()

    answer = sit(seat(role, "nato")).post(f"{address}?key={NATO.public}", {"line": line})

    assert (answer.status_code, Line.objects.count()) == (403, 0)


def test_entry_of_another_kind_is_not_slipped_in(nato, head, address, begun):
    line = entry_bytes(signs(nato, ADOPTED, BODY)).decode()

    page = head.post(f"{address}?key={THIEF.public}", {"line": line})

    assert (page.status_code, Line.objects.filter(side=nato).count()) == (422, 1)
    assert _said(page) == (
        "This entry says something else than what is to be signed here; sign the draft below."
    )


def test_draft_that_has_grown_old_is_refused(nato, head, address):
    old = timezone.now() - dt.timedelta(hours=2)
    draft = draft_next(nato, kind=KEY_BEGUN, body={}, key=NATO.public, now=old)
    line = entry_bytes(sealed(draft, NATO.sign(unsigned(draft)))).decode()

    page = head.post(f"{address}?key={NATO.public}", {"line": line})

    assert (page.status_code, Line.objects.count()) == (422, 0)


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "No signature has come. Sign in this browser, or send the signed line."),
        ({"signature": "x"}, "column 1 is not JSON (Expecting value)"),
        ({"signature": "x", "draft": "[]"}, "it is no draft; take draft.json from where you were asked to sign"),
        ({"signature": "x", "draft": "{}"}, "the entry has no at"),
        ({"line": "[]"}, "it is no entry; an entry is a JSON object"),
        ({"line": "x" * 200_001}, "This is longer than an entry can be."),
        ({"line": '{"a": 1}'}, "column 6 is not written in canonical form (RFC 8785); take the file from whoever wrote it, as it is"),
    ],
)  # fmt: skip
def test_what_is_no_entry_is_one_sentence(head, address, sent, sentence):
    page = head.post(f"{address}?key={NATO.public}", sent)

    assert (page.status_code, Line.objects.count()) == (422, 0)
    assert _said(page).startswith(sentence)


def test_code_that_names_no_log_is_told_calmly(nato, head, address):
    nato.code = "north.side"
    nato.save()

    text = head.get(address).content.decode()

    assert "the log is called &#x27;north.side&#x27;; write the party’s code" in text.replace(
        "party&#x27;s", "party’s"
    )
