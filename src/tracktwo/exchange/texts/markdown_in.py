"""Our own Markdown read again, from one file or from several of one language each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tracktwo.errors import InputError
from tracktwo.exchange.texts.markdown_marks import OWN, Note, bared, noted, titled
from tracktwo.exchange.texts.printed_number import number_and_words
from tracktwo.exchange.texts.structure import parents, with_chapeaux
from tracktwo.text.units import NegotiatedText, Unit, UnitKind

_HEADING = re.compile(r"(#+) (.*)\Z", re.DOTALL)
_ITEM = re.compile(r"((?:  )*)- (.*)\Z", re.DOTALL)
_KINDS = {one.value: one for one in UnitKind}


@dataclass(slots=True)
class _Read:
    """One file: its languages, titles, and units with what is noted behind them."""

    path: Path
    languages: tuple[str, ...]
    title: dict[str, str] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)


def is_own_markdown(source: str) -> bool:
    """Whether a text is a file that we wrote."""
    return bool(OWN.match(source))


def from_markdown(sources: Mapping[Path, str]) -> NegotiatedText:
    r"""The text that files of ours hold together.

    `InputError` with the line where a block has no id, an id comes twice, or a note says something
    that cannot be meant.

    >>> source = "<!-- tracktwo text: en -->\n\n# Draft\n\n- (a) trade; {#u1}\n"
    >>> from_markdown({Path("text.en.md"): source}).units
    (Unit(id='u1', kind=<UnitKind.ITEM: 'item'>, texts={'en': 'trade;'}, number='(a)', parent=None, level=1),)
    """
    files = [_read(path, source) for path, source in sources.items()]
    languages = tuple(dict.fromkeys(one for file in files for one in file.languages))
    title = {language: words for file in files for language, words in file.title.items()}
    return NegotiatedText(title, languages, _structured(files))


def _read(path: Path, source: str) -> _Read:
    found = OWN.match(source)
    languages = tuple(found[1].split()) if found else ()
    file = _Read(path, languages)
    for line, block in _blocks(source):
        if block.startswith("# "):
            words, language = titled(block[2:])
            file.title[language or _only(file, line)] = bared(words)
        else:
            _take(file, line, block)
    return file


def _blocks(source: str) -> Iterator[tuple[int, str]]:
    """Blocks between empty lines, without the first line of the file, each with its line."""
    lines = source.split("\n")
    start, held = 0, list[str]()
    for number, line in enumerate([*lines[1:], ""], start=2):
        if line.strip(" \t\r"):
            start = start if held else number
            held.append(line.removesuffix("\r"))
        elif held:
            yield start, "\n".join(held)
            held = []


def _only(file: _Read, line: int) -> str:
    if len(file.languages) == 1:
        return file.languages[0]
    message = "this does not say its language; write {lang=en} or another behind it"
    raise InputError(message, file=file.path, line=line)


def _take(file: _Read, line: int, block: str) -> None:
    content, note = noted(block)
    if note is None:
        message = "a block has no id; write one such as {#u12} behind it, free in all files"
        raise InputError(message, file=file.path, line=line)
    language = "" if "absent" in note.values else note.values.get("lang") or _only(file, line)
    unit = _unit(file, line, content, note, language)
    before = file.units.get(note.id)
    if before is None:
        file.units[note.id], file.notes[note.id] = unit, note
    elif set(before.texts) & set(unit.texts) or not unit.texts:
        message = f"two units are called {note.id}; give each an id of its own"
        raise InputError(message, file=file.path, line=line)
    else:
        file.units[note.id] = joined(before, unit)


def _unit(file: _Read, line: int, content: str, note: Note, language: str) -> Unit:
    kind, level, words = _shape(content)
    number, source = _number(file, line, bared(words), note)
    return Unit(
        note.id,
        kind,
        {language: source} if language else {},
        number,
        level=_count(file, line, note, "level", level),
    )


def _shape(content: str) -> tuple[UnitKind, int, str]:
    if found := _HEADING.match(content):
        return UnitKind.HEADING, max(len(found[1]) - 1, 1), found[2]
    if found := _ITEM.match(content):
        return UnitKind.ITEM, len(found[1]) // 2 + 1, found[2]
    return UnitKind.PARAGRAPH, 1, content


def _number(file: _Read, line: int, words: str, note: Note) -> tuple[str, str]:
    if "n" not in note.values:
        return number_and_words(words)
    length = _count(file, line, note, "n", 0)
    return words[:length], words[length + 1 :] if length else words


def _count(file: _Read, line: int, note: Note, key: str, default: int) -> int:
    value = note.values.get(key, str(default))
    if not re.fullmatch(r"-?\d{1,9}", value):
        message = f"{key}={value} is no whole number; correct it"
        raise InputError(message, file=file.path, line=line)
    return int(value)


def joined(one: Unit, other: Unit) -> Unit:
    """A unit with the texts of the same unit in other languages.

    A number printed otherwise there stays before the words of that language: nothing is lost.
    """
    if other.number == one.number or not other.texts:
        return replace(one, texts={**one.texts, **other.texts})
    if not one.texts:
        return replace(one, texts=other.texts, number=other.number)
    texts = {key: f"{other.number} {words}".strip() for key, words in other.texts.items()}
    return replace(one, texts={**one.texts, **texts})


def _structured(files: Sequence[_Read]) -> tuple[Unit, ...]:
    units = _merged(files)
    notes = {
        one.id: [file.notes[one.id].values for file in files if one.id in file.notes]
        for one in units
    }
    row = [
        replace(implied, kind=_named(notes[one.id]) or implied.kind)
        for one, implied in zip(units, with_chapeaux(units), strict=True)
    ]
    above = [
        next((told["under"] or None for told in notes[one.id] if "under" in told), implied)
        for one, implied in zip(row, parents(row), strict=True)
    ]
    return tuple(replace(one, parent=parent) for one, parent in zip(row, above, strict=True))


def _named(notes: Sequence[Mapping[str, str]]) -> UnitKind | None:
    """The kind that a note says, where the lines do not show it."""
    return next((_KINDS[one] for values in notes for one in values if one in _KINDS), None)


def _merged(files: Sequence[_Read]) -> list[Unit]:
    """Units of all files in the order of the first; one that it lacks comes behind its neighbour."""
    order: list[str] = []
    units: dict[str, Unit] = {}
    for file in files:
        place = 0
        for key, unit in file.units.items():
            if key in units:
                is_next = order[place : place + 1] == [key]
                place = (place if is_next else order.index(key)) + 1
                units[key] = joined(units[key], unit)
            else:
                order.insert(place, key)
                units[key] = unit
                place += 1
    return [units[key] for key in order]
