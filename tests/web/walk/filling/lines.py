"""Lines: one with both ends here, an end that speaks with a node elsewhere, a dialogue that has none yet."""

import datetime as dt
from typing import TYPE_CHECKING

from django.utils import timezone

from tests.web.walk.filling.tables import a_table

if TYPE_CHECKING:
    from tracktwo_web.channel.domain.wording import Wording


def lines() -> dict[str, str]:
    """Each side has sent a message; a drill was not agreed in time; a parcel that was none was carried to one of them."""
    from tests.web import world
    from tests.web.channel.ends import two_ends
    from tests.web.permissions.things_of_lines import (
        MEASURE,
        NOON,
        lay_out_lines,
        propose_a_drill,
    )
    from tracktwo.channel.sphere import Position
    from tracktwo_web.channel.domain.exchange import answer
    from tracktwo_web.channel.domain.name_place import name_place
    from tracktwo_web.channel.domain.state_measure import state_measure
    from tracktwo_web.dialogues.domain.keys import issue_key
    from tracktwo_web.dialogues.roles import Role

    silent, here = (a_table(title, stage="channel") for title in ("The cape", "The beacon"))
    lay_out_lines(here)
    ends = two_ends()
    ends.send(ends.china)
    propose_a_drill(ends.china, NOON + dt.timedelta(days=1))
    state_measure(ends.china, MEASURE, now=NOON)
    for line in (ends.china, ends.nato):
        for wording in _places():
            ends.send(line, wording)
    name_place(ends.nato, Position(21, 113), {"en": "Bay", "zh": "海湾"}, {"en": "Gulf"})
    ends.exchange()
    ends.send(ends.nato)
    answer(ends.nato, b"no parcel", way="carried", clock=timezone.now)
    officer = world.a_seat(ends.nato.side.dialogue, Role.OFFICER, "nato")
    head = world.seat_of(silent, Role.HEAD, "nato")
    return {
        "line": f"/d/{ends.nato.side.dialogue_id}/",
        "officer": issue_key(officer, now=timezone.now()).secret,
        "silent": f"/d/{silent.id}/",
        "silent_head": issue_key(head, now=timezone.now()).secret,
    }


def _places() -> "tuple[Wording, ...]":
    """What stands on the chart for long: an activity that meets the other side's, and a wreck."""
    from tests.channel.kinds.examples import EXAMPLES
    from tracktwo.channel.messages import Status
    from tracktwo_web.channel.domain.wording import Wording

    times = {"start": "2098-03-10T06:00:00Z", "end": "2098-03-20T18:00:00Z"}
    activity = {name: one for name, one in EXAMPLES["PN"].items() if name != "phases"} | times
    wreck = {"subject": "wreck", "certainty": "located", "surveyed": True, "positions": ["20-00N 113-00E"]}  # fmt: skip
    return (
        Wording("PN", activity, status=Status.ACTUAL),
        Wording("NW", wreck, status=Status.ACTUAL),
    )
