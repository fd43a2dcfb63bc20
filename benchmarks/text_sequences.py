"""Random sequences of acts by two sides on one text: `python benchmarks/text_sequences.py [N] [SEED]`.

Each sequence proposes, accepts, brackets, closes, suppresses, keeps, releases and renumbers, and holds
the text against a naive model in which every character has an identity of its own:

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
from random import Random

from tracktwo.errors import OperationError, OptionError
from tracktwo.text.brackets.grammar import parse
from tracktwo.text.brackets.scanner import scan
from tracktwo.text.changes.accept import Accepted, accept
from tracktwo.text.changes.bracketing import bracketed, closed
from tracktwo.text.changes.derive import derived
from tracktwo.text.changes.effect import effect_of
from tracktwo.text.changes.history import History, Lifted, Renumbering
from tracktwo.text.changes.history_json import history_document, history_from
from tracktwo.text.changes.numbering import renumbered
from tracktwo.text.changes.operations import Operation, OperationKind, Replacement
from tracktwo.text.changes.overlap import OverlapReason, overlaps
from tracktwo.text.changes.reasons import Reason
from tracktwo.text.units import NegotiatedText, Unit, UnitKind

STEPS = 14
SIDES = ("A", "B")
LANGUAGES = ("en", "zh")
WORDS = {
    "en": [
        "the",
        "parties",
        "shall",
        "should",
        "may",
        "meet",
        "in",
        "May",
        "each",
        "year",
        "and/or",
        "agree",
        "on",
        "30",
        "60",
        "[x/y]",
        "[date]",
        "[sic]",
        "n/a",
    ],
    "zh": ["双方", "应", "可以", "宜", "举行", "会议", "每年", "【甲／乙】", "三十", "，"],
}
SOURCES = {
    "en": (
        "The parties [shall/should] meet [[every/each] year?/in May]{id:b1 holder:several}.",
        r"They agree on \[this\] text and/or the [annex] [sic], see [1].",
        "Talks begin on [date] and [end/close] after 30 days.",
        "",
    ),
    "zh": ("双方【应／宜？】每年举行会议。", "会议持续［三十／六十］天。", "", "双方同意。"),
}

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


def proposal(random: Random, text: NegotiatedText, name: str, side: str) -> Operation | None:
    if not text.units or random.random() < 0.15:
        return addition(random, text, name, side)
    unit = random.choice(text.units).id
    language = random.choice(LANGUAGES)
    source = text.unit(unit).texts.get(language, "")
    kind = random.choices(list(OperationKind)[1:], (8, 1, 1, 3))[0]
    one = Operation(name, kind, text.version, unit, language, side=side)
    if kind is OperationKind.SUP or (kind is OperationKind.NOC and random.random() < 0.3):
        return replace(one, language="")
    if kind is OperationKind.MOD and random.random() < 0.7:
        found = derived(source, edited(random, source, language))
    else:
        found = cut(random, source, language, keeps=kind is OperationKind.NOC)
    return replace(one, replacements=found) if found else None


def addition(random: Random, text: NegotiatedText, name: str, side: str) -> Operation:
    after = random.choice([None, *(unit.id for unit in text.units)])
    kind, level = random.choice(list(UnitKind)), random.choice((1, 2))
    parent = parent_of(text, after, kind, level)
    texts = {language: random.choice(SOURCES[language]) for language in LANGUAGES}
    unit = Unit(f"u{name}", kind, texts, parent=parent, level=level)
    return Operation(name, OperationKind.ADD, text.version, after, added=unit, side=side)


def parent_of(text: NegotiatedText, after: str | None, kind: UnitKind, level: int) -> str | None:
    """The chapeau of an item, the heading of anything else: the last one above it that is open."""
    place = text.places[after] + 1 if after else 0
    for one in reversed(text.units[:place]):
        if kind is UnitKind.ITEM and one.kind is UnitKind.CHAPEAU:
            return one.id
        is_above = kind is not UnitKind.HEADING or one.level < level
        if one.kind is UnitKind.HEADING and is_above:
            return one.id
    return None


def edited(random: Random, source: str, language: str) -> str:
    """The source with one or two words put in, taken out or replaced, brackets and all."""
    for _ in range(random.choice((1, 1, 2))):
        blank = " " if language == "en" else ""
        place, end = span(random, source)
        word = random.choice(("", *WORDS[language]))
        changed = source[:place] + word + blank + source[end:]
        if not scan(changed).breaks:
            source = changed
    return source


def span(random: Random, source: str) -> tuple[int, int]:
    start = random.randint(0, len(source))
    return start, min(len(source), start + random.choice((0, 0, 1, 3, 6, 12)))


def cut(random: Random, source: str, language: str, *, keeps: bool) -> tuple[Replacement, ...]:
    """One or two spans cut anywhere, be it through a bracket."""
    spans = sorted(span(random, source) for _ in range(random.choice((1, 1, 2))))
    found: list[Replacement] = []
    last = (-1, -1)
    for start, end in spans:
        if start >= last[1] and (start, end) != last and (end > start or not keeps):
            words = source[start:end] if keeps else random.choice(("", *WORDS[language]))
            if words or end > start:
                found.append(Replacement(start, end, words))
                last = start, end
    return tuple(found)


def laid(random: Random) -> NegotiatedText:
    texts = [
        {language: random.choice(SOURCES[language]) for language in LANGUAGES} for _ in range(6)
    ]
    kinds = (
        UnitKind.HEADING,
        UnitKind.PARAGRAPH,
        UnitKind.CHAPEAU,
        UnitKind.ITEM,
        UnitKind.ITEM,
        UnitKind.PARAGRAPH,
    )
    numbers = ("I.", "1.", "2.", "(a)", "(b)", "3.")
    parents = (None, "u1", "u1", "u3", "u3", "u1")
    units = (
        Unit(f"u{place}", kind, words, number, parent)
        for place, (kind, words, number, parent) in enumerate(
            zip(kinds, texts, numbers, parents, strict=True), 1
        )
    )
    return NegotiatedText({"en": "Draft", "zh": "草案"}, LANGUAGES, tuple(units))


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
