"""How united each side is, in words."""

from collections.abc import Callable

from tracktwo.analysis.result import Analysis, Cohesion
from tracktwo.figures.cohesion import is_divided, is_united, sides_with_cohesion
from tracktwo.figures.figure import quote_of
from tracktwo.figures.labels import full_phrase
from tracktwo.figures.sides import Side, standing
from tracktwo.locale import Words
from tracktwo.reports.topic import Finding, Topic

MOST_COHESION = 2


def cohesion(analysis: Analysis, words: Words) -> Topic:
    sides = sides_with_cohesion(analysis)
    listed = [
        finding
        for turn in range(MOST_COHESION if len(sides) <= 2 else 1)
        for side in (sides[turn % len(sides) :] + sides[: turn % len(sides)] if sides else ())
        for finding in _cohesion_of(side, turn, analysis, words)
    ]
    if not listed:
        listed.append(
            Finding(
                words.gettext("The answers are too few to say on what a side is united or divided.")
            )
        )
    return Topic("cohesion", words.gettext("How united each side is"), tuple(listed))


def _cohesion_of(side: Side, place: int, analysis: Analysis, words: Words) -> list[Finding]:
    """The side's most united statement at this place of the order, and its most divided one."""
    own = [one for one in analysis.cohesion if one.party == side.id]
    united = sorted((one for one in own if is_united(one)), key=lambda one: -one.low)
    divided = sorted((one for one in own if is_divided(one)), key=lambda one: one.high)
    return [
        *(_told(one, side, analysis, words, _united_sentence) for one in united[place : place + 1]),
        *(
            _told(one, side, analysis, words, _divided_sentence)
            for one in divided[place : place + 1]
        ),
    ]


def _told(
    one: Cohesion, side: Side, analysis: Analysis, words: Words, tell: Callable[[str, Words], str]
) -> Finding:
    figures = analysis.statement(one.statement)
    stood = standing(figures, side, analysis.settings.level)
    answers = full_phrase(stood, words) if stood else side.name(words)
    return Finding(tell(answers, words), quote_of(figures.statement, words.language))


def _united_sentence(answers: str, words: Words) -> str:
    return words.gettext("Clearly united. {answers}.", answers=answers)


def _divided_sentence(answers: str, words: Words) -> str:
    return words.gettext("Clearly divided. {answers}.", answers=answers)
