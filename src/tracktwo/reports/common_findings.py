"""What is shared and what truly divides, in words."""

from collections.abc import Sequence

from tracktwo.analysis.result import Analysis
from tracktwo.figures.figure import quote_of
from tracktwo.figures.labels import answers_phrase, full_phrase
from tracktwo.figures.ranking import Common, Division, common_ground, divisions
from tracktwo.figures.sides import Standing, sides_of
from tracktwo.locale import Words
from tracktwo.reports.topic import Finding, Topic, more_of_them


def shared(analysis: Analysis, words: Words, most: int) -> Topic:
    found = common_ground(analysis)
    firm = [one for one in found if one.firm]
    apparent = sum(one.apparent for one in found if not one.firm)
    listed = [_shared_finding(one, turn, words) for turn, one in enumerate(firm[:most])]
    alone = len(sides_of(analysis)) == 1
    if not firm:
        listed.append(Finding(_nothing_shared(found, words, alone=alone)))
    if apparent:
        listed.append(Finding(_apparently_shared(apparent, words, alone=alone)))
    return Topic(
        "shared",
        words.gettext("What is shared"),
        tuple(listed),
        more_of_them(len(firm) - most, words),
    )


def _shared_finding(one: Common, turn: int, words: Words) -> Finding:
    against = one.direction < 0
    answers = _answers(one.standings, turn, words, against=against)
    tell = _shared_votes if one.figures.statement.scale.is_vote else _shared_ratings
    if len(one.standings) == 1:
        tell = _held_votes if one.figures.statement.scale.is_vote else _held_ratings
    return Finding(
        tell(answers, words, against=against), quote_of(one.figures.statement, words.language)
    )


def _held_votes(answers: str, words: Words, *, against: bool) -> str:
    """Where there is one side only: everybody."""
    if against:
        return words.gettext("A majority disagrees. {answers}.", answers=answers)
    return words.gettext("A majority agrees. {answers}.", answers=answers)


def _held_ratings(answers: str, words: Words, *, against: bool) -> str:
    if against:
        return words.gettext(
            "The mean lies clearly below the middle of the scale. {answers}.", answers=answers
        )
    return words.gettext(
        "The mean lies clearly above the middle of the scale. {answers}.", answers=answers
    )


def _shared_votes(answers: str, words: Words, *, against: bool) -> str:
    if against:
        return words.gettext("A majority on every side disagrees. {answers}.", answers=answers)
    return words.gettext("A majority on every side agrees. {answers}.", answers=answers)


def _shared_ratings(answers: str, words: Words, *, against: bool) -> str:
    if against:
        return words.gettext(
            "On every side the mean lies clearly below the middle of the scale. {answers}.",
            answers=answers,
        )
    return words.gettext(
        "On every side the mean lies clearly above the middle of the scale. {answers}.",
        answers=answers,
    )


def _answers(stood: Sequence[Standing], turn: int, words: Words, *, against: bool = False) -> str:
    start = turn % len(stood)
    in_turn = [*stood[start:], *stood[:start]]
    return words.phrases(answers_phrase(one, words, against=against) for one in in_turn)


def _nothing_shared(found: Sequence[Common], words: Words, *, alone: bool) -> str:
    if alone:
        return words.gettext("On no statement do the answers suffice to speak of a majority.")
    if not found:
        return words.gettext("Too few people answered on every side to say what is shared.")
    return words.gettext(
        "On no statement do the answers suffice to say that a majority on every side agrees, or that one on every side disagrees."
    )


def _apparently_shared(n: int, words: Words, *, alone: bool) -> str:
    if alone:
        return words.ngettext(
            "On {n} further statement most of those who answered go one way, but the answers are too few to be sure of it.",
            "On {n} further statements most of those who answered go one way, but the answers are too few to be sure of it.",
            n,
        )
    return words.ngettext(
        "On {n} further statement the majorities of those who answered go the same way on every side, but the answers are too few to be sure of it.",
        "On {n} further statements the majorities of those who answered go the same way on every side, but the answers are too few to be sure of it.",
        n,
    )


def divided(analysis: Analysis, words: Words, most: int) -> Topic | None:
    if len(sides_of(analysis)) == 1:
        return None
    found = divisions(analysis)
    real = [one for one in found if one.real]
    listed = [_division_finding(one, turn, words) for turn, one in enumerate(real[:most])]
    if not real:
        listed.append(Finding(_nothing_divides(found, words)))
    return Topic(
        "divided",
        words.gettext("What truly divides"),
        tuple(listed),
        more_of_them(len(real) - most, words),
    )


def _division_finding(one: Division, turn: int, words: Words) -> Finding:
    start = turn % len(one.standings)
    in_turn = [*one.standings[start:], *one.standings[:start]]
    answers = words.phrases(full_phrase(stood, words) for stood in in_turn)
    tell = _divided_votes if one.figures.statement.scale.is_vote else _divided_ratings
    return Finding(
        tell(answers, words, opposed=one.opposed), quote_of(one.figures.statement, words.language)
    )


def _divided_votes(answers: str, words: Words, *, opposed: bool) -> str:
    if opposed:
        return words.gettext("The majorities are opposed. {answers}.", answers=answers)
    return words.gettext(
        "The sides differ clearly, though not in opposite majorities. {answers}.", answers=answers
    )


def _divided_ratings(answers: str, words: Words, *, opposed: bool) -> str:
    if opposed:
        return words.gettext(
            "The means lie on opposite sides of the middle. {answers}.", answers=answers
        )
    return words.gettext(
        "The means differ clearly, though on the same side of the middle. {answers}.",
        answers=answers,
    )


def _nothing_divides(found: Sequence[Division], words: Words) -> str:
    if not found:
        return words.gettext("There are not two sides with enough answers to compare.")
    return words.gettext(
        "On no statement do the answers suffice to say that the sides differ by more than a little."
    )
