"""`tracktwo demo`: a dialogue to look around in, its links, and what is behind them."""

import json
import re
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from http.cookiejar import CookieJar
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import pytest

from tests.cli.servers import Running, run, running, wait_until

READY = "Ctrl-C stops it"
LINK = re.compile(r"^  (?P<who>.+?) {2,}(?P<url>http://\S+)$")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Begun anew after a first start that was interrupted: filling takes longest, and shows no more
    where nothing was in its way.
    """
    folder = tmp_path_factory.mktemp("demo") / "data"
    arguments = ("demo", "--no-browser", "--port", "0", "--data", str(folder))
    with running(*arguments, until="filling the demonstration") as first:
        first.process.kill()
        first.process.wait()
    with running(*arguments, until=READY) as served:
        yield served


@dataclass(frozen=True)
class AtHome:
    """Started twice where it lives by itself, among the variables of an installation."""

    folder: Path
    real: Path
    """The installation's own data."""
    first: Running
    second: Running


@pytest.fixture(scope="module")
def at_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AtHome]:
    home = tmp_path_factory.mktemp("home")
    real = home / "real"
    real.mkdir()
    variables = {
        "TRACKTWO_DATA": str(real),
        "DATABASE_URL": "postgres://somebody:hush@127.0.0.1:1/tracktwo",
        "TRACKTWO_SECRET_KEY": "the real one",
        "TRACKTWO_TLS": "1",
        "TRACKTWO_EMAIL_URL": "smtp://127.0.0.1:1",
        "XDG_DATA_HOME": str(home / "share"),
        "HOME": str(home),
    }
    arguments = ("demo", "--no-browser", "--port", "0")
    with running(*arguments, until=READY, **variables) as first:
        pass
    with running(*arguments, until=READY, **variables) as second:
        is_mac = sys.platform == "darwin"
        kept = "Library/Application Support/tracktwo/demo" if is_mac else "share/tracktwo/demo"
        yield AtHome(home / kept, real, first, second)


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
    links = _links(demo, of="second")
    browser = _browser()

    assert list(links) == ["head of NATO experts", "head of Chinese experts", "neutral secretariat"]
    page = _seated(browser, links["head of Chinese experts"])
    dialogue = re.search(r"/d/([0-9a-f-]{36})/maps/", page)[1]
    compared = _get(browser, f"{demo.address}/d/{dialogue}/maps/compare")
    assert "and 3 with opposite signs" in compared
    assert "The strongest spirals under each view" in compared


def test_third_dialogue_has_a_joint_text_with_its_history(demo: Running) -> None:
    links = _links(demo, of="third")
    browser = _browser()

    assert list(links) == ["head of NATO experts", "head of Chinese experts", "neutral secretariat"]
    page = _seated(browser, links["head of Chinese experts"])
    dialogue = re.search(r"/d/([0-9a-f-]{36})/texts/", page)[1]
    listed = _get(browser, f"{demo.address}/d/{dialogue}/texts/")
    ledger = re.search(rf"/d/{dialogue}/texts/[0-9a-f-]{{36}}", listed)[0] + "/ledger/"
    assert "7 points stand between us and a clean text" in _get(browser, demo.address + ledger)


def test_report_of_the_third_dialogue_is_composed_soon_after(demo: Running) -> None:
    query = "SELECT state, facts FROM reports_draft"

    assert wait_until(lambda: _ask(demo, query)[0][0] == "done")
    holds = json.loads(_ask(demo, query)[0][1])["holds"]
    assert holds == ["map", "options", "text", "roadmap", "chronology"]


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


def test_first_start_that_was_interrupted_is_begun_anew(demo: Running) -> None:
    convenors = _ask(demo, "SELECT COUNT(*) FROM accounts_user")

    assert "NATO and China" in _seated(_browser(), _links(demo)["head of NATO experts"])
    assert convenors == [(1,)]


def test_variables_of_an_installation_do_not_reach_it(at_home: AtHome) -> None:
    page = _seated(_browser(), _links(at_home.second)["neutral secretariat"])

    assert "NATO and China" in page
    assert _where(at_home.first) == str(at_home.folder)
    assert list(at_home.real.iterdir()) == []


def test_second_start_opens_the_same_seats(at_home: AtHome) -> None:
    before, after = (
        {who: url.rpartition("/")[2] for who, url in _links(one).items()}
        for one in (at_home.first, at_home.second)
    )

    assert before.pop("convenor") != after.pop("convenor")
    assert before == after


def _links(demo: Running, *, of: str = "first") -> dict[str, str]:
    """The links as they are printed: those of the round that runs, of the second or third dialogue."""
    heads = ("A second dialogue", "A third dialogue", "A browser")
    ends = [next(n for n, line in enumerate(demo.told) if line.startswith(one)) for one in heads]
    spans = dict(zip(("first", "second", "third"), pairwise((0, *ends)), strict=True))
    told = demo.told[slice(*spans[of])]
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


def _where(demo: Running) -> str:
    """The folder that it says it lives in."""
    return next(
        line.partition("lives in ")[2].partition(";")[0] for line in demo.told if "lives in" in line
    )


def _ask(demo: Running, query: str) -> list[tuple]:
    connection = sqlite3.connect(f"{_where(demo)}/tracktwo.sqlite3")
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
