"""Small dialogues: drawn by Hypothesis, or written out as tables."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from tracktwo.dialogue import (
    NO_PARTY,
    VOTE,
    Answers,
    Dialogue,
    Mirrored,
    Party,
    Predictions,
    Scale,
    Statement,
)

RATING = Scale("rating", 1, 7)


def dialogue_of(
    table: np.ndarray,
    party_of: list[int],
    *,
    scales: tuple[Scale, ...] = (),
    k: int = 1,
    predictions: Predictions | None = None,
) -> Dialogue:
    """A dialogue from a table of answers, (people, statements), nan where unanswered."""
    people, statements = table.shape
    who, what = (codes.astype(np.int32) for codes in np.nonzero(~np.isnan(table)))
    scales = scales or (VOTE,) * statements
    return Dialogue(
        participants=tuple(f"p{i + 1}" for i in range(people)),
        statements=tuple(Statement(f"s{i + 1}", scale=scale) for i, scale in enumerate(scales)),
        answers=Answers(who, what, table[who, what].astype(np.float32)),
        predictions=predictions or Predictions.none(),
        parties=tuple(Party("KLMNOP"[i]) for i in range(max(party_of, default=-1) + 1)),
        party_of=np.array(party_of, np.int32),
        k=k,
    )


@st.composite
def small_dialogues(draw: Callable, *, k: int = 3) -> Dialogue:
    """Two or three sides of 1 to 8 people, some who sit for none, 2 to 4 statements."""
    sizes = draw(st.lists(st.integers(1, 8), min_size=2, max_size=3))
    outside = draw(st.sampled_from([0, 0, 1, 4]))
    party_of = np.repeat(np.arange(len(sizes)), sizes).tolist() + [NO_PARTY] * outside
    statements = draw(st.integers(2, 4))
    answer = st.sampled_from([1.0, 1.0, -1.0, -1.0, 0.0, np.nan])
    rows = st.lists(answer, min_size=statements, max_size=statements)
    table = np.array(draw(st.lists(rows, min_size=len(party_of), max_size=len(party_of))))
    table[0, 0] = 1.0
    seed = draw(st.integers(0, 2**16))
    dialogue = with_predictions(dialogue_of(table, party_of, k=k), seed)
    return with_beliefs(dialogue, seed) if draw(st.booleans()) else dialogue


def with_predictions(dialogue: Dialogue, seed: int, *, missing: float = 0.3) -> Dialogue:
    """Everybody who sits for a side predicts most answers of most sides, at random."""
    rng = np.random.default_rng(seed)
    sides = len(dialogue.parties)
    shape = len(dialogue.participants), len(dialogue.statements), sides
    made = rng.random(shape) >= missing
    made[dialogue.party_of == NO_PARTY] = False
    who, what, whom = (codes.astype(np.int32) for codes in np.nonzero(made))
    low = np.array([one.scale.predicted_low for one in dialogue.statements])
    high = np.array([one.scale.predicted_high for one in dialogue.statements])
    value = low[what] + (high - low)[what] * rng.integers(0, 11, len(who)) / 10
    return replace(dialogue, predictions=Predictions(who, what, whom, value.astype(np.float32)))


def with_beliefs(dialogue: Dialogue, seed: int, *, missing: float = 0.3) -> Dialogue:
    """Everybody who sits for a side says mostly what each other is believed to expect of it."""
    rng = np.random.default_rng(seed)
    shape = len(dialogue.participants), len(dialogue.statements), len(dialogue.parties)
    made = rng.random(shape) >= missing
    made &= (np.arange(shape[2]) != dialogue.party_of[:, None])[:, None, :]
    made[dialogue.party_of == NO_PARTY] = False
    who, what, by = (codes.astype(np.int32) for codes in np.nonzero(made))
    low = np.array([one.scale.predicted_low for one in dialogue.statements])
    high = np.array([one.scale.predicted_high for one in dialogue.statements])
    value = low[what] + (high - low)[what] * rng.integers(0, 11, len(who)) / 10
    told = Mirrored(who, what, by, dialogue.party_of[who], value.astype(np.float32))
    return replace(dialogue, mirrored=told)


def permuted(dialogue: Dialogue, seed: int) -> Dialogue:
    """The same answers and predictions in another order of rows."""
    rng = np.random.default_rng(seed)
    answers, told, mirrored = dialogue.answers, dialogue.predictions, dialogue.mirrored
    a, b, c = (rng.permutation(len(table)) for table in (answers, told, mirrored))
    return replace(
        dialogue,
        answers=Answers(answers.participant[a], answers.statement[a], answers.value[a]),
        predictions=Predictions(
            told.participant[b], told.statement[b], told.party[b], told.value[b]
        ),
        mirrored=Mirrored(
            mirrored.participant[c],
            mirrored.statement[c],
            mirrored.expected_by[c],
            mirrored.party[c],
            mirrored.value[c],
        ),
    )


def seated_otherwise(dialogue: Dialogue, order: np.ndarray) -> Dialogue:
    """The same people listed in another order: person `order[i]` comes i-th."""
    place = np.argsort(order).astype(np.int32)
    answers, told = dialogue.answers, dialogue.predictions
    return replace(
        dialogue,
        participants=tuple(dialogue.participants[i] for i in order),
        party_of=dialogue.party_of[order],
        answers=replace(answers, participant=place[answers.participant]),
        predictions=replace(told, participant=place[told.participant]),
        mirrored=replace(dialogue.mirrored, participant=place[dialogue.mirrored.participant]),
    )
