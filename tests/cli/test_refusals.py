"""Wrong input, as a user types it: one sentence, exit code 2, nothing written."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tracktwo_cli import analyse as command

HELP = "(tracktwo analyse --help lists what there is)"


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], f'Command "analyse" parameter PATH requires an argument. {HELP}'),
        (["nowhere"], "nowhere: there is no such file or folder; check the path"),
        (["dialogue", "--frob"], f"Unknown option: --frob. {HELP}"),
        (["dialogue", "more"], "more: not expected here (tracktwo analyse --help says what is)"),
        (["dialogue", "--map", "globe"], f'Invalid value "globe" for --map. Choose from: "ideal-point", "polis". {HELP}'),
        (["dialogue", "--language", "de"], f'Invalid value "de" for --language. Choose from: "en", "zh", "fr". {HELP}'),
        (["dialogue", "--json"], f'Command "analyse" parameter --json requires an argument. {HELP}'),
        (["dialogue", "--seed", "x"], f"Invalid value for --seed: write a whole number from 0 on {HELP}"),
        (["dialogue", "--seed", "1.5"], f"Invalid value for --seed: write a whole number from 0 on {HELP}"),
        (["dialogue", "--seed", "-1"], f"Invalid value for --seed: write a whole number from 0 on {HELP}"),
        (["dialogue", "--rate", "2"], "the false discovery rate is 2; it must lie between 0 and 1"),
        (["dialogue", "--rate", "0"], "the false discovery rate is 0; it must lie between 0 and 1"),
        (["dialogue", "--smallest-effect", "-1"], "the smallest effect is -1; it must lie between 0 and 1"),
        (["dialogue", "--columns", "participant"], "--columns 'participant' is not of the form name=value,name=value"),
        (["dialogue", "--values", "yes=one"], "--values gives 'one', which is not a number"),
        (["dialogue", "--groups", "none.csv"], "--groups none.csv is neither model, parties, polis nor a file; give a table with the columns participant and group"),
        (["dialogue", "--orientation", "up"], "'up' does not orient a map; write party:ID, participant:ID or statement:ID"),
        (["dialogue", "--orientation", "party:mars"], "no party is called 'mars'; choose one of the dialogue's"),
        (["dialogue", "--open"], "--open needs --report FILE.html, the page to open"),
        (["dialogue", "--json", "dialogue"], "cannot write dialogue: it is a folder; name a file in it"),
        (["dialogue", "--json", "a", "--report", "a"], "cannot write a twice; name two files"),
        (["dialogue", "--json", "dialogue/votes.csv"], "cannot write dialogue/votes.csv: it is part of what is read; name another file"),
        (["dialogue/votes.csv", "--report", "dialogue/votes.csv"], "cannot write dialogue/votes.csv: it is part of what is read; name another file"),
        (["dialogue", "--predictions", "p.csv", "--json", "p.csv"], "cannot write p.csv: it is part of what is read; name another file"),
        (["empty"], "empty: nothing here can be read; looked for votes.csv or votes.parquet (a dialogue), participants-votes.csv (a Polis export), votes.json (Polis's API)"),
    ],
)  # fmt: skip
def test_wrong_input_is_one_sentence(
    tracktwo: Command,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(folder.parent)
    (folder.parent / "empty").mkdir()
    before = _files(folder.parent)

    ran = tracktwo("analyse", *arguments)

    assert (ran.code, ran.out, ran.err) == (2, "", f"tracktwo: {sentence}\n")
    assert _files(folder.parent) == before


def test_an_unknown_command_is_one_sentence(tracktwo: Command) -> None:
    ran = tracktwo("analyze")

    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith('tracktwo: Unknown command "analyze".')


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("participants", "participant,party\nnobody,nato\n", "dialogue/votes.csv, line 2: participant 'seat-n01' is not in new.csv; add it there or correct it"),
        ("predictions", "participant,statement,party,value\nnobody,j01,nato,.5\n", "new.csv, line 2: participant 'nobody' is not in participants.csv; add it there or correct it"),
        ("predictions", "participant,statement,party,value\nseat-n01,j01,mars,.5\n", "new.csv, line 2: party 'mars' is not among the parties (nato, china); add it to dialogue.toml or correct it"),
        ("predictions", "participant,statement,party,value\nseat-n01,j01,china,5\n", "new.csv, line 2: prediction 5 is out of range; use 0 to 1 (the expected share that agrees)"),
        ("groups", "participant,group\nnobody,x\n", "new.csv, line 2: participant 'nobody' is not in the dialogue; compare the ids"),
        ("groups", "seat,camp\nseat-n01,x\n", "new.csv, line 1: column 'participant' is missing (there are: seat, camp)"),
        ("groups", "\0\0\0", "new.csv, line 1: a NUL byte: the file is binary or damaged; export it again"),
    ],
)  # fmt: skip
def test_a_wrong_table_is_named_with_its_line(
    tracktwo: Command,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    text: str,
    sentence: str,
) -> None:
    monkeypatch.chdir(folder.parent)
    Path("new.csv").write_text(text)

    ran = tracktwo("analyse", "dialogue", f"--{name}", "new.csv")

    assert (ran.code, ran.out, ran.err) == (2, "", f"tracktwo: {sentence}\n")


def test_a_file_with_random_bytes_is_refused(tracktwo: Command, tmp_path: Path) -> None:
    (tmp_path / "votes.csv").write_bytes(bytes(range(256)) * 20)

    ran = tracktwo("analyse", tmp_path / "votes.csv")

    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_a_folder_in_place_of_a_file_is_refused(tracktwo: Command, tmp_path: Path) -> None:
    (tmp_path / "votes.csv").mkdir()

    ran = tracktwo("analyse", tmp_path)

    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err == f"tracktwo: {tmp_path}/votes.csv: this is a folder and not a file; give a file\n"
    )


@pytest.mark.parametrize(("bad", "good"), [("--report", "--json"), ("--json", "--report")])
def test_where_one_file_cannot_be_written_neither_is(
    tracktwo: Command, folder: Path, bad: str, good: str
) -> None:
    kept = folder.parent / "kept"
    kept.write_text("as it was")
    before = _files(folder.parent)
    votes = folder / "votes.csv"

    ran = tracktwo("analyse", folder, good, kept, bad, votes / "out")

    sentence = f"cannot write {votes}/out: {votes} is a file and not a folder"
    assert (ran.code, ran.out, ran.err) == (2, "", f"tracktwo: {sentence}\n")
    assert _files(folder.parent) == before


def test_a_cluster_that_does_not_answer_is_one_sentence(
    tracktwo: Command, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(command, "PATIENCE", 0.3)

    ran = tracktwo("analyse", example, "--cluster", "tcp://127.0.0.1:9")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "tracktwo: no Dask scheduler answers at tcp://127.0.0.1:9; check --cluster\n"
