"""Casting an answer: one transaction, on disk before anybody is told so."""

import json
import math
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections

from tracktwo.dialogue import Scale
from tracktwo_web.kit.locks import number_of
from tracktwo_web.kit.prepared import has_ids, stored
from tracktwo_web.perceptions.paper import Asked, Paper
from tracktwo_web.perceptions.voter import Voter

VOTES = frozenset({-1.0, 0.0, 1.0})


class InvalidAnswer(Exception):  # noqa: N818 -- an answer, not a fault
    """What was said does not fit the question. The page words it."""


class NotOnScale(InvalidAnswer):
    """The answer is no vote, or lies beyond the ends of the rating."""


class NotASide(InvalidAnswer):
    """A prediction is about a side that is not there, or about one's own."""


class OutOfRange(InvalidAnswer):
    """A prediction is no share of people, or lies beyond the ends of the rating."""


@dataclass(frozen=True)
class Said:
    """An answer with its predictions, by side's code: a share (or mean rating) expected."""

    value: float
    expected: Mapping[str, float] = field(default_factory=dict)
    mirrored: Mapping[str, float] = field(default_factory=dict)


_COLUMNS = "id, question_id, ballot, side_id, value, expected, mirrored"
_KEPT = """WHERE q.id = %s AND r.id = %s AND r.state = 'open' AND r.closes_at > %s
ON CONFLICT (ballot, question_id) DO UPDATE
SET value = excluded.value, expected = excluded.expected, mirrored = excluded.mirrored"""
_FROM = "FROM perceptions_question q JOIN perceptions_round r ON r.id = q.round_id"
_IN_SQLITE = f"INSERT INTO perceptions_answer ({_COLUMNS}) SELECT %s, q.id, %s, %s, %s, %s, %s {_FROM} {_KEPT}"
# Two statements in one message are one transaction, each with its own view of the data: the second
# sees what a closing round, waited for by the first, has committed.
_IN_POSTGRES = f"""SELECT pg_advisory_xact_lock_shared(%s);
INSERT INTO perceptions_answer ({_COLUMNS})
SELECT %s, q.id, %s, %s::uuid, %s, %s::jsonb, %s::jsonb {_FROM} {_KEPT}"""


def cast(voter: Voter, paper: Paper, question: Asked, said: Said, *, now: datetime) -> bool:
    """Record an answer, or change it. False: the round has closed meanwhile, nothing was written.

    True is said only when the answer is durable. Answer and predictions are one row: there are no
    half answers. Waits for nobody but a round that is being closed. Raises `InvalidAnswer`.
    """
    check(said, question.scale, voter, paper)
    row = (uuid.uuid4(), voter.ballot, voter.side, said.value)
    predicted = (json.dumps(dict(said.expected)), json.dumps(dict(said.mirrored)))
    values = stored((*row, *predicted, question.id, voter.round_id, now))
    if has_ids():
        return _write_in_postgres(voter.round_id, values)
    return _write_in_sqlite(values)


def _write_in_postgres(round_id: uuid.UUID, values: list[Any]) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_IN_POSTGRES, (number_of(round_id), *values))
        cursor.nextset()
        return bool(cursor.rowcount == 1)


def _write_in_sqlite(values: list[Any]) -> bool:
    """One statement is one transaction: closing a round comes before it or after it."""
    database = connections[DEFAULT_DB_ALIAS]
    with database.turn(), database.cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute(_IN_SQLITE, values)
        return bool(cursor.rowcount == 1)


def check(said: Said, scale: Scale, voter: Voter, paper: Paper) -> None:
    """Raise `InvalidAnswer` for what the paper does not ask of this voter."""
    if not _is_on(scale, said.value):
        raise NotOnScale
    others = {side.code for side in paper.others(voter.side)}
    mirrors = others if paper.asks_mirror and voter.side else set()
    if not (said.expected.keys() <= others and said.mirrored.keys() <= mirrors):
        raise NotASide
    predicted = (*said.expected.values(), *said.mirrored.values())
    if not all(scale.predicted_low <= one <= scale.predicted_high for one in predicted):
        raise OutOfRange


def _is_on(scale: Scale, value: float) -> bool:
    if scale.is_vote:
        return value in VOTES
    return math.isfinite(value) and scale.low <= value <= scale.high
