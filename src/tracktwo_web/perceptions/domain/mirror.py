"""The joint reading: what the sides, having read the results, say a perception is.

A side's word stays with that side until every side has spoken; then all are shown at once. Nobody
speaks second, so that nobody's word is an answer to another's. The class is joint where all sides
say the same; until then the statement is still open, and each side may change its word.
"""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db import transaction

from tracktwo_web.dialogues.models import Side
from tracktwo_web.events.publish import publish
from tracktwo_web.kit.locks import be_alone
from tracktwo_web.perceptions.models import Clarification, Class, Classification, Question, Round
from tracktwo_web.rounds.states import NotNow, RoundState


@dataclass(frozen=True)
class Bar:
    """What a side answered, in words, and as a share of a bar's width where there is one."""

    side: Side
    text: str
    share: float | None = None

    @property
    def width(self) -> str:
        """The bar's width as SVG takes it; nothing where there is no bar."""
        return "" if self.share is None else f"{100 * self.share:.0f}%"


@dataclass(frozen=True)
class Figures:
    """The released figures about a statement, as pages of other apps show them too."""

    bars: tuple[Bar, ...] = ()
    sentences: tuple[str, ...] = ()


FIGURES: list[Callable[[Round, Sequence[Side]], Mapping[uuid.UUID, Figures]]] = []
"""Where the released figures of a round's questions come from: an app above this one adds itself."""


@dataclass(frozen=True)
class Reading:
    """A question, and what the sides have said about it so far. Pages ask `words_for`."""

    question: Question
    sides: tuple[Side, ...]
    said: Mapping[uuid.UUID, Class]
    clarification: Clarification | None = None

    @property
    def is_revealed(self) -> bool:
        """Whether every side has spoken."""
        return all(side.id in self.said for side in self.sides)

    @cached_property
    def joint(self) -> Class | None:
        """What all sides say alike; None while the statement is still open."""
        words = set(self.said.values())
        return words.pop() if self.is_revealed and len(words) == 1 else None

    @property
    def is_open(self) -> bool:
        return self.joint is None

    def words_for(self, reader: Side | None) -> list[tuple[Side, Class | None, bool]]:
        """Each side, its word as far as the reader may know it, and whether it has spoken."""
        return [(side, self.word_for(side, reader), side.id in self.said) for side in self.sides]

    def word_for(self, side: Side, reader: Side | None) -> Class | None:
        """A side's word: its own people know it, all others once every side has spoken."""
        return self.said.get(side.id) if self.is_revealed or side == reader else None


def readings_of(one: Round, sides: Sequence[Side]) -> list[Reading]:
    """The questions of a released round, in the order of the plan, with what was said about each."""
    questions = (
        one.questions.select_related("version__statement__about", "version__statement__theme")
        .prefetch_related("version__translations", "classifications", "clarifications__side")
        .order_by("position")
    )
    return [_reading(question, sides) for question in questions]


def find_reading(one: Round, question_id: uuid.UUID, sides: Sequence[Side]) -> Reading | None:
    """One question of a round with what was said about it."""
    return next((each for each in readings_of(one, sides) if each.question.id == question_id), None)


def _reading(question: Question, sides: Sequence[Side]) -> Reading:
    said = {one.side_id: Class(one.verdict) for one in question.classifications.all()}
    clarified = next(iter(question.clarifications.all()), None)
    return Reading(question, tuple(sides), said, clarified)


@transaction.atomic
def classify(question: Question, side: Side, word: Class) -> bool:
    """Say for a side what a perception is. True where every side has now spoken."""
    _require_released(question)
    Classification.objects.update_or_create(
        question=question, side=side, defaults={"verdict": word}
    )
    spoken = Classification.objects.filter(question=question).count()
    is_revealed = spoken == Side.objects.filter(dialogue=question.round.dialogue_id).count()
    if is_revealed:
        publish(question.round.dialogue_id, "mirror")
    return is_revealed


@transaction.atomic
def clarify(question: Question, side: Side, language: str, text: str) -> None:
    """Tell the others what the side that a statement is about wants them to know; "" takes it back."""
    _require_released(question)
    if question.version.statement.about_id != side.id:
        raise NotNow("the statement is about another side")
    if text:
        Clarification.objects.update_or_create(
            question=question, side=side, defaults={"language": language, "text": text}
        )
    else:
        Clarification.objects.filter(question=question, side=side).delete()
    publish(question.round.dialogue_id, "mirror")


def _require_released(question: Question) -> None:
    """A row about one side's head, written while a round is open, could be laid beside ballots."""
    dialogue_id = question.round.dialogue_id
    be_alone(dialogue_id)
    rounds = Round.objects.filter(dialogue=dialogue_id)
    if rounds.filter(state=RoundState.OPEN).exists():
        raise NotNow("a round is open")
    if not rounds.filter(pk=question.round_id, state=RoundState.RELEASED).exists():
        raise NotNow("the round is not released")


def figures_of(one: Round, sides: Sequence[Side]) -> Mapping[uuid.UUID, Figures]:
    """The released figures by question, from whoever has them."""
    return {key: told for source in FIGURES for key, told in source(one, sides).items()}
