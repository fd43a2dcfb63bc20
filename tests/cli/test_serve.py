"""`tracktwo serve`: one command, from an empty folder to pages, and back to nothing running."""

import os
import re
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from tests.cli.servers import Running, entries, run, running, stop, wait_until

WEB = "tracktwo_web.operations.web"
BACKGROUND = "tracktwo_web.operations.background"
READY = "Ctrl-C stops it"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("serve") / "data"


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Running]:
    arguments = ("serve", "--port", "0", "--processes", "2", "--data", str(folder))
    with running(*arguments, until=READY) as served:
        yield served


def test_first_page_brings_its_style_under_a_name_that_is_kept_for_ever(server: Running) -> None:
    with urlopen(f"{server.address}/") as answer:
        page = answer.read().decode()
    (style,) = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
    with urlopen(Request(server.address + style, headers={"Accept-Encoding": "gzip"})) as answer:
        headers = answer.headers

    assert re.fullmatch(r"/static/kit/tracktwo\.[0-9a-f]{12}\.css", style)
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Cache-Control"] == "max-age=315360000, public, immutable"


def test_folder_and_what_is_in_it_are_the_owners_alone(server: Running, folder: Path) -> None:
    del server

    modes = entries(folder)

    assert folder.stat().st_mode & 0o777 == 0o700
    assert {name for name, mode in modes.items() if mode & 0o077} == set()
    assert {"secret-key", "tracktwo.sqlite3"} <= modes.keys()


def test_processes_of_a_server_are_pages_and_one_for_clock_and_jobs(server: Running) -> None:
    assert len(server.children(WEB)) == 2
    assert len(server.children(BACKGROUND)) == 1


def test_numbers_of_all_processes_are_told_together(server: Running) -> None:
    for _ in range(20):
        with urlopen(f"{server.address}/") as answer:
            answer.read()

    with urlopen(f"{server.address}/metrics") as answer:
        numbers = answer.read().decode()

    counted = re.findall(
        r'^tracktwo_requests_total{method="GET",route="home",status="200"} (\S+)$',
        numbers,
        re.MULTILINE,
    )
    assert len(counted) == 1
    assert float(counted[0]) >= 20


def test_second_server_of_a_folder_is_refused(server: Running, folder: Path) -> None:
    del server

    ran = run("serve", "--port", "0", "--data", str(folder))

    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == (
        f"tracktwo: another server runs with {folder}; stop it first, or give this one its own "
        "--data\n"
    )


@pytest.mark.parametrize("module", [WEB, BACKGROUND])
def test_process_that_is_killed_is_started_again(server: Running, module: str) -> None:
    before = server.children(module)

    os.kill(before[0], signal.SIGKILL)
    came_back = wait_until(lambda: len(set(server.children(module)) - {before[0]}) == len(before))

    assert came_back
    assert wait_until(server.is_well)


def test_server_whose_parent_is_killed_leaves_nothing_running(tmp_path: Path) -> None:
    with running("serve", "--port", "0", "--data", str(tmp_path / "data"), until=READY) as served:
        left = [*served.children(WEB), *served.children(BACKGROUND)]

        served.process.kill()

        assert wait_until(lambda: not any(_lives(pid) for pid in left))
        assert not served.is_well()
        assert len(left) >= 2


def test_server_that_is_told_to_stop_ends_all_its_processes(tmp_path: Path) -> None:
    with running("serve", "--port", "0", "--data", str(tmp_path / "data"), until=READY) as served:
        left = [*served.children(WEB), *served.children(BACKGROUND)]

        code = stop(served)

    assert code == 0
    assert [pid for pid in left if _lives(pid)] == []
    assert [line for line in served.told if "Traceback" in line] == []


def test_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        ran = run("serve", "--port", str(port), "--data", str(tmp_path))

    assert ran.returncode == 2
    assert ran.stderr == (
        f"tracktwo: port {port} is taken by another program; choose another with --port\n"
    )


def test_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("in the way")

    ran = run("serve", "--port", "0", "--data", str(file / "data"))

    assert ran.returncode == 2
    assert ran.stderr == (
        f"tracktwo: cannot write in {file / 'data'}: Not a directory; choose another folder with "
        "--data\n"
    )


def test_database_that_does_not_answer_is_told_without_its_password(tmp_path: Path) -> None:
    url = "postgres://somebody:hush@127.0.0.1:1/tracktwo"

    ran = run("serve", "--port", "0", "--data", str(tmp_path), DATABASE_URL=url)

    assert ran.returncode == 2
    assert ran.stderr == (
        "tracktwo: the database does not answer (OperationalError); start it, or look at "
        "DATABASE_URL\n"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--port", "70000"), "Must be <= 65535"),
        (("--host", "nowhere.invalid"), "nowhere.invalid is no address of this machine"),
    ],
)
def test_wrong_option_is_one_sentence(
    tmp_path: Path, arguments: tuple[str, str], told: str
) -> None:
    ran = run("serve", *arguments, "--data", str(tmp_path))

    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("tracktwo: ")
    assert told in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
