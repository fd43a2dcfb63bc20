"""The guide to a server of one's own: each step that can be done here is done, the others are read."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.cli.servers import COMMAND, environment, running
from tests.deploy.postgres import Server, started, with_programs
from tests.pages import ROOT, SOMEBODY, options, options_in, page, shown, split

DEPLOY = ROOT / "deploy"
GUIDE = page("docs/deploying.md")
COMMANDS = shown("docs/deploying.md", "sh")
PROGRAM = "/opt/tracktwo/bin/tracktwo"
AS_THE_SERVICE = ["runuser", "-u", "tracktwo", "--", PROGRAM]


def test_every_file_of_the_folder_is_in_the_guide_or_next_to_one_that_is() -> None:
    told = set(re.findall(r"deploy/([\w.-]+\w)", GUIDE))

    kept = {path.name for path in DEPLOY.iterdir()}

    assert told <= kept
    assert kept - told == {"Dockerfile.dockerignore"}


def test_steps_of_the_guide_lead_to_a_server_that_is_well_and_to_a_second(tmp_path: Path) -> None:
    """Start as the unit does, make a convenor, look, back up, try it, and restore on another machine."""
    with started() as server:
        server.create("tracktwo", "tracktwo_tried", "tracktwo_moved")
        first, _, second = GUIDE.partition("## Upgrades")[0].partition("## On another machine")
        variables = _variables(tmp_path, server)
        with running(*_of_unit(tmp_path), until="Ctrl-C", **variables):
            ran = [_ran(line, variables, tmp_path) for line in _own_commands(first)]
        variables |= {
            "DATABASE_URL": server.named("tracktwo_moved"),
            "TRACKTWO_DATA": str(tmp_path / "moved"),
        }
        ran += [_ran(line, variables, tmp_path) for line in _own_commands(second)]
        with running(*_of_unit(tmp_path), until="Ctrl-C", **variables):
            ran.append(_ran(_as_the_service("doctor"), variables, tmp_path))

    assert [(one.args[3], one.returncode) for one in ran] == [
        ("convenor", 0),
        ("doctor", 0),
        ("backup", 0),
        ("restore", 0),
        ("restore", 0),
        ("doctor", 0),
    ]
    assert ran[0].stdout.startswith("https://dialogue.example/account/enter/")
    assert [one.stderr.endswith("equal to the backup\n") for one in ran[3:5]] == [True, True]


def test_commands_and_options_of_the_guide_exist() -> None:
    found = [words for line in COMMANDS if (words := _own_words(line))]

    unknown = {one for words in found for one in options_in(words) if one not in options(words[0])}

    assert {words[0] for words in found} == {"convenor", "doctor", "backup", "restore"}
    assert unknown == set()


def test_guide_begins_with_what_its_steps_need() -> None:
    """A program that Debian does not bring is installed first."""
    brought = {"apt-get", "install", "useradd", "sed", "systemctl", "runuser", "cd", "rm"}
    installed = {"git": "git", "python3": "python3-venv", "createuser": "postgresql"}
    first = split(COMMANDS[0])[1]
    called = {
        split(line)[1][0] for line in COMMANDS if not line.startswith(("DATABASE_URL", "set"))
    }

    assert first[:2] == ["apt-get", "install"]
    assert set(installed.values()) | {"caddy"} <= set(first)
    assert called - brought - set(installed) == {"/opt/tracktwo/bin/pip", "docker"}


def test_variables_of_the_example_are_those_that_are_read() -> None:
    told = set(re.findall(r"^#?([A-Z_]+)=", _text("environment.example"), re.MULTILINE))
    module = ROOT / "src/tracktwo_web/config/environment.py"
    known = set(re.findall(r'"([A-Z_]{6,})"', module.read_text(encoding="utf-8")))

    assert told - known == set()
    assert {name for name in known if f"`{name}`" not in page("docs/running.md")} == set()


def test_what_the_guide_renames_is_what_the_files_say() -> None:
    renamed = re.findall(r"sed -i s/([\w.]+)/YOUR-SERVER/ /etc/(?:tracktwo|caddy)/(\w+)", GUIDE)
    files = {"environment": "environment.example", "Caddyfile": "Caddyfile"}

    assert {file for _, file in renamed} == set(files)
    assert [file for name, file in renamed if _text(files[file]).count(name) == 0] == []


@pytest.mark.parametrize("setting", ["archive_mode", "log_statement", "track_commit_timestamp"])
def test_settings_that_the_guide_warns_of_are_those_that_are_looked_at(setting: str) -> None:
    looked_at = (ROOT / "src/tracktwo_web/kit/checks.py").read_text(encoding="utf-8")

    assert f"`{setting}`" in GUIDE
    assert setting in looked_at


def test_doctor_speaks_of_an_archive_of_the_log_of_writes(tmp_path: Path) -> None:
    with started() as server:
        server.start_again_with(archive_mode="on", archive_command="true")
        server.create("tracktwo")
        variables = _variables(tmp_path, server) | {"COLUMNS": "400"}
        _ran(_as_the_service("migrate"), variables, tmp_path)
        ran = _ran(_as_the_service("doctor"), variables, tmp_path)

    (line,) = [one for one in ran.stdout.splitlines() if "archives its log of writes" in one]
    assert line.startswith("look")


def _text(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def _own_commands(part: str) -> list[str]:
    """The lines of a part of the guide that run the program as the service does."""
    return [line for line in part.splitlines() if _own_words(line)]


def _as_the_service(command: str) -> str:
    return " ".join((*AS_THE_SERVICE, command))


def _own_words(line: str) -> list[str]:
    """The words after `tracktwo` where a line runs it as the service's user does."""
    words = split(line)[1] if PROGRAM in line else []
    return words[len(AS_THE_SERVICE) :] if words[: len(AS_THE_SERVICE)] == AS_THE_SERVICE else []


def _ran(line: str, variables: dict[str, str], folder: Path) -> "subprocess.CompletedProcess[str]":
    """A line of the guide, in a folder of its own, the placeholder filled in."""
    words = [SOMEBODY if one == "YOUR-ADDRESS" else _here(one, folder) for one in _own_words(line)]
    if line.startswith("DATABASE_URL=${DATABASE_URL}_tried"):
        address = variables["DATABASE_URL"].replace("/tracktwo?", "/tracktwo_tried?")
        variables = variables | {"DATABASE_URL": address}
    return subprocess.run(
        [*COMMAND, *words],
        env=environment(variables),
        capture_output=True,
        text=True,
        check=False,
    )


def _of_unit(folder: Path) -> list[str]:
    """What the unit runs, on any free port and in a folder of its own."""
    command = re.search(r"^ExecStart=\S*/tracktwo (.+)$", _text("tracktwo.service"), re.MULTILINE)
    return re.sub(r"--port \d+", "--port 0", _here(command[1], folder)).split()


def _variables(folder: Path, server: Server) -> dict[str, str]:
    """The example's variables, the database being ours and PostgreSQL's programs those of its version."""
    told = re.findall(r"^([A-Z_]+)=(.*)$", _text("environment.example"), re.MULTILINE)
    (folder / "var/backups/tracktwo").mkdir(parents=True)
    return (
        dict(told)
        | {"DATABASE_URL": server.named("tracktwo")}
        | {"TRACKTWO_DATA": str(folder / "var/lib/tracktwo")}
        | with_programs()
    )


def _here(text: str, folder: Path) -> str:
    return re.sub(r"(?<!\S)/var/", f"{folder}/var/", text)
