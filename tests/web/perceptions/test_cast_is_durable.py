"""The answer is on disk before anybody is told so: seen from outside, by the calls to the system.

SQLite syncs in the process that answers, PostgreSQL in the server's process of its connection.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection

from tests.web import world
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.perceptions.paper import forget_papers, paper_of

CALLS = "fsync,fdatasync,write,sendto"
SYNC = re.compile(r"\b(fsync|fdatasync)\(\d+<?[^)]*\) = 0|(fsync|fdatasync) resumed.*= 0")


@contextmanager
def _traced(process: int, into: Path) -> Iterator[None]:
    """What a process asks of the system meanwhile, a line each, in order."""
    command = [
        "strace",
        "-f",
        "-y",
        "-s",
        "400",
        "-e",
        f"trace={CALLS}",
        "-o",
        str(into),
        "-p",
        str(process),
    ]
    tracer = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        line = tracer.stderr.readline()
        if "attached" not in line:
            pytest.skip(f"strace may not look here: {line.strip()}")
        yield
    finally:
        tracer.terminate()
        tracer.communicate()


@pytest.fixture
def answer(transactional_db, client_at) -> Callable[[], int]:
    """An answer in a browser; the status that came back."""
    forget_papers()
    dialogue = world.a_dialogue()
    browser = world.seated(world.seat_of(dialogue, Role.MEMBER, "nato"), client_at())
    one = world.an_open_round(dialogue)
    first, second, _ = paper_of(one.id).asked
    base = f"/d/{dialogue.id}/rounds/{one.id}/answer/"
    browser.post(f"{base}{first.id}/", {"vote": "1"})
    return lambda: browser.post(f"{base}{second.id}/", {"vote": "1"}).status_code


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed here")
@pytest.mark.django_db(transaction=True)
def test_answer_is_on_disk_before_anybody_is_told(answer, tmp_path) -> None:
    is_postgres = connection.vendor == "postgresql"
    told = "INSERT 0 1" if is_postgres else "ANSWERED 303"
    log = "pg_wal" if is_postgres else "-wal"

    with (
        _traced(_who_writes(), tmp_path / "calls"),
        Path(os.devnull).open("wb", buffering=0) as aside,
    ):
        status = answer()
        aside.write(f"ANSWERED {status}".encode())

    calls = (tmp_path / "calls").read_text().splitlines()
    synced = [at for at, call in enumerate(calls) if SYNC.search(call) and log in call]
    answered = [at for at, call in enumerate(calls) if told in call]
    assert synced
    assert answered
    assert synced[0] < answered[0]


def _who_writes() -> int:
    if connection.vendor != "postgresql":
        return os.getpid()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]
