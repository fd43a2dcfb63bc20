"""The units: systemd reads them, and what they forbid is nothing that the program does."""

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import takewhile
from pathlib import Path

import pytest

from tests.cli.servers import COMMAND, environment, wait_until
from tests.pages import ROOT, options, options_in

DEPLOY = ROOT / "deploy"
SERVICES = ("tracktwo.service", "tracktwo-backup.service")
UNITS = (*SERVICES, "tracktwo-backup.timer")
EXPOSED = 20
"""Tenths of ten: above this systemd itself would no longer call a service's exposure small."""
needs_systemd = pytest.mark.skipif(
    not shutil.which("systemd-analyze"), reason="systemd is not installed here"
)
needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed here")


@needs_systemd
def test_units_are_sound(tmp_path: Path) -> None:
    """As systemd reads them, our program being wherever it is here."""
    for name in UNITS:
        program = str(Path(sys.executable).with_name("tracktwo"))
        (tmp_path / name).write_text(_text(name).replace("/opt/tracktwo/bin/tracktwo", program))

    ran = _analyse("verify", *(str(tmp_path / name) for name in UNITS))

    assert (ran.returncode, ran.stderr) == (0, "")


@needs_systemd
@pytest.mark.parametrize("name", SERVICES)
def test_services_can_do_little_else(name: str) -> None:
    ran = _analyse(
        "security", "--offline=true", f"--threshold={EXPOSED}", "--no-pager", str(DEPLOY / name)
    )
    if "unrecognized option" in ran.stderr:
        pytest.skip("this systemd is too old to look at files")

    assert ran.returncode == 0, ran.stdout


def test_backups_can_do_nothing_that_the_server_cannot() -> None:
    """But write where backups are."""
    server, backup = (_settings(name) for name in SERVICES)
    tight = {
        key for key in server if key.startswith(("Protect", "Private", "Restrict", "SystemCall"))
    }
    tight |= {"NoNewPrivileges", "CapabilityBoundingSet", "LockPersonality", "LimitCORE"}

    assert {key: backup.get(key) for key in tight} == {key: server[key] for key in tight}
    assert backup["ReadWritePaths"] == ["/var/lib/tracktwo /var/backups/tracktwo"]


@pytest.mark.parametrize("name", SERVICES)
def test_forbidden_call_fails_and_does_not_kill(name: str) -> None:
    """Libraries change what they ask for; most can do without."""
    assert _settings(name)["SystemCallErrorNumber"] == ["EPERM"]


def test_units_start_commands_that_exist() -> None:
    for name in SERVICES:
        words = re.search(r"tracktwo/bin/tracktwo (.*?)\"?$", _text(name), re.MULTILINE)[1].split()

        assert options_in(words) <= options(words[0])


@needs_systemd
@needs_strace
def test_nothing_the_program_asks_of_the_system_is_forbidden(tmp_path: Path) -> None:
    """Pages, jobs and an analysis with its charts; then a backup of what they have made."""
    data = tmp_path / "data"
    tracing = [*TRACE, "-o", str(tmp_path / "asked"), "-e", f"trace=!{','.join(_allowed())}"]
    arguments = ["demo", "--no-browser", "--port", "0", "--data", str(data)]
    with _started([*tracing, *COMMAND, *arguments]):
        assert wait_until(lambda: _is_analysed(data))
    arguments = ["backup", str(tmp_path / "b.zip"), "--data", str(data)]
    ran = subprocess.run([*tracing, *COMMAND, *arguments], env=environment({}), check=False)

    asked = (tmp_path / "asked").read_text()
    assert ran.returncode == 0
    assert set(re.findall(r"^\d+ +(\w+)\(", asked, re.MULTILINE)) <= DOES_WITHOUT


DOES_WITHOUT = {"fchown", "pkey_alloc", "pkey_mprotect", "pkey_free"}
"""SQLite tries the one as root only, the engine that draws charts the others, where the processor has
such keys; both go on without."""
TRACE = ["strace", "-f", "-qq", "-A", "--seccomp-bpf", "--signal=none"]


def _allowed() -> Iterator[str]:
    """The calls that both services may make; strace passes over those it does not know."""
    filters = [_settings(name)["SystemCallFilter"] for name in SERVICES]
    assert filters[0] == filters[1]
    base, without, again = (line.split() for line in filters[0])
    taken = {call for group in without for call in _calls(group.removeprefix("~"))}
    kept = {call for group in base for call in _calls(group)} - taken | set(again)
    return (f"?{call}" for call in sorted(kept))


def _calls(name: str) -> set[str]:
    """The calls of a group, and of the groups in it, as this machine's systemd knows them."""
    if not name.startswith("@"):
        return {name}
    lines = _analyse("syscall-filter", "--no-pager", name).stdout.splitlines()[1:]
    names = [line.strip() for line in lines if line.strip() and not line.strip().startswith("#")]
    return {call for one in names for call in _calls(one)}


@contextmanager
def _started(command: list[str]) -> Iterator[None]:
    """A traced server that is ready; it is told to stop, and its tracer sees it end."""
    process = subprocess.Popen(
        command, env=environment({}), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    with process:
        told = list(takewhile(lambda line: "Ctrl-C" not in line, process.stderr))
        if process.poll() is not None:
            pytest.skip(f"strace may not look here: {told}")
        try:
            yield
        finally:
            found = ["ps", "--ppid", str(process.pid), "-o", "pid="]
            pid = subprocess.run(found, capture_output=True, text=True, check=True).stdout
            os.kill(int(pid), signal.SIGTERM)


def _is_analysed(data: Path) -> bool:
    with closing(sqlite3.connect(data / "tracktwo.sqlite3")) as opened:
        query = "SELECT COUNT(*) FROM insights_result WHERE state = 'done'"
        ((count,),) = opened.execute(query).fetchall()
    return bool(count == 1)


def _analyse(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = ["systemd-analyze", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _settings(name: str) -> dict[str, list[str]]:
    """What a unit says of its service: every value of every key."""
    found: dict[str, list[str]] = {}
    for key, value in re.findall(r"^(\w+)=(.*)$", _text(name), re.MULTILINE):
        found.setdefault(key, []).append(value)
    return found


def _text(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")
