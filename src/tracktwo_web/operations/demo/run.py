"""Running the demonstration: its own folder, filled at the first start, and links to try it with."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tracktwo_web.operations import boot
from tracktwo_web.operations.demo.links import Links, claim, keep_links
from tracktwo_web.operations.serve import ServerPlan, serve


@dataclass(frozen=True)
class Door:
    """A link to print: who enters by it."""

    who: str
    url: str


@dataclass(frozen=True)
class Doors:
    """What is printed when the demonstration is ready: `seats` of the round that runs, those of the other two dialogues."""

    address: str
    folder: Path
    convenor: Door
    seats: tuple[Door, ...]
    meeting: tuple[Door, ...]
    drafting: tuple[Door, ...]
    seconds: float
    """From the start of the command."""


def usual_folder() -> Path:
    """Where programs of this system keep a user's data."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "tracktwo" / "demo"
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "tracktwo" / "demo"


def run(
    port: int,
    data: Path | None,
    *,
    on_step: Callable[[str], None],
    on_ready: Callable[[Doors], None],
) -> None:
    """Serve the demonstration until told to stop."""
    begun = time.monotonic()
    forget_installation()
    folder = (data or usual_folder()).resolve()
    links = claim(folder)

    def fill_once() -> None:
        nonlocal links
        if not links.is_complete:
            on_step("filling the demonstration with a simulated dialogue")
            links = _fill(folder)

    def tell(address: str, _: Path) -> None:
        on_ready(_doors(address, folder, links, time.monotonic() - begun))

    plan = ServerPlan(port=port, processes=1, data=folder, is_demo=True)
    serve(plan, meanwhile=fill_once, on_ready=tell)


def forget_installation() -> None:
    """What the variables say is about somebody's real dialogue: its folder, database, key and mail."""
    for name in [one for one in os.environ if one.startswith("TRACKTWO_")]:
        del os.environ[name]
    os.environ.pop("DATABASE_URL", None)


def _fill(folder: Path) -> Links:
    from django.utils import timezone

    from tracktwo_web.operations.demo.fill import fill

    with boot.database_errors_told():
        links = fill(timezone.now())
    keep_links(folder, links)
    return links


def _doors(address: str, folder: Path, links: Links, seconds: float) -> Doors:
    from django.db import connection
    from django.utils import timezone

    from tracktwo_web.accounts.domain.convenors import make_convenor
    from tracktwo_web.accounts.domain.sign_in import sign_in_path
    from tracktwo_web.operations.demo.fill import CONVENOR

    path = sign_in_path(make_convenor(CONVENOR), now=timezone.now())
    convenor = Door("convenor", f"{address}{path}")
    others = (links, links.meeting or Links(), links.drafting or Links())
    seats, meeting, drafting = (_seats(address, one) for one in others)
    connection.close()
    return Doors(address, folder, convenor, seats, meeting, drafting, seconds)


def _seats(address: str, links: Links) -> tuple[Door, ...]:
    from tracktwo_web.dialogues.models import Side

    found = (
        Side.objects.filter(dialogue_id=links.dialogue) if links.dialogue else Side.objects.none()
    )
    names = dict(found.values_list("code", "names"))
    return tuple(
        Door(_who(names.get(code, {}).get("en", "")), f"{address}/seat/{secret}")
        for code, secret in (links.secrets or {}).items()
    )


def _who(side: str) -> str:
    return f"head of {side}" if side else "neutral secretariat"
