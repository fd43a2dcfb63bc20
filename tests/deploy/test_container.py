"""The image: what it copies is there, and what it starts serves as the guide runs it."""

import re
import tomllib
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.cli.servers import run, running
from tests.deploy.postgres import started, with_programs
from tests.pages import ROOT, SOMEBODY, options, options_in, page, shown, split

DEPLOY = ROOT / "deploy"
RUNS = [
    split(line)[1]
    for line in shown("docs/deploying.md", "sh")
    if line.startswith("docker run") and line.endswith(" tracktwo")
]
EXECS = [
    split(line)[1][4:]
    for line in shown("docs/deploying.md", "sh")
    if line.startswith("docker exec")
]


def test_container_copies_what_there_is_and_starts_what_exists() -> None:
    text = _text("Dockerfile")
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE)
    sources = {source for line in copied for source in line.split()}
    let_in = set(re.findall(r"^!(.+)$", _text("Dockerfile.dockerignore"), re.MULTILINE))

    assert [source for source in sources if not (ROOT / source).exists()] == []
    assert sources == let_in
    assert options_in(_command()) <= options(_command()[1])
    assert "postgresql-client" in text


def test_image_needs_no_file_that_it_does_not_copy() -> None:
    """What the build of the package names is let in."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    named = {project["project"]["readme"], *project["project"]["license-files"]}
    named |= {*wheel["force-include"], *wheel["packages"]}
    let_in = re.findall(r"^!(.+)$", _text("Dockerfile.dockerignore"), re.MULTILINE)

    assert [one for one in named if not any(one.startswith(kept) for kept in let_in)] == []


@pytest.mark.parametrize("database", ["SQLite on a volume", "PostgreSQL beside it"])
def test_container_serves_as_the_guide_runs_it(tmp_path: Path, database: str) -> None:
    """Its variables and its command, without the walls around it."""
    by_database = {"DATABASE_URL" in _variables(words): _variables(words) for words in RUNS}
    variables = by_database[database.startswith("PostgreSQL")] | {
        "TRACKTWO_DATA": str(tmp_path / "d")
    }
    arguments = [*_command()[1:-1], "0"]

    with started() if "DATABASE_URL" in variables else nullcontext() as server:
        if server:
            server.create("tracktwo")
            variables |= {"DATABASE_URL": server.named("tracktwo")} | with_programs()
        with running(*arguments, until="Ctrl-C", **variables):
            ran = [run(*_here(words, tmp_path), **variables) for words in EXECS]

    assert arguments[-2] == "--port"
    assert [(one.args[3], one.returncode) for one in ran] == [
        ("convenor", 0),
        ("doctor", 0),
        ("backup", 0),
    ]
    assert ran[0].stdout.startswith("https://your-server/account/enter/")


def test_guide_gives_the_container_time_to_finish() -> None:
    """Docker kills after ten seconds; what is in flight may take longer."""
    from tracktwo_web.operations.crew import STOP_WITHIN

    given = [float(words[words.index("--stop-timeout") + 1]) for words in RUNS]

    assert len(given) == 2
    assert [one for one in given if one <= STOP_WITHIN] == []


def test_guide_keeps_a_database_beside_it_from_logging_statements() -> None:
    (line,) = [one for one in shown("docs/deploying.md", "sh") if " postgres:" in one]
    told = re.findall(r"-c (\S+)=(\S+)", line)
    roles = re.findall(r"ALTER ROLE tracktwo SET (\w+) = '(\w+)'", page("docs/deploying.md"))

    assert told == roles


def test_wheel_brings_what_the_demonstration_and_drills_show() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    brought = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]

    assert brought == {
        "examples/nato-china": "tracktwo_web/operations/demo/nato-china",
        "examples/drills": "tracktwo_web/channel/drills",
    }


def _command() -> list[str]:
    """What the image starts."""
    return re.findall(r'"([^"]+)"', re.search(r"^CMD (.+)$", _text("Dockerfile"), re.MULTILINE)[1])


def _variables(words: list[str]) -> dict[str, str]:
    """What `docker run` gives to the program with `-e`."""
    given = [words[at + 1] for at, word in enumerate(words) if word == "-e"]
    return dict(one.split("=", 1) for one in given) | {"TRACKTWO_HOSTS": "your-server"}


def _here(words: list[str], folder: Path) -> list[str]:
    named = [SOMEBODY if one == "YOUR-ADDRESS" else one for one in words]
    return [one.replace("/var/lib/tracktwo", str(folder)) for one in named]


def _text(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")
