"""Fills a data folder with tables at which maps are drawn, before its server starts.

    python -m tests.web.influence.editor.filling FOLDER COUNT

A process of its own: it sets Django up for that folder. It prints, for each, where its maps are and the
secrets of the links to its seats.
"""

import json
import sys
from pathlib import Path

from django.utils import timezone

from tracktwo_web.operations import boot

CONCEPTS = (
    ("Exercises", "action", "nato", (0.45, 0.45)),
    ("Fear", "perception", "china", (0.55, 0.45)),
    ("Arms", "capability", "china", (0.55, 0.55)),
    ("Hotline", "measure", "", (0.45, 0.55)),
)
LINKS = (("Exercises", "Fear", 0.7), ("Fear", "Arms", 0.5), ("Hotline", "Fear", -0.4))


def main(folder: Path, count: int) -> None:
    boot.set_up(folder)
    boot.migrate()
    from tests.web import world

    convenor = world.a_user()
    json.dump([_table(convenor) for _ in range(count)], sys.stdout)


def _table(convenor) -> dict:
    from tests.web import world
    from tracktwo_web.dialogues.domain.keys import issue_key
    from tracktwo_web.dialogues.roles import Role
    from tracktwo_web.influence.domain.maps import open_maps

    dialogue = world.a_dialogue(convenor=convenor, stage="risks")
    open_maps(dialogue)
    maps = {one.side.code if one.side else "joint": one for one in dialogue.maps.all()}
    _draw(maps["nato"])
    head, *members = dialogue.seats.filter(side__code="nato").order_by("label")
    observer = dialogue.seats.get(role=Role.OBSERVER)
    seats = {"head": head, "member": members[0], "colleague": members[1], "observer": observer}
    return {
        "maps": {name: f"/d/{dialogue.id}/maps/{one.id}/" for name, one in maps.items()},
        "seats": {name: issue_key(seat, now=timezone.now()).secret for name, seat in seats.items()},
    }


def _draw(drawn) -> None:
    from tracktwo_web.influence.domain.drawing import add_concept, add_link

    sides = {side.code: side for side in drawn.dialogue.sides.all()}
    ids = {
        name: add_concept(
            drawn, {"en": name, "zh": name, "fr": name}, kind=kind, side=sides.get(side), at=at
        )
        .concepts[0]
        .id
        for name, kind, side, at in CONCEPTS
    }
    for source, target, weight in LINKS:
        add_link(drawn, ids[source], ids[target], weight=weight)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
