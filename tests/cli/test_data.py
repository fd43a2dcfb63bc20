"""`tracktwo data`: what it lists, makes and refuses, run as a person runs it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tracktwo.exchange import read


def _run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    code = "from tracktwo_cli.main import main; main()"
    command = [sys.executable, "-c", code, "data", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _refusal(*arguments: str | Path) -> str:
    done = _run(*arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    return done.stderr.removeprefix("tracktwo: ").rstrip()


def test_data_alone_lists_what_is_known() -> None:
    done = _run()

    told = " ".join(done.stdout.split())
    assert done.returncode == 0
    assert "un-roll-calls" in told
    assert "Bailey, Strezhnev & Voeten 2017" in told
    assert "Licence: CC BY 4.0" in told


def test_data_writes_roll_calls_of_a_session(reference, tmp_path: Path) -> None:
    done = _run("un-roll-calls", reference("unga"), tmp_path / "out", "--session", "60")

    dialogue = read(tmp_path / "out")
    assert (done.returncode, len(dialogue.statements), dialogue.n_answers) == (0, 101, 16_677)
    assert [(party.id, party.size) for party in dialogue.parties] == [("nato", 26), ("china", 1)]


def test_data_writes_a_conversation(reference, tmp_path: Path) -> None:
    chosen = "london.youth.policing"
    done = _run("polis-open-data", reference("polis"), tmp_path / "out", "--conversation", chosen)

    dialogue = read(tmp_path / "out")
    assert (done.returncode, len(dialogue.participants)) == (0, 26)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("nothing",), "there is no data set 'nothing'; known are un-roll-calls, polis-open-data"),
        (
            ("un-roll-calls",),
            "tracktwo data un-roll-calls needs two folders: where the data lie, and the one to write",
        ),
        (("un-roll-calls", "a", "b", "--session", "x"), "--session 'x' is not of the form 60 or 26-60"),
        (("un-roll-calls", "a", "b", "--session", "9-7"), "--session '9-7' is not of the form 60 or 26-60"),
        (
            ("un-roll-calls", "a", "b", "--conversation", "x"),
            "--conversation does not apply to un-roll-calls",
        ),
        (("polis-open-data", "a", "b", "--issue", "hr"), "--issue does not apply to polis-open-data"),
        (
            ("polis-open-data", "a", "b"),
            "say which conversation by --conversation (there are: none)",
        ),
        (
            ("un-roll-calls", "a", "--download", "b"),
            "--download takes the folder itself: tracktwo data NAME --download FOLDER",
        ),
    ],
)  # fmt: skip
def test_data_refuses_in_one_sentence(arguments: tuple[str, ...], sentence: str) -> None:
    assert _refusal(*arguments) == sentence


def test_data_names_a_file_that_is_not_there(tmp_path: Path) -> None:
    sentence = _refusal("un-roll-calls", tmp_path, tmp_path / "out")

    assert sentence.endswith("there is no such file; check the folder or download the data")
    assert not (tmp_path / "out").exists()


def test_data_leaves_a_full_folder_alone(reference, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("kept")

    sentence = _refusal("un-roll-calls", reference("unga"), tmp_path, "--session", "60")

    assert sentence == f"{tmp_path} exists and is not empty; name a new folder"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_data_does_not_download_over_a_folder(tmp_path: Path) -> None:
    sentence = _refusal("un-roll-calls", "--download", tmp_path)

    assert sentence == f"{tmp_path} exists already; name a new folder"
