"""The archive: every message that was sent, the part that is looked for, and the same as a file."""

import json

import pytest

from tests.channel.line.conftest import CALL
from tests.web.channel.ends import ASKING
from tracktwo_web.channel.domain.wording import Wording


@pytest.fixture
def full(desk):
    desk.sends(desk.nato, ASKING)
    desk.sends(desk.china, ASKING)
    topic = {"origin": "zh", "texts": {"zh": "浮标漂移"}, "states": {}}
    desk.sends(desk.nato, Wording("CR", CALL | {"topic": topic}))
    return desk


def _codes(desk, **asked: str) -> list[str]:
    answer = desk.officer().get(desk.url("line_archive_file", desk.nato.pk), asked)
    return [json.loads(one)["id"] for one in answer.getvalue().splitlines()]


def test_archive_is_filtered_and_saved_as_it_is_shown(full) -> None:
    meant = ["NATO-CR 0001/26", "CHINA-CR 0001/26"]
    exercise = ["NATO-EX-CR 0001/26"]

    assert _codes(full) == meant
    assert _codes(full, sort="exercise") == exercise
    assert _codes(full, sort="exercise", words="浮标") == exercise
    assert _codes(full, sort="exercise", words="nothing like that") == []
    assert _codes(full, words="china-cr") == ["CHINA-CR 0001/26"]
    assert _codes(full, sender="own") == meant[:1]
    assert _codes(full, kind="PN") == []
    assert _codes(full, since="2026-03-01", until="2026-03-01") == meant
    assert _codes(full, since="2026-03-02") == []
    assert _codes(full, kind="XX") == meant
    page = full.page(full.officer(), "line_archive", full.nato.pk, sender="other")
    assert "CHINA-CR 0001/26" in page
    assert "NATO-CR 0001/26" not in page
    assert "archive/file?sender=other" in page


@pytest.mark.parametrize("n", [1, 3])
def test_archive_asks_as_often_for_many_as_for_one(desk, n, django_assert_num_queries) -> None:
    client = desk.officer()
    desk.page(client, "line_archive", desk.nato.pk)
    for _ in range(n):
        desk.sends(desk.nato, ASKING)

    with django_assert_num_queries(10, exact=False):
        page = desk.page(client, "line_archive", desk.nato.pk)

    assert page.count('class="entry') == n
