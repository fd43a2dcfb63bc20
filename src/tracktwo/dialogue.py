"""A dialogue as validated columns: parties, statements, answers, predictions.

Everything the library computes starts from a `Dialogue`; `tracktwo.exchange` makes one from files.
People, parties and statements are referred to by their place in a tuple (an integer code), so that
millions of answers are three flat arrays.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

import numpy as np

from tracktwo._typing import Flags, Floats32, Ints, Longs
from tracktwo.errors import InputError

NO_PARTY = -1
"""The party code of a participant who sits on no side."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What may be answered: a vote (1 agree, 0 pass, -1 disagree) or a rating between two ends.

    >>> Scale.parse("rating:1:7").midpoint
    4.0
    >>> str(Scale.parse("vote"))
    'vote'
    """

    kind: Literal["vote", "rating"] = "vote"
    low: float = -1.0
    high: float = 1.0

    @classmethod
    def parse(cls, text: str) -> "Scale":
        """Read `vote` or `rating:MIN:MAX`; anything else raises `InputError`."""
        if text in ("", "vote"):
            return VOTE
        try:
            kind, low, high = text.split(":")
            scale = cls("rating", float(low), float(high))
        except ValueError:
            kind, scale = "", VOTE
        if kind != "rating" or not (np.isfinite([scale.low, scale.high]).all() and scale.width > 0):
            raise InputError(f"scale {text!r} is not known; write vote or rating:MIN:MAX")
        return scale

    @property
    def is_vote(self) -> bool:
        return self.kind == "vote"

    @property
    def midpoint(self) -> float:
        return (self.low + self.high) / 2

    @property
    def width(self) -> float:
        return self.high - self.low

    @property
    def predicted_low(self) -> float:
        """Least value a prediction may take: a share of agreement for votes, else the scale's."""
        return 0.0 if self.is_vote else self.low

    @property
    def predicted_high(self) -> float:
        """Largest value a prediction may take."""
        return 1.0 if self.is_vote else self.high

    def __str__(self) -> str:
        return "vote" if self.is_vote else f"rating:{_plain(self.low)}:{_plain(self.high)}"


VOTE = Scale()


def in_language(texts: Mapping[str, str], language: str) -> str:
    """The text in a language, else in English, else in whatever language there is, else empty.

    >>> in_language({"fr": "Oui", "en": "Yes"}, "zh")
    'Yes'
    """
    return texts.get(language) or texts.get("en") or next(filter(None, texts.values()), "")


