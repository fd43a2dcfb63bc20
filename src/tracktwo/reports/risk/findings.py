"""What the sides say of risks: findings in words, under headings, for the terminal and the report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracktwo.dialogue import in_language
from tracktwo.locale import Words
from tracktwo.locale.plain import plain
from tracktwo.reports.risk.telling import Telling, figure
from tracktwo.risk import Comparison, Finding, Indicator, QuantityFigures, RiskFigures
from tracktwo.risk.result import Verdict


@dataclass(frozen=True)
class Told:
    """A risk in words: its text, then a sentence a quantity."""

    risk: str
    sentences: Sequence[str]


@dataclass(frozen=True)
class Topic:
    """A heading with the risks under it."""

    title: str
    risks: Sequence[Told]


def introduction(telling: Telling) -> str:
    """Who estimated how much, in one sentence."""
    return telling.words.ngettext(
        "{n} risk, estimated by {sides}. Intervals are what a side holds possible.",
        "{n} risks, estimated by {sides}. Intervals are what a side holds possible.",
        len(telling.found.risks),
        sides=telling.words.names(telling.names[side] for side in telling.found.sides),
    )


def topics(telling: Telling) -> Iterator[Topic]:
    """Every pair of sides: seen alike, feared more by one or by one alone, mixed, not clear."""
    pairs = {(one.one, one.other) for risk in telling.found.risks[:1] for one in risk.findings}
    for pair in sorted(pairs, key=lambda two: [telling.found.sides.index(one) for one in two]):
        for verdict, side, title in _headings(telling, *pair):
            finding = Finding(*pair, verdict, side)
            if risks := [one for one in telling.found.risks if finding in one.findings]:
                risks.sort(key=lambda one: -_largest(telling, one, finding))
                yield Topic(title, [_told(telling, one, finding) for one in risks])
    if seen := list(_seen(telling)):
        yield Topic(telling.words.gettext("Signs that were seen"), seen)


def _seen(telling: Telling) -> Iterator[Told]:
    """The indicators of each risk that were seen, with when they count and who saw them."""
    for risk in telling.found.register.risks:
        seen = [one for one in risk.indicators if one.state == "seen"]
        if seen:
            yield Told(telling.text(risk.id), [_sign(telling, one) for one in seen])


def _sign(telling: Telling, one: Indicator) -> str:
    words = telling.words
    sign = plain(in_language(one.texts, words.language) or one.id)
    who = (name.strip() for name in one.by.split(";"))
    return words.gettext(
        "{sign} Counts from: {threshold}. Seen by: {who}.",
        sign=sign,
        threshold=plain(in_language(one.threshold, words.language)) or "–",
        who=words.names(telling.names.get(name, plain(name)) for name in who) or "–",
    )


def _headings(telling: Telling, one: str, other: str) -> Iterator[tuple[Verdict, str, str]]:
    """Verdict, side and title, in the order in which they are told."""
    words, names = telling.words, {"one": telling.names[one], "other": telling.names[other]}
    yield "alike", "", words.gettext("Seen alike by {one} and {other}", **names)
    for side in (one, other):
        name = telling.names[side]
        yield "alone", side, words.gettext("Feared by {side} alone", side=name)
        yield "more", side, words.gettext("Feared more by {side}", side=name)
    yield "mixed", "", words.gettext("Likelier to one, graver to the other")
    yield (
        "unclear",
        "",
        words.gettext(
            "Too few or too scattered estimates to tell {one} and {other} apart", **names
        ),
    )
    yield "hidden", "", words.gettext("Not shown: too few experts of {one} or {other}", **names)


def _told(telling: Telling, one: RiskFigures, pair: Finding) -> Told:
    sentences = [
        sentence(telling, one.risk, quantity, row)
        for quantity in one.quantities
        for row in _of_pair(quantity, pair)
        if row.difference is not None
    ]
    return Told(telling.text(one.risk), sentences)


def sentence(telling: Telling, risk: str, quantity: QuantityFigures, row: Comparison) -> str:
    """A quantity of a risk in words: both sides' figures, their difference, what hangs on one person."""
    words = telling.words
    values = {
        "one": telling.names[row.one],
        "other": telling.names[row.other],
        "first": figure(quantity, quantity.of(row.one), words, with_range=True),
        "second": figure(quantity, quantity.of(row.other), words, with_range=True),
        **_difference(quantity, row, words),
    }
    if quantity.quantity == "likelihood":
        told = words.gettext(
            "Likelihood: {one} {first}, {other} {second}; difference {gap} ({low} to {high}) points.",
            **values,
        )
    else:
        told = words.gettext(
            "Severity, of {most}: {one} {first}, {other} {second}; difference {gap} ({low} to {high}).",
            most=words.number(telling.found.register[risk].scale.high),
            **values,
        )
    return " ".join((told, *_cautions(row, words)))


def _cautions(row: Comparison, words: Words) -> Iterator[str]:
    if row.standing == "apart" and (row.within or 0.0) > abs(row.difference or 0.0):
        yield words.gettext("Each side disagrees more within itself.")
    if row.holds is False:
        yield words.gettext("This hangs on one expert.")


def _difference(quantity: QuantityFigures, row: Comparison, words: Words) -> dict[str, str]:
    factor, decimals = (100, 0) if quantity.quantity == "likelihood" else (1, 1)
    ends = {"gap": row.difference, "low": row.low, "high": row.high}
    return {name: words.signed((end or 0.0) * factor, decimals) for name, end in ends.items()}


def _of_pair(quantity: QuantityFigures, pair: Finding) -> Iterator[Comparison]:
    for row in quantity.comparisons:
        if (row.one, row.other) == (pair.one, pair.other):
            yield row


def _largest(telling: Telling, one: RiskFigures, pair: Finding) -> float:
    """The largest difference of a risk as a share of its scale."""
    width = {"likelihood": 1.0, "severity": telling.found.register[one.risk].scale.width}
    gaps = (
        abs(row.difference or 0.0) / width[quantity.quantity]
        for quantity in one.quantities
        for row in _of_pair(quantity, pair)
    )
    return max(gaps, default=0.0)


def remarks(telling: Telling) -> Iterator[str]:
    """What a reader must know of the figures: weights by side, scores, what intervals mean."""
    yield from _weights(telling)
    yield from _scores(telling)
    yield telling.words.gettext(
        "Differences carry an interval over experts; one in twenty of such intervals may miss. Likelihoods of 0 and 1 "
        "are counted as 0.001 and 0.999."
    )


def _weights(telling: Telling) -> Iterator[str]:
    found, words = telling.found, telling.words
    if found.settings.weights == "cooke" and found.weights is not None:
        shares = words.phrases(
            words.gettext("{side} {share}", side=telling.names[side], share=words.percent(share))
            for side, share in found.weights.items()
        )
        yield words.gettext("Weight by answers to the seed questions: {shares}.", shares=shares)


def _scores(telling: Telling) -> Iterator[str]:
    words = telling.words
    for side, score in telling.found.scores.items():
        if score.value is not None and score.low is not None and score.high is not None:
            yield words.ngettext(
                "{side}: Brier score {value} ({low} to {high}) on {n} resolved risk; 0 is perfect.",
                "{side}: Brier score {value} ({low} to {high}) on {n} resolved risks; 0 is perfect.",
                score.n,
                side=telling.names[side],
                value=words.number(score.value, 2),
                low=words.number(score.low, 2),
                high=words.number(score.high, 2),
            )
