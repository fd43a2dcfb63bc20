"""Reading what was entered on a question's card.

By hand: a Django form costs more than recording the answer, and a card has four kinds of fields.
"""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy as _

from tracktwo.dialogue import Scale
from tracktwo_web.perceptions.domain.cast import (
    InvalidAnswer,
    NotASide,
    NotOnScale,
    OutOfRange,
    Said,
)
from tracktwo_web.perceptions.paper import Asked, Paper, PaperSide
from tracktwo_web.perceptions.voter import Voter

GUESS, MIRROR = "guess", "mirror"


class NoAnswer(InvalidAnswer):
    """Nothing was chosen."""


class NotANumber(InvalidAnswer):
    """Something else than a number was entered for a prediction."""


WORDS = {
    NoAnswer: _("Choose an answer, or skip this statement for now."),
    NotOnScale: _("Choose one of the answers that are offered."),
    NotANumber: _("Write a number where you say what you expect, or leave the field empty."),
    OutOfRange: _("What you expect lies beyond what is possible here."),
    NotASide: _("Say what you expect of another side, not of your own."),
}
"""What the page says to each mistake."""


def read(posted: Mapping[str, str], question: Asked, voter: Voter, paper: Paper) -> Said:
    """The answer and predictions that were entered. Raises `InvalidAnswer`."""
    value = posted.get("vote", "").strip()
    if not value:
        raise NoAnswer
    others = paper.others(voter.side)
    mirrors = others if paper.asks_mirror and voter.side else ()
    return Said(
        _number(value, NotOnScale),
        _guesses(posted, GUESS, others, question.scale),
        _guesses(posted, MIRROR, mirrors, question.scale),
    )


def _guesses(
    posted: Mapping[str, str], kind: str, sides: Iterable[PaperSide], scale: Scale
) -> dict[str, float]:
    """Predictions by side's code, those left empty left out. Shares are entered in percent."""
    unit = 100 if scale.is_vote else 1
    entered = ((side.code, posted.get(f"{kind}-{side.code}", "").strip()) for side in sides)
    return {code: _number(text, NotANumber) / unit for code, text in entered if text}


def _number(text: str, otherwise: type[InvalidAnswer]) -> float:
    """A number, with a comma or a point."""
    try:
        return float(text.replace(",", "."))
    except ValueError:
        raise otherwise from None
