"""Pairs of sides: who expects what of whom, named and tabled."""

from collections.abc import Iterable

from tracktwo.analysis.result import Analysis, Perception
from tracktwo.dialogue import Scale
from tracktwo.figures.figure import Cell, Table, quote_of
from tracktwo.figures.ranking import surest
from tracktwo.figures.sides import SMALL, Side, sides_of
from tracktwo.locale import Words


def pairs_of(analysis: Analysis) -> tuple[tuple[Side, Side], ...]:
    """Every ordered pair of different sides that has a prediction, in the order of the sides."""
    known = {(one.of, one.about) for one in analysis.perceptions if one.predicted is not None}
    sides = sides_of(analysis)
    return tuple(
        (of, about) for of in sides for about in sides if of != about and (of.id, about.id) in known
    )


def pair_name(of: Side, about: Side, words: Words) -> str:
    """How a pair is written in legends and tables."""
    return words.gettext("{of} about {about}", of=of.name(words), about=about.name(words))


def expected_label(one: Perception, scale: Scale, words: Words) -> str:
    """What is expected: tenths where few predict, whole percents where many do, or a mean."""
    few = min(one.n_of or 0, one.n_about or 0) <= SMALL
    return guess_label(one.predicted, scale, words, few=few)


def guess_label(value: float | None, scale: Scale, words: Words, *, few: bool) -> str:
    """A mean of guesses, as exact as those who guess are many."""
    value = value or 0.0
    if not scale.is_vote:
        return words.number(value, 0 if few else 1)
    return in_tenths(value, words) if few else words.percent(value)


def in_tenths(share: float, words: Words) -> str:
    """A share as people say it: about 2 in 10."""
    tenths = round(share * 10)
    if tenths == 0:
        return words.gettext("fewer than 1 in 10")
    if tenths == 10:
        return words.gettext("more than 9 in 10")
    return words.gettext("about {tenths} in 10", tenths=tenths)


def actual_label(one: Perception, analysis: Analysis, scale: Scale, words: Words) -> str:
    """What is answered: people counted where they are few."""
    value, n = one.actual or 0.0, one.n_about or 0
    if not scale.is_vote:
        return words.number(value, 0 if n <= SMALL else 1)
    if n > SMALL:
        return words.percent(value)
    figures = analysis.statement(one.statement)
    own = figures.by_party.get(one.about) or figures.by_group.get(one.about)
    agree = own.agree if own and own.agree is not None else round(value * n)
    return words.gettext("{n} of {total}", n=agree, total=own.n if own and own.n else n)


def answered_label(statement: str, side: str, analysis: Analysis, words: Words) -> str:
    """What a side answers, people counted where they are few; empty where it is not shown."""
    figures = analysis.statement(statement)
    own = figures.by_party.get(side)
    if own is None or not own.n:
        return ""
    if not figures.statement.scale.is_vote:
        return words.number(own.mean or 0.0, 0 if own.n <= SMALL else 1)
    if own.n > SMALL:
        return words.percent(own.share or 0.0)
    return words.gettext("{n} of {total}", n=own.agree, total=own.n)


def perception_table(analysis: Analysis, words: Words) -> Table:
    """Every expectation, the surest misjudgement first."""
    columns = (
        words.gettext("Key"),
        words.gettext("Statement"),
        words.gettext("Who about whom"),
        words.gettext("Expected to agree"),
        words.gettext("Really agree"),
        words.gettext("What it is"),
    )
    return Table(columns, tuple(_rows(_in_order(analysis.perceptions), analysis, words)))


def kind_name(kind: str, words: Words) -> str:
    """The six classes of what two sides know of each other."""
    names = {
        "shared_known": words.gettext("shared, known"),
        "hidden_agreement": words.gettext("hidden agreement"),
        "disagreement_known": words.gettext("disagreement, known"),
        "hidden_disagreement": words.gettext("hidden disagreement"),
        "contested": words.gettext("contested inside a side"),
        "unknown": words.gettext("cannot be said"),
    }
    return names[kind]


def _in_order(perceptions: Iterable[Perception]) -> list[Perception]:
    return sorted(perceptions, key=lambda one: (not one.misperceived, surest(one)))


def _rows(
    perceptions: list[Perception], analysis: Analysis, words: Words
) -> Iterable[tuple[Cell, ...]]:
    sides = {side.id: side for side in sides_of(analysis)}
    for one in perceptions:
        if one.of in sides and one.about in sides:
            yield _row(one, sides, analysis, words)


def _row(
    one: Perception, sides: dict[str, Side], analysis: Analysis, words: Words
) -> tuple[Cell, ...]:
    statement = analysis.statement(one.statement).statement
    quote = quote_of(statement, words.language)
    shown = one.predicted is not None and one.actual is not None
    few = words.gettext("too few to show")
    return (
        quote.key,
        quote,
        pair_name(sides[one.of], sides[one.about], words),
        expected_label(one, statement.scale, words) if shown else few,
        actual_label(one, analysis, statement.scale, words) if shown else few,
        _verdict(one, words),
    )


def _verdict(one: Perception, words: Words) -> str:
    kind = "" if one.of == one.about else kind_name(one.kind, words)
    if not one.misperceived:
        return kind
    if (one.error or 0.0) < 0:
        return words.names(filter(None, (words.gettext("underestimated"), kind)))
    return words.names(filter(None, (words.gettext("overestimated"), kind)))
