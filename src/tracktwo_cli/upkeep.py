"""`tracktwo migrate`, `backup`, `restore`, `doctor` and `convenor`: what whoever runs a server does."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Column, Table

from tracktwo_cli.needs_web import need_web
from tracktwo_cli.terminal import say

if TYPE_CHECKING:
    from tracktwo_web.operations.finding import Finding

UNWELL = 1


def migrate(*, data: Path | None = None) -> None:
    """Bring the database to this version of Tracktwo; `serve` does so by itself.

    Parameters
    ----------
    data
        The installation's folder. Without it: TRACKTWO_DATA, or ./data.

    """
    _set_up(data, must_exist=False)
    from tracktwo_web.operations.boot import migrate as bring

    bring()
    say("the database is at this version")


def backup(file: Path, /, *, with_secret: bool = False, data: Path | None = None) -> None:
    """Copy everything into one file, also while the server runs.

    Parameters
    ----------
    file
        The file to write; it must not exist yet.
    with_secret
        Put the secret key in as well. Sign-in sessions and open seats then survive a restore; and
        whoever has the file can read browsers' cookies. Without it every link still works.
    data
        The installation's folder. Without it: TRACKTWO_DATA, or ./data.

    """
    _set_up(data)
    from django.utils import timezone

    from tracktwo_web.operations.backup import back_up
    from tracktwo_web.operations.boot import database_errors_told

    with database_errors_told():
        made = back_up(file, now=timezone.now(), with_secret=with_secret)
    say(f"wrote {file}: {made.rows:,} rows of {len(made.tables)} tables")


def restore(file: Path, /, *, data: Path | None = None) -> None:
    """Bring a backup into an empty folder or database, and compare what arrived.

    Parameters
    ----------
    file
        A file that `tracktwo backup` wrote.
    data
        The folder of the new installation. Without it: TRACKTWO_DATA, or ./data.

    """
    folder = _set_up(data, must_exist=False)
    from tracktwo_web.operations.boot import database_errors_told
    from tracktwo_web.operations.restore import restore as bring

    with database_errors_told():
        made = bring(file, folder)
    say(f"restored {made.rows:,} rows of {len(made.tables)} tables: equal to the backup")


def doctor(*, data: Path | None = None) -> None:
    """Look at an installation and say what to do. Ends with 1 where something is bad.

    Parameters
    ----------
    data
        The installation's folder. Without it: TRACKTWO_DATA, or ./data.

    """
    folder = _set_up(data)
    from tracktwo_web.operations.boot import database_errors_told
    from tracktwo_web.operations.doctor import examine
    from tracktwo_web.operations.finding import Health

    with database_errors_told():
        findings = examine(folder)
    _print(findings)
    if any(one.health is Health.BAD for one in findings):
        sys.exit(UNWELL)


def convenor(
    email: str,
    /,
    *,
    address: str = "",
    start_over: bool = False,
    data: Path | None = None,
) -> None:
    """Make a convenor, or find the one of that address, and print a link to sign in with.

    Parameters
    ----------
    email
        The convenor's address; nothing is sent to it.
    address
        The server's address as browsers know it. Without it: the first of TRACKTWO_HOSTS.
    start_over
        Forget password and second factor of somebody who has lost them.
    data
        The installation's folder. Without it: TRACKTWO_DATA, or ./data.

    """
    _set_up(data)
    from tracktwo_web.operations.boot import database_errors_told
    from tracktwo_web.operations.convenor import link_for

    with database_errors_told():
        link = link_for(email, address=address, starts_over=start_over)
    sys.stdout.write(f"{link}\n")
    say("The link signs in once, within a day. A second factor is then set up.")


def _set_up(data: Path | None, *, must_exist: bool = True) -> Path:
    need_web()
    from tracktwo_web.operations.boot import set_up

    return set_up(data, must_exist=must_exist)


def _print(findings: "list[Finding]") -> None:
    """A line for each finding, and no word cut: a path is to be typed again."""
    table = Table("", "", Column(overflow="fold"), box=None, show_header=False, pad_edge=False)
    for one in findings:
        table.add_row(one.health.value, one.what, one.told)
    Console(highlight=False, markup=False).print(table)
