"""Every wrong thing a person types into a table of risks: the file, the line and the sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.exchange.risks.conftest import (
    DIALOGUE,
    ESTIMATES,
    HEADER,
    RISKS,
    SEEDS_HEADER,
    Refused,
)
from tracktwo.errors import InputError
from tracktwo.exchange.risks import read_ladder, read_risks

ROW = "war,e1,north,1,likelihood,{},,\n"
SHARE = "a likelihood lies between 0 and 1 (write 0.2 for 20 in a hundred)"
BAD_ESTIMATES = {
    "low above best": (ROW.format("0.3,0.2,0.4"), 2, "low 0.3, best 0.2 and high 0.4 are not in order; low may not exceed best, nor best high"),
    "probability 120": (ROW.format("10,20,120"), 2, f"low 10 is out of range; {SHARE}"),
    "below 0": (ROW.format("-0.1,0.2,0.4"), 2, f"low -0.1 is out of range; {SHARE}"),
    "percent sign": (ROW.format("10%,20%,40%"), 2, "low '10%' has a percent sign; write 0.1"),
    "percent sign with a blank": (ROW.format("0.1,20 %,0.4"), 2, "best '20 %' has a percent sign; write 0.2"),
    "percent of severity": ("war,e1,north,1,severity,5%,6,7,,\n", 2, "low '5%' has a percent sign; write 5"),
    "decimal comma": (ROW.format('"0,1",0.2,0.4'), 2, "low '0,1' has a decimal comma; write 0.1"),
    "decimal comma without quotes": (ROW.format("0,1,0,2,0,4"), 2, "the row has 13 cells and the header 10; make them the same (a number with a decimal comma makes two cells)"),
    "word": (ROW.format("low,0.2,0.4"), 2, "low 'low' is not a number; write digits, with a point for decimals"),
    "not a number": (ROW.format("nan,0.2,0.4"), 2, "low 'nan' is not a number; write digits, with a point for decimals"),
    "underscore": (ROW.format("0.1,0.2,1_0"), 2, "high '1_0' is not a number; write digits, with a point for decimals"),
    "part missing": (ROW.format("0.1,,0.4"), 2, "best is empty; write a number"),
    "severity out of range": ("war,e1,north,1,severity,5,6,70,,\n", 2, "high 70 is out of range; severity lies between 0 and 10"),
    "round 3": ("war,e1,north,3,likelihood,0.1,0.2,0.3,,\n", 2, "round '3' is not known; write 1 (alone) or 2 (after seeing the others)"),
    "no round": ("war,e1,north,,likelihood,0.1,0.2,0.3,,\n", 2, "round '' is not known; write 1 (alone) or 2 (after seeing the others)"),
    "quantity": ("war,e1,north,1,chance,0.1,0.2,0.3,,\n", 2, "quantity 'chance' is not known; write likelihood or severity"),
    "sure": ("war,e1,north,1,likelihood,0.1,0.2,0.3,80,\n", 2, "sure 80 is out of range; write 0.5 to 1, how sure the expert is that the truth lies between low and high"),
    "sure in percent": ("war,e1,north,1,likelihood,0.1,0.2,0.3,80%,\n", 2, "sure '80%' has a percent sign; write 0.8"),
    "no expert": ("war,,north,1,likelihood,0.1,0.2,0.3,,\n", 2, "no expert is named"),
    "no side": ("war,e1,,1,likelihood,0.1,0.2,0.3,,\n", 2, "no side is named"),
    "two sides": (ROW.format("0.1,0.2,0.3") + "\nwar,e1,south,2,likelihood,0.1,0.2,0.3,,\n", 4, "expert 'e1' sits for 'north' and here for 'south'; an expert sits on one side"),
    "twice": (2 * ROW.format("0.1,0.2,0.3"), 3, "expert 'e1' already gave the likelihood of 'war' in round 1; keep one"),
    "short row": ("war,e1,north\n", 2, "the row has 3 cells and the header 10; make them the same (a number with a decimal comma makes two cells)"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_ESTIMATES)
def test_bad_estimate(refused: Refused, name: str) -> None:
    rows, line, sentence = BAD_ESTIMATES[name]

    assert refused({"estimates.csv": HEADER + rows}) == ("estimates.csv", line, sentence)


BAD_TABLES = {
    "empty": ("", None, "the file is empty; it needs a header line and rows"),
    "header only": (HEADER, None, "there is a header and no row under it; add rows"),
    "nothing filled in": (HEADER + ROW.format(",,"), None, "no row has an estimate; fill in low, best and high"),
    "semicolons": (ESTIMATES.replace(",", ";"), 1, "the columns are parted by semicolons; save the table as CSV parted by commas"),
    "semicolons and decimal commas": (HEADER.replace(",", ";") + "war;e1;north;1;likelihood;0,1;0,2;0,4;;\n", 1, "the columns are parted by semicolons; save the table as CSV parted by commas"),
    "tabs": (ESTIMATES.replace(",", "\t"), 1, "the columns are parted by tabs; name the file .tsv or save it as CSV"),
    "missing column": ("risk,expert,side,low,best,high\n", 1, "column 'quantity' is missing (there are: risk, expert, side, low, best, high)"),
    "unknown column": (HEADER.replace("comment", "remark"), 1, "column 'remark' is not known; allowed are risk, expert, side, quantity, low, best, high, round, sure, comment"),
    "column twice": (HEADER.replace("comment", "sure"), 1, "column 'sure' appears twice; keep one"),
    "Latin-1": ("risk,café\n".encode("latin-1"), 1, "the text is not UTF-8; save it as UTF-8 and try again"),
    "UTF-16": (ESTIMATES.encode("utf-16"), None, "the text is UTF-16; save it as UTF-8 and try again"),
    "spreadsheet": (b"PK\x03\x04....", None, "this is a zip or spreadsheet file; unpack it or save it as CSV (UTF-8)"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_TABLES)
def test_bad_table(refused: Refused, name: str) -> None:
    content, line, sentence = BAD_TABLES[name]

    assert refused({"estimates.csv": content}) == ("estimates.csv", line, sentence)


BAD_FOLDERS = {
    "unknown risk": (
        {"risks.csv": RISKS.replace("war,", "peace,")},
        ("estimates.csv", 2, "risk 'war' is not in risks.csv; add it there or correct it"),
    ),
    "unknown side": (
        {"dialogue.toml": DIALOGUE.replace("south", "west")},
        ("estimates.csv", 3, "side 'south' is not among the parties (north, west)"),
    ),
    "unknown side that agreed": (
        {"dialogue.toml": DIALOGUE, "risks.csv": "risk,agreed_by\nwar,north; east\n"},
        ("risks.csv", 2, "side 'east' is not among the parties (north, south)"),
    ),
    "risk twice": (
        {"risks.csv": RISKS + "war,Again.,\n"},
        ("risks.csv", 3, "risk 'war' is already on line 2; keep one"),
    ),
    "risk without id": ({"risks.csv": RISKS + ",Which?,\n"}, ("risks.csv", 3, "no risk is named")),
    "onset": (
        {"risks.csv": "risk,onset\nwar,soon\n"},
        ("risks.csv", 2, "onset 'soon' is not known; write hours, days, weeks, months, years or nothing"),
    ),
    "scale": (
        {"risks.csv": "risk,scale\nwar,0-10\n"},
        ("risks.csv", 2, "scale '0-10' is not known; write vote or rating:MIN:MAX"),
    ),
    "scale of votes": (
        {"risks.csv": "risk,scale\nwar,vote\n"},
        ("risks.csv", 2, "severity is not voted on; state its scale as rating:MIN:MAX"),
    ),
    "outcome": (
        {"risks.csv": "risk,outcome\nwar,maybe\n"},
        ("risks.csv", 2, "outcome 'maybe' is not known; write yes, no or nothing"),
    ),
    "unknown column of risks": (
        {"risks.csv": "risk,name_en\nwar,x\n"},
        ("risks.csv", 1, "column 'name_en' is not known; allowed are risk, mechanism, domain, onset, reversibility, period, scale, owner, agreed_by, outcome, text_en, existing_en, proposed_en"),
    ),
    "indicators without risks": (
        {"indicators.csv": "risk,indicator\nwar,i\n"},
        ("indicators.csv", None, "indicators need the risks that they tell of; add risks.csv"),
    ),
    "indicator of no risk": (
        {"risks.csv": RISKS, "indicators.csv": "risk,indicator\npeace,i\n"},
        ("indicators.csv", 2, "risk 'peace' is not in risks.csv; add it there or correct it"),
    ),
    "indicator twice": (
        {"risks.csv": RISKS, "indicators.csv": "risk,indicator\nwar,i\nwar,i\n"},
        ("indicators.csv", 3, "indicator 'i' is already on line 2; keep one"),
    ),
    "state": (
        {"risks.csv": RISKS, "indicators.csv": "risk,indicator,state\nwar,i,perhaps\n"},
        ("indicators.csv", 2, "state 'perhaps' is not known; write seen, not seen or nothing"),
    ),
    "rung twice": (
        {"ladder.csv": "rung\ntalk\ntalk\n"},
        ("ladder.csv", 3, "rung 'talk' is already on line 2; keep one"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_FOLDERS)
def test_bad_folder(refused: Refused, name: str) -> None:
    files, blamed = BAD_FOLDERS[name]

    assert refused({"estimates.csv": ESTIMATES} | files) == blamed


BAD_SEEDS = {
    "stranger": ("q,e9,1,2,3,2,,,\n", 2, "expert 'e9' gives no estimate in estimates.csv; correct the name"),
    "no question": (",e1,1,2,3,2,,,\n", 2, "no question is named"),
    "no truth": ("q,e1,1,2,3,,,,\n", 2, "truth is empty; write a number"),
    "equal quantiles": ("q,e1,1,1,3,2,,,\n", 2, "low 1, best 1 and high 3 do not rise; make each larger than the last"),
    "two truths": ("q,e1,1,2,3,2,,,\nq,e2,1,2,3,5,,,\n", 3, "question 'q' has another truth, scale or range on an earlier line; make them the same"),
    "answered twice": ("q,e1,1,2,3,2,,,\nq,e1,1,2,4,2,,,\n", 3, "expert 'e1' already answered 'q' on line 2; keep one"),
    "scale": ("q,e1,1,2,3,2,exp,,\n", 2, "scale 'exp' is not known; write lin or log"),
    "0 on a logarithmic scale": ("q,e1,0,2,3,2,log,,\n", 2, "on a logarithmic scale every number lies above 0"),
    "beyond the range": ("q,e1,1,2,3,2,,0,3\n", 2, "the answer reaches beyond the range agreed (0 to 3); it lies inside"),
    "empty range": ("q,e1,1,2,3,2,,5,5\n", 2, "the range from 5 to 5 is empty; from lies below to"),
    "half a range": ("q,e1,1,2,3,2,,0,\n", 2, "to is empty; write a number"),
    "some ranges": ("q,e1,1,2,3,2,,0,9\nr,e1,1,2,3,2,,,\n", None, "some questions have a range agreed and some have none; give all or none"),
    "truth beyond the range": ("q,e1,1,2,3,20,,0,9\n", 2, "truth 20 lies outside the range agreed; correct one of them"),
    "question that nobody answered": ("q,e1,1,2,3,2,,,\nr,e1,,,,2,,,\n", None, "nobody answered seed question 'r'; leave it out"),
    "too large": ("q,e1,1,2,1e999,2,,,\n", None, "seed answers and truths must be finite numbers"),
    "nobody answered": ("q,e1,,,,2,,,\n", None, "nobody answered a seed question; fill in low, best and high"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_SEEDS)
def test_bad_seeds(refused: Refused, name: str) -> None:
    rows, line, sentence = BAD_SEEDS[name]

    found = refused({"estimates.csv": ESTIMATES, "seeds.csv": SEEDS_HEADER + rows})

    assert found == ("seeds.csv", line, sentence)


def test_folder_without_estimates(refused: Refused) -> None:
    assert refused({"risks.csv": RISKS}) == (
        "given", None, "there is no estimates.csv here; it holds what the experts estimate",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nowhere", "there is no such file or folder; check the path"),
        (
            "table.xlsx",
            "this kind of file is not read; give estimates as .csv or .tsv, or a folder",
        ),
    ],
)
def test_bad_path(folder_of: Callable[..., Path], name: str, sentence: str) -> None:
    folder = folder_of({"table.xlsx": b"PK"})

    with pytest.raises(InputError) as caught:
        read_risks(folder / name)

    assert (caught.value.message, Path(caught.value.file).name) == (sentence, name)


def test_ladder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file; check the path"):
        read_ladder(tmp_path / "ladder.csv")
