"""Consultations made for these tests: who answered what, as a table."""

import numpy as np

from tests.analysis.small_worlds import dialogue_of
from tracktwo.dialogue import Dialogue


def consultation(people: int, statements: int, *, seed: int = 0, sides: int = 2) -> Dialogue:
    """Everybody answers every statement; sides by turns."""
    table = np.random.default_rng(seed).integers(-1, 2, (people, statements)).astype(float)
    party_of = (np.arange(people) % sides).tolist() if sides else [-1] * people
    return dialogue_of(table, party_of, k=3)


def without(dialogue: Dialogue, person: int) -> Dialogue:
    """The same consultation, had one person stayed away."""
    from dataclasses import replace

    answers, stays = dialogue.answers, np.arange(len(dialogue.participants)) != person
    kept = stays[answers.participant]
    place = np.cumsum(stays) - 1
    return replace(
        dialogue,
        participants=tuple(one for one, is_here in zip(dialogue.participants, stays, strict=True) if is_here),
        party_of=dialogue.party_of[stays],
        answers=type(answers)(
            place[answers.participant[kept]].astype(np.int32),
            answers.statement[kept],
            answers.value[kept],
        ),
    )  # fmt: skip
