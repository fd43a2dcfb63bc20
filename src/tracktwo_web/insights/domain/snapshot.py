"""A released round as a `tracktwo.dialogue.Dialogue`: the one place where tables become one.

Frozen once, in this order:

1. its ballots are read in bulk (`ballots`);
2. what would tell of few people beside earlier rounds is left out (`differencing`): it is not in
   the file, hence in no analysis, page or export made of it;
3. people get names that lead nowhere, and stand in the order of those names (`pseudonyms`);
4. the dialogue is kept as a zip of its folder (`archive`).
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from django.db import transaction

from tracktwo._typing import Flags, Ints, Longs
from tracktwo.dialogue import (
    NO_PARTY,
    Answers,
    Dialogue,
    Mirrored,
    Party,
    Predictions,
    Scale,
    Statement,
)
from tracktwo_web.dialogues.models import Side
from tracktwo_web.insights.differencing import Cell, wording_key
from tracktwo_web.insights.domain.archive import packed
from tracktwo_web.insights.domain.ballots import Ballots, read_ballots
from tracktwo_web.insights.domain.earlier import roll_of, told_before
from tracktwo_web.insights.domain.guard import Asked, Guarded, guard
from tracktwo_web.insights.domain.pseudonyms import new_salt, pseudonyms
from tracktwo_web.insights.models import Snapshot
from tracktwo_web.perceptions.models import Question, Round, Version
from tracktwo_web.rounds.states import RoundState


def freeze(snapshot: Snapshot, *, salt: bytes | None = None) -> Snapshot:
    """Freeze a released round, after those released before it. Once frozen it stays as it is."""
    for one in _in_order(snapshot):
        _freeze(one, salt or new_salt())
    snapshot.refresh_from_db()
    return snapshot


def _in_order(snapshot: Snapshot) -> list[Snapshot]:
    """The snapshots of the dialogue that are to be frozen up to this one, the earliest first."""
    waiting = Snapshot.objects.filter(
        round__dialogue=snapshot.round.dialogue_id,
        round__state=RoundState.RELEASED,
        round__released_at__lte=snapshot.round.released_at,
        is_frozen=False,
    )
    return list(
        waiting.select_related("round__dialogue").order_by("round__released_at", "round__number")
    )


def _freeze(snapshot: Snapshot, salt: bytes) -> None:
    taken = take(snapshot.round, told_before(snapshot), salt)
    content = packed(taken.dialogue) if taken.dialogue.n_answers else b""
    keep(snapshot, content, counted=taken.counted, withheld=taken.withheld)


@transaction.atomic
def keep(
    snapshot: Snapshot,
    content: bytes,
    *,
    counted: Mapping[str, int],
    withheld: Sequence[Sequence[str]] = (),
) -> None:
    """Write down what was frozen, unless another process was quicker: the first one counts."""
    Snapshot.objects.filter(pk=snapshot.pk, is_frozen=False).update(
        content=content,
        sha256=sha256(content).hexdigest(),
        counted=dict(counted),
        withheld=[list(one) for one in withheld],
        is_frozen=True,
    )
    snapshot.refresh_from_db()


@dataclass(frozen=True)
class Taken:
    """A round as it is frozen. `withheld` as in `Guarded`."""

    dialogue: Dialogue
    counted: dict[str, int]
    withheld: list[tuple[str, ...]]


def take(one: Round, told: Mapping[str, Sequence[Cell]], salt: bytes) -> Taken:
    """A round's ballots as a dialogue, without what may not be told beside what was told before."""
    asked = _asked(one)
    sides = list(one.dialogue.sides.order_by("position"))
    ballots = read_ballots(one.id)
    guarded = guard(asked, ballots, told, roll_of(one), one.dialogue.k)
    dialogue = _dialogue(one, sides, asked, ballots, guarded, salt)
    return Taken(dialogue, guarded.counted, guarded.withheld)


def _asked(one: Round) -> dict[int, Asked]:
    """The questions by their position in the plan."""
    questions = (
        one.questions.select_related("version__statement__about", "version__statement__theme")
        .prefetch_related("version__translations")
        .order_by("position")
    )
    return {question.position: _as_asked(question) for question in questions}


def _as_asked(question: Question) -> Asked:
    version: Version = question.version
    told = version.statement
    statement = Statement(
        id=statement_id(version),
        texts=version.texts,
        theme=told.theme.code if told.theme else "",
        about=told.about.code if told.about else "",
        kind=told.kind,
        scale=Scale.parse(told.scale),
        source=told.source,
        moderated=1,
    )
    return Asked(statement, wording_of(version))


