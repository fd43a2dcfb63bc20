"""The last step every format shares: tables and lists become one validated `Dialogue`."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tracktwo._typing import Ints, Progress
from tracktwo.dialogue import (
    NO_PARTY,
    Answers,
    Dialogue,
    Mirrored,
    Party,
    Predictions,
    Statement,
    StoredAnswers,
)  # fmt: skip
from tracktwo.errors import InputError
from tracktwo.exchange.answers import Form, Frame, in_memory
from tracktwo.exchange.arrange import arrange
from tracktwo.exchange.cells import require_columns, require_rows
from tracktwo.exchange.ids import distinct_ids, natural_order
from tracktwo.exchange.lists import People
from tracktwo.exchange.predictions import (
    Sides,
    read_predictions,
    require_prediction_columns,
)
from tracktwo.exchange.settings import Settings, check_sizes
from tracktwo.exchange.table import LargeTable, Table


@dataclass(frozen=True, eq=False)
class Parts:
    """What was read of a dialogue before its answers are checked against the rest.

    `people` and `statements` are None where no file lists them: they then come from the answers.
    """

    votes: Table | LargeTable
    form: Form
    settings: Settings
    people: People | None = None
    statements: tuple[Statement, ...] | None = None
    statements_file: Path | None = None
    predictions: Table | None = None


def assemble(parts: Parts, progress: Progress, *, arranged: Path | None = None) -> Dialogue:
    """Check answers and predictions against people, statements and parties; make the dialogue."""
    require_columns(parts.votes, list(parts.form.columns.values()), only=False)
    require_rows(parts.votes)
    if parts.predictions is not None:
        require_prediction_columns(parts.predictions)
    frame = _frame(parts)
    parties = _parties(parts)
    answers, stored = _answers(parts, frame, progress, arranged)
    party_of = _party_of(parts.people, frame.people, parties)
    predictions, mirrored = Predictions.none(), Mirrored.none()
    if parts.predictions is not None and parts.predictions.rows:
        sides = Sides(tuple(party.id for party in parties), party_of)
        predictions, mirrored = read_predictions(parts.predictions, frame, sides)
    settings = parts.settings
    return Dialogue(
        participants=frame.people,
        statements=frame.statements,
        answers=answers,
        predictions=predictions,
        mirrored=mirrored,
        parties=parties,
        party_of=party_of,
        title=settings.title,
        languages=settings.languages or ("en",),
        k=settings.k,
        stage=settings.stage,
        note=settings.note,
        stored=stored,
    )


def _answers(
    parts: Parts, frame: Frame, progress: Progress, arranged: Path | None
) -> tuple[Answers, StoredAnswers | None]:
    if isinstance(parts.votes, LargeTable):
        stored = arrange(parts.votes, parts.form, frame, progress, arranged)
        return Answers.none(), stored
    return in_memory(parts.votes, parts.form, frame, progress), None


def _frame(parts: Parts) -> Frame:
    people = parts.people
    listed = people is not None and people.complete
    return Frame(
        people=people.ids if people and listed else _everybody(parts),
        statements=parts.statements if parts.statements is not None else _answered(parts),
        people_file=people.file if people and listed else None,
        statements_file=parts.statements_file,
    )


def _everybody(parts: Parts) -> tuple[str, ...]:
    """All who answer or predict, and all who are listed, in natural order."""
    columns = parts.form.columns
    ids = distinct_ids(parts.votes, columns["participant"], columns["vote"])
    if parts.people:
        _require_some_listed(parts.people, ids, parts.votes.path)
        ids |= set(parts.people.ids)
    if parts.predictions is not None:
        ids |= distinct_ids(parts.predictions, "participant", "value")
    return natural_order(ids)


def _require_some_listed(people: People, answering: set[str], votes: Path) -> None:
    if answering.isdisjoint(people.ids):
        message = f"none of the participants listed here answers in {votes.name}; compare the ids"
        raise InputError(message, file=people.file)


def _answered(parts: Parts) -> tuple[Statement, ...]:
    columns = parts.form.columns
    ids = distinct_ids(parts.votes, columns["statement"], columns["vote"])
    return tuple(Statement(one) for one in natural_order(ids))


def _parties(parts: Parts) -> tuple[Party, ...]:
    """Those of dialogue.toml, else those participants are listed with, in order of appearance."""
    listed = parts.people.parties if parts.people else ()
    check_sizes(parts.settings, Counter(listed))
    if parts.settings.parties:
        return parts.settings.parties
    return tuple(Party(one) for one in dict.fromkeys(listed) if one)


def _party_of(people: People | None, ids: tuple[str, ...], parties: tuple[Party, ...]) -> Ints:
    code = {party.id: place for place, party in enumerate(parties)}
    party = dict(zip(people.ids, people.parties, strict=True)) if people else {}
    return np.array([code.get(party.get(one, ""), NO_PARTY) for one in ids], np.int32)
