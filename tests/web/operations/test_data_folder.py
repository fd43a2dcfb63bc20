"""The folder of an installation: made once, kept from others, refused where it will not do."""

from pathlib import Path

import pytest

from tracktwo_web.operations import data_folder
from tracktwo_web.operations.data_folder import held, make_folder
from tracktwo_web.operations.errors import CannotRun


@pytest.fixture(autouse=True)
def _no_key_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRACKTWO_SECRET_KEY", raising=False)


def test_first_start_draws_a_key_and_later_ones_keep_it(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "a" / "data")
    key = (folder / "secret-key").read_text()

    make_folder(folder)

    assert len(key) > 80
    assert (folder / "secret-key").read_text() == key
    assert (folder / "secret-key").stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_key_that_is_given_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKTWO_SECRET_KEY", "given")

    assert list(make_folder(tmp_path).iterdir()) == []


def test_full_disk_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_folder, "LEAST_FREE", 2**62)

    with pytest.raises(CannotRun) as refused:
        make_folder(tmp_path)

    assert str(refused.value).startswith(f"the disk of {tmp_path} is full: ")


def test_folder_is_held_by_one_at_a_time(tmp_path: Path) -> None:
    with held(tmp_path), pytest.raises(CannotRun) as refused, held(tmp_path):
        pass
    with held(tmp_path):
        pass

    assert str(refused.value) == (
        f"another server runs with {tmp_path}; stop it first, or give this one its own --data"
    )
