"""What the secretariat decides about a proposed statement, and the log of it.

Each decision is about the wording that lay on the desk and keeps it: the author may change it
afterwards. No line says who decided or whose statement it was; the side is known from the statement.
"""

from datetime import date

from django.db import transaction

from tracktwo_web.kit.locks import be_alone
from tracktwo_web.perceptions.domain.statements import locked, newest_version, put_on_list
from tracktwo_web.perceptions.models import Decision, Statement, StatementState, Verdict
from tracktwo_web.rounds.states import NotNow


@transaction.atomic
def accept(statement: Statement, *, today: date, reason: str = "") -> Decision:
    """Put a proposed statement on the list."""
    statement = locked(statement, StatementState.PROPOSED)
    put_on_list(statement)
    return _note(statement, Verdict.ACCEPTED, reason, today)


@transaction.atomic
def send_back(statement: Statement, reason: str, *, today: date) -> Decision:
    """Return a proposed statement to its side's room, with the reason that its author reads."""
    statement = locked(statement, StatementState.PROPOSED)
    statement.state = StatementState.RETURNED
    statement.save(update_fields=["state"])
    return _note(statement, Verdict.RETURNED, reason, today)


@transaction.atomic
def merge(statement: Statement, into: Statement, *, today: date, reason: str = "") -> Decision:
    """Let a statement on the list stand for a proposed one that says the same."""
    statement = locked(statement, StatementState.PROPOSED)
    into = locked(into, StatementState.ACCEPTED)
    if into.dialogue_id != statement.dialogue_id:
        raise NotNow
    statement.state = StatementState.MERGED
    statement.save(update_fields=["state"])
    return _note(statement, Verdict.MERGED, reason, today, into)


def _note(
    statement: Statement, verdict: str, reason: str, today: date, into: Statement | None = None
) -> Decision:
    """Write a line of the log, numbered in the order of decisions."""
    be_alone(statement.dialogue_id)
    version = newest_version(statement)
    count = Decision.objects.filter(version__statement__dialogue=statement.dialogue_id).count()
    return Decision.objects.create(
        version=version,
        number=count + 1,
        verdict=verdict,
        reason=reason,
        into=into,
        wording=version.texts,
        decided_on=today,
    )
