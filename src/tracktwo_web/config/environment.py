"""What the machine's owner decides, read from environment variables once, at start-up."""

import os
from dataclasses import dataclass, field
from pathlib import Path

DATABASE_FILE = "tracktwo.sqlite3"
SECRET_FILE = "secret-key"  # noqa: S105 -- a file's name
LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True)
class Environment:
    """The settings that differ between installations; `docs/running.md` lists their variables."""

    data: Path
    secret_key: str = field(repr=False)
    database_url: str = field(repr=False)
    hosts: tuple[str, ...] = LOCAL_HOSTS
    has_tls: bool = False
    is_demo: bool = False
    has_open_metrics: bool = False
    email_url: str = field(default="", repr=False)
    sender: str = "tracktwo@localhost"


def from_variables() -> Environment:
    """The environment as the variables say; the data folder is where `tracktwo serve` keeps its own."""
    data = Path(os.environ.get("TRACKTWO_DATA", "data")).resolve()
    return Environment(
        data=data,
        secret_key=os.environ.get("TRACKTWO_SECRET_KEY") or _kept_secret(data),
        database_url=os.environ.get("DATABASE_URL") or f"sqlite:///{data / DATABASE_FILE}",
        hosts=tuple(filter(None, os.environ.get("TRACKTWO_HOSTS", "").split(","))) or LOCAL_HOSTS,
        has_tls=_is_on("TRACKTWO_TLS"),
        is_demo=_is_on("TRACKTWO_DEMO"),
        has_open_metrics=_is_on("TRACKTWO_METRICS_OPEN"),
        email_url=os.environ.get("TRACKTWO_EMAIL_URL", ""),
        sender=os.environ.get("TRACKTWO_SENDER", "tracktwo@localhost"),
    )


def _is_on(variable: str) -> bool:
    return os.environ.get(variable, "").lower() in {"1", "true", "yes", "on"}


def _kept_secret(data: Path) -> str:
    path = data / SECRET_FILE
    return path.read_text(encoding="utf-8").strip() if path.exists() else ""