def statement_id(version: Version) -> str:
    """What a wording is called in files and figures: the statement's code, marked from the second on."""
    code = version.statement.code
    return code if version.number == 1 else f"{code}-{version.number}"


def wording_of(version: Version) -> str:
    """The key under which the same words are found again in other rounds."""
    return wording_key(version.texts.get(version.original, ""), version.statement.scale)


def _dialogue(
    one: Round,
    sides: Sequence[Side],
    asked: Mapping[int, Asked],
    ballots: Ballots,
    guarded: Guarded,
    salt: bytes,
) -> Dialogue:
    names = pseudonyms(ballots.keys, salt)
    order = np.argsort(np.array(names), kind="stable")
    codes = {side.code: place for place, side in enumerate(sides)}
    party_of = _parties(ballots.sides, codes)
    return Dialogue(
        participants=tuple(names[i] for i in order),
        statements=tuple(one.statement for one in asked.values()),
        answers=_answers(ballots, guarded.answers, _places(order), asked),
        predictions=_predictions(ballots, guarded.predictions, _places(order), asked, codes),
        mirrored=_mirrored(ballots, guarded.mirrored, _places(order), asked, codes),
        parties=tuple(_party(side, ballots.sides) for side in sides),
        party_of=party_of[order] if len(order) else party_of,
        title=one.dialogue.title,
        languages=tuple(one.dialogue.languages) or ("en",),
        k=one.dialogue.k,
        stage=one.dialogue.stage,
        note=one.dialogue.note,
    )


def _answers(ballots: Ballots, kept: Flags, places: Longs, asked: Mapping[int, Asked]) -> Answers:
    person = places[ballots.person[kept]]
    statement = _statements(asked)[ballots.statement[kept]]
    order = np.lexsort((statement, person))
    return Answers(
        person[order].astype(np.int32),
        statement[order].astype(np.int32),
        ballots.value[kept][order].astype(np.float32),
    )


def _predictions(
    ballots: Ballots,
    kept: Flags,
    places: Longs,
    asked: Mapping[int, Asked],
    codes: Mapping[str, int],
) -> Predictions:
    told = ballots.expected
    party = _parties(told.side, codes)
    kept = kept & (party >= 0)
    person = places[told.person[kept]]
    statement = _statements(asked)[told.statement[kept]]
    order = np.lexsort((party[kept], statement, person))
    return Predictions(
        person[order].astype(np.int32),
        statement[order].astype(np.int32),
        party[kept][order],
        told.value[kept][order].astype(np.float32),
    )


def _mirrored(
    ballots: Ballots,
    kept: Flags,
    places: Longs,
    asked: Mapping[int, Asked],
    codes: Mapping[str, int],
) -> Mirrored:
    """What people believe that the others expect of their own side."""
    told = ballots.mirrored
    own, by = _parties(ballots.sides, codes)[told.person], _parties(told.side, codes)
    kept = kept & (own >= 0) & (by >= 0) & (own != by)
    person = places[told.person[kept]]
    statement = _statements(asked)[told.statement[kept]]
    order = np.lexsort((by[kept], statement, person))
    return Mirrored(
        person[order].astype(np.int32),
        statement[order].astype(np.int32),
        by[kept][order],
        own[kept][order],
        told.value[kept][order].astype(np.float32),
    )


def _parties(sides: Sequence[str], codes: Mapping[str, int]) -> Ints:
    return np.array([codes.get(side, NO_PARTY) for side in sides], np.int32)


def _statements(asked: Mapping[int, Asked]) -> Longs:
    """A statement's place in the dialogue, by the position of its question in the plan."""
    place = np.zeros(max(asked, default=-1) + 1, np.int64)
    place[list(asked)] = np.arange(len(asked))
    return place


def _places(order: Longs) -> Longs:
    """Where each person stands once people are put in order."""
    places = np.empty(len(order), np.int64)
    places[order] = np.arange(len(order))
    return places


def _party(side: Side, sides: Sequence[str]) -> Party:
    """A side with its size, unless more people have answered than it is said to have."""
    size = side.size if side.size and side.size >= sides.count(side.code) else None
    return Party(side.code, side.names, size)


def snapshot_of(round_id: uuid.UUID) -> Snapshot | None:
    """The snapshot of a round, without its content."""
    return Snapshot.objects.filter(round=round_id).defer("content").first()
