"""The demonstration's third dialogue: options valued and released, a joint text and a roadmap on the table."""

from datetime import datetime, timedelta

from django.db import transaction

from tracktwo.dialogue import Dialogue as Example
from tracktwo_web.accounts.models import User
from tracktwo_web.dialogues.domain.announce import announce
from tracktwo_web.operations.demo.example import (
    read_example_map,
    read_example_roadmap,
    read_example_text,
)
from tracktwo_web.operations.demo.meeting import draw_maps
from tracktwo_web.operations.demo.table import Table, lay_drafting
from tracktwo_web.operations.demo.texts import DRAFTING_WELCOME, PROPOSED_ITEM
from tracktwo_web.operations.demo.valuing import value_options
from tracktwo_web.roadmaps.domain.items import Entry, propose_item
from tracktwo_web.roadmaps.domain.lay import lay_roadmap
from tracktwo_web.texts.domain.lay import lay_with_history

DAYS_BEFORE = timedelta(days=3)


def begin_drafting(example: Example, convenor: User, *, now: datetime) -> Table:
    """Lay the table, value what could be agreed, and lay the example's text and roadmap on it."""
    with transaction.atomic():
        table = lay_drafting(example, convenor, now=now - DAYS_BEFORE)
        draw_maps(table.dialogue, read_example_map())
    value_options(table, now=now)
    with transaction.atomic():
        lay_with_history(table.dialogue, read_example_text())
        _plan(table)
        announce(table.dialogue, DRAFTING_WELCOME)
    return table


def _plan(table: Table) -> None:
    """The example's roadmap, and an item more that one side proposes."""
    plan = lay_roadmap(table.dialogue, *read_example_roadmap())
    china = table.dialogue.sides.get(code="china")
    propose_item(plan, Entry(**PROPOSED_ITEM), side=china, speaks_for_side=True)
