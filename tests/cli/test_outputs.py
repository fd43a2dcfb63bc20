from pathlib import Path

import pytest

from tracktwo.errors import OptionError
from tracktwo_cli.outputs import check_outputs, write_together


def test_texts_are_written_and_folders_made(tmp_path: Path) -> None:
    texts = {tmp_path / "a.html": "甲", tmp_path / "new" / "b.json": "{}"}

    write_together(texts)

    assert {path: path.read_text("utf-8") for path in texts} == texts
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.html", "b.json", "new"]


@pytest.mark.parametrize("order", [1, -1])
def test_a_text_that_cannot_be_written_leaves_the_others_as_they_were(
    tmp_path: Path, order: int
) -> None:
    kept, barred = tmp_path / "kept", tmp_path / "kept" / "below"
    kept.write_text("as it was")
    texts = dict([(kept, "new"), (barred, "new")][::order])

    with pytest.raises(OptionError) as refused:
        write_together(texts)

    assert str(refused.value).startswith(f"cannot write {barred}: ")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("kept", "as it was")]


def test_a_report_beside_the_data_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "votes.csv").touch()
    (tmp_path / "report.html").touch()

    check_outputs([tmp_path / "report.html", tmp_path / "found.json"], inputs=[tmp_path])


@pytest.mark.parametrize("name", ["votes.csv", "dialogue.toml", "votes.parquet", "votes.json"])
def test_a_file_of_the_data_is_not_overwritten(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()

    with pytest.raises(OptionError) as refused:
        check_outputs([tmp_path / name], inputs=[tmp_path])

    sentence = f"cannot write {tmp_path / name}: it is part of what is read; name another file"
    assert str(refused.value) == sentence
