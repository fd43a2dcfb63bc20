"""The demonstration's third dialogue: options valued and released, a joint text and a roadmap on the
table, and the report of it all, ordered: it is composed when the server has started.
"""

from datetime import datetime, timedelta

from django.db import transaction

from tracktwo.dialogue import Dialogue as Example
from tracktwo_web.accounts.models import User
from tracktwo_web.dialogues.domain.announce import announce
from tracktwo_web.operations.demo.example import (
    read_example_map,
    read_example_text,
)
from tracktwo_web.operations.demo.meeting import draw_maps
from tracktwo_web.operations.demo.planning import lay_plan
from tracktwo_web.operations.demo.table import Table, lay_drafting
from tracktwo_web.operations.demo.texts import DRAFTING_WELCOME
from tracktwo_web.operations.demo.valuing import value_options
from tracktwo_web.reports.domain.compose import order_draft
from tracktwo_web.texts.domain.lay import lay_with_history

DAYS_BEFORE = timedelta(days=3)


def begin_drafting(example: Example, convenor: User, *, now: datetime) -> Table:
    """Lay the table, value what could be agreed, lay the example's text and roadmap on it, report."""
    with transaction.atomic():
        table = lay_drafting(example, convenor, now=now - DAYS_BEFORE)
        draw_maps(table.dialogue, read_example_map())
    value_options(table, now=now)
    with transaction.atomic():
        lay_with_history(table.dialogue, read_example_text())
        lay_plan(table.dialogue)
        announce(table.dialogue, DRAFTING_WELCOME)
        order_draft(table.dialogue)
    return table
