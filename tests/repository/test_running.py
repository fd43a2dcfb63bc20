"""What README.md and docs/running.md show for one's own dialogue is typed here, from an empty folder on."""

import re
import subprocess
import sys
from contextlib import ExitStack, closing
from http.client import HTTPConnection
from pathlib import Path

import pytest
from tests.cli.servers import COMMAND, Running, environment, running
from tests.pages import ROOT, SOMEBODY, shown, split

READY = "Ctrl-C"
PLACEHOLDERS = {"YOUR-ADDRESS": SOMEBODY, "ADDRESS": SOMEBODY}
OF_A_SHELL = {"git", "cd", "python3", ".venv/bin/pip", ".", "mkdir"}
ON_FILES = {
    "analyse",
    "chronology",
    "data",
    "import-report",
    "influence",
    "packages",
    "report",
    "risk",
    "scenarios",
    "schedule",
    "release",
}


@pytest.mark.parametrize("name", ["README.md", "docs/running.md"])
def test_commands_lead_from_an_empty_folder_to_a_dialogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = [line for line in shown(name) if _is_ours(line)]

    with ExitStack() as servers:
        codes = {line: _typed(line, servers) for line in lines}

    assert {line for line in lines if "serve" in line} != set()
    assert {line: code for line, code in codes.items() if code != 0} == {}


def test_other_lines_call_what_is_there() -> None:
    lines = [line for line in shown("docs/running.md", "sh") if not _is_ours(line)]
    files = {word for line in lines for word in line.split() if word.startswith("deploy/")}

    assert {split(line)[1][0] for line in lines} <= OF_A_SHELL
    assert files == {"deploy/requirements.lock"}
    assert [name for name in files if not (ROOT / name).exists()] == []


def test_line_of_the_crontab_makes_a_backup(tmp_path: Path) -> None:
    """As cron runs it: five fields for the time, a shell for the rest, each percent sign with its bar."""
    (line,) = shown("docs/running.md", "cron")
    command = re.match(r"(?:\S+ ){5}(.+)", line)[1].replace(r"\%", "%")
    program = tmp_path / "tracktwo/.venv/bin/tracktwo"
    program.parent.mkdir(parents=True)
    program.write_text(f"""#!/bin/sh\nexec "{sys.executable}" -c '{COMMAND[2]}' "$@"\n""")
    program.chmod(0o755)
    home = environment({"HOME": str(tmp_path)})
    (tmp_path / "backups").mkdir()
    subprocess.run([program, "migrate", "--data", tmp_path / "my-dialogues"], env=home, check=True)

    ran = subprocess.run(["/bin/sh", "-c", command], env=home, check=False)

    assert ran.returncode == 0
    assert len(list((tmp_path / "backups").glob("20??-??-??.zip"))) == 1


def _is_ours(line: str) -> bool:
    words = split(line)[1]
    return words[:1] == ["tracktwo"] and words[1] not in ON_FILES | {"demo"}


def _typed(line: str, servers: ExitStack) -> int:
    """Type a line. A server goes on until another is started in its place, or the page ends."""
    variables, words = split(line)
    words = [PLACEHOLDERS.get(word, word) for word in words[1:]]
    if words[0] == "serve":
        servers.close()
        started = servers.enter_context(running(*words, "--port", "0", until=READY, **variables))
        return 0 if _answers_by_its_names(started, variables) else 1
    ran = subprocess.run([*COMMAND, *words], env=environment(variables), check=False)
    return ran.returncode


def _answers_by_its_names(server: Running, variables: dict[str, str]) -> bool:
    """Whether it answers to each name that the line says it has, and to no other."""

    def status(name: str) -> int:
        with closing(HTTPConnection(server.address.removeprefix("http://"))) as connection:
            connection.request("GET", "/", headers={"Host": name})
            return connection.getresponse().status

    names = variables.get("TRACKTWO_HOSTS", "localhost").split(",")
    return {*map(status, names)} == {200} and status("elsewhere.example") == 400
