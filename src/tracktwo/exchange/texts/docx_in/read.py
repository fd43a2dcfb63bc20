"""A DOCX as the text before any change, the changes as operations, the comments as remarks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path
from xml.etree.ElementTree import Element

from tracktwo.errors import InputError
from tracktwo.exchange.texts.docx_in.drafts import Draft, drafts
from tracktwo.exchange.texts.docx_in.lines import flows
from tracktwo.exchange.texts.docx_in.numbering import Counting, Numbering
from tracktwo.exchange.texts.docx_in.package import Package, W
from tracktwo.exchange.texts.docx_in.remarks import remarks
from tracktwo.exchange.texts.docx_in.styles import Styles
from tracktwo.exchange.texts.structure import parents, with_chapeaux
from tracktwo.exchange.texts.text_file import TextFile
from tracktwo.text.changes.operations import Operation, OperationKind
from tracktwo.text.units import NegotiatedText, Unit, UnitKind


def from_docx(path: Path, raw: bytes, *, language: str, sides: Mapping[str, str]) -> TextFile:
    """The text, operations and remarks of a DOCX.

    Every operation is against version 0, the text with all changes refused. `sides` says for which
    side the author of a change stands; any other author is dropped. `InputError` in one sentence
    where the file is damaged, no DOCX or empty.
    """
    package = Package(path, raw)
    found = list(_drafts(package, sides))
    title = _title(found, language)
    body = [one for one in found if not one.form.is_title]
    if not body:
        raise InputError("the DOCX holds no text; give one with paragraphs", file=path)
    placed = _placed(body, language)
    languages = tuple(dict.fromkeys(each for _, _, each in placed))
    base, added = _units(placed)
    text = NegotiatedText(title, languages, base)
    operations = tuple(_numbered(_operations(placed, text, added)))
    return TextFile(text, operations, remarks(package, placed, sides))


def _drafts(package: Package, sides: Mapping[str, str]) -> Iterator[Draft]:
    numbering = Numbering(package.part("word/numbering.xml"))
    styles, counting = Styles(package.part("word/styles.xml"), numbering), Counting(numbering)
    root = package.part("word/document.xml")
    body = None if root is None else root.find(f"{W}body")
    for flow in flows(Element("none") if body is None else body, styles):
        yield from drafts(flow, counting, sides)


def _title(found: list[Draft], language: str) -> dict[str, str]:
    titles: dict[str, str] = {}
    for one in found:
        if one.form.is_title and not one.is_added:
            titles.setdefault(one.name[0] if one.name else language, one.source)
    return titles


def _placed(body: list[Draft], language: str) -> list[tuple[Draft, str, str]]:
    """Each draft with its unit's id and its language; ids that are missing are given in order."""
    taken = {one.name[1] for one in body if one.name}
    free = (each for number in count(1) if (each := f"u{number}") not in taken)
    seen: set[tuple[str, str]] = set()
    told: dict[int, tuple[str, str]] = {}
    for wanted in (False, True):
        for place, one in enumerate(body):
            if one.is_added is wanted:
                is_own = one.name is not None and one.name not in seen
                name = one.name if one.name and is_own else (language, next(free))
                seen.add(name)
                told[place] = name
    return [(one, told[place][1], told[place][0]) for place, one in enumerate(body)]


def _units(placed: list[tuple[Draft, str, str]]) -> tuple[tuple[Unit, ...], dict[str, Unit]]:
    """The units of the text, and those that are added, each under what stands before it."""
    every: dict[str, Unit] = {}
    added: set[str] = set()
    for draft, name, language in placed:
        unit = Unit(
            name, draft.form.kind, {language: draft.source}, draft.number, level=draft.form.level
        )
        before = every.get(name)
        every[name] = before.with_text(language, draft.source) if before else unit
        if draft.is_added:
            added.add(name)
    sure = {name for draft, name, _ in placed if draft.form.is_sure}
    row = [
        one if one.id in sure else replace(one, kind=implied.kind)
        for one, implied in zip(every.values(), with_chapeaux(every.values()), strict=True)
    ]
    standing = [one for one in row if one.id not in added]
    base = tuple(
        replace(one, parent=parent) for one, parent in zip(standing, parents(standing), strict=True)
    )
    return base, dict(_under(row, added))


def _under(row: list[Unit], added: set[str]) -> Iterator[tuple[str, Unit]]:
    """Added units under the heading or chapeau of the text that they come behind."""
    headings: list[Unit] = []
    chapeau: Unit | None = None
    for one in row:
        if one.id in added:
            above = [*headings, chapeau] if chapeau else [*headings]
            context = [replace(each, parent=None) for each in above if each]
            yield one.id, replace(one, parent=parents([*context, one])[-1])
            continue
        if one.kind is UnitKind.HEADING:
            headings = [*(each for each in headings if each.level < one.level), one]
        if one.kind is not UnitKind.ITEM:
            chapeau = one if one.kind is UnitKind.CHAPEAU else None


def _operations(
    placed: list[tuple[Draft, str, str]], text: NegotiatedText, added: Mapping[str, Unit]
) -> Iterator[Operation]:
    after: str | None = None
    told: set[str] = set()
    for draft, name, language in placed:
        if draft.is_added and name in added and name not in told:
            yield Operation("", OperationKind.ADD, 0, after, added=added[name], side=draft.side)
        elif draft.gone_by is not None and name not in told:
            yield Operation("", OperationKind.SUP, 0, name, side=draft.gone_by)
        for side, changes in sorted((draft.changes or {}).items()):
            yield Operation("", OperationKind.MOD, 0, name, language, changes, side=side)
        if draft.is_added or draft.gone_by is not None:
            told.add(name)
        after = name if name in text.places else after


def _numbered(operations: Iterable[Operation]) -> Iterator[Operation]:
    return (replace(one, id=f"o{number}") for number, one in enumerate(operations, start=1))
