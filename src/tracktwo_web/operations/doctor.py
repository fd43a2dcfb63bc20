"""Looking at an installation from inside: what is well, what is not, and what to do about it."""

import stat
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from tracktwo_web.config.environment import LOCAL_HOSTS
from tracktwo_web.kit.checks import errors_of
from tracktwo_web.operations.background import BEAT, EVERY
from tracktwo_web.operations.backup import LAST
from tracktwo_web.operations.data_folder import free_space
from tracktwo_web.operations.doctor_of_lines import lines
from tracktwo_web.operations.finding import Finding, Health, well
from tracktwo_web.operations.static_files import STAMP

LITTLE_SPACE = 2**30
LONG_ENOUGH = 50
OTHERS = stat.S_IRWXG | stat.S_IRWXO
CLOCK_TOLERANCE = timedelta(seconds=2)
DRIFT = 0.05
"""Seconds by which the clock may be moved while it is watched for one."""
BACKUP_TOLERANCE = timedelta(days=2)


Examination = Callable[[Path], Iterator[Finding]]


def examine(data: Path) -> list[Finding]:
    """Look at everything. What cannot be looked at is a finding too."""
    return [finding for one in EXAMINATIONS for finding in _looked_at(one, data)]


def _looked_at(examination: Examination, data: Path) -> list[Finding]:
    name = examination.__name__.strip("_").replace("_", " ")
    try:
        return list(examination(data))
    except (DatabaseError, OSError) as error:
        return [Finding(name, Health.BAD, f"it cannot be looked at ({type(error).__name__})")]


def _settings(data: Path) -> Iterator[Finding]:
    if len(settings.SECRET_KEY) < LONG_ENOUGH:
        advice = f"set TRACKTWO_SECRET_KEY to {LONG_ENOUGH} random characters, or remove it: one is then drawn"
        yield Finding("secret key", Health.BAD, f"it is too short; {advice}")
    else:
        yield well("secret key", "long enough")
    if settings.DEMO and data.name != "demo":
        yield Finding(
            "demonstration", Health.LOOK, "no second factor is asked; unset TRACKTWO_DEMO"
        )


def _tls(_: Path) -> Iterator[Finding]:
    is_local = set(settings.ENVIRONMENT.hosts) <= set(LOCAL_HOSTS)
    if settings.ENVIRONMENT.has_tls:
        yield well("TLS", "cookies travel encrypted only")
    elif is_local:
        yield Finding(
            "TLS",
            Health.LOOK,
            "none: good for this machine alone; others need TRACKTWO_TLS=1 behind a proxy",
        )
    else:
        hosts = ", ".join(settings.ENVIRONMENT.hosts)
        yield Finding(
            "TLS", Health.BAD, f"{hosts} without TLS; put a proxy in front and set TRACKTWO_TLS=1"
        )


def _database(_: Path) -> Iterator[Finding]:
    found = list(errors_of(connection))
    for one in found:
        grave = Health.BAD if one.is_serious() else Health.LOOK
        yield Finding("database", grave, f"{one.msg} {one.hint}")
    if not found:
        yield well("database", "an answer is on disk before it is confirmed; no log keeps it")
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield Finding(
            "version of the database", Health.BAD, "older than the program; run: tracktwo migrate"
        )
    else:
        yield well("version of the database", "that of the program")
    if connection.vendor == "sqlite":
        yield _soundness()


def _soundness() -> Finding:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA quick_check(1)")
        (verdict,) = cursor.fetchone()
    if verdict == "ok":
        return well("soundness", "the database file is whole")
    return Finding(
        "soundness", Health.BAD, f"{verdict}; stop the server and restore the last backup"
    )


