"""Files of messages: they come back the same, what is damaged is refused, what does not hold is told."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.channel.kinds import messages
from tests.exchange.channel.messages import NOON, NW, PN, message
from tracktwo.channel.activities import Margin
from tracktwo.channel.messages import Limits, Message, Type, needs_of
from tracktwo.errors import InputError, OptionError
from tracktwo.exchange.channel.check import Fault, check_traffic
from tracktwo.exchange.channel.current import current
from tracktwo.exchange.channel.forms import chosen_for, read_messages
from tracktwo.exchange.channel.meeting import meetings
from tracktwo.exchange.channel.slash import write_slash
from tracktwo.exchange.channel.traffic_file import Line, read_traffic, write_traffic

FIRST = message("CHINA-EX-PN 0001/26", PN)


def lines_of(*told: Message) -> list[Line]:
    return [Line(n, one, None) for n, one in enumerate(told, 1)]


def saved(folder: Path, text: str, name: str = "traffic.jsonl") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(told=st.lists(messages(), min_size=1, max_size=3))
def test_every_file_comes_back(told: list[Message], tmp_path_factory) -> None:
    path = saved(tmp_path_factory.mktemp("traffic"), write_traffic(told))

    assert [line.message for line in read_traffic(path)] == told


def test_times_by_which_a_message_is_due_come_back(tmp_path: Path) -> None:
    needs = needs_of(FIRST, Limits())

    (line,) = read_traffic(saved(tmp_path, write_traffic([Line(1, FIRST, needs)])))

    assert line == Line(1, FIRST, needs)


def test_a_file_written_by_hand_is_read(tmp_path: Path) -> None:
    spaced = json.dumps(json.loads(write_traffic([FIRST])), indent=None)

    assert [line.message for line in read_traffic(saved(tmp_path, f"\n{spaced}\n\n"))] == [FIRST]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('{"addressees"', "[", "this is not JSON; write a message a line"),
        ('"copy_to":[]', '"copy_to":NaN', "this is not JSON; write a message a line"),
        ('"copy_to":[]', '"copy_to":[],"copy_to":[]', "this is not JSON; write a message a line"),
        ('"copy_to":[]', '"copy_to":' + 9999 * "[", "this is not JSON; write a message a line"),
        ('"copy_to":[],', "", "this is no message of the form tracktwo.message/1; take it as it was sent"),
        ('"status":"exercise"', '"status":"actual"', "CHINA-EX-PN 0001/26 has the status actual; exercises and nothing else have numbers with EX"),
    ],
)  # fmt: skip
def test_damaged_line_is_refused(old: str, new: str, sentence: str, tmp_path: Path) -> None:
    text = write_traffic([FIRST])
    assert old in text
    path = saved(tmp_path, text + text.replace(old, new))

    with pytest.raises(InputError) as refused:
        read_traffic(path)

    assert str(refused.value) == f"{path}, line 2: {sentence}"


def test_messages_that_hold_together_have_no_fault() -> None:
    update = message("CHINA-EX-PN 0002/26", PN, type=Type.UPDATE, refs=["CHINA-EX-PN 0001/26"])

    assert check_traffic(lines_of(FIRST, update)) == ()


def test_every_fault_is_told_with_its_line() -> None:
    early = replace(FIRST, sent=NOON.replace(hour=1))
    update = message("CHINA-EX-PN 0002/26", PN, type=Type.UPDATE, refs=["CHINA-EX-PN 0001/26"])
    late = replace(update, sent=NOON.replace(hour=0))
    empty = message("CHINA-EX-PN 0006/26", {})
    reply = message("NATO-EX-NW 0001/26", NW, type=Type.UPDATE, refs=["NATO-EX-NW 0009/26"])

    faults = check_traffic(lines_of(early, late, early, empty, reply))

    assert faults == (
        Fault(2, "CHINA-EX-PN 0002/26 was sent before CHINA-EX-PN 0001/26, which it is about"),
        Fault(3, "CHINA-EX-PN 0001/26 was given to two messages"),
        Fault(4, "CHINA-EX-PN 0003/26 to CHINA-EX-PN 0005/26 are missing in their series"),
        Fault(4, "CHINA-EX-PN 0006/26: Designation: this is required; fill it in"),
        Fault(5, "NATO-EX-NW 0001/26 is about NATO-EX-NW 0009/26, which is not in the file"),
    )


def test_only_what_still_holds_is_current() -> None:
    update = message("CHINA-EX-PN 0002/26", PN, type=Type.UPDATE, refs=["CHINA-EX-PN 0001/26"])
    ack = message("NATO-EX-PN 0001/26", {}, type=Type.ACKNOWLEDGE, refs=["CHINA-EX-PN 0002/26"])

    assert current([FIRST, update, ack]) == (update,)


def test_activities_of_two_offices_meet_once() -> None:
    other = message("NATO-EX-PN 0001/26", PN | {"areas": PN["areas"][:1]})
    away = message("NATO-EX-PN 0002/26", PN | {"areas": [{"circle": {"centre": "10-00N 100-00E", "miles": "5"}}]})  # fmt: skip

    found = meetings([FIRST, other, away], Margin())

    assert [(one.id, another.id) for one, another, _ in found] == [
        ("CHINA-EX-PN 0001/26#1", "NATO-EX-PN 0001/26")
    ]


def test_slash_delimited_text_of_several_messages_is_read(tmp_path: Path) -> None:
    second = message("CHINA-EX-NW 0001/26", NW)
    text = f"{write_slash(FIRST)}\n{write_slash(second)}"

    assert [line.message for line in read_messages(saved(tmp_path, text, "all.txt"))] == [FIRST, second]  # fmt: skip


def test_fault_in_slash_delimited_text_has_its_line_in_the_file(tmp_path: Path) -> None:
    text = f"{write_slash(FIRST)}\nTO/NATO\n"
    path = saved(tmp_path, text, "all.txt")

    with pytest.raises(InputError) as refused:
        read_messages(path)

    assert refused.value.line == text.count("\n")


def test_form_that_holds_none_of_the_messages_is_refused() -> None:
    with pytest.raises(OptionError, match="there is no message that notam can hold"):
        chosen_for("notam", [FIRST])
