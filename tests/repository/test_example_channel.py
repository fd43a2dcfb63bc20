"""The month of traffic that is shipped: drawn by its script, whole, and with the stories it promises."""

import runpy
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from tracktwo.channel.activities import Margin
from tracktwo.channel.encounters import compare
from tracktwo.channel.escort import clashes, gaps
from tracktwo.channel.kinds import plan_of, report_of
from tracktwo.channel.messages import Message, Status
from tracktwo.exchange.channel.check import check_traffic
from tracktwo.exchange.channel.meeting import meetings
from tracktwo.exchange.channel.traffic_file import read_traffic


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "examples/nato-china/channel"


@pytest.fixture(scope="module")
def messages(folder: Path) -> list[Message]:
    return [line.message for line in read_traffic(folder / "traffic.jsonl")]


def test_script_draws_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    runpy.run_path(str(folder.parent / "make_channel.py"))["main"](tmp_path)

    drawn = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert drawn == {path.name: path.read_bytes() for path in folder.iterdir()}


def test_everything_holds_together(folder: Path) -> None:
    assert check_traffic(read_traffic(folder / "traffic.jsonl")) == ()


def test_everything_is_an_exercise_of_one_month(messages: list[Message]) -> None:
    assert {(one.status, one.is_exercise) for one in messages} == {(Status.EXERCISE, True)}
    assert {(one.sent.year, one.sent.month) for one in messages if one.sent} == {(2026, 11)}
    assert {one.originator for one in messages} == {"NATO", "CHINA"}


def test_two_notifications_overlap(messages: list[Message]) -> None:
    assert [(one.side, other.side) for one, other, _ in meetings(messages, Margin())] == [("NATO", "CHINA")]  # fmt: skip


def test_one_question_is_answered_in_time_and_one_not_at_all(messages: list[Message]) -> None:
    asked = [one for one in messages if one.kind == "UA" and one.type.value == "new"]
    answered = {ref: one.sent for one in messages if one.kind == "UR" and one.type.value == "reply" for ref in one.refs}  # fmt: skip

    first, second = (answered.get(one.id) for one in asked)
    assert first - asked[0].sent <= timedelta(hours=48)
    assert second is None


def test_one_test_does_not_come_back(messages: list[Message]) -> None:
    tests = {one.id for one in messages if one.kind == "TM"}
    returned = {ref for one in messages if one.kind == "TR" for ref in one.refs}

    assert (len(tests), len(tests - returned)) == (30, 1)


def test_accounts_of_the_encounter_differ_a_little(folder: Path) -> None:
    reports = [report_of(read_traffic(folder / f"encounter-{side}.jsonl")[0].message) for side in ("nato", "china")]  # fmt: skip

    found = Counter(one.standing.value for one in compare(*reports))
    assert found == {"agreed": 4, "disputed": 3, "unknown": 1, "beside": 1}


def test_escort_plan_has_one_clash_and_one_gap(messages: list[Message]) -> None:
    plan = plan_of(next(one for one in messages if one.kind == "CV" and one.type.value == "new"))

    assert [(one.first, one.second) for one in clashes(plan)] == [("A03", "B03")]
    assert len(gaps(plan, timedelta(days=8))) == 1
