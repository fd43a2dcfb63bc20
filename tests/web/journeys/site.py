"""A site as its users meet it: started by the command, on its own data, reached over the network."""

import base64
import hmac
import os
import re
import signal
import struct
import subprocess
import sys
import time
import urllib.request
import uuid
from dataclasses import dataclass, field
from pathlib import Path

TRACKTWO = (sys.executable, "-c", "from tracktwo_cli.main import main; main()")
PATIENCE = 90
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@dataclass
class Site:
    """A running `tracktwo serve` and the folder it keeps its data in."""

    data: Path
    database: str = ""
    variables: dict[str, str] = field(default_factory=dict)
    address: str = ""
    port: int = 0
    """Any that is free at first; then kept, so that browsers find the site again."""
    process: subprocess.Popen | None = field(default=None, repr=False)

    @property
    def environment(self) -> dict[str, str]:
        ours = {name: value for name, value in os.environ.items() if not _is_setting(name)}
        database = {"DATABASE_URL": self.database} if self.database else {}
        return ours | database | self.variables | {"TRACKTWO_DATA": str(self.data)}

    def start(self) -> "Site":
        said = self.data.with_suffix(".log")
        where = ["--port", str(self.port), "--data", str(self.data)]
        command = ["serve", "--processes", "1", *where]
        with said.open("w") as log:
            self.process = subprocess.Popen(
                [*TRACKTWO, *command], env=self.environment, stdout=log, stderr=subprocess.STDOUT
            )
        self.address = _until(lambda: ADDRESS.search(said.read_text("utf-8")), said)[0]
        self.port = int(self.address.rpartition(":")[2])
        _until(lambda: _answers(f"{self.address}/health"), said)
        return self

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(PATIENCE)

    def run(self, *words: str) -> str:
        """What a command of the operator prints."""
        ran = subprocess.run(
            [*TRACKTWO, *words], env=self.environment, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr + ran.stdout
        return ran.stdout + ran.stderr


def database_of_its_own() -> str:
    """A fresh database on the tests' PostgreSQL; empty where the tests run on SQLite."""
    server = os.environ.get("TRACKTWO_TEST_DATABASE_URL")
    if not server:
        return ""
    import psycopg

    name = f"journey_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.replace("/postgres?", f"/{name}?")


def code_of(secret: str) -> str:
    """What an authenticator app shows for a secret now (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30), "sha1")
    place = digest[-1] & 15
    number = struct.unpack(">I", digest[place : place + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**6:06}"


def _is_setting(name: str) -> bool:
    return name.startswith("TRACKTWO_") or name in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}


def _until(found, said: Path):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := found():
            return answer
        time.sleep(0.2)
    raise AssertionError(said.read_text("utf-8"))


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False
