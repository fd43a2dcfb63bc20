"""Random sequences of acts by two sides on one text: `python benchmarks/text_sequences.py [N] [SEED]`.

Each sequence proposes, accepts, brackets, closes, suppresses, keeps, releases and renumbers, and holds
the text against a naive model in which every character has an identity of its own (`text_laws.py`):

- the brackets of every text are whole after every act;
- a character that was accepted leaves only by an operation that named it when it was proposed;
- a rebased operation replaces the very characters that it named;
- what could be accepted when it was proposed is refused later only for words that are kept;
- proposals that do not overlap give one text in whatever order they are accepted;
- an operation carried through the history is what it was rebased to, act by act;
- the history, written down and read again, gives every state.
"""

import os

os.environ["OMP_NUM_THREADS"] = "1"

import json
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.text_laws import (
    Model,
    check_orders,
    check_others,
    check_parses,
    check_refusal,
    check_undone,
    is_acceptable,
)
from benchmarks.text_proposals import laid, proposal

from tracktwo.errors import OperationError, OptionError
from tracktwo.text.brackets.scanner import scan
from tracktwo.text.changes.accept import Accepted
from tracktwo.text.changes.bracketing import bracketed
from tracktwo.text.changes.closing import closed
from tracktwo.text.changes.effect import effect_of
from tracktwo.text.changes.history import History, Lifted, Renumbering
from tracktwo.text.changes.history_json import history_document, history_from
from tracktwo.text.changes.numbering import renumbered
from tracktwo.text.changes.operations import Operation, OperationKind
from tracktwo.text.changes.overlap import OverlapReason, overlaps
from tracktwo.text.changes.reasons import Reason
from tracktwo.text.units import NegotiatedText

STEPS = 14
SIDES = ("A", "B")


