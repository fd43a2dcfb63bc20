"""Rounds that were answered and released, for tests of what is found in them."""

import uuid
from collections.abc import Iterable, Mapping, Sequence

from django.utils import timezone

from tests.web import world
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.insights.domain.compute import compute, draw_themes
from tracktwo_web.insights.models import Result
from tracktwo_web.perceptions.domain.rounds import close_round, release_round
from tracktwo_web.perceptions.models import Answer, Question, Round, Version

OTHER = {"nato": "china", "china": "nato"}


def a_closed_round(
    dialogue: Dialogue,
    answers: Mapping[str, Sequence[Sequence[int | None]]],
    versions: Iterable[Version] = (),
    *,
    mirrored: float | None = None,
    **plan,
) -> Round:
    """A closed round; `answers`: by side, a row a ballot, an entry a question (None: not answered).

    `mirrored`: what everybody thinks that the other side expects of theirs, where that was asked.
    """
    one = world.an_open_round(dialogue, versions, asks_mirror=mirrored is not None, **plan)
    questions = list(one.questions.order_by("position"))
    for side, ballots in answers.items():
        for row in ballots:
            cast(questions, side, row, mirrored=mirrored)
    return close_round(one)


def cast(
    questions: Sequence[Question],
    side: str,
    row: Sequence[int | None],
    *,
    ballot: bytes | None = None,
    expected: float | None = 0.5,
    mirrored: float | None = None,
) -> bytes:
    """A ballot as the platform keeps it."""
    ballot = ballot or uuid.uuid4().bytes
    dialogue = questions[0].round.dialogue
    Answer.objects.bulk_create(
        Answer(
            question=question,
            ballot=ballot,
            side=dialogue.sides.get(code=side) if side else None,
            value=value,
            expected={} if expected is None or not side else {OTHER[side]: expected},
            mirrored={} if mirrored is None or not side else {OTHER[side]: mirrored},
        )
        for question, value in zip(questions, row, strict=True)
        if value is not None
    )
    return ballot


AGREED, SPLIT = [1, 1, -1], [-1, 1, 1]


def a_released_round(dialogue: Dialogue, answers=None, versions=(), **plan) -> Round:
    """A released round, by default five ballots a side about three statements; not analysed yet."""
    answers = answers or {"nato": [AGREED] * 4 + [SPLIT], "china": [SPLIT] * 4 + [AGREED]}
    return release_round(a_closed_round(dialogue, answers, versions, **plan), timezone.now())


def an_analysed_round(
    dialogue: Dialogue, answers=None, versions=(), *, themes=False, **plan
) -> Result:
    """The result of a released round, computed as a worker does."""
    one = a_released_round(dialogue, answers, versions, **plan)
    result = compute(str(one.snapshot.results.get().pk))
    assert result.is_done, result.state
    if themes:
        draw_themes(str(result.pk))
    return result
