"""The demonstration's second dialogue: both sides' maps are drawn and released, the joint one is open."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from tracktwo.dialogue import Dialogue as Example
from tracktwo.influence import InfluenceMap
from tracktwo_web.accounts.models import User
from tracktwo_web.dialogues.domain.announce import announce
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.influence.domain.bring_in import bring_in
from tracktwo_web.influence.domain.maps import open_maps, release_map
from tracktwo_web.influence.domain.outlook import bring_in_outlook
from tracktwo_web.operations.demo.example import folder_of_example, read_example_map
from tracktwo_web.operations.demo.table import Table, lay_meeting
from tracktwo_web.operations.demo.texts import MEETING_WELCOME
from tracktwo_web.operations.demo.weighing import weigh_risks


def hold_meeting(example: Example, convenor: User, *, now: datetime) -> Table:
    """Lay the table and do what both sides would have done by now."""
    with transaction.atomic():
        table = lay_meeting(example, convenor, now=now)
        draw_maps(table.dialogue, read_example_map())
        drivers = folder_of_example() / "cross_impact.csv"
        bring_in_outlook(table.dialogue, drivers.read_text(encoding="utf-8"))
        announce(table.dialogue, MEETING_WELCOME)
    weigh_risks(table, now=now)
    return table


def draw_maps(dialogue: Dialogue, judged: InfluenceMap) -> None:
    """All concepts onto the joint map, and each side's judgements, pooled, onto its own."""
    open_maps(dialogue)
    bring_in(dialogue.maps.get(side=None), replace(judged, links=()))
    for drawn in dialogue.maps.exclude(side=None).select_related("side", "dialogue"):
        bring_in(drawn, judged)
        release_map(drawn)
