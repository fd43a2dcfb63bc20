"""The links that the demonstration prints. They are kept, in its own folder, because a link that is
issued while a round is open cannot answer in that round. No real dialogue keeps any.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tracktwo_web.config.environment import DATABASE_FILE
from tracktwo_web.operations.data_folder import FOR_OWNER_FILE, held, make_folder
from tracktwo_web.operations.errors import CannotRun

FILE = "demo.json"


@dataclass(frozen=True, repr=False)
class Links:
    """Secrets of seats by side's code, and that of the secretariat. Empty while it is being filled."""

    dialogue: str = ""
    secrets: Mapping[str, str] | None = None
    meeting: "Links | None" = None
    """Those of the second dialogue."""
    drafting: "Links | None" = None
    """Those of the third one."""

    @property
    def is_complete(self) -> bool:
        return self.secrets is not None


def claim(data: Path) -> Links:
    """Make a folder the demonstration's own, and find what is kept there. Refuses one of anything else.

    It says whose it is before there is a database in it: a first start that is interrupted is begun
    anew, and whatever else lies in a folder (the key of an installation on PostgreSQL) is left alone.
    """
    if not (data / FILE).exists() and data.is_dir() and any(data.iterdir()):
        raise CannotRun(
            f"{data} holds something that is not the demonstration; choose another --data"
        )
    make_folder(data)
    with held(data):
        links = _read(data)
        if not links.is_complete:
            keep_links(data, links)
            _forget_what_was_begun(data)
    return links


def _read(data: Path) -> Links:
    path = data / FILE
    if not path.exists():
        return Links()
    return _links(json.loads(path.read_text(encoding="utf-8")))


def _links(kept: dict[str, Any]) -> Links:
    meeting, drafting = (
        _links(one) if (one := kept.get(name)) else None for name in ("meeting", "drafting")
    )
    return Links(kept["dialogue"], kept["secrets"], meeting, drafting)


def keep_links(data: Path, links: Links) -> None:
    """Write the links down, for the owner's eyes."""
    beside = data / f".{FILE}.part"
    descriptor = os.open(beside, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, FOR_OWNER_FILE)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(asdict(links), file)
    beside.replace(data / FILE)


def _forget_what_was_begun(data: Path) -> None:
    for path in data.glob(f"{DATABASE_FILE}*"):
        path.unlink()
