"""Where a side misjudges another, or its own, in words."""

from tracktwo.analysis.result import Analysis, Pair, Perception
from tracktwo.figures.figure import quote_of
from tracktwo.figures.pairs import actual_label, expected_label
from tracktwo.figures.ranking import misjudgements, self_misjudgements
from tracktwo.figures.sides import sides_of
from tracktwo.locale import Words
from tracktwo.reports.topic import Finding, Topic, more_of_them

MOST_SELF = 2


def misjudged(analysis: Analysis, words: Words, most: int) -> Topic | None:
    others, own = misjudgements(analysis), self_misjudgements(analysis)
    if not any(one.of != one.about and one.predicted is not None for one in analysis.perceptions):
        return _misjudged_by_itself(own, analysis, words, most) or _unseen(analysis, words)
    listed = [misjudgement(one, analysis, words) for one in others[:most]]
    if not others:
        listed.append(
            Finding(
                words.gettext(
                    "No misjudgement can be claimed: what sides expected of each other lies within what chance and small numbers explain, or is unknown."
                )
            )
        )
    listed += [_self_misjudgement(one, analysis, words) for one in own[:MOST_SELF]]
    listed += [
        Finding(sentence)
        for pair in analysis.pairs
        if (sentence := _tendency(pair, analysis, words))
    ]
    return Topic(
        "misjudged",
        words.gettext("Where a side misjudges another"),
        tuple(listed),
        more_of_them(len(others) - most, words),
    )


def _misjudged_by_itself(
    own: tuple[Perception, ...], analysis: Analysis, words: Words, most: int
) -> Topic | None:
    """Where nobody was asked about another side, what people expect of their own."""
    if not own:
        return None
    listed = tuple(_self_misjudgement(one, analysis, words) for one in own[:most])
    title = words.gettext("Where people misjudge their own side")
    return Topic("misjudged", title, listed, more_of_them(len(own) - most, words))


def _unseen(analysis: Analysis, words: Words) -> Topic | None:
    """Predictions were made but every figure rests on too few people: say so rather than nothing."""
    if not any(one.of != one.about for one in analysis.perceptions):
        return None
    sentence = words.gettext(
        "Too few people said what they expect of another side to say anything about it."
    )
    return Topic("misjudged", words.gettext("Where a side misjudges another"), (Finding(sentence),))


def misjudgement(one: Perception, analysis: Analysis, words: Words) -> Finding:
    statement = analysis.statement(one.statement).statement
    values = _perceived(one, analysis, words)
    if not statement.scale.is_vote:
        sentence = words.gettext(
            "{of} expected a mean of {expected} from {about}; it is {actual}.", **values
        )
    elif one.kind == "hidden_agreement":
        sentence = words.gettext(
            "A hidden agreement: {of} expected {expected} to agree among {about}; in fact {actual} do.",
            **values,
        )
    elif one.kind == "hidden_disagreement":
        sentence = words.gettext(
            "A hidden disagreement: {of} expected {expected} to agree among {about}; in fact {actual} do.",
            **values,
        )
    else:
        sentence = words.gettext(
            "{of} expected {expected} to agree among {about}; in fact {actual} do.", **values
        )
    return Finding(sentence, quote_of(statement, words.language))


def _self_misjudgement(one: Perception, analysis: Analysis, words: Words) -> Finding:
    statement = analysis.statement(one.statement).statement
    values = _perceived(one, analysis, words)
    sentence = (
        words.gettext(
            "{of} expected {expected} of their own side to agree; in fact {actual} do.", **values
        )
        if statement.scale.is_vote
        else words.gettext(
            "{of} expected a mean of {expected} from their own side; it is {actual}.", **values
        )
    )
    return Finding(sentence, quote_of(statement, words.language))


def _perceived(one: Perception, analysis: Analysis, words: Words) -> dict[str, str]:
    sides = {side.id: side.name(words) for side in sides_of(analysis)}
    scale = analysis.statement(one.statement).statement.scale
    return {
        "of": sides.get(one.of, one.of),
        "about": sides.get(one.about, one.about),
        "expected": expected_label(one, scale, words),
        "actual": actual_label(one, analysis, scale, words),
    }


def _tendency(pair: Pair, analysis: Analysis, words: Words) -> str:
    """What a side gets wrong on the whole, only where the interval says which way."""
    sides = {side.id: side.name(words) for side in sides_of(analysis)}
    values = {
        "of": sides.get(pair.of, pair.of),
        "about": sides.get(pair.about, pair.about),
        "n": words.number(pair.statements),
    }
    if pair.bias_low is not None and pair.bias_low > 0:
        return words.gettext(
            "Over {n} statements, the answers of {about} are nearer to those of {of} than {of} expected.",
            **values,
        )
    if pair.bias_high is not None and pair.bias_high < 0:
        return words.gettext(
            "Over {n} statements, the answers of {about} are further from those of {of} than {of} expected.",
            **values,
        )
    return ""
