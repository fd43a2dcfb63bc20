"""`tracktwo import` and `tracktwo export`, as somebody types them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tracktwo.exchange.texts import read_negotiation

EXAMPLE = Path(__file__).parents[3] / "examples" / "nato-china"
MAKE_CONVENOR = """
from tracktwo_web.operations.boot import set_up, migrate
set_up(); migrate()
from tracktwo_web.accounts.domain.convenors import make_convenor
make_convenor("convenor" + "@" + "example.org")
"""
NEWEST = """
from tracktwo_web.operations.boot import set_up
set_up()
from tracktwo_web.dialogues.models import Dialogue
print(Dialogue.objects.get().pk)
"""
CONVENOR = "convenor" + "@" + "example.org"


@pytest.fixture(scope="module")
def environment(tmp_path_factory) -> dict[str, str]:
    """A data folder with one convenor."""
    kept = {key: value for key, value in os.environ.items() if "DJANGO" not in key}
    kept.pop("DATABASE_URL", None)
    variables = {
        "TRACKTWO_DATA": str(tmp_path_factory.mktemp("data")),
        "TRACKTWO_SECRET_KEY": "a key for tests, known to everybody",
    }
    _python(MAKE_CONVENOR, kept | variables)
    return kept | variables


def _python(program: str, environment: dict[str, str]) -> str:
    command = [sys.executable, "-c", program]
    ran = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return ran.stdout.strip()


def _tracktwo(environment: dict[str, str], *arguments: object) -> subprocess.CompletedProcess[str]:
    program = "from tracktwo_cli.main import main; main()"
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_folder_goes_in_and_comes_out_with_the_same_findings(environment, tmp_path) -> None:
    went_in = _tracktwo(environment, "import", EXAMPLE, "--convenor", CONVENOR)
    dialogue = _python(NEWEST, environment)
    came_out = _tracktwo(environment, "export", dialogue, "--folder", tmp_path / "out")

    told = [
        _tracktwo(environment, "analyse", folder).stdout for folder in (EXAMPLE, tmp_path / "out")
    ]

    assert (went_in.returncode, came_out.returncode) == (0, 0), went_in.stderr + came_out.stderr
    assert "40 statements added" in went_in.stderr
    assert told[0] == told[1] != ""
    assert "joint texts laid on the table: 1" in went_in.stderr
    came, went = (read_negotiation(one / "text") for one in (tmp_path / "out", EXAMPLE))
    assert (came.text, came.log, came.session) == (went.text, went.log, went.session)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["import", EXAMPLE], "--into DIALOGUE"),
        (["import", EXAMPLE, "--convenor", "nobody"], "there is no convenor nobody"),
        (["import", EXAMPLE, "--into", "nothing"], "there is no dialogue nothing"),
        (["export", "nothing", "--folder", "somewhere"], "there is no dialogue nothing"),
        (["export", "nothing", "--folder", EXAMPLE], "is not empty"),
    ],
)
def test_what_cannot_be_done_gets_one_sentence(environment, arguments, said) -> None:
    ran = _tracktwo(environment, *arguments)

    assert (ran.returncode, said in ran.stderr, ran.stderr.count("\n")) == (2, True, 1)
