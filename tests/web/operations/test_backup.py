"""A copy of a database in use, brought elsewhere and compared, on either database."""

import datetime as dt
import threading
from pathlib import Path

import pytest
from django.db import connection, connections

from tests.web import world
from tracktwo_web.channel.domain.open import open_line
from tracktwo_web.channel.models import Line
from tracktwo_web.dialogues.models import Announcement, Dialogue
from tracktwo_web.operations import backup as backups
from tracktwo_web.operations.backup import back_up
from tracktwo_web.operations.contents import Held, differences
from tracktwo_web.operations.errors import CannotRun
from tracktwo_web.operations.restore import read_manifest, restore

pytestmark = pytest.mark.django_db(transaction=True)
NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """An empty database that this process now takes for its own."""
    before = connection.settings_dict["NAME"]
    name = (
        "tracktwo_restored" if connection.vendor == "postgresql" else str(tmp_path / "new.sqlite3")
    )

    def move() -> None:
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"CREATE DATABASE {name}")
        connection.close()
        monkeypatch.setitem(connection.settings_dict, "NAME", name)

    yield move
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "NAME", before)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {name}")


def test_restored_database_holds_every_row(dialogue, tmp_path: Path, elsewhere) -> None:
    world.an_open_round(dialogue)
    title, seats = dialogue.title, dialogue.seats.count()
    line = open_line(dialogue.sides.get(code="nato"), "NATO", "CHINA", now=NOW)
    Line.objects.update(is_compared=True)
    made = back_up(tmp_path / "backup.zip", now=NOW)

    elsewhere()
    brought = restore(tmp_path / "backup.zip", tmp_path)

    found = Dialogue.objects.get()
    assert brought == made
    assert (found.title, found.seats.count(), found.rounds.count()) == (title, seats, 1)
    asks_now = Line.objects.get()
    assert (asks_now.is_compared, asks_now.asked == line.asked) == (False, False)


def test_backup_of_nothing_is_refused(tmp_path: Path, elsewhere) -> None:
    elsewhere()

    with pytest.raises(CannotRun, match="holds no tables: there is nothing to back up here"):
        back_up(tmp_path / "backup.zip", now=NOW)

    assert list(tmp_path.glob("*backup*")) == []


def test_backup_of_a_database_in_use_is_of_one_moment(dialogue, tmp_path: Path, elsewhere) -> None:
    stopping = threading.Event()

    def write() -> None:
        number = 0
        while not stopping.is_set():
            number += 1
            Announcement.objects.create(dialogue=dialogue, number=number, text={"en": "x" * 500})
        connections.close_all()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = back_up(tmp_path / "backup.zip", now=NOW)
    finally:
        stopping.set()
        writer.join()
    elsewhere()
    restore(tmp_path / "backup.zip", tmp_path)

    kept = list(Announcement.objects.order_by("number").values_list("number", flat=True))
    assert kept == list(range(1, len(kept) + 1))
    assert made.tables["dialogues_announcement"].rows == len(kept)


def test_restore_refuses_a_database_that_holds_something(dialogue, tmp_path: Path) -> None:
    back_up(tmp_path / "backup.zip", now=NOW)

    with pytest.raises(CannotRun) as refused:
        restore(tmp_path / "backup.zip", tmp_path)

    assert "empty" in str(refused.value)
    assert Dialogue.objects.count() == 1


def test_manifest_tells_what_is_inside(dialogue, tmp_path: Path) -> None:
    made = back_up(tmp_path / "backup.zip", now=NOW)

    read = read_manifest(tmp_path / "backup.zip")

    assert read == made
    assert (read.vendor, read.made_at) == (connection.vendor, "2026-11-24T12:00:00+00:00")
    assert read.tables["dialogues_seat"].rows == dialogue.seats.count()


def test_backup_of_a_full_disk_leaves_nothing(dialogue, tmp_path: Path, monkeypatch) -> None:
    def full(_: Path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "copy_database", full)

    with pytest.raises(CannotRun) as refused:
        back_up(tmp_path / "backup.zip", now=NOW)

    assert str(refused.value) == (
        f"cannot write {tmp_path / 'backup.zip'}: No space left on device; name another place"
    )
    assert list(tmp_path.iterdir()) == []


def test_tables_that_differ_are_named() -> None:
    before = {"a": Held(1, "x"), "b": Held(2, "y"), "gone": Held(0, "z")}
    after = {"a": Held(1, "x"), "b": Held(2, "other")}

    assert differences(before, after) == ["b", "gone"]
