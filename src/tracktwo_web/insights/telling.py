"""Released figures in sentences: what a side answered, and what another expected of it."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from tracktwo.dialogue import Scale
from tracktwo.locale import translator
from tracktwo_web.dialogues.models import Side
from tracktwo_web.insights.document import Belief, Expectation, SideAnswer, Told, told_of
from tracktwo_web.insights.domain.snapshot import statement_id
from tracktwo_web.insights.queries import result_of
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.perceptions.domain.mirror import Bar, Figures
from tracktwo_web.perceptions.models import Round

COUNTED = 40
"""Up to so many answers people are counted; beyond, shares are written."""


def figures_of_round(one: Round, sides: Sequence[Side]) -> Mapping[uuid.UUID, Figures]:
    """The figures of a round's questions by question, as the joint reading shows them."""
    result = result_of(one)
    if result is None or not result.is_done:
        return {}
    told = {each.id: each for each in told_of(result)}
    questions = one.questions.select_related("version__statement")
    found = ((question.id, told.get(statement_id(question.version))) for question in questions)
    return {key: figures_of(each, sides) for key, each in found if each}


def figures_of(told: Told, sides: Sequence[Side]) -> Figures:
    """A statement's figures: a bar for each side, a sentence for each expectation and belief."""
    return Figures(
        bars=tuple(bar_of(told, side) for side in sides),
        sentences=(*expected_sentences(told, sides), *believed_sentences(told, sides)),
    )


def bar_of(told: Told, side: Side) -> Bar:
    answer = told.answers.get(side.code)
    if answer is None or answer.value is None:
        return Bar(side, gettext("not shown"))
    return Bar(side, answer_sentence(told.scale, answer), _on_unit(told.scale, answer.value))


def answer_sentence(scale: Scale, answer: SideAnswer) -> str:
    """What a side answered, people counted where they are few."""
    words = translator(reader_language())
    if not scale.is_vote:
        return gettext("mean %(mean)s of %(n)s answers") % {
            "mean": words.number(answer.value or 0, 1),
            "n": words.number(answer.n or 0),
        }
    if (answer.n or 0) > COUNTED:
        share = words.percent(answer.value or 0)
        return gettext("%(share)s of %(n)s agree") % {
            "share": share,
            "n": words.number(answer.n or 0),
        }
    return gettext("%(agree)s of %(n)s agree, %(disagree)s disagree") % {
        "agree": answer.agree,
        "n": answer.n,
        "disagree": answer.disagree,
    }


def expected_sentences(told: Told, sides: Iterable[Side]) -> list[str]:
    """What each side expects of each other, where it may be shown."""
    names = {side.code: str(side) for side in sides}
    order = list(names)
    shown = [one for one in told.expectations if one.predicted is not None and one.of in names]
    ranked = sorted(shown, key=lambda one: (order.index(one.of), order.index(one.about)))
    return [_expected(told.scale, one, names) for one in ranked]


def _expected(scale: Scale, one: Expectation, names: Mapping[str, str]) -> str:
    return _sentence(scale, is_claimed=one.is_misperceived) % {
        "side": names[one.of],
        "other": names[one.about],
        "expected": in_words(scale, one.predicted),
        "actual": in_words(scale, one.actual),
    }


def _sentence(scale: Scale, *, is_claimed: bool) -> str:
    if scale.is_vote and is_claimed:
        return gettext(
            "%(side)s: expected %(expected)s of %(other)s to agree; %(actual)s do. More than chance explains."
        )
    if scale.is_vote:
        return gettext("%(side)s: expected %(expected)s of %(other)s to agree; %(actual)s do.")
    if is_claimed:
        return gettext(
            "%(side)s: expected a mean of %(expected)s from %(other)s; it is %(actual)s. More than chance explains."
        )
    return gettext("%(side)s: expected a mean of %(expected)s from %(other)s; it is %(actual)s.")


