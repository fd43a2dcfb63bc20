"""Files that appear whole or not at all."""

import pytest

from tracktwo.errors import OptionError
from tracktwo.exchange.placing import new_folder, place


def test_folder_gets_its_name_when_all_is_written(tmp_path) -> None:
    target = tmp_path / "deep" / "new"

    with new_folder(target) as folder:
        (folder / "a.txt").write_text("whole")
        assert not target.exists()

    assert [one.name for one in target.parent.iterdir()] == ["new"]
    assert (target / "a.txt").read_text() == "whole"


def test_folder_that_is_there_and_empty_is_taken(tmp_path) -> None:
    with new_folder(tmp_path / "new") as folder:
        (tmp_path / "new").mkdir()
        (folder / "a.txt").write_text("whole")

    assert (tmp_path / "new" / "a.txt").read_text() == "whole"


def test_nothing_is_left_of_a_folder_that_fails(tmp_path) -> None:
    def fill() -> None:
        with new_folder(tmp_path / "new") as folder:
            (folder / "a.txt").write_text("half")
            raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        fill()

    assert list(tmp_path.iterdir()) == []


def test_folder_that_holds_something_is_refused(tmp_path) -> None:
    (tmp_path / "a.txt").write_text("old")

    with (
        pytest.raises(OptionError, match=r"exists and is not empty; name a new folder$"),
        new_folder(tmp_path),
    ):
        pass
    assert (tmp_path / "a.txt").read_text() == "old"


def test_folder_under_a_file_cannot_be_written(tmp_path) -> None:
    (tmp_path / "file").write_text("old")

    for writes in (lambda to: new_folder(to).__enter__(), lambda to: place(to, {"a": b""})):
        with pytest.raises(OptionError, match=r"^cannot write to "):
            writes(tmp_path / "file" / "new")


def test_files_are_placed_over_those_of_their_name(tmp_path) -> None:
    (tmp_path / "a.txt").write_text("old")
    (tmp_path / "b.txt").write_text("old")

    place(tmp_path, {"a.txt": b"new"})

    assert {one.name: one.read_text() for one in tmp_path.iterdir()} == {
        "a.txt": "new",
        "b.txt": "old",
    }
