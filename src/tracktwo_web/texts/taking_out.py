"""A text as files for people: which of its papers, in which languages, as the bytes of which format.

Nothing of a side's room goes into them: no draft, no note. They name no person, no computer, no time.
"""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from django.utils.translation import gettext

from tracktwo.errors import InputError, MoveError, OptionError
from tracktwo.exchange.texts import Layout, Remark, TextFile, write_text
from tracktwo.text import NegotiatedText, Operation, OperationKind
from tracktwo.text.changes.between import operations_between
from tracktwo.text.changes.derive import derived
from tracktwo.text.changes.effect import effect_of
from tracktwo.text.changes.history_json import operation_from
from tracktwo.text.views import chairs_text, clean, public, rolling
from tracktwo_web.dialogues.models import Attribution
from tracktwo_web.kit.languages import in_reader_language
from tracktwo_web.texts.domain.answers import CannotBe
from tracktwo_web.texts.queries import history_of
from tracktwo_web.texts.sentences import refusal_sentence
from tracktwo_web.texts.table import Table

FORMS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
}
"""Endings of the files that a text can be taken out as, with their media types."""
MARKED = ("docx", "pdf", "html")
"""Those that can show changes as changes."""


class Paper(StrEnum):
    """What is taken out: views of one text."""

    ROLLING = "rolling"
    CHAIRS = "chairs"
    CLEAN = "clean"
    COMPILATION = "compilation"
    PUBLIC = "public"


@dataclass(frozen=True)
class Wish:
    """What somebody wants: the paper, its languages, how lines are laid out, marked against which version."""

    paper: Paper
    languages: tuple[str, ...]
    is_side_by_side: bool = False
    has_line_numbers: bool = False
    since: int | None = None


def papers_of(table: Table) -> list[Paper]:
    """The papers that there are now."""
    found = [Paper.ROLLING]
    if table.text.choices.exists():
        found.append(Paper.CHAIRS)
    if table.tabled:
        found.append(Paper.COMPILATION)
    if not table.open_ones:
        found.append(Paper.CLEAN)
    if table.document.is_adopted:
        found.append(Paper.PUBLIC)
    return found


def written(table: Table, wish: Wish, form: str) -> bytes:
    """The bytes of a file. `CannotBe` where the paper is not to be had, or cannot be written so."""
    try:
        file = _file(table, wish)
        with tempfile.TemporaryDirectory(prefix="tracktwo-") as scratch:
            path = Path(scratch) / f"text.{form}"
            write_text(file, path, layout=_layout(table, wish))
            return path.read_bytes()
    except MoveError as error:
        raise CannotBe(refusal_sentence(error)) from error
    except (OptionError, InputError) as error:
        raise CannotBe(str(error)) from error


def _layout(table: Table, wish: Wish) -> Layout:
    return Layout(
        languages=wish.languages,
        arrangement="side by side" if wish.is_side_by_side else "one after the other",
        line_numbers=wish.has_line_numbers,
        authors=_authors(table) if _names_sides(table) else {},
        stage="adopted" if table.document.is_adopted else "draft",
    )


def _authors(table: Table) -> dict[str, str]:
    return {code: in_reader_language(side.names) for code, side in table.sides.items()}


def _names_sides(table: Table) -> bool:
    return bool(table.text.dialogue.attribution == Attribution.SIDE)


def _file(table: Table, wish: Wish) -> TextFile:
    if wish.paper is Paper.COMPILATION:
        return _compilation(table)
    now = _view(table, table.now, wish.paper)
    return TextFile(now) if wish.since is None else _marked(table, now, wish.since)


def _view(table: Table, text: NegotiatedText, paper: Paper) -> NegotiatedText:
    names = _names(table)
    if paper is Paper.CHAIRS:
        return rolling(chairs_text(text, _choices(table), sides=names), sides=names)
    if paper is Paper.CLEAN:
        return clean(text, sides=names)
    if paper is Paper.PUBLIC:
        public(text, document=table.document)
        return clean(text)
    return rolling(text, sides=names)


