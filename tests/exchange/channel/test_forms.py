"""Messages that are told further have fields that their kind allows, in whatever form they came."""

from pathlib import Path

import pytest

from tests.channel.line.conftest import CALL, a_message
from tracktwo.channel.messages import Message
from tracktwo.errors import InputError
from tracktwo.exchange.channel.cap import alert_of, write_cap
from tracktwo.exchange.channel.forms import read_checked_messages, read_messages
from tracktwo.exchange.channel.traffic_file import write_traffic

LATE = {"start": "2026-03-01T25:00:00Z", "end": "2026-03-01T26:00:00Z"}


def _called_at(windows: dict[str, str]) -> Message:
    return a_message("NATO-CR 0001/26", fields=CALL | {"windows": [windows]})


def test_message_with_a_field_that_cannot_be_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "messages.jsonl"
    file.write_text(write_traffic([a_message("NATO-CR 0002/26"), _called_at(LATE)]))

    assert len(read_messages(file)) == 2
    with pytest.raises(InputError, match=r"line 2: NATO-CR 0001/26: ") as refused:
        read_checked_messages(file)
    assert refused.value.line == 2


def test_alert_whose_message_has_such_a_field_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "alert.xml"
    right = {"start": "2026-03-01T15:00:00Z", "end": "2026-03-01T16:00:00Z"}
    text = write_cap(alert_of(_called_at(right), {}))
    assert text.count("T15:00:00Z") == 2
    file.write_text(text.replace("T15:00:00Z", "T25:00:00Z"))

    with pytest.raises(InputError):
        read_messages(file)
