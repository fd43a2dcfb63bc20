"""`tracktwo demo`: a dialogue to look around in, its links, and what is behind them."""

import json
import re
import sqlite3
import sys
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import pytest

from tests.cli.servers import Running, run, running, wait_until

READY = "Ctrl-C stops it"
LINK = re.compile(r"^  (?P<who>.+?) {2,}(?P<url>http://\S+)$")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "data"


@pytest.fixture(scope="module")
def demo(folder: Path) -> Iterator[Running]:
    arguments = ("demo", "--no-browser", "--port", "0", "--data", str(folder))
    with running(*arguments, until=READY) as served:
        yield served


def test_links_of_convenor_two_heads_and_secretariat_are_printed(demo: Running) -> None:
    assert list(_links(demo)) == [
        "convenor",
        "head of NATO experts",
        "head of Chinese experts",
        "neutral secretariat",
    ]


def test_pages_say_that_all_is_simulated(demo: Running) -> None:
    browser = _browser()

    page = _seated(browser, _links(demo)["head of NATO experts"])

    assert "Simulated example: no answer here is the view of any person" in page


def test_head_may_answer_the_second_round(demo: Running) -> None:
    browser = _browser()
    _seated(browser, _links(demo)["head of Chinese experts"])

    page = _get(browser, f"{demo.address}/d/{_dialogue(demo)}/rounds/{_round(demo, 2)}/answer/")

    assert ['name="vote"' in page, 'name="mirror-nato"' in page] == [True, True]


def test_convenor_enters_and_finds_the_dialogue(demo: Running) -> None:
    browser = _browser()
    link = _links(demo)["convenor"]

    page = _post(browser, link, _get(browser, link))

    assert f"/d/{_dialogue(demo)}/" in page


def test_rounds_are_as_a_dialogue_in_the_middle_would_have_them(demo: Running) -> None:
    asked = _ask(
        demo,
        """SELECT r.number, r.state, COUNT(DISTINCT q.id), COUNT(DISTINCT a.ballot)
        FROM perceptions_round r JOIN perceptions_question q ON q.round_id = r.id
        LEFT JOIN perceptions_answer a ON a.question_id = q.id GROUP BY r.id ORDER BY r.number""",
    )
    seats = _ask(
        demo,
        """SELECT COUNT(*) FROM dialogues_seat WHERE dialogue_id IN
        (SELECT dialogue_id FROM perceptions_round) GROUP BY side_id ORDER BY 1""",
    )
    waiting = _ask(demo, "SELECT COUNT(*) FROM perceptions_statement WHERE state = 'proposed'")
    took_part = _ask(demo, "SELECT COUNT(*) FROM perceptions_tookpart")

    assert asked == [(1, "released", 24, 28), (2, "open", 16, 26)]
    assert seats == [(2,), (20,), (20,)]
    assert waiting == [(3,)]
    assert took_part == [(28,)]


def test_second_dialogue_has_the_maps_of_both_sides_to_compare(demo: Running) -> None:
    links = _links(demo, of_meeting=True)
    browser = _browser()

    assert list(links) == ["head of NATO experts", "head of Chinese experts", "neutral secretariat"]
    page = _seated(browser, links["head of Chinese experts"])
    dialogue = re.search(r"/d/([0-9a-f-]{36})/maps/", page)[1]
    compared = _get(browser, f"{demo.address}/d/{dialogue}/maps/compare")
    assert "and 3 with opposite signs" in compared
    assert "The strongest spirals under each view" in compared


def test_first_round_is_analysed_soon_after(demo: Running) -> None:
    query = "SELECT COUNT(*) FROM insights_result WHERE state = 'done'"

    assert wait_until(lambda: _ask(demo, query) == [(1,)])


def test_first_round_shows_that_both_sides_think_they_are_misread_more_than_they_are(
    demo: Running,
) -> None:
    query = "SELECT document FROM insights_result WHERE state = 'done'"

    assert wait_until(lambda: len(_ask(demo, query)) == 1)
    [(document,)] = _ask(demo, query)
    pairs = json.loads(document)["meta_pairs"]
    assert [(pair["of"], pair["statements"], pair["excess_low"] > 0) for pair in pairs] == [
        ("nato", 24, True), ("china", 24, True),
    ]  # fmt: skip


