"""What sides believe is expected of them, against what is, in words."""

from collections.abc import Mapping, Sequence

from tracktwo.analysis.result import Analysis, MetaPair, MetaPerception
from tracktwo.figures.beliefs import believed_label, expected_of_label, misbeliefs, seen_name
from tracktwo.figures.figure import Table, quote_of
from tracktwo.figures.pairs import answered_label
from tracktwo.figures.sides import Side, sides_of
from tracktwo.locale import Words
from tracktwo.reports.topic import Finding, Topic, more_of_them


def believed(analysis: Analysis, words: Words, most: int) -> Topic | None:
    """None where nobody was asked what others expect of them."""
    if not analysis.meta_perceptions:
        return None
    claims = misbeliefs(analysis)
    told = (excess_sentence(pair, analysis, words) for pair in analysis.meta_pairs)
    listed = [Finding(sentence) for sentence in told if sentence]
    listed += [_misbelief(one, analysis, words) for one in claims[:most]]
    if not claims:
        listed.append(Finding(_nothing_claimed(analysis, words)))
    return Topic(
        "believed",
        words.gettext("What sides think is expected of them"),
        tuple(listed),
        more_of_them(len(claims) - most, words),
    )


def excess_sentence(pair: MetaPair, analysis: Analysis, words: Words) -> str:
    """Whether a side thinks it is misread more or less than it is; empty where that is not sure."""
    if pair.excess_low is None or pair.excess_high is None:
        return ""
    names = {side.id: side.name(words) for side in sides_of(analysis)}
    values = {
        "of": names[pair.of],
        "by": names[pair.expected_by],
        "n": words.number(pair.statements),
        "felt": _in_fives(pair.felt, words),
        "real": _in_fives(pair.real, words),
    }
    if pair.excess_low > 0:
        return words.gettext(
            "Over {n} statements, {of} think that {by} misread them more than {by} do: by about {felt} points of a hundred, in fact by about {real}.",
            **values,
        )
    if pair.excess_high < 0:
        return words.gettext(
            "Over {n} statements, {of} think that {by} misread them less than {by} do: by about {felt} points of a hundred, in fact by about {real}.",
            **values,
        )
    return ""


def misread_table(pairs: Sequence[MetaPair], analysis: Analysis, words: Words) -> Table:
    """How far off each side thinks another's picture of it is, and how far off it is."""
    sides = {side.id: side for side in sides_of(analysis)}
    columns = (
        words.gettext("Who, as seen by whom"),
        words.gettext("Thinks it is misread by"),
        words.gettext("Is misread by"),
        words.gettext("Difference"),
    )
    return Table(columns, tuple(_misread_row(pair, sides, words) for pair in pairs))


def _misread_row(pair: MetaPair, sides: Mapping[str, Side], words: Words) -> tuple[str, ...]:
    return (
        seen_name(sides[pair.of], sides[pair.expected_by], words),
        words.number(100 * (pair.felt or 0.0)),
        words.number(100 * (pair.real or 0.0)),
        _difference(pair, words),
    )


def _difference(pair: MetaPair, words: Words) -> str:
    if pair.excess is None or pair.excess_low is None or pair.excess_high is None:
        return words.gettext("cannot be said")
    return words.gettext(
        "{value} ({low} to {high})",
        value=words.signed(100 * pair.excess),
        low=words.signed(100 * pair.excess_low),
        high=words.signed(100 * pair.excess_high),
    )


def _in_fives(share: float | None, words: Words) -> str:
    """A distance in points of a hundred, as people say it."""
    return words.number(5 * round(20 * (share or 0.0)))


def _misbelief(one: MetaPerception, analysis: Analysis, words: Words) -> Finding:
    statement = analysis.statement(one.statement).statement
    names = {side.id: side.name(words) for side in sides_of(analysis)}
    values = {
        "of": names[one.of],
        "by": names[one.expected_by],
        "believed": believed_label(one, statement.scale, words),
        "expected": expected_of_label(one, statement.scale, words),
        "actual": answered_label(one.statement, one.of, analysis, words),
    }
    tell = _votes if statement.scale.is_vote else _ratings
    return Finding(tell(values, words), quote_of(statement, words.language))


def _votes(values: dict[str, str], words: Words) -> str:
    if not values["actual"]:
        return words.gettext(
            "{of} thought that {by} expect {believed} of them to agree; {by} expect {expected}.",
            **values,
        )
    return words.gettext(
        "{of} thought that {by} expect {believed} of them to agree; {by} expect {expected}, and {actual} do.",
        **values,
    )


def _ratings(values: dict[str, str], words: Words) -> str:
    if not values["actual"]:
        return words.gettext(
            "{of} thought that {by} expect a mean of {believed} from them; {by} expect {expected}.",
            **values,
        )
    return words.gettext(
        "{of} thought that {by} expect a mean of {believed} from them; {by} expect {expected}, and it is {actual}.",
        **values,
    )


def _nothing_claimed(analysis: Analysis, words: Words) -> str:
    if all(one.believed is None for one in analysis.meta_perceptions):
        return words.gettext(
            "Too few people said what they think another side expects of theirs to say anything about it."
        )
    return words.gettext(
        "On no single statement can it be claimed that a side is wrong about what another expects of it: the differences lie within what chance and small numbers explain."
    )
