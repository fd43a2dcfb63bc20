"""`tracktwo demo --two-nodes`: two servers with a folder each, and a line between them that works."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.servers import Running, running, wait_until

LINK = re.compile(
    r"^  (?P<who>duty officer|head of delegation|secretariat) {2,}(?P<url>http://\S+)$"
)
NODES = ("nato", "china")


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("demo") / "two"


@pytest.fixture(scope="module")
def demo(folder) -> Iterator[Running]:
    arguments = ("demo", "--two-nodes", "--no-browser", "--port", "0", "--data", str(folder))
    with running(*arguments, until="Ctrl-C stops both") as served:
        yield served


def _ask(folder: Path, node: str, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(folder / node / "tracktwo.sqlite3") as connection:
        return connection.execute(query).fetchall()


def test_links_of_both_nodes_are_printed(demo) -> None:
    found = [found["who"] for line in demo.told if (found := LINK.match(line.rstrip()))]

    assert found == ["duty officer", "head of delegation", "secretariat"] * 2


def test_both_hold_the_same_month_of_exercise_traffic(demo, folder) -> None:
    query = "SELECT log, seq, hash FROM channel_logged WHERE seq <= 90 ORDER BY log, seq"
    messages = "SELECT code, status, received, read, answered FROM channel_message ORDER BY code"

    assert _ask(folder, "nato", query) == _ask(folder, "china", query)
    assert _ask(folder, "nato", messages) == _ask(folder, "china", messages)
    assert {row[1] for row in _ask(folder, "nato", messages)} == {"exercise"}


def test_nodes_speak_over_their_own_wire(demo, folder) -> None:
    query = "SELECT COUNT(*) FROM channel_route WHERE came_through IS NOT NULL AND failures = 0"

    assert wait_until(lambda: all(_ask(folder, node, query) == [(1,)] for node in NODES))


def test_neither_folder_holds_the_secrets_of_the_other(demo, folder) -> None:
    keys = {node: _ask(folder, node, "SELECT key FROM channel_line")[0][0] for node in NODES}

    for node, other in (NODES, NODES[::-1]):
        everything = b"".join(one.read_bytes() for one in (folder / node).glob("tracktwo.sqlite3*"))
        assert str(keys[other]).encode() not in everything
