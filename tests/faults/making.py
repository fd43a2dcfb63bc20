"""Two folders of two nodes whose offices have compared keys: made once, and copied for each sequence.

python -m tests.faults.making FOLDER OFFICE PEER          prints the office's card
python -m tests.faults.making FOLDER OFFICE PEER ADDRESS...   takes the other's card from stdin
"""

import shutil
import sqlite3
import sys
from pathlib import Path

from tracktwo_web.operations import boot


def main(folder: Path, office: str, peer: str, addresses: list[str]) -> None:
    boot.set_up(folder)
    if addresses:
        _connect(office, addresses)
    else:
        _tables(folder)
        sys.stdout.write(_opened(office, peer))


def _tables(folder: Path) -> None:
    """Tables with nothing in them: made here, or copied from where they were made."""
    from django.db import connection

    database, empty = Path(connection.settings_dict["NAME"]), folder / "empty"
    if empty.exists():
        shutil.copyfile(empty, database)
        return
    boot.migrate()
    with sqlite3.connect(database) as source, sqlite3.connect(empty) as target:
        source.backup(target)


def _opened(office: str, peer: str) -> str:
    from django.utils import timezone

    from tests.web import world
    from tracktwo_web.channel.domain.open import card_of, open_line

    side = world.a_dialogue(stage="channel").sides.get(code=office.lower())
    return card_of(open_line(side, office, peer, now=timezone.now())).as_text()


def _connect(office: str, addresses: list[str]) -> None:
    from tracktwo_web.channel.domain.open import connect, read_card
    from tracktwo_web.channel.models import Line

    connect(Line.objects.get(office=office), read_card(sys.stdin.read()), addresses)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4:])