def _names(table: Table) -> tuple[str, ...]:
    """By what a side may be called before a wording: its code, and its names."""
    called = [name for one in table.sides.values() for name in one.names.values()]
    return tuple(dict.fromkeys([*table.codes, *called]))


def _choices(table: Table) -> dict[str, int | None]:
    """What the chair proposes, as far as the bracket still offers it in every language."""
    offered = {one.id: min(len(here.alternatives) for here in one.words) for one in table.open_ones}
    told = table.text.choices.values_list("bracket", "alternative")
    return {
        bracket: alternative
        for bracket, alternative in told
        if bracket in offered and (alternative is None or alternative < offered[bracket])
    }


def _marked(table: Table, now: NegotiatedText, since: int) -> TextFile:
    """The text with what has changed since an earlier version as changes to it."""
    history = history_of(table.text)
    try:
        before = history.at(since)
    except OptionError as error:
        sentence = gettext("There is no version %(version)s: choose another.")
        raise CannotBe(sentence % {"version": since}) from error
    old = rolling(before, sides=_names(table))
    return TextFile(old, tuple(_placed(operations_between(old, now), old)))


def _placed(operations: Iterable[Operation], old: NegotiatedText) -> Iterator[Operation]:
    """Operations that were written one after the other, all against the version before them.

    A unit that comes behind another that comes is put behind the last one that was there.
    """
    standing: dict[str | None, str | None] = {}
    for one in operations:
        if one.added is None:
            yield replace(one, base=old.version)
            continue
        after = one.unit if one.unit in old.places else standing.get(one.unit)
        standing[one.added.id] = after
        parent = one.added.parent if one.added.parent in old.places else None
        yield replace(one, base=old.version, unit=after, added=replace(one.added, parent=parent))


def _compilation(table: Table) -> TextFile:
    """The text and every proposal on the table as a change; by the rule of the dialogue, whose it is and why."""
    names = _names(table)
    base = replace(rolling(table.now, sides=names), kept=(), gone=())
    operations = (operation_from(one.operation) for one in table.tabled)
    made = [each for one in operations if (each := _retold(table, base, one, names)) is not None]
    return TextFile(base, tuple(made), tuple(filter(None, map(_reason, made))))


def _reason(one: Operation) -> Remark | None:
    """Why something is proposed, as a remark on its passage."""
    words = in_reader_language(one.rationale)
    if not words or one.unit is None:
        return None
    language = one.language or next(iter(one.added.texts) if one.added else iter(one.rationale))
    return Remark(one.id, words, one.unit, language, side=one.side)


def _retold(
    table: Table, base: NegotiatedText, one: Operation, names: tuple[str, ...]
) -> Operation | None:
    """A proposal against the words as they are shown, without marks and names before wordings."""
    names_sides = _names_sides(table)
    try:
        after = rolling(effect_of(table.now, one).after, sides=names)
    except OptionError:
        return None
    told = replace(one, base=base.version, replacements=())
    if not names_sides:
        told = replace(told, side="", rationale={})
    if one.added:
        return replace(told, added=after.unit(one.added.id))
    if one.unit is None or one.kind not in (OperationKind.MOD, OperationKind.ALT):
        return told
    words = _words(base, one), _words(after, one)
    return replace(told, kind=OperationKind.MOD, replacements=derived(*words))


def _words(text: NegotiatedText, one: Operation) -> str:
    return text.unit(one.unit or "").texts.get(one.language, "")


def read_wish(told: Mapping[str, str], table: Table) -> Wish | None:
    """What a form asks for; None for what no form of ours can ask."""
    languages, since = table.now.languages, told.get("since", "")
    paper, language = told.get("paper", Paper.ROLLING), told.get("language", "")
    if paper not in set(Paper) or (language and language not in languages):
        return None
    if since and not (since.isascii() and since.isdecimal() and len(since) < 10):
        return None
    return Wish(
        Paper(paper),
        (language,) if language else languages,
        told.get("beside") == "on" and not language,
        told.get("lines") == "on",
        int(since) if since else None,
    )
