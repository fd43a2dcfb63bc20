"""Fills a data folder with tables at which texts are signed, before its server starts.

    python -m tests.web.records.browser.filling FOLDER COUNT

A process of its own: it sets Django up for that folder. It prints, for each, where its record is and the
secrets of the links to its seats.
"""

import json
import sys
from pathlib import Path

from django.utils import timezone

from tracktwo_web.operations import boot


def main(folder: Path, count: int) -> None:
    boot.set_up(folder)
    boot.migrate()
    from tests.web import world

    convenor = world.a_user()
    json.dump([_table(convenor) for _ in range(count)], sys.stdout)


def _table(convenor) -> dict:
    from tests.web import world
    from tests.web.records.conftest import ADOPTED, BODY, enters
    from tracktwo_web.dialogues.domain.keys import issue_key
    from tracktwo_web.dialogues.roles import Role
    from tracktwo_web.records.domain.sign import KEY_BEGUN

    dialogue = world.a_dialogue(convenor=convenor, stage="text")
    china = dialogue.sides.get(code="china")
    enters(china, KEY_BEGUN, {})
    enters(china, ADOPTED, BODY)
    head = world.seat_of(dialogue, Role.HEAD, "nato")
    return {
        "record": f"/d/{dialogue.id}/record/",
        "head": issue_key(head, now=timezone.now()).secret,
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
