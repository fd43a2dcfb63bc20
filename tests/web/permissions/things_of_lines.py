"""A line whose two ends are on one server, by the words of the tables."""

import datetime as dt

from django.utils import timezone

from tests.web.channel.ends import ASKING
from tracktwo.channel.drills.entries import Proposed
from tracktwo.channel.measures import Domain, Measure, MeasureType, Rung
from tracktwo.channel.sphere import Position
from tracktwo_web.channel.domain.drills import propose_drill
from tracktwo_web.channel.domain.exchange import exchange, within
from tracktwo_web.channel.domain.name_place import name_place
from tracktwo_web.channel.domain.open import open_here
from tracktwo_web.channel.domain.send import send
from tracktwo_web.channel.domain.state_measure import state_measure
from tracktwo_web.channel.models import Line
from tracktwo_web.channel.scripts import shipped_scripts
from tracktwo_web.dialogues.models import Dialogue

SCRIPT = "unsafe-encounter-at-sea"
MEASURE = Measure(
    "hazards",
    {"en": "Hazards are told", "zh": "通报危险", "fr": "Les dangers sont annoncés"},
    Domain.MARITIME,
    MeasureType.NOTIFY,
    Rung.NOTIFICATION,
    ("CHINA", "NATO"),
)
NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


def lay_out_lines(dialogue: Dialogue) -> dict[str, dict[str, object]]:
    """What routes about a line and its messages are called with: each side has sent one."""
    first, second = (dialogue.sides.get(code=code) for code in ("nato", "china"))
    ours, theirs = open_here(first, second, ("NATO", "CHINA"), now=NOON)
    _carry(ours, theirs)
    for line in (ours, theirs):
        line.refresh_from_db()
        send(line, ASKING, now=NOON)
    propose_a_drill(ours, timezone.now() + dt.timedelta(days=1))
    state_measure(theirs, MEASURE, now=NOON)
    _carry(ours, theirs)
    named = name_place(ours, Position(12.5, 48), {"en": "The bay"}, {"en": "The gulf"})
    return {
        "line of A": {"line_id": ours.pk, "kind": "CR", "script": SCRIPT, "form": "csv"},
        "line of A, no such kind": {"line_id": ours.pk, "kind": "XX"},
        "line of A, no such script": {"line_id": ours.pk, "script": "none"},
        "line of A, no such form": {"line_id": ours.pk, "form": "exe"},
        "line of B": {"line_id": theirs.pk, "kind": "CR", "form": "csv"},
        "name on the chart of A": {"line_id": ours.pk, "name_id": named.pk},
        "message to A": {"message_id": ours.messages.get(is_own=False).pk},
        "message of A": {"message_id": ours.messages.get(is_own=True).pk},
        "measure to A": {"line_id": ours.pk, "entry": ours.measures.get().entry},
        "drill at A": {"drill_id": ours.drills.get().pk},
        "drill at B": {"drill_id": theirs.drills.get().pk},
        "message to B": {"message_id": theirs.messages.get(is_own=False).pk},
    }


def propose_a_drill(line: Line, start: dt.datetime) -> None:
    offices = {"first": line.office, "other": line.peer}
    propose_drill(line, Proposed(shipped_scripts()[SCRIPT], start, offices), now=NOON)


def _carry(one: Line, other: Line) -> None:
    exchange(one, within(other, clock=lambda: NOON), way="", clock=lambda: NOON)
