"""What entries say of drills, put into columns. In whatever order two logs come, the columns are the same."""

from django.db.models import Q

from tracktwo.channel.drills.entries import (
    DRILL_AGREED,
    DRILL_PROPOSED,
    DRILL_STOPPED,
    proposed_of,
)
from tracktwo.channel.line import received_of
from tracktwo.channel.line.traffic import moment_of
from tracktwo.errors import InputError
from tracktwo.locale import english
from tracktwo.record import Entry
from tracktwo_web.channel.domain.logs import row_at
from tracktwo_web.channel.models import Drill, Line, Logged

KINDS = (DRILL_PROPOSED, DRILL_AGREED, DRILL_STOPPED)


def take(line: Line, row: Logged, entry: Entry) -> None:
    """Take an entry about a drill. Raises `InputError` for one that says nothing of the kind."""
    if entry.kind == DRILL_PROPOSED:
        _propose(line, row, entry)
    elif entry.kind == DRILL_AGREED:
        _agree(line, row, entry)
    else:
        _stop(line, row, entry)


def _propose(line: Line, row: Logged, entry: Entry) -> None:
    told = proposed_of(entry.body)
    if set(told.offices.values()) != {line.office, line.peer}:
        raise InputError(english("the drill is not one of the two offices of this line"))
    Drill.objects.create(
        line=line,
        is_own=row.is_own,
        entry=row.pk,
        script=dict(entry.body),
        start=told.start,
        ends=told.start + told.drill.lasts,
    )


def _agree(line: Line, row: Logged, entry: Entry) -> None:
    """Nobody agrees to what it proposed itself."""
    named = _named(line, entry)
    line.drills.filter(entry=named, is_own=not row.is_own, agreed=None).update(
        agreed=moment_of(entry)
    )


def _stop(line: Line, row: Logged, entry: Entry) -> None:
    """Of two that stop it at once, the earlier did."""
    at = moment_of(entry)
    later = Q(stopped=None) | Q(stopped__gt=at)
    line.drills.filter(later, entry=_named(line, entry)).update(
        stopped=at, is_stopped_here=row.is_own
    )


def _named(line: Line, entry: Entry) -> int:
    head = received_of(entry.body)
    row = row_at(line, head)
    if row is None or row.hash != head.hash:
        raise InputError(english("the entry is about another that is not here"))
    return row.pk
