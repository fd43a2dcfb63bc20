"""What logs keep of a drill is read back as the same, and anything else is refused."""

from datetime import timedelta

import pytest

from tests.channel.drills.test_play import OFFICES, START, TWO
from tracktwo.channel.drills.entries import Proposed, proposed_body, proposed_of
from tracktwo.errors import InputError

PROPOSED = Proposed(TWO, START, OFFICES)
BODY = proposed_body(PROPOSED)


def test_proposed_drill_is_read_back_as_the_same() -> None:
    assert proposed_of(BODY) == PROPOSED
    assert BODY["start"] == "2026-11-20T10:00:00Z"


@pytest.mark.parametrize(
    "change",
    [
        {"more": 1},
        {"start": "2026-11-20"},
        {"start": 7},
        {"offices": ["NATO", "CHINA"]},
        {"offices": {"first": "NATO", "other": 7}},
        {"offices": {"first": "NATO", "other": "NATO"}},
        {"offices": {"first": "NATO"}},
        {"drill": {}},
        {"drill": "unsafe"},
    ],
)
def test_other_body_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(InputError):
        proposed_of(BODY | change)  # type: ignore[arg-type]


def test_drill_lasts_until_its_last_message_is_due_and_is_cut_where_it_was_stopped() -> None:
    assert TWO.lasts == timedelta(hours=2)
    assert TWO.until(timedelta(minutes=59)).injects == TWO.injects[:1]
    assert TWO.until(-timedelta(minutes=1)) is None
