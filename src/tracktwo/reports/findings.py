"""The findings in words: what a head of delegation with four minutes reads.

Each finding is a complete sentence, beside the statement it is about. Nothing is claimed that an
interval does not carry; where nothing can be claimed, a sentence says so. The order of sides
alternates from one finding to the next, and no side gets a score.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tracktwo.analysis.result import Analysis, Cohesion, Pair, Perception
from tracktwo.figures.cohesion import is_divided, is_united, sides_with_cohesion
from tracktwo.figures.figure import Quote, quote_of
from tracktwo.figures.labels import answers_phrase, full_phrase
from tracktwo.figures.pairs import actual_label, expected_label
from tracktwo.figures.ranking import (
    Common,
    Division,
    common_ground,
    divisions,
    misjudgements,
    self_misjudgements,
)
from tracktwo.figures.sides import Side, Standing, sides_of, standing
from tracktwo.locale import Words

MOST = 5
MOST_SELF, MOST_COHESION = 2, 2


@dataclass(frozen=True)
class Finding:
    """A sentence and the statement it is about (None: about the dialogue as a whole)."""

    sentence: str
    quote: Quote | None = None


@dataclass(frozen=True)
class Topic:
    """A heading, its findings strongest first, and how many more there are than are listed."""

    key: str
    title: str
    findings: tuple[Finding, ...]
    more: str = ""


@dataclass(frozen=True)
class Findings:
    """What is shared, what truly divides, where a side misjudges another, how united each is.

    `divided` is None where there is one side only, `misjudged` where nobody was asked what others
    would answer.
    """

    shared: Topic
    divided: Topic | None
    misjudged: Topic | None
    cohesion: Topic

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The topics in the order they are read."""
        four = (self.shared, self.divided, self.misjudged, self.cohesion)
        return tuple(topic for topic in four if topic)


def findings(analysis: Analysis, words: Words, *, most: int = MOST) -> Findings:
    """What an analysis found, in words; at most `most` findings a topic, the surest first."""
    return Findings(
        _shared(analysis, words, most),
        _divided(analysis, words, most),
        _misjudged(analysis, words, most),
        _cohesion(analysis, words),
    )


def _shared(analysis: Analysis, words: Words, most: int) -> Topic:
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
        "shared", words.gettext("What is shared"), tuple(listed), _more(len(firm) - most, words)
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


def _divided(analysis: Analysis, words: Words, most: int) -> Topic | None:
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
        _more(len(real) - most, words),
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


def _misjudged(analysis: Analysis, words: Words, most: int) -> Topic | None:
    others, own = misjudgements(analysis), self_misjudgements(analysis)
    if not any(one.of != one.about and one.predicted is not None for one in analysis.perceptions):
        return _misjudged_by_itself(own, analysis, words, most) or _unseen(analysis, words)
    listed = [_misjudgement(one, analysis, words) for one in others[:most]]
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
        _more(len(others) - most, words),
    )


def _misjudged_by_itself(
    own: tuple[Perception, ...], analysis: Analysis, words: Words, most: int
) -> Topic | None:
    """Where nobody was asked about another side, what people expect of their own."""
    if not own:
        return None
    listed = tuple(_self_misjudgement(one, analysis, words) for one in own[:most])
    title = words.gettext("Where people misjudge their own side")
    return Topic("misjudged", title, listed, _more(len(own) - most, words))


def _unseen(analysis: Analysis, words: Words) -> Topic | None:
    """Predictions were made but every figure rests on too few people: say so rather than nothing."""
    if not any(one.of != one.about for one in analysis.perceptions):
        return None
    sentence = words.gettext(
        "Too few people said what they expect of another side to say anything about it."
    )
    return Topic("misjudged", words.gettext("Where a side misjudges another"), (Finding(sentence),))


def _misjudgement(one: Perception, analysis: Analysis, words: Words) -> Finding:
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


def _cohesion(analysis: Analysis, words: Words) -> Topic:
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


def _more(n: int, words: Words) -> str:
    if n <= 0:
        return ""
    return words.ngettext(
        "{n} more finding of this kind is in the tables.",
        "{n} more findings of this kind are in the tables.",
        n,
    )