@dataclass
class Run:
    """One sequence: the history, what is open, what each proposal was at first, and the model."""

    random: Random
    history: History
    model: Model = field(default_factory=Model)
    open: list[Operation] = field(default_factory=list)
    first: dict[str, Operation] = field(default_factory=dict)
    ids: Iterator[int] = field(default_factory=lambda: count(1))
    seen: Counter[str] = field(default_factory=Counter)
    lifted: bool = False
    sound: set[str] = field(default_factory=set)

    @property
    def text(self) -> NegotiatedText:
        return self.history.now

    def step(self) -> None:
        acts = (
            (self.propose,) * 5
            + (self.accept,) * 4
            + (self.enter, self.close, self.free, self.number)
        )
        self.random.choice(acts)()
        check_parses(self.text)

    def propose(self) -> None:
        one = proposal(self.random, self.text, f"o{next(self.ids)}", self.random.choice(SIDES))
        if one:
            self.put(one)

    def put(self, one: Operation) -> None:
        self.model.name(one)
        self.open.append(one)
        self.first[one.id] = one
        if is_acceptable(self.text, one):
            self.sound.add(one.id)
        self.seen[f"proposed {one.kind}"] += 1

    def accept(self) -> None:
        if self.open:
            self.take(self.open.pop(self.random.randrange(len(self.open))))

    def take(self, one: Operation) -> None:
        before = self.text
        try:
            self.history, accepted = self.history.accept(one, tuple(self.open))
        except OperationError as error:
            self.seen[f"refused {error.reason}"] += 1
            assert self.text is before
            check_refusal(before, one, error, is_sound=one.id in self.sound)
            return
        self.seen[f"accepted {one.kind}"] += 1
        self.follow(before, one, accepted)
        check_undone(before, accepted)

    def follow(self, before: NegotiatedText, one: Operation, accepted: Accepted) -> None:
        effect = effect_of(before, one)
        if one.kind in (OperationKind.MOD, OperationKind.ALT):
            self.model.follow(one, effect.changes)
        if one.kind is OperationKind.ADD and one.added:
            self.model.lay(one.added)
        check_others(before, accepted.text, one)
        for unit in accepted.text.units:
            for language, source in unit.texts.items():
                assert len(self.model.sources[unit.id, language]) == len(source)
        self.open = list(accepted.rebased)
        for each in self.open:
            if each.kind is not OperationKind.SUP:
                self.model.holds(each)
            if not self.lifted:
                assert self.history.carried(self.first[each.id]) == each
        self.seen["rebased"] += len(accepted.rebased)
        self.seen["met"] += len(accepted.met)
        for stuck in accepted.stuck:
            self.seen[f"stuck {stuck.reason}"] += 1
            self.lost(stuck.operation, stuck.reason)

    def lost(self, one: Operation, reason: Reason) -> None:
        """Words that are said to be gone are gone, or are in a unit kept or changed as a whole."""
        if reason is Reason.WORDS_GONE and one.replacements:
            row = set(self.model.at(one))
            named = [part for part in self.model.named[one.id] if part]
            is_gone = any(each not in row for part in named for each in part)
            assert is_gone or any(each.start == each.end for each in one.replacements)

    def enter(self) -> None:
        """Take a contested proposal into brackets."""
        contested = [
            one
            for one in self.open
            if one.kind in (OperationKind.MOD, OperationKind.SUP, OperationKind.ADD)
        ]
        if not contested:
            return
        one = self.random.choice(contested)
        try:
            parts = bracketed(self.text, one, bracket=one.id, holder=one.side)
        except OperationError:
            return
        self.open.remove(one)
        for part in parts:
            current = replace(part, id=f"{part.id}e", base=self.text.version)
            self.put(current)
            self.open.remove(current)
            self.take(current)

    def close(self) -> None:
        found = [
            (unit.id, language, number, len(pair.slashes) + 1)
            for unit in self.text.units
            for language, source in unit.texts.items()
            for number, pair in enumerate(
                sorted((p for p in scan(source).pairs if p.role != "none"), key=lambda p: p.start)
            )
        ]
        if found:
            unit, language, number, wordings = self.random.choice(found)
            chosen = self.random.choice([None, *range(wordings)])
            try:
                one = closed(
                    self.text, unit, language, number, chosen, operation=f"o{next(self.ids)}"
                )
            except OptionError:
                return
            self.put(one)

    def free(self) -> None:
        if self.text.kept:
            self.history = self.history.with_act(
                Lifted(self.random.choice(self.text.kept).operation)
            )
            self.lifted = True
            self.moved_on()

    def number(self) -> None:
        again = renumbered(self.text)
        if again.numbers and self.random.random() < 0.3:
            numbers = {unit: new for unit, (_, new) in again.numbers.items()}
            self.history = self.history.with_act(Renumbering(numbers))
            assert self.text == again.text
            self.moved_on()

    def moved_on(self) -> None:
        self.open = [replace(one, base=self.text.version) for one in self.open]


def sequence(seed: int) -> Counter[str]:
    """Run one sequence and assert every law; what happened, counted."""
    random = Random(seed)
    text = laid(random)
    run = Run(random, History(text))
    for unit in text.units:
        run.model.lay(unit)
    for _ in range(STEPS):
        run.step()
    check_orders(random, run.text, run.seen)
    written = json.loads(json.dumps(history_document(run.history)))
    again = history_from(written)
    assert again == run.history
    assert again.states == run.history.states
    assert all(again.at(state.version) == state for state in run.history.states)
    run.seen["agreed"] += sum(pair.reason is OverlapReason.AGREE for pair in overlaps(run.open))
    return run.seen


def main() -> None:
    sequences = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    begin = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    seen: Counter[str] = Counter()
    start = time.process_time()
    broken = 0
    for seed in range(begin, begin + sequences):
        try:
            seen += sequence(seed)
        except Exception:  # noqa: BLE001 (told with its seed, and the next ones are run as well)
            print(f"sequence {seed} breaks a law", traceback.format_exc(), flush=True)
            broken += 1
    spent = time.process_time() - start
    print(f"{sequences:,} sequences, {broken} break a law, {spent:.0f} CPU s")
    for what, times in sorted(seen.items()):
        print(f"{times:>10,}  {what}")
    sys.exit(bool(broken))


if __name__ == "__main__":
    main()
