import re
import subprocess
import sys

import pytest

from tests.record.conftest import CHINA, NATO, THIEF
from tests.web.records.conftest import ADOPTED, BODY, enters
from tracktwo.record import KEY_CHANGED, fingerprint, verify
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.records.models import Line

TRACKTWO = (sys.executable, "-c", "from tracktwo_cli.main import main; main()")


@pytest.fixture
def page(dialogue, sit, seat):
    """The record as an observer reads it."""

    def read() -> str:
        return sit(seat(Role.OBSERVER)).get(f"/d/{dialogue.id}/record/").content.decode()

    return read


def _plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_record_of_nobody_says_so(page):
    text = _plain(page())

    assert "Nothing has been signed together yet." in text
    assert text.count("This side has shown no key yet.") == 2
    assert "record.jsonl" not in text


def test_record_says_who_has_signed_and_who_has_not(page, nato, china, begun):
    enters(nato, ADOPTED, BODY)
    half = _plain(page())

    enters(china, ADOPTED, BODY)
    whole = _plain(page())

    assert "not signed by all yet Signed NATO experts Not signed yet Chinese experts" in half
    assert "signed by all Signed" in whole
    assert "Not signed yet" not in whole


def test_keys_are_shown_in_groups_to_be_compared(page, nato, begun):
    enters(nato, KEY_CHANGED, {"key": THIEF.public})

    text = _plain(page())

    assert f"{fingerprint(THIEF.public)} Earlier key: {fingerprint(NATO.public)}" in text
    assert f"Chinese experts {fingerprint(CHINA.public)}" in text


def test_command_on_the_page_checks_the_file_that_it_offers(
    dialogue, page, sit, seat, nato, begun, tmp_path
):
    enters(nato, KEY_CHANGED, {"key": THIEF.public})
    command = re.search(r"tracktwo record verify [^<]+", page())[0]
    answer = sit(seat(Role.OBSERVER)).get(f"/d/{dialogue.id}/record/record.jsonl")
    (tmp_path / "record.jsonl").write_bytes(answer.content)
    ran = subprocess.run(
        [*TRACKTWO, *command.split()[1:]], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    told = ran.stdout.splitlines()
    assert told[0] == "Valid: 3 entries of china, nato."
    assert "Each log begins with the key that you gave." in told
    assert answer["content-disposition"] == 'attachment; filename="record.jsonl"'


def test_record_that_was_tampered_with_is_shown_as_such_and_still_taken_along(
    dialogue, page, sit, seat, nato, begun
):
    enters(nato, ADOPTED, BODY)
    line = Line.objects.get(side=nato, number=2)
    line.text = line.text.replace("joint-report", "other-report")
    line.save()

    text = _plain(page())
    data = sit(seat(Role.OBSERVER)).get(f"/d/{dialogue.id}/record/record.jsonl").content

    assert "The record does not hold as it is stored here." in text
    assert "line 3: the signature does not fit entry 2 of nato: one of both was changed" in text
    assert "Text adopted" not in text
    assert not verify(data).holds


def test_what_does_not_hold_is_told_in_the_reader_s_language(dialogue, nato, begun, sit, seat):
    enters(nato, ADOPTED, BODY)
    line = Line.objects.get(side=nato, number=2)
    line.text = line.text.replace("joint-report", "other-report")
    line.save()

    answer = sit(seat(Role.OBSERVER)).get(
        f"/d/{dialogue.id}/record/", headers={"accept-language": "zh-hans"}
    )

    assert "第3行：签名与nato的第2条目不符：两者之一已被改动" in answer.content.decode()


def test_words_of_an_entry_are_shown_as_text(page, nato, begun):
    enters(nato, ADOPTED, {"text": "<script>alert(1)</script>\u202e"})

    html = page()

    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "\u202e" not in html


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_the_database_as_often_for_three_entries_as_for_one(
    dialogue, sit, seat, nato, begun, django_assert_max_num_queries, count
):
    for number in range(count):
        enters(nato, ADOPTED, {"n": number})
    observer = sit(seat(Role.OBSERVER))
    observer.get(f"/d/{dialogue.id}/record/")

    with django_assert_max_num_queries(12):
        observer.get(f"/d/{dialogue.id}/record/")
