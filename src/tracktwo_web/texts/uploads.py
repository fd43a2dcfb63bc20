"""What files of a text hold, told before any of it is laid on the table. Nothing is kept."""

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from tracktwo.errors import BracketError, InputError, MarkError
from tracktwo.exchange.document.source import bytes_of, is_zip, text_of
from tracktwo.exchange.texts import TextFile, read_text
from tracktwo.exchange.texts.markdown_in import is_own_markdown
from tracktwo.text import NegotiatedText, Unit
from tracktwo.text.brackets.candidates import Candidate, candidates
from tracktwo.text.brackets.grammar import read
from tracktwo.text.standing import Disagreement, disagreements
from tracktwo.text.standing.sources import TITLE, sources
from tracktwo_web.texts.domain.answers import CannotBe

OFFERED = ("doubt", "spaced_slash")
"""Candidates that become a bracket by being put in brackets."""
AROUND = 40
"""Characters of the text shown on either side of a candidate."""


@dataclass(frozen=True)
class Doubted:
    """Words that may not be settled; `key` names them in a form, "" where nothing can be ticked."""

    key: str
    place: str
    language: str
    before: str
    words: str
    after: str

    @property
    def in_place(self) -> SafeString:
        """The words set off between those around them."""
        return format_html("{}<strong>{}</strong>{}", self.before, self.words, self.after)


@dataclass(frozen=True)
class Fault:
    """A bracket that is not whole: in a file, or in a passage where a file has no lines."""

    place: str
    line: int
    column: int


@dataclass(frozen=True)
class Found:
    """What was found in the files of a text; with any fault nothing of it is laid on the table."""

    file: TextFile
    faults: tuple[Fault, ...] = ()

    @property
    def text(self) -> NegotiatedText:
        return self.file.text

    @property
    def kinds(self) -> Mapping[str, int]:
        """How many units there are of each kind."""
        return Counter(one.kind.value for one in self.text.units)

    @property
    def open_ones(self) -> tuple[Disagreement, ...]:
        """The brackets. `CannotBe` where marks of them cannot be meant."""
        try:
            return disagreements(self.text)
        except (MarkError, BracketError) as error:
            raise CannotBe(
                gettext("A bracket cannot be read: %(reason)s") % {"reason": error}
            ) from error

    def doubted(self) -> list[Doubted]:
        """Words that may be doubts or brackets: a person decides on each."""
        touched = {(one.unit, one.language) for one in self.file.operations}
        return [
            _doubted(self.text, one.unit, one.language, one.words, each, touched)
            for one in sources(self.text)
            for each in candidates(one.words)
        ]


def found_in(files: Sequence[UploadedFile[Any]], language: str) -> Found:
    """Read the files of a text. `InputError` where they cannot be read or do not fit together."""
    with tempfile.TemporaryDirectory(prefix="tracktwo-") as scratch:
        paths = [_copied(one, Path(scratch)) for one in files]
        file = _read(paths, language)
        return Found(file, tuple(each for one in paths for each in _faults(one, file.text)))


def _read(paths: Sequence[Path], language: str) -> TextFile:
    if len(paths) == 1:
        return read_text(paths[0], language=language)
    if all(map(_is_own, paths)):
        return read_text(paths)
    return _side_by_side([read_text(one, language=language) for one in paths])


def _is_own(path: Path) -> bool:
    raw = bytes_of(path)
    return not is_zip(raw) and is_own_markdown(text_of(path, raw))


def _faults(path: Path, text: NegotiatedText) -> Iterator[Fault]:
    """Brackets that are not whole, at the lines of a text file; a DOCX has none, but passages."""
    raw = bytes_of(path)
    if not is_zip(raw):
        for one in read(text_of(path, raw)).faults:
            yield Fault(path.name, one.line, one.column)
        return
    for source in sources(text):
        for one in read(source.words).faults:
            yield Fault(place_in(text, source.unit, source.language), one.line, one.column)


def _copied(file: UploadedFile[Any], folder: Path) -> Path:
    """A copy under the file's own last name, which may say its language."""
    name = PurePath(file.name or "text.txt").name.replace("\0", "")
    path = folder / name
    if path.exists():
        raise InputError("two files have one name; give each a name of its own", file=path)
    path.write_bytes(file.read())
    return path