@pytest.mark.parametrize("file", ["tracktwo.sqlite3", "secret-key", "notes.txt"])
def test_folder_of_something_else_is_left_alone(tmp_path: Path, file: str) -> None:
    """An installation on PostgreSQL has no database in its folder, and yet its key."""
    (tmp_path / file).write_text("somebody's own")

    ran = run("demo", "--no-browser", "--port", "0", "--data", str(tmp_path))

    assert ran.returncode == 2
    assert ran.stderr == (
        f"tracktwo: {tmp_path} holds something that is not the demonstration; choose another "
        "--data\n"
    )
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [(file, "somebody's own")]


def test_variables_of_an_installation_do_not_reach_it(tmp_path: Path) -> None:
    real, own = tmp_path / "real", tmp_path / "share/tracktwo/demo"
    real.mkdir()
    variables = {
        "TRACKTWO_DATA": str(real),
        "DATABASE_URL": "postgres://somebody:hush@127.0.0.1:1/tracktwo",
        "TRACKTWO_SECRET_KEY": "the real one",
        "TRACKTWO_TLS": "1",
        "TRACKTWO_EMAIL_URL": "smtp://127.0.0.1:1",
        "XDG_DATA_HOME": str(tmp_path / "share"),
        "HOME": str(tmp_path),
    }

    with running("demo", "--no-browser", "--port", "0", until=READY, **variables) as served:
        page = _seated(_browser(), _links(served)["neutral secretariat"])
        told = served.told[-1]

    if sys.platform == "darwin":
        own = tmp_path / "Library/Application Support/tracktwo/demo"
    assert "NATO and China" in page
    assert told.startswith(f"It lives in {own};")
    assert list(real.iterdir()) == []


def test_first_start_that_was_interrupted_is_begun_anew(tmp_path: Path) -> None:
    arguments = ("demo", "--no-browser", "--port", "0", "--data", str(tmp_path / "data"))
    with running(*arguments, until="filling the demonstration") as first:
        first.process.kill()
        first.process.wait()

    with running(*arguments, until=READY) as again:
        page = _seated(_browser(), _links(again)["head of NATO experts"])

    assert "NATO and China" in page


def test_second_start_opens_the_same_seats(tmp_path: Path) -> None:
    arguments = ("demo", "--no-browser", "--port", "0", "--data", str(tmp_path / "data"))

    with running(*arguments, until=READY) as first:
        before = {who: url.rpartition("/")[2] for who, url in _links(first).items()}
    with running(*arguments, until=READY) as second:
        after = {who: url.rpartition("/")[2] for who, url in _links(second).items()}
        page = _seated(_browser(), _links(second)["neutral secretariat"])

    assert before.pop("convenor") != after.pop("convenor")
    assert before == after
    assert "NATO and China" in page


def _links(demo: Running, *, of_meeting: bool = False) -> dict[str, str]:
    """The links as they are printed: those of the round that runs, or of the second dialogue."""
    second = next(n for n, line in enumerate(demo.told) if line.startswith("A second dialogue"))
    told = demo.told[second:] if of_meeting else demo.told[:second]
    return {match["who"]: match["url"] for match in filter(None, map(LINK.match, told))}


def _browser() -> OpenerDirector:
    browser = build_opener(HTTPCookieProcessor(CookieJar()))
    browser.addheaders = [("Accept-Language", "en")]
    return browser


def _get(browser: OpenerDirector, url: str) -> str:
    with browser.open(url) as answer:
        return answer.read().decode()


def _post(browser: OpenerDirector, url: str, page: str) -> str:
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    with browser.open(url, urlencode({"csrfmiddlewaretoken": token}).encode()) as answer:
        return answer.read().decode()


def _seated(browser: OpenerDirector, link: str) -> str:
    return _post(browser, link, _get(browser, link))


def _ask(demo: Running, query: str) -> list[tuple]:
    folder = next(
        line.partition("lives in ")[2].partition(";")[0] for line in demo.told if "lives in" in line
    )
    connection = sqlite3.connect(f"{folder}/tracktwo.sqlite3")
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def _dialogue(demo: Running) -> str:
    return _as_uuid(_ask(demo, "SELECT dialogue_id FROM perceptions_round")[0][0])


def _round(demo: Running, number: int) -> str:
    return _as_uuid(_ask(demo, f"SELECT id FROM perceptions_round WHERE number = {number}")[0][0])


def _as_uuid(hexadecimal: str) -> str:
    from uuid import UUID

    return str(UUID(hexadecimal))
