"""Words that name another unit by its number: paragraph 4, paragraphes 4 et 5, 第四段."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tracktwo.text.changes.numbers import TURNS, Number, chinese
from tracktwo.text.languages.numerals import chinese_number
from tracktwo.text.units import NegotiatedText

_HAN = "〇零一二三四五六七八九十百"
_TURN = rf"(?:\s(?:{'|'.join(TURNS)})\b)?"
_ONE = rf"\(?(?:\d+|[a-z]{{1,4}})\b\)?{_TURN}"
_NAMED = re.compile(
    r"\b(?:sub-?paragraph|paragraph|paragraphe|para\.?|alinéa|article|section|item|point)s?\s+"
    rf"(?P<row>{_ONE}(?:(?:\s*,\s*|\s*[-–]\s*|\s+(?:and|or|to|et|ou|à)\s+){_ONE})*)",
    re.IGNORECASE,
)
_EACH = re.compile(rf"\(?(?P<core>\d+|\b[a-z]{{1,4}}\b)\)?(?P<turn>{_TURN})", re.IGNORECASE)
_JOINING = {"and", "or", "to", "et", "ou"}
_CHINESE = re.compile(rf"第(?P<core>\d+|[{_HAN}]+)(?P<what>[段条节款项])(?:之(?P<turn>[{_HAN}]+))?")


@dataclass(frozen=True, slots=True)
class Reference:
    """Words of a unit that may speak of another by its number.

    `start` and `end` are where the number stands in the source; `proposed` are the words that would
    name the same unit by its new number, `target` is that unit.
    """

    unit: str
    language: str
    start: int
    end: int
    words: str
    proposed: str
    target: str


def references(
    text: NegotiatedText, numbers: Mapping[str, tuple[str, str]]
) -> tuple[Reference, ...]:
    """Every place that may name a unit whose number changes from the first to the second of `numbers`.

    Two units of one number give a proposal each: which is meant, a person says.

    >>> from tracktwo.text.units import Unit
    >>> text = NegotiatedText({}, ("en",), (Unit("a", texts={"en": "As in paragraphs 4 and 5."}),))
    >>> [(one.words, one.proposed) for one in references(text, {"d": ("4.", "5."), "e": ("5.", "6.")})]
    [('4', '5'), ('5', '6')]
    """
    targets = _by_old_number(numbers)
    return tuple(
        Reference(unit.id, language, start, end, unit.texts[language][start:end], proposed, target)
        for unit in text.units
        for language in unit.texts
        for start, end, key in _named(unit.texts[language])
        for target, new in targets.get(key, ())
        for proposed in [_proposed(unit.texts[language][start:end], new)]
    )


_Key = tuple[str, int]


def _by_old_number(numbers: Mapping[str, tuple[str, str]]) -> dict[_Key, list[tuple[str, Number]]]:
    targets: dict[_Key, list[tuple[str, Number]]] = defaultdict(list)
    for target, (old, new) in numbers.items():
        before, after = Number.of(old), Number.of(new)
        if before and after:
            targets[_key(before)].append((target, after))
    return targets


def _key(number: Number) -> _Key:
    core = str(number.value()) if number.style[2] == "chinese" else number.core.lower()
    return core, number.turn


def _named(source: str) -> Iterator[tuple[int, int, _Key]]:
    """Every number that is named, where it stands and which it is."""
    for row in _NAMED.finditer(source):
        for one in _EACH.finditer(source, *row.span("row")):
            if one["core"].lower() not in _JOINING:
                turn = one["turn"].strip().lower()
                yield *one.span(), (one["core"].lower(), TURNS.index(turn) + 2 if turn else 1)
    for one in _CHINESE.finditer(source):
        turn = int(chinese_number(one["turn"])) if one["turn"] else 1
        yield *one.span(), (str(int(chinese_number(one["core"]))), turn)


def _proposed(words: str, new: Number) -> str:
    """The new number in the way the old one is written there."""
    found = _CHINESE.fullmatch(words)
    if found:
        core = new.core
        if core.isdecimal() and not found["core"].isdecimal():
            core = chinese(int(core))
        elif not core.isdecimal() and new.style[2] == "chinese" and found["core"].isdecimal():
            core = str(new.value())
        turn = f"之{chinese(new.turn)}" if new.turn > 1 else ""
        return f"第{core}{found['what']}{turn}"
    in_brackets = words.startswith("(")
    core = str(new.value()) if new.style[2] == "chinese" else new.core
    plain = replace(
        new, before="(" if in_brackets else "", after=")" if in_brackets else "", core=core
    )
    return str(plain)
