"""A round's ballots read in bulk, as columns: the only query that reads everybody's answers."""

import json
import uuid
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db import connection

from tracktwo._typing import Floats, Ints

AT_ONCE = 20_000
"""Rows fetched at a time: a consultation of a million answers streams through."""
_QUERY = """
SELECT q.position, a.ballot, s.code, a.value, {expected}, {mirrored}
FROM perceptions_answer a JOIN perceptions_question q ON q.id = a.question_id
LEFT JOIN dialogues_side s ON s.id = a.side_id
WHERE q.round_id = %s
"""
_BY_SIDE = {"postgresql": "NULLIF(a.{0}, '{{}}'::jsonb)::text", "sqlite": "a.{0}"}
NOTHING_SAID = frozenset({None, "", "{}"})


@dataclass(frozen=True, eq=False)
class Guesses:
    """What people say about sides, one row each: who, of which statement, which side, how much."""

    person: Ints
    statement: Ints
    side: tuple[str, ...]
    value: Floats


@dataclass(frozen=True, eq=False)
class Ballots:
    """Answers and guesses of a round, people and statements as integer codes.

    `keys` and `sides` have an entry a person: the ballot, and the code of its side ("" for none).
    `expected`: what people expect of a side; `mirrored`: what they believe that a side expects of
    their own.
    """

    keys: tuple[bytes, ...]
    sides: tuple[str, ...]
    person: Ints
    statement: Ints
    value: Floats
    expected: Guesses
    mirrored: Guesses


def read_ballots(round_id: uuid.UUID) -> Ballots:
    """Every answer of a round; `statement` is the question's position in the plan."""
    columns = _Columns()
    for position, ballot, side, value, expected, mirrored in _rows(round_id):
        person = columns.person_of(bytes(ballot), side or "")
        columns.answer(person, position, value)
        for told, guesses in ((expected, columns.expected), (mirrored, columns.mirrored)):
            if told not in NOTHING_SAID:
                guesses.add(person, position, json.loads(told))
    return columns.closed()


def _rows(round_id: uuid.UUID) -> Iterator[Sequence[Any]]:
    """The rows as the database sends them: a server-side cursor where there is one."""
    is_postgres = connection.vendor == "postgresql"
    by_side = _BY_SIDE[connection.vendor]
    query = _QUERY.format(expected=by_side.format("expected"), mirrored=by_side.format("mirrored"))
    with connection.chunked_cursor() as cursor:
        cursor.execute(query, [round_id if is_postgres else round_id.hex])
        while rows := cursor.fetchmany(AT_ONCE):
            yield from rows


class _GuessColumns:
    """Guesses while they grow; numbers packed, so that millions of them fit."""

    def __init__(self) -> None:
        self.person, self.statement, self.value = array("i"), array("i"), array("d")
        self.side: list[str] = []

    def add(self, person: int, statement: int, told: Mapping[str, float]) -> None:
        for side, value in told.items():
            self.person.append(person)
            self.statement.append(statement)
            self.side.append(side)
            self.value.append(value)

    def closed(self) -> Guesses:
        return Guesses(
            person=np.array(self.person, np.int32),
            statement=np.array(self.statement, np.int32),
            side=tuple(self.side),
            value=np.array(self.value, np.float64),
        )


class _Columns:
    """Columns while they grow."""

    def __init__(self) -> None:
        self.people: dict[bytes, int] = {}
        self.sides: list[str] = []
        self.person, self.statement, self.value = array("i"), array("i"), array("d")
        self.expected, self.mirrored = _GuessColumns(), _GuessColumns()

    def person_of(self, ballot: bytes, side: str) -> int:
        person = self.people.setdefault(ballot, len(self.people))
        if person == len(self.sides):
            self.sides.append(side)
        return person

    def answer(self, person: int, statement: int, value: float) -> None:
        self.person.append(person)
        self.statement.append(statement)
        self.value.append(value)

    def closed(self) -> Ballots:
        return Ballots(
            keys=tuple(self.people),
            sides=tuple(self.sides),
            person=np.array(self.person, np.int32),
            statement=np.array(self.statement, np.int32),
            value=np.array(self.value, np.float64),
            expected=self.expected.closed(),
            mirrored=self.mirrored.closed(),
        )
