"""The state of a document comes back from JSON as it was, times in UTC."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from tracktwo.errors import InputError
from tracktwo.text.standing import Document, Silence, Stage
from tracktwo.text.standing.document_json import document_from, document_state

BEIJING = timezone(timedelta(hours=8))
OPENED = datetime(2027, 3, 1, 17, tzinfo=BEIJING)
DAY = timedelta(days=1)
SILENCE = (
    Silence.over("3ec8", sides=("china", "nato"), opened=OPENED, until=OPENED + DAY)
    .extended(OPENED + 2 * DAY, at=OPENED + timedelta(hours=1))
    .broken("nato", unit="u3", reason="The date is missing.", at=OPENED + timedelta(hours=30))
)
UNDER_SILENCE = Document(Stage.UNDER_SILENCE, 4, SILENCE)
TAKEN_BACK = Document(Stage.ROLLING_DRAFT, 5, replace(SILENCE, taken_back="A head does not sign."))


@pytest.mark.parametrize(
    "document", [Document(), Document(Stage.CLEAN, 3), UNDER_SILENCE, TAKEN_BACK]
)
def test_document_comes_back(document: Document) -> None:
    assert document_from(json.loads(json.dumps(document_state(document)))) == document


def test_times_are_told_in_utc() -> None:
    silence = document_state(UNDER_SILENCE)["silence"]

    assert (silence["opened"], silence["first_until"]) == ("2027-03-01T09:00:00Z", "2027-03-02T09:00:00Z")  # fmt: skip
    again = document_from(document_state(UNDER_SILENCE)).silence
    assert again is not None
    assert again.opened.tzinfo is UTC


@pytest.mark.parametrize(
    "changed",
    [
        {"stage": "agreed"},
        {"draft": "4"},
        {"draft": None},
        {"silence": {}},
        {"silence": {**document_state(UNDER_SILENCE)["silence"], "opened": "2027-03-01T09:00:00"}},
        {"silence": {**document_state(UNDER_SILENCE)["silence"], "opened": 7}},
    ],
)
def test_what_is_no_state_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(InputError, match=r"this is no state of a document \(.+\); write it again"):
        document_from({**document_state(Document()), **changed})


def test_time_without_a_zone_is_not_written() -> None:
    naive = replace(SILENCE, opened=OPENED.replace(tzinfo=None))

    with pytest.raises(ValueError, match="has no time zone"):
        document_state(replace(UNDER_SILENCE, silence=naive))