@dataclass(frozen=True, slots=True)
class Party:
    """A side. `size` is the number of seats where the delegation itself is the population asked.

    With a size, intervals are those of a finite population: when every seat has answered, what the
    delegation answers is known and not estimated. Without one, answers are a sample of a wider body.
    """

    id: str
    names: Mapping[str, str] = field(default_factory=dict)
    size: int | None = None

    def name(self, language: str = "en") -> str:
        """The side's name in a language, else in another, else its id."""
        return in_language(self.names, language) or self.id


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence put to everybody, with its texts by language."""

    id: str
    texts: Mapping[str, str] = field(default_factory=dict)
    theme: str = ""
    about: str = ""
    kind: str = ""
    scale: Scale = VOTE
    source: str = ""
    moderated: int = 0
    """-1 rejected, 0 not moderated, 1 accepted (Polis's codes)."""
    is_meta: bool = False
    """About the conversation itself rather than its subject (Polis)."""

    def text(self, language: str = "en") -> str:
        """The text in a language, else in another, else the id."""
        return in_language(self.texts, language) or self.id


@dataclass(frozen=True, eq=False, slots=True)
class Answers:
    """Who answered what: three columns of equal length, one row an answer, each pair once.

    `participant` and `statement` are places in `Dialogue.participants` and `Dialogue.statements`;
    `value` is 1, 0, -1 for a vote or the rating.
    """

    participant: Ints
    statement: Ints
    value: Floats32

    def __len__(self) -> int:
        return len(self.value)

    @classmethod
    def none(cls) -> "Answers":
        return cls(_no_codes(), _no_codes(), np.empty(0, np.float32))


@dataclass(frozen=True, slots=True)
class StoredAnswers:
    """Answers in a Parquet file with the columns of `Answers`, ordered by participant.

    `starts[i]` is the first row of participant i, `starts[-1]` the number of rows, so that any run
    of whole participants can be read alone.
    """

    path: Path
    starts: Longs

    @property
    def rows(self) -> int:
        return int(self.starts[-1])


@dataclass(frozen=True, eq=False, slots=True)
class Predictions:
    """Who expects what of a party: the share of it that agrees (0..1), or its mean rating."""

    participant: Ints
    statement: Ints
    party: Ints
    value: Floats32

    def __len__(self) -> int:
        return len(self.value)

    @classmethod
    def none(cls) -> "Predictions":
        return cls(_no_codes(), _no_codes(), _no_codes(), np.empty(0, np.float32))


@dataclass(frozen=True, eq=False, slots=True)
class Mirrored:
    """Who believes that a party expects what of another, normally of the believer's own.

    One row a belief: `participant` believes that `expected_by` (never the participant's own party)
    expects the share `value` of `party` to agree (0..1), or that mean rating.
    """

    participant: Ints
    statement: Ints
    expected_by: Ints
    party: Ints
    value: Floats32

    def __len__(self) -> int:
        return len(self.value)

    @classmethod
    def none(cls) -> "Mirrored":
        return cls(_no_codes(), _no_codes(), _no_codes(), _no_codes(), np.empty(0, np.float32))


@dataclass(frozen=True, eq=False)
class Dialogue:
    """Two or more parties (or none), their statements, answers and predictions.

    `mirrored` holds predictions of predictions: what people believe that others expect of them.
    `party_of[i]` is the party code of participant i, `NO_PARTY` where there is none. `k` is the
    least number of people a published figure may rest on. `title` and `note` are texts by language;
    the note is shown wherever the data are shown (for instance that answers are simulated).

    >>> import numpy as np
    >>> votes = Answers(np.array([0, 1], np.int32), np.array([0, 0], np.int32), np.array([1, -1], np.float32))
    >>> Dialogue(participants=("p1", "p2"), statements=(Statement("s1"),), answers=votes).n_answers
    2
    """

    participants: tuple[str, ...]
    statements: tuple[Statement, ...]
    answers: Answers
    predictions: Predictions = field(default_factory=Predictions.none)
    mirrored: Mirrored = field(default_factory=Mirrored.none)
    parties: tuple[Party, ...] = ()
    party_of: Ints = field(default_factory=lambda: np.empty(0, np.int32))
    title: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ("en",)
    k: int = 1
    stage: str = ""
    note: Mapping[str, str] = field(default_factory=dict)
    stored: "StoredAnswers | None" = None
    """Where the answers are when they outgrow memory; `answers` is then empty."""

    def __post_init__(self) -> None:
        if len(self.party_of) == 0:
            object.__setattr__(
                self, "party_of", np.full(len(self.participants), NO_PARTY, np.int32)
            )
        _check(self)

    @property
    def n_answers(self) -> int:
        return self.stored.rows if self.stored else len(self.answers)

    @cached_property
    def statement_ids(self) -> tuple[str, ...]:
        return tuple(statement.id for statement in self.statements)

    @cached_property
    def party_ids(self) -> tuple[str, ...]:
        return tuple(party.id for party in self.parties)

    @cached_property
    def has_votes_only(self) -> bool:
        return all(statement.scale.is_vote for statement in self.statements)


def _no_codes() -> Ints:
    return np.empty(0, np.int32)


def _check(dialogue: Dialogue) -> None:
    """Refuse what no later step could make sense of (readers say the same with file and line)."""
    _unique("participant", dialogue.participants)
    _unique("statement", dialogue.statement_ids)
    _unique("party", dialogue.party_ids)
    predictions, mirrored = dialogue.predictions, dialogue.mirrored
    people, statements = len(dialogue.participants), len(dialogue.statements)
    _within("party", dialogue.party_of, NO_PARTY, len(dialogue.parties))
    for table in (dialogue.answers, predictions, mirrored):
        _within("participant", table.participant, 0, people)
        _within("statement", table.statement, 0, statements)
    for column in (predictions.party, mirrored.party, mirrored.expected_by):
        _within("party", column, 0, len(dialogue.parties))
    if len(dialogue.party_of) != people:
        raise InputError(f"{people} participants have {len(dialogue.party_of)} party codes")
    if dialogue.k < 1:
        raise InputError(f"k is {dialogue.k}; it must be 1 or more")
    if answers_out_of_range(dialogue).any():
        raise InputError("an answer lies outside its statement's scale")
    for told in (predictions, mirrored):
        if predictions_out_of_range(dialogue.statements, told).any():
            raise InputError("a prediction lies outside its statement's scale")
    if (mirrored.expected_by == dialogue.party_of[mirrored.participant]).any():
        raise InputError("a mirrored prediction is of what another party expects, not one's own")


def answers_out_of_range(dialogue: Dialogue) -> Flags:
    """Which answers their statement's scale does not allow, one flag a row."""
    answers = dialogue.answers
    low = np.array([s.scale.low for s in dialogue.statements], np.float32)
    high = np.array([s.scale.high for s in dialogue.statements], np.float32)
    if not len(answers):
        return np.zeros(0, np.bool_)
    outside = (answers.value < low[answers.statement]) | (answers.value > high[answers.statement])
    is_vote = np.array([s.scale.is_vote for s in dialogue.statements])
    between = is_vote[answers.statement] & (answers.value != np.rint(answers.value))
    return np.asarray(outside | between | ~np.isfinite(answers.value))


def predictions_out_of_range(
    statements: Sequence[Statement], told: Predictions | Mirrored
) -> Flags:
    """Which predictions lie outside 0..1 (votes) or outside the rating scale, one flag a row."""
    if not len(told):
        return np.zeros(0, np.bool_)
    low = np.array([s.scale.predicted_low for s in statements], np.float32)[told.statement]
    high = np.array([s.scale.predicted_high for s in statements], np.float32)[told.statement]
    return ~((told.value >= low) & (told.value <= high))


def _plain(end: float) -> str:
    return str(int(end)) if float(end).is_integer() else repr(end)


def _unique(what: str, ids: tuple[str, ...]) -> None:
    if len(set(ids)) < len(ids):
        seen: set[str] = set()
        twice = next(one for one in ids if one in seen or seen.add(one))  # type: ignore[func-returns-value]
        raise InputError(f"{what} {twice!r} appears twice; ids must differ")


def _within(what: str, codes: Ints, low: int, high: int) -> None:
    if len(codes) and not (codes.min() >= low and codes.max() < high):
        raise InputError(f"a {what} code lies outside {low}..{high - 1}")
