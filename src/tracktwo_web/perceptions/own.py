"""What a ballot says already, for the one person who can derive its key."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracktwo_web.dialogues.secrets import Root
from tracktwo_web.perceptions.ballot_form import GUESS, MIRROR
from tracktwo_web.perceptions.card import NOTHING, Entered, plain
from tracktwo_web.perceptions.domain.comment import own_comment
from tracktwo_web.perceptions.models import Answer
from tracktwo_web.perceptions.order import order_of
from tracktwo_web.perceptions.paper import Asked, Paper, PaperSide
from tracktwo_web.perceptions.voter import Voter


@dataclass(frozen=True)
class Prediction:
    """What somebody expects of a side: a share of agreement, or a mean rating."""

    side: PaperSide
    value: float


@dataclass(frozen=True)
class OwnAnswer:
    """A question with one's own answer, if there is one."""

    question: Asked
    value: float | None = None
    expected: tuple[Prediction, ...] = ()
    mirrored: tuple[Prediction, ...] = ()


def own_answers(root: Root, paper: Paper) -> list[OwnAnswer]:
    """All questions in this ballot's order, with what it says to each."""
    ballot = root.ballot(paper.round_id)
    found = Answer.objects.filter(ballot=ballot, question__round=paper.round_id)
    by_question = {one.question_id: one for one in found}
    asked = [paper.asked[place] for place in order_of(paper.about, ballot)]
    return [_own(question, by_question.get(question.id), paper) for question in asked]


def entered_before(voter: Voter, paper: Paper, question: Asked) -> Entered:
    """The card as it was filled in when the question was answered."""
    found = Answer.objects.filter(ballot=voter.ballot, question=question.id).first()
    if found is None:
        return NOTHING
    unit = 100 if question.scale.is_vote else 1
    guesses = _fields(GUESS, found.expected, unit) | _fields(MIRROR, found.mirrored, unit)
    said = own_comment(voter.sitting.root, question.id) if paper.takes_comments else ""
    return Entered(plain(found.value), guesses, said)


def _own(question: Asked, answer: Answer | None, paper: Paper) -> OwnAnswer:
    if answer is None:
        return OwnAnswer(question)
    return OwnAnswer(
        question,
        answer.value,
        _predictions(answer.expected, paper),
        _predictions(answer.mirrored, paper),
    )


def _predictions(by_code: Mapping[str, float], paper: Paper) -> tuple[Prediction, ...]:
    return tuple(
        Prediction(side, by_code[side.code]) for side in paper.sides if side.code in by_code
    )


def _fields(kind: str, by_code: Mapping[str, float], unit: int) -> dict[str, str]:
    return {f"{kind}-{code}": plain(value * unit) for code, value in by_code.items()}