def _clock(_: Path) -> Iterator[Finding]:
    now, begun, ticks = datetime.now(UTC), time.time(), time.monotonic()
    there = _time_of_database()
    if abs(there - now) > CLOCK_TOLERANCE:
        apart = abs((there - now).total_seconds())
        yield Finding(
            "clock", Health.BAD, f"the database's clock differs by {apart:.0f} s; set both by NTP"
        )
    time.sleep(1)
    moved = abs((time.time() - begun) - (time.monotonic() - ticks))
    if moved > DRIFT:
        yield Finding(
            "clock", Health.LOOK, "it is being set at this moment; let it settle, then look again"
        )
    if (newest := _newest_migration()) and newest > now + CLOCK_TOLERANCE:
        yield Finding(
            "clock",
            Health.BAD,
            f"it shows {now:%Y-%m-%d %H:%M}, yet work was done at {newest:%Y-%m-%d %H:%M}; set it by NTP",
        )
    else:
        yield well("clock", f"{now:%Y-%m-%d %H:%M:%S} UTC")


def _time_of_database() -> datetime:
    if connection.vendor != "postgresql":
        return datetime.now(UTC)
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (there,) = cursor.fetchone()
    return there if isinstance(there, datetime) else datetime.now(UTC)


def _newest_migration() -> datetime | None:
    """The latest moment that the database itself knows of."""
    from django.db.migrations.recorder import MigrationRecorder

    return (
        MigrationRecorder(connection)
        .migration_qs.order_by("-applied")
        .values_list("applied", flat=True)
        .first()
    )


def _permissions(data: Path) -> Iterator[Finding]:
    """A folder closed to others closes what is in it."""
    if data.stat().st_mode & OTHERS:
        yield Finding(
            "permissions", Health.BAD, f"others may look into {data}; run: chmod go= {data}"
        )
    else:
        yield well("permissions", f"{data} is open to its owner alone")


def _mail(_: Path) -> Iterator[Finding]:
    from smtplib import SMTPException

    from django.core.mail import get_connection

    if settings.EMAIL_BACKEND.endswith("dummy.EmailBackend"):
        yield Finding("mail", Health.LOOK, "none is sent; set TRACKTWO_EMAIL_URL to send reminders")
        return
    try:
        get_connection().open()
    except (OSError, SMTPException) as error:
        yield Finding(
            "mail",
            Health.BAD,
            f"the mail server does not take mail ({type(error).__name__}); look at TRACKTWO_EMAIL_URL",
        )
    else:
        yield well("mail", "the mail server answers")


def _static_files(_: Path) -> Iterator[Finding]:
    if (Path(settings.STATIC_ROOT) / STAMP).exists():
        yield well("static files", "collected")
    else:
        yield Finding("static files", Health.LOOK, "not collected yet; tracktwo serve does it")


def _disk(data: Path) -> Iterator[Finding]:
    free = free_space(data)
    if free < LITTLE_SPACE:
        yield Finding(
            "disk", Health.BAD, f"{free / 2**20:,.0f} MiB are free; make room before it is full"
        )
    else:
        yield well("disk", f"{free / 2**30:,.1f} GiB are free")


def _backup(data: Path) -> Iterator[Finding]:
    path = data / LAST
    if not path.exists():
        yield Finding("backup", Health.LOOK, "none was made; run: tracktwo backup FILE")
        return
    age = datetime.now(UTC) - datetime.fromisoformat(path.read_text(encoding="utf-8"))
    if age > BACKUP_TOLERANCE:
        yield Finding(
            "backup", Health.LOOK, f"the last one is {age.days} days old; run: tracktwo backup FILE"
        )
    else:
        yield well("backup", f"the last one is {age.total_seconds() / 3600:.0f} hours old")


def _clock_of_the_rounds(data: Path) -> Iterator[Finding]:
    path = data / BEAT
    age = time.time() - path.stat().st_mtime if path.exists() else None
    if age is None or age > 5 * EVERY:
        yield Finding(
            "clock of the rounds",
            Health.LOOK,
            "it does not tick: rounds neither open nor close by themselves; start tracktwo serve",
        )
    else:
        yield well("clock of the rounds", f"ticked {age:.0f} s ago")


EXAMINATIONS: tuple[Examination, ...] = (
    _settings,
    _tls,
    _database,
    _clock,
    _clock_of_the_rounds,
    _permissions,
    _mail,
    _static_files,
    _disk,
    _backup,
    lines,
)
