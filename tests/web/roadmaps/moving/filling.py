"""Fills a data folder with a roadmap, before its server starts.

    python -m tests.web.roadmaps.moving.filling FOLDER

A process of its own: it sets Django up for that folder. It prints where the calendar is, and the secrets
of the links to two seats.
"""

import json
import sys
from datetime import date
from pathlib import Path

from django.utils import timezone

from tracktwo_web.operations import boot


def main(folder: Path) -> None:
    boot.set_up(folder)
    boot.migrate()
    from tests.web import world
    from tests.web.roadmaps.making import a_plan
    from tracktwo_web.dialogues.domain.keys import issue_key
    from tracktwo_web.dialogues.roles import Role
    from tracktwo_web.roadmaps.domain.meetings import place_meeting

    dialogue = world.a_dialogue(convenor=world.a_user(), stage="roadmap")
    plan = a_plan(dialogue)
    for code, day in (("talks-1", date(2022, 5, 10)), ("video", date(2022, 5, 24))):
        place_meeting(plan.meetings.get(code=code), day, "china")
    seats = {
        "secretariat": world.seat_of(dialogue, Role.SECRETARIAT),
        "head": world.seat_of(dialogue, Role.HEAD, "nato"),
    }
    keys = {name: issue_key(seat, now=timezone.now()).secret for name, seat in seats.items()}
    json.dump({"calendar": f"/d/{dialogue.id}/roadmap/calendar/", **keys}, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
