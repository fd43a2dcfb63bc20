"""What the doctor finds, beyond what the command's own tests show."""

import datetime as dt
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from tracktwo_web.operations import doctor
from tracktwo_web.operations.backup import LAST
from tracktwo_web.operations.doctor import examine
from tracktwo_web.operations.finding import Finding, Health

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    tmp_path.chmod(0o700)
    return tmp_path


def found(data: Path, what: str) -> list[Finding]:
    return [one for one in examine(data) if one.what == what]


def test_clock_that_went_back_is_found(db, data: Path) -> None:
    ahead = dt.datetime.now(dt.UTC) + HOUR
    MigrationRecorder(connection).migration_qs.update(applied=ahead)

    (finding,) = found(data, "clock")

    assert finding.health is Health.BAD
    assert finding.told.endswith(f"yet work was done at {ahead:%Y-%m-%d %H:%M}; set it by NTP")


@pytest.mark.parametrize(
    ("age", "health", "told"),
    [
        (5 * HOUR, Health.WELL, "the last one is 5 hours old"),
        (80 * HOUR, Health.LOOK, "the last one is 3 days old; run: tracktwo backup FILE"),
    ],
)
def test_age_of_the_last_backup_is_told(db, data: Path, age, health, told) -> None:
    (data / LAST).write_text((dt.datetime.now(dt.UTC) - age).isoformat())

    assert found(data, "backup") == [Finding("backup", health, told)]


def test_little_space_is_told_before_there_is_none(db, data: Path, monkeypatch) -> None:
    monkeypatch.setattr(doctor, "LITTLE_SPACE", 2**62)

    (finding,) = found(data, "disk")

    assert finding.health is Health.BAD
    assert finding.told.endswith("make room before it is full")


def test_database_of_this_version_is_well(db, data: Path) -> None:
    assert found(data, "version of the database") == [
        Finding("version of the database", Health.WELL, "that of the program")
    ]
