"""The demonstration's third dialogue: a joint text on the table, with everything that came before."""

from datetime import datetime

from django.db import transaction

from tracktwo.dialogue import Dialogue as Example
from tracktwo_web.accounts.models import User
from tracktwo_web.dialogues.domain.announce import announce
from tracktwo_web.operations.demo.example import read_example_text
from tracktwo_web.operations.demo.table import Table, lay_drafting
from tracktwo_web.operations.demo.texts import DRAFTING_WELCOME
from tracktwo_web.texts.domain.lay import lay_with_history


@transaction.atomic
def begin_drafting(example: Example, convenor: User, *, now: datetime) -> Table:
    """Lay the table, and on it the example's text."""
    table = lay_drafting(example, convenor, now=now)
    lay_with_history(table.dialogue, read_example_text())
    announce(table.dialogue, DRAFTING_WELCOME)
    return table
