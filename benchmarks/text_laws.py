"""The laws of acts on one text, held against a naive model.

In the model every character has an identity of its own.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from random import Random

from benchmarks.text_proposals import LANGUAGES, proposal

from tracktwo.errors import OperationError
from tracktwo.text.brackets.grammar import parse
from tracktwo.text.changes.accept import Accepted, accept
from tracktwo.text.changes.operations import Operation, OperationKind, Replacement
from tracktwo.text.changes.overlap import overlaps
from tracktwo.text.changes.reasons import Reason
from tracktwo.text.units import NegotiatedText, Unit

Identities = dict[tuple[str, str], list[int]]


@dataclass
class Model:
    """The naive model: a list of identities for each source, and what each proposal named."""

    fresh: Iterator[int] = field(default_factory=count)
    sources: Identities = field(default_factory=dict)
    named: dict[str, list[list[int]]] = field(default_factory=dict)

    def lay(self, unit: Unit) -> None:
        for language in LANGUAGES:
            self.sources[unit.id, language] = self.new(unit.texts.get(language, ""))

    def new(self, words: str) -> list[int]:
        return [next(self.fresh) for _ in words]

    def at(self, one: Operation) -> list[int]:
        return self.sources.get((one.unit or "", one.language), [])

    def name(self, one: Operation) -> None:
        row = self.at(one)
        self.named[one.id] = [row[each.start : each.end] for each in one.replacements]

    def holds(self, one: Operation) -> None:
        """A rebased operation names the characters that it named; some of its parts may be met."""
        row = self.at(one)
        now = [row[each.start : each.end] for each in one.replacements]
        rest = iter(self.named[one.id])
        assert all(any(part == each for each in rest) for part in now), (one, now)
        self.named[one.id] = now

    def follow(self, one: Operation, changes: tuple[Replacement, ...]) -> None:
        row = self.at(one)
        leaving = {each for change in changes for each in row[change.start : change.end]}
        named = {each for part in self.named[one.id] for each in part}
        assert leaving <= named
        assert one.kind is not OperationKind.ALT or not leaving
        made: list[int] = []
        place = 0
        for change in changes:
            made += row[place : change.start] + self.new(change.words)
            place = change.end
        self.sources[one.unit or "", one.language] = made + row[place:]


def check_parses(text: NegotiatedText) -> None:
    for unit in text.units:
        for source in unit.texts.values():
            parse(source)


def check_refusal(
    text: NegotiatedText, one: Operation, error: OperationError, *, is_sound: bool
) -> None:
    """Only what lies in the proposal itself, or words kept, is refused once a proposal is rebased."""
    assert error.reason in (
        Reason.WORDS_KEPT,
        Reason.BRACKET_BROKEN,
        Reason.NO_UNIT,
        Reason.ID_TAKEN,
        Reason.NOTHING_ADDED,
    ), (one, error)
    if error.reason is Reason.WORDS_KEPT:
        assert any(kept.unit == one.unit for kept in text.kept)
    assert not is_sound or error.reason is Reason.WORDS_KEPT
    if error.reason is Reason.NO_UNIT:
        assert one.unit not in text.places


def check_undone(before: NegotiatedText, accepted: Accepted) -> None:
    back = accepted.undone
    if back is None or back.kind is OperationKind.ADD:
        return
    again = accept(accepted.text, back).text
    sources = [(unit.id, filled(unit)) for unit in again.units]
    assert sources == [(unit.id, filled(unit)) for unit in before.units]


def filled(unit: Unit) -> dict[str, str]:
    return {language: source for language, source in unit.texts.items() if source}


def check_others(before: NegotiatedText, after: NegotiatedText, one: Operation) -> None:
    """Nothing but what the operation speaks of has changed its words or number."""
    for unit in after.units:
        if unit.id in before.places:
            old = before.unit(unit.id)
            assert unit.number == old.number
            for language in LANGUAGES:
                if (unit.id, language) != (one.unit, one.language):
                    assert unit.texts.get(language) == old.texts.get(language)


def check_orders(random: Random, text: NegotiatedText, seen: Counter[str]) -> None:
    """Proposals that do not overlap, accepted in two orders, give one text."""
    drawn = [proposal(random, text, f"p{number}", "A") for number in range(7)]
    chosen: list[Operation] = []
    for one in drawn:
        if one and is_acceptable(text, one) and not overlaps([*chosen, one], text=text):
            chosen.append(one)
    results = [in_turn(text, order) for order in (chosen, random.sample(chosen, len(chosen)))]
    if None in results:
        seen["orders with a bracket that both would break"] += 1
        return
    assert results[0] == results[1], chosen
    seen[f"orders of {len(chosen)}"] += 1


def is_acceptable(text: NegotiatedText, one: Operation) -> bool:
    try:
        accept(text, one)
    except OperationError:
        return False
    return True


def in_turn(text: NegotiatedText, operations: list[Operation]) -> tuple[Unit, ...] | None:
    waiting = list(operations)
    while waiting:
        accepted = accept(text, waiting[0], waiting[1:])
        assert not accepted.met
        if accepted.stuck:
            assert {stuck.reason for stuck in accepted.stuck} == {Reason.BRACKET_BROKEN}, (
                accepted.stuck
            )
            return None
        text, waiting = accepted.text, list(accepted.rebased)
    return text.units
