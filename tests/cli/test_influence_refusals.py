"""What `tracktwo influence` refuses, each in one sentence and with nothing written."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.small_maps import lay_out

HELP = "(tracktwo influence --help lists what there is)"
THERE = "(there are: exercises, threat, hotline, incident)"


@pytest.fixture
def drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a map of four concepts and what goes with it."""
    folder = tmp_path / "work"
    lay_out(folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], f'Command "influence" parameter MAP requires an argument. {HELP}'),
        (["nowhere"], "nowhere: there is no such file or folder; check the path"),
        (["bare.csv"], "bare.csv, line 1: there is a header and no row under it; add rows"),
        (["picture.png"], "picture.png: this kind of file holds no influence map; give a folder, .csv, .tsv, .xlsx, .graphml, .json (Kumu), .mmp, .dot, .mmd or .txt"),
        (["map.csv", "extra"], "extra: not expected here (tracktwo influence --help says what is)"),
        (["map.csv", "--clamp", "nobody=1"], f"there is no concept 'nobody' on the map {THERE}"),
        (["map.csv", "--clamp", "threat"], "--clamp 'threat' is not of the form NAME=VALUE"),
        (["map.csv", "--clamp", "threat="], "--clamp 'threat=' is not of the form NAME=VALUE"),
        (["map.csv", "--clamp", "threat=0,5"], "--clamp threat=0,5: '0,5' is not a number; write 0.5"),
        (["map.csv", "--clamp", "threat=half"], "--clamp threat=half: 'half' is not a number"),
        (["map.csv", "--clamp", "threat=2"], "threat=2: values lie in -1..1"),
        (["map.csv", "--clamp", "threat=nan"], "threat=nan: values lie in -1..1"),
        (["map.csv", "--clamp", "threat=0", "--clamp", "threat=1"], "--clamp names 'threat' twice; name it once"),
        (["map.csv", "--take", "hotlin"], "there is no concept 'hotlin' on the map; did you mean 'hotline'?"),
        (["map.csv", "--risk", "nobody"], f"there is no concept 'nobody' on the map {THERE}"),
        (["map.csv", "--same", "menace=threat"], "--same needs --compare, the map whose concepts it names"),
        (["map.csv", "--compare", "other.csv", "--same", "menace"], "--same 'menace' is not of the form THEIRS=OURS"),
        (["map.csv", "--compare", "other.csv", "--same", "nobody=threat"], "nobody=threat: there is no concept 'nobody' on that map"),
        (["map.csv", "--compare", "other.csv", "--same", "menace=nobody"], "menace=nobody: there is no concept 'nobody' on that map"),
        (["map.csv", "--compare", "other.csv", "--same", "menace=exercises"], "'menace' cannot mean 'exercises': the other map has a concept 'exercises' of its own"),
        (["map.csv", "--compare", "map.csv"], "--compare map.csv: this is the map itself; name another"),
        (["map.csv", "--compare", "pact.csv"], "pact.csv, line 1: column 'source' is missing (there are: measure, target, weight)"),
        (["map.csv", "--compare", "start.csv"], "start.csv, line 1: this is neither a table of judgements (columns source, target, weight) nor a matrix (the same labels on both axes)"),
        (["map.csv", "--ensemble", "-1"], f"Invalid value for --ensemble: write a whole number from 0 on {HELP}"),
        (["map.csv", "--ensemble", "1.5"], f"Invalid value for --ensemble: write a whole number from 0 on {HELP}"),
        (["map.csv", "--loops", "0"], f"Invalid value for --loops: write a whole number from 1 on {HELP}"),
        (["map.csv", "--tipping", "-1"], f"Invalid value for --tipping: write a whole number from 0 on {HELP}"),
        (["map.csv", "--seed", "-1"], f"Invalid value for --seed: write a whole number from 0 on {HELP}"),
        (["map.csv", "--spread", "7"], "--spread 7: write a number in 0..1"),
        (["map.csv", "--spread", "nan"], "--spread nan: write a number in 0..1"),
        (["map.csv", "--least-share", "2"], "the least share of experts is 2; it lies in 0..1"),
        (["map.csv", "--rule", "none"], f'Invalid value "none" for --rule. Choose from: "kosko", "mkosko", "rescaled". {HELP}'),
        (["map.csv", "--transfer", "nonsense"], "transfer function 'nonsense' is not known; write sigmoid:1, tanh:1, step:0.5, trivalent or clip"),
        (["map.csv", "--transfer", "sigmoid:0"], "the slope of sigmoid is 0; it must be above 0"),
        (["map.csv", "--start", "strange.csv"], "strange.csv, line 2: there is no concept 'nobody' on the map"),
        (["map.csv", "--start", "."], ".: this is a folder; give the table itself"),
        (["map.csv", "--measure", "known.csv"], "known.csv, line 2: measure 'hotline' is on the map already; take it with --take"),
        (["map.csv", "--side", "north"], "--side north: nobody of that side judged (sides: none)"),
        (["sides.csv", "--side", "east"], "--side east: nobody of that side judged (sides: north, south)"),
        (["map.csv", "--report", "map.csv"], "cannot write map.csv: it is part of what is read; name another file"),
        (["map.csv", "--compare", "other.csv", "--json", "other.csv"], "cannot write other.csv: it is part of what is read; name another file"),
        (["map.csv", "--report", "out", "--json", "out"], "cannot write out twice; name two files"),
    ],
)  # fmt: skip
def test_wrong_input_is_one_sentence(
    tracktwo: Command, drawn: Path, arguments: list[str], sentence: str
) -> None:
    before = {path: path.read_bytes() for path in drawn.iterdir()}

    ran = tracktwo("influence", *arguments)

    assert (ran.code, ran.out, ran.err) == (2, "", f"tracktwo: {sentence}\n")
    assert {path: path.read_bytes() for path in drawn.iterdir()} == before


def test_wrong_option_writes_nothing(tracktwo: Command, drawn: Path) -> None:
    ran = tracktwo(
        "influence", "map.csv", "--risk", "nobody", "--json", "a.json", "--report", "a.html"
    )

    assert ran.code == 2
    assert [path.name for path in drawn.iterdir() if path.name.startswith("a.")] == []
