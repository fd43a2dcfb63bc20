"""The ballot paper of an open round: its questions with all their texts, kept in each process.

While a round is open its questions are fixed, so that nobody's answer needs them read again. The
paper is read anew each minute all the same: a corrected name of a theme shows soon.
"""

import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from tracktwo.dialogue import Scale
from tracktwo_web.dialogues.models import Side
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.perceptions.models import Question, Round, Translation, TranslationState

Texts = Mapping[str, str]
KEPT_FOR = 60
"""Seconds after which a paper is read again."""


@dataclass(frozen=True)
class PaperSide:
    """A side as a ballot paper names it."""

    id: uuid.UUID
    code: str
    names: Texts
    position: int


@dataclass(frozen=True)
class Wording:
    """A question's text in one language, and how far it may be relied on."""

    language: str
    text: str
    state: TranslationState


@dataclass(frozen=True)
class Asked:
    """A question as it stands on the paper, at its place."""

    id: uuid.UUID
    place: int
    wordings: tuple[Wording, ...]
    theme: Texts
    about: PaperSide | None
    scale: Scale
    key: str
    """The id as a voter's list of answered questions has it."""

    @cached_property
    def texts(self) -> Texts:
        return {one.language: one.text for one in self.wordings}

    @property
    def others(self) -> tuple[Wording, ...]:
        """The wordings in languages other than the reader's."""
        return tuple(one for one in self.wordings if one.language != reader_language())

    @property
    def steps(self) -> tuple[int, ...]:
        """The ratings to choose from where they are few and whole; else a number is typed."""
        low, high = self.scale.low, self.scale.high
        is_short = low.is_integer() and high.is_integer() and self.scale.width <= 10
        return tuple(range(int(low), int(high) + 1)) if is_short else ()


@dataclass(frozen=True, eq=False)
class Paper:
    """What a round asks. `printed` keeps the pages that were made of it (see `sheet`)."""

    round_id: uuid.UUID
    dialogue_id: uuid.UUID
    number: int
    title: Texts
    k: int
    attribution: str
    is_open_consultation: bool
    asks_mirror: bool
    takes_comments: bool
    sides: tuple[PaperSide, ...]
    asked: tuple[Asked, ...]
    printed: dict[object, object] = field(default_factory=dict, repr=False)

    @cached_property
    def about(self) -> tuple[str, ...]:
        """The party that each question speaks of, by place."""
        return tuple(one.about.code if one.about else "" for one in self.asked)

    @cached_property
    def _by_id(self) -> dict[uuid.UUID, Asked]:
        return {one.id: one for one in self.asked}

    def find(self, question_id: uuid.UUID) -> Asked | None:
        return self._by_id.get(question_id)

    def side(self, side_id: uuid.UUID | None) -> PaperSide | None:
        return next((side for side in self.sides if side.id == side_id), None)

    def others(self, side_id: uuid.UUID | None) -> tuple[PaperSide, ...]:
        """The sides whose answers somebody of a side may predict."""
        return tuple(side for side in self.sides if side.id != side_id)


def paper_of(round_id: uuid.UUID) -> Paper:
    """The paper of an open round. Raises `Round.DoesNotExist`."""
    return _paper(round_id, int(time.monotonic() / KEPT_FOR))


def forget_papers() -> None:
    """Read every paper anew."""
    _paper.cache_clear()


@lru_cache(maxsize=64)
def _paper(round_id: uuid.UUID, minute: int) -> Paper:  # noqa: ARG001 -- part of the cache's key
    one = Round.objects.select_related("dialogue").get(pk=round_id)
    sides = {side.id: _side(side) for side in one.dialogue.sides.order_by("position")}
    questions = (
        one.questions.select_related("version__statement__theme")
        .prefetch_related("version__translations")
        .order_by("position", "id")
    )
    return Paper(
        round_id=one.id,
        dialogue_id=one.dialogue_id,
        number=one.number,
        title=one.title,
        k=one.dialogue.k,
        attribution=one.dialogue.attribution,
        is_open_consultation=one.dialogue.is_open,
        asks_mirror=one.asks_mirror,
        takes_comments=one.takes_comments,
        sides=tuple(sides.values()),
        asked=tuple(_asked(place, question, sides) for place, question in enumerate(questions)),
    )


def _asked(place: int, question: Question, sides: Mapping[uuid.UUID, PaperSide]) -> Asked:
    statement = question.version.statement
    return Asked(
        id=question.id,
        place=place,
        wordings=tuple(_wording(one) for one in question.version.translations.all()),
        theme=statement.theme.names if statement.theme else {},
        about=sides.get(statement.about_id) if statement.about_id else None,
        scale=Scale.parse(statement.scale),
        key=question.id.hex,
    )


def _wording(one: Translation) -> Wording:
    return Wording(one.language, one.text, TranslationState(one.state))


def _side(side: Side) -> PaperSide:
    return PaperSide(side.id, side.code, side.names, side.position)
