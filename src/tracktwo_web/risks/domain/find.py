"""What a closed round says, as the library finds it."""

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from typing import TYPE_CHECKING, Any

from tracktwo import risk as library
from tracktwo_web.risks.domain.cast import Span, said_in
from tracktwo_web.risks.models import Estimate, EstimateRound, Risk

if TYPE_CHECKING:
    from tracktwo.risk.estimates import Quantity

SEED = 20
"""The bootstrap's: the same ballots give the same intervals."""


def find(one: EstimateRound) -> dict[str, Any]:
    """The library's document about a round: figures by side, differences, findings.

    Whoever did not come back to the second part kept the first estimate: it is taken as said again.
    So every figure rests on the same people before and after, and what lies between the two shows
    nobody who stayed away.
    """
    register = library.Register(tuple(as_asked(one)))
    found = library.assess(register, estimates_of(one, parts=(1, 2)), k=one.dialogue.k, seed=SEED)
    return library.document(found, names=_names(one))


def as_asked(one: EstimateRound) -> Iterator[library.Risk]:
    """The risks of a round as the library knows them, in the words that were put to the seats."""
    for asked in one.asked.select_related("risk").order_by("position"):
        risk: Risk = asked.risk
        yield library.Risk(
            id=risk.code,
            texts=asked.texts,
            domain=risk.domain,
            onset=risk.onset,
            reversibility=risk.reversibility,
            period=asked.period,
            outcome=risk.outcome,
        )


def estimates_of(one: EstimateRound, *, parts: tuple[int, ...]) -> library.Estimates:
    """A round's estimates as the library knows them; in a second part nobody is missing.

    Ballots get numbers drawn anew, and stand in the order of what they say: nothing that leaves here
    can be led back to a row, and the same ballots give the same figures in whatever order they lie.
    """
    found = Estimate.objects.filter(asked__round=one).select_related("asked__risk", "side")
    kept = {(row.asked_id, bytes(row.ballot), row.part): row for row in found}
    pairs = [
        (row, kept.get((asked, ballot, 2), row))
        for (asked, ballot, part), row in kept.items()
        if part == 1
    ]
    pairs.sort(key=_what_is_said)
    names = _pseudonyms(ballot for _, ballot, _ in kept)
    return library.Estimates(
        tuple(
            estimate
            for pair in pairs
            for part in parts
            for estimate in _estimates(pair[part - 1], part, names)
        )
    )


def _what_is_said(pair: tuple[Estimate, Estimate]) -> tuple[Any, ...]:
    first, last = pair
    spans = (astuple(said_in(row)) for row in (last, first))
    return (first.asked.position, first.side.position, *spans)


def _pseudonyms(ballots: Iterable[bytes]) -> dict[bytes, str]:
    drawn = sorted(set(ballots))
    secrets.SystemRandom().shuffle(drawn)
    return {ballot: str(number) for number, ballot in enumerate(drawn)}


def _estimates(row: Estimate, part: int, names: dict[bytes, str]) -> Iterator[library.Estimate]:
    said = said_in(row)
    spans: tuple[tuple[Quantity, Span], ...] = (
        ("likelihood", said.likelihood),
        ("severity", said.severity),
    )
    for quantity, span in spans:
        yield library.Estimate(
            row.asked.risk.code, names[bytes(row.ballot)], row.side.code, part, quantity,
            span.low, span.best, span.high, span.sure,
        )  # fmt: skip


def _names(one: EstimateRound) -> dict[str, dict[str, str]]:
    return {side.code: side.names for side in one.dialogue.sides.all()}
