"""Texts and proposals drawn at random, for sequences of acts on them."""

from dataclasses import replace
from random import Random

from tracktwo.text.brackets.scanner import scan
from tracktwo.text.changes.derive import derived
from tracktwo.text.changes.operations import Operation, OperationKind, Replacement
from tracktwo.text.units import NegotiatedText, Unit, UnitKind

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
