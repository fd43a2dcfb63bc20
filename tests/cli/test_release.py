"""`tracktwo release`: open data of a dialogue and of a consultation, and what is refused."""

import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


@pytest.fixture
def votes(tmp_path: Path) -> Path:
    """A consultation of five thousand people, a third of whom agree."""
    path = tmp_path / "votes.csv"
    rows = (f"p{one},s1,{-1 if one % 3 else 1}" for one in range(5_000))
    path.write_text("participant,statement,vote\n" + "\n".join(rows) + "\n", "utf-8")
    return path


def test_aggregates_of_the_example(tracktwo: Command, folder: Path, tmp_path: Path) -> None:
    ran = tracktwo("release", folder, "--folder", tmp_path / "open")

    assert (ran.code, ran.out, ran.err) == (0, "", f"wrote {tmp_path / 'open'}\n")
    assert sorted(one.name for one in (tmp_path / "open").iterdir()) == [
        "README.md",
        "answers.csv",
        "datapackage.json",
        "expectations.csv",
        "parties.csv",
        "statements.csv",
        "together.csv",
    ]
    first = _rows(tmp_path / "open" / "answers.csv")[0]
    assert (first["statement"], first["party"], first["n"]) == ("c01", "nato", "14")


def test_counts_with_noise(tracktwo: Command, votes: Path, tmp_path: Path) -> None:
    ran = tracktwo("release", votes, "--folder", tmp_path / "open", "--epsilon", 1, "--answers", 1, "--delta", 0)  # fmt: skip

    assert (ran.code, ran.err.splitlines()[1]) == (0, "95 of 100 counts lie within 4 of the truth")
    counted = {row["answer"]: int(row["count"]) for row in _rows(tmp_path / "open" / "answers.csv")}
    assert abs(counted["agree"] - 1_667) < 40
    assert abs(counted["disagree"] - 3_333) < 40
    described = json.loads((tmp_path / "open" / "datapackage.json").read_text("utf-8"))
    assert described["noise"]["kind"] == "laplace"


@pytest.mark.parametrize(
    ("language", "sentence"), [("zh", "这些数据是对众人的汇总。"), ("fr", "Ce sont des sommes")]
)
def test_page_is_in_the_language_asked_for(
    tracktwo: Command, folder: Path, tmp_path: Path, language: str, sentence: str
) -> None:
    tracktwo("release", folder, "--folder", tmp_path / "open", "--language", language)

    assert sentence in (tmp_path / "open" / "README.md").read_text("utf-8")


def test_data_without_a_k_of_their_own_get_one(tracktwo: Command, tmp_path: Path) -> None:
    path = tmp_path / "votes.csv"
    rows = ["a,s1,1", "b,s1,1", "a,s2,1", "b,s2,-1", "c,s2,1"]
    path.write_text("\n".join(["participant,statement,vote", *rows]) + "\n", "utf-8")

    ran = tracktwo("release", path, "--folder", tmp_path / "open")

    assert ran.code == 0
    together = {row["statement"]: row["n"] for row in _rows(tmp_path / "open" / "together.csv")}
    assert together["s1"] == ""


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--epsilon", 0), "epsilon is 0; it must be above 0 and at most 10: 1 is usual"),
        (("--delta", 0), "--delta is of counts with noise; give --epsilon too"),
        (("--answers", 5), "--answers is of counts with noise; give --epsilon too"),
        (("--epsilon", 1, "--k", 4), "--k is of aggregates; leave it out where --epsilon is given"),
        (("--k", 2), "k is 2: a figure of so few people tells what each of them answered; it must be 3 or more"),
        (("--epsilon", 1), "with this budget each count is off by up to 41, and 28 people took part; noise is for thousands: give away aggregates, or let each person count in fewer answers"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_written(
    tracktwo: Command, folder: Path, tmp_path: Path, options: tuple[object, ...], sentence: str
) -> None:
    ran = tracktwo("release", folder, "--folder", tmp_path / "open", *options)

    assert (ran.code, ran.out, ran.err) == (2, "", f"tracktwo: {sentence}\n")
    assert not (tmp_path / "open").exists()


def test_folder_in_use_is_left_alone(tracktwo: Command, folder: Path) -> None:
    before = sorted(one.name for one in folder.iterdir())

    ran = tracktwo("release", folder, "--folder", folder)

    assert (ran.code, ran.err) == (2, f"tracktwo: {folder} exists and is not empty; name a new folder\n")  # fmt: skip
    assert sorted(one.name for one in folder.iterdir()) == before