def believed_sentences(told: Told, sides: Iterable[Side]) -> list[str]:
    """What each side believes that each other expects of it, where it may be shown."""
    names = {side.code: str(side) for side in sides}
    order = list(names)
    shown = [one for one in told.beliefs if one.believed is not None and one.of in names]
    ranked = sorted(shown, key=lambda one: (order.index(one.of), order.index(one.expected_by)))
    return [_believed(told.scale, one, names) for one in ranked]


def _believed(scale: Scale, one: Belief, names: Mapping[str, str]) -> str:
    return _belief_sentence(scale, is_claimed=one.is_misperceived) % {
        "side": names[one.of],
        "other": names[one.expected_by],
        "believed": in_words(scale, one.believed),
        "expected": in_words(scale, one.expected),
    }


def _belief_sentence(scale: Scale, *, is_claimed: bool) -> str:
    if scale.is_vote and is_claimed:
        return gettext(
            "%(side)s: thought that %(other)s expect %(believed)s of them to agree; %(other)s expect %(expected)s. More than chance explains."
        )
    if scale.is_vote:
        return gettext(
            "%(side)s: thought that %(other)s expect %(believed)s of them to agree; %(other)s expect %(expected)s."
        )
    if is_claimed:
        return gettext(
            "%(side)s: thought that %(other)s expect a mean of %(believed)s from them; %(other)s expect %(expected)s. More than chance explains."
        )
    return gettext(
        "%(side)s: thought that %(other)s expect a mean of %(believed)s from them; %(other)s expect %(expected)s."
    )


def in_words(scale: Scale, value: float | None) -> str:
    """A share as percents, a mean rating with one decimal."""
    words = translator(reader_language())
    if value is None:
        return ""
    return words.percent(value) if scale.is_vote else words.number(value, 1)


def _on_unit(scale: Scale, value: float) -> float:
    return value if scale.is_vote else (value - scale.low) / scale.width


@dataclass(frozen=True)
class Own:
    """What the reader answered and expected, beside what the sides answered."""

    told: Told
    figures: Figures
    answer: str
    expectations: tuple[str, ...] = ()
    with_side: bool | None = None
    """Whether the reader stands with most of the own side; None where there is no such thing."""


def own_answer(scale: Scale, value: float) -> str:
    """The reader's own answer in words."""
    if not scale.is_vote:
        return translator(reader_language()).number(value, 0 if value.is_integer() else 1)
    return {1.0: gettext("agree"), 0.0: gettext("pass"), -1.0: gettext("disagree")}[value]


def stands_with(answer: SideAnswer | None, value: float, scale: Scale) -> bool | None:
    """Whether a vote is that of most who answered on a side."""
    if answer is None or not scale.is_vote or answer.n is None:
        return None
    counts = {1.0: answer.agree or 0, 0.0: answer.passes or 0, -1.0: answer.disagree or 0}
    majority = [vote for vote, count in counts.items() if 2 * count > answer.n]
    return value in majority if majority else None


def own_expectation(told: Told, side: Side, value: float) -> str:
    """What the reader expected of a side, beside what that side answers."""
    answer = told.answers.get(side.code)
    said = {"side": str(side), "expected": in_words(told.scale, value)}
    if answer is None or answer.value is None:
        return gettext("%(side)s: you expected %(expected)s; the figure is not shown.") % said
    said |= {"actual": in_words(told.scale, answer.value)}
    return gettext("%(side)s: you expected %(expected)s; it is %(actual)s.") % said


def own_belief(told: Told, side: Side, own: str, value: float) -> str:
    """What the reader thought that a side expects of the reader's own, beside what it expects."""
    row = next((b for b in told.beliefs if (b.of, b.expected_by) == (own, side.code)), None)
    if row is None or row.expected is None:
        return gettext("%(side)s: what they expect of your side is not shown.") % {
            "side": str(side)
        }
    said = {
        "side": str(side),
        "believed": in_words(told.scale, value),
        "expected": in_words(told.scale, row.expected),
    }
    if told.scale.is_vote:
        sentence = gettext(
            "%(side)s: you thought that they expect %(believed)s of your side to agree; they expect %(expected)s."
        )
    else:
        sentence = gettext(
            "%(side)s: you thought that they expect a mean of %(believed)s from your side; they expect %(expected)s."
        )
    return sentence % said
