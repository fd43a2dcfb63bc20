"""The folder of open data: described, the same each time, and harmless in a spreadsheet."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

import tracktwo as tt
from tests.release.small import consultation
from tracktwo.analysis import analyse
from tracktwo.errors import OptionError
from tracktwo.release import Budget, aggregates, noisy_counts, write_open_data

KINDS = {"string": pl.String, "integer": pl.Int64, "number": pl.Float64}


@pytest.fixture(scope="module")
def data(example):
    dialogue = tt.read(example)
    return aggregates(dialogue, analyse(dialogue))


def _bytes(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in sorted(folder.iterdir())}


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_every_table_is_as_its_description_says(data, tmp_path, language) -> None:
    write_open_data(data, tmp_path / "open", language=language)

    package = json.loads((tmp_path / "open" / "datapackage.json").read_text("utf-8"))
    listed = {"README.md", "datapackage.json", *(one["path"] for one in package["resources"])}
    assert listed == {one.name for one in (tmp_path / "open").iterdir()}
    for one in package["resources"]:
        fields = {each["name"]: KINDS[each["type"]] for each in one["schema"]["fields"]}
        table = pl.read_csv(tmp_path / "open" / one["path"], schema=fields)
        assert list(table.columns) == list(fields)
        assert len(table) > 0


def test_same_data_are_the_same_bytes(data, tmp_path) -> None:
    write_open_data(data, tmp_path / "a")
    write_open_data(data, tmp_path / "b")

    assert _bytes(tmp_path / "a") == _bytes(tmp_path / "b")


def test_nobody_who_took_part_is_in_any_file(data, tmp_path, example) -> None:
    write_open_data(data, tmp_path / "open")

    whole = b"".join(_bytes(tmp_path / "open").values())
    rows = (example / "participants.csv").read_text("utf-8").splitlines()
    people = {row["participant"] for row in csv.DictReader(rows)}
    assert people
    assert [one for one in people if one.encode() in whole] == []


def test_noisy_counts_say_what_was_spent(tmp_path) -> None:
    write_open_data(noisy_counts(consultation(5_000, 3), Budget(1.0)), tmp_path / "open")

    package = json.loads((tmp_path / "open" / "datapackage.json").read_text("utf-8"))
    assert package["noise"] == {
        "kind": "gauss",
        "scale": pytest.approx(20.26, abs=0.01),
        "plus_minus": 41,
        "epsilon": 1.0,
        "delta": 1e-6,
        "answers_a_person": 20,
    }
    assert "epsilon 1, delta 1e-06" in (tmp_path / "open" / "README.md").read_text("utf-8")


def test_statement_that_a_spreadsheet_would_run_is_text(tmp_path) -> None:
    dialogue = consultation(8, 1)
    trap = replace(dialogue.statements[0], texts={"en": "=HYPERLINK(1)"})
    dialogue = replace(dialogue, statements=(trap,))

    write_open_data(aggregates(dialogue, analyse(dialogue)), tmp_path / "open")

    assert "'=HYPERLINK(1)" in (tmp_path / "open" / "statements.csv").read_text("utf-8")


def test_folder_with_something_in_it_is_left_alone(data, tmp_path) -> None:
    (tmp_path / "mine.txt").write_text("kept")

    with pytest.raises(OptionError, match="exists and is not empty; name a new folder"):
        write_open_data(data, tmp_path)

    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]