def _side_by_side(files: Sequence[TextFile]) -> TextFile:
    """Texts without ids of ours, one a language, whose passages stand in the same order."""
    first, *others = (one.text for one in files)
    for other in others:
        _refuse_unlike(first, other)
    units = [_joined(row) for row in zip(*(one.text.units for one in files), strict=True)]
    title = {language: words for one in files for language, words in one.text.title.items()}
    languages = tuple(language for one in files for language in one.text.languages)
    return TextFile(NegotiatedText(title, languages, tuple(units)))


def _refuse_unlike(first: NegotiatedText, other: NegotiatedText) -> None:
    if set(first.languages) & set(other.languages):
        message = "two files are in one language; name them like text.en.docx and text.zh.docx"
        raise InputError(message)
    if len(first.units) != len(other.units):
        counted = f"{len(first.units)} and {len(other.units)}"
        message = (
            f"the files have {counted} passages; give each the same passages in the same order"
        )
        raise InputError(message)


def _joined(row: Iterable[Unit]) -> Unit:
    first, *others = row
    texts = dict(first.texts)
    for one in others:
        texts |= one.texts
    return replace(first, texts=texts)


def with_brackets(text: NegotiatedText, keys: Iterable[str]) -> NegotiatedText:
    """The text with the candidates of these keys in brackets; what they are is read anew."""
    wanted = set(keys)
    changed: dict[tuple[str, str], str] = {}
    for one in sources(text):
        words = one.words
        for each in reversed(candidates(words)):
            if each.reason in OFFERED and key_of(one.unit, one.language, each) in wanted:
                end = each.offset + len(each.text)
                words = f"{words[: each.offset]}[{each.text}]{words[end:]}"
        changed[one.unit, one.language] = words
    units = (replace(one, texts=_changed(one.id, one.texts, changed)) for one in text.units)
    return replace(text, title=_changed(TITLE, text.title, changed), units=tuple(units))


def _changed(
    unit: str, texts: Mapping[str, str], changed: Mapping[tuple[str, str], str]
) -> dict[str, str]:
    return {language: changed.get((unit, language), words) for language, words in texts.items()}


def key_of(unit: str, language: str, one: Candidate) -> str:
    return f"{one.offset}:{language}:{unit}"


def _doubted(
    text: NegotiatedText,
    unit: str,
    language: str,
    source: str,
    one: Candidate,
    touched: set[tuple[str | None, str]],
) -> Doubted:
    is_offered = one.reason in OFFERED and unit != TITLE
    may = is_offered and (unit, language) not in touched
    end = one.offset + len(one.text)
    return Doubted(
        key_of(unit, language, one) if may else "",
        place_in(text, unit, language),
        language,
        _last(source[: one.offset]),
        one.text,
        _first(source[end:]),
    )


def _last(words: str) -> str:
    return words if len(words) <= AROUND else f"…{words[-AROUND:]}"


def _first(words: str) -> str:
    return words if len(words) <= AROUND else f"{words[:AROUND]}…"


def place_in(text: NegotiatedText, unit: str, language: str) -> str:
    """A unit by its number, or how it begins."""
    if unit == TITLE:
        return gettext("the title")
    found = text.unit(unit)
    return found.number or found.texts.get(language, "")[:AROUND]


def sentence_of(error: InputError, names: Iterable[str]) -> str:
    """Why files cannot be read, and where. The library speaks English: it is quoted as such."""
    name = PurePath(error.file).name if error.file else ""
    if name not in set(names):
        sentence = gettext("The file cannot be read: %(reason)s")
    elif error.line is None:
        sentence = gettext("%(file)s cannot be read: %(reason)s")
    else:
        sentence = gettext("%(file)s cannot be read at line %(line)s: %(reason)s")
    told = {
        "file": escape(name),
        "line": error.line,
        "reason": format_html('<q lang="en">{}</q>', error.message),
    }
    return SafeString(conditional_escape(sentence) % told)
