"""The one door in for negotiated texts: look at what a path is and read it."""

import re
from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path

from tracktwo.errors import InputError
from tracktwo.exchange.document.source import bytes_of, is_zip, text_of
from tracktwo.exchange.texts.docx_in.read import from_docx
from tracktwo.exchange.texts.markdown_in import from_markdown, is_own_markdown
from tracktwo.exchange.texts.place import text_files, text_place
from tracktwo.exchange.texts.plain_in import from_plain
from tracktwo.exchange.texts.text_file import TextFile

_READ = "a folder of text.en.md and the like, .md, .txt or .docx"
_ENDINGS = {".md", ".markdown", ".txt", ".docx"}
_LANGUAGE = re.compile(r".+\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.(?:md|markdown|txt|docx)")


def read_text(
    path: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    language: str = "en",
    sides: Mapping[str, str] | None = None,
) -> TextFile:
    """A negotiated text from a folder, a file, or several files of our own Markdown.

    `language` is that of a file which does not say its own, by its name (text.zh.md) or inside.
    `sides` says for which side the author of a tracked change or comment in a DOCX stands; other
    authors are dropped. `InputError` with the file, the line and the remedy for what cannot be read.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "draft.txt"
    >>> file.write_text("The parties [shall/should] meet.")
    32
    >>> read_text(file).text.units[0].texts
    {'en': 'The parties [shall/should] meet.'}
    """
    paths = [text_place(path)] if isinstance(path, str | PathLike) else [Path(one) for one in path]
    if len(paths) == 1 and paths[0].is_dir():
        return _read_folder(paths[0])
    if len(paths) == 1:
        return _read_file(paths[0], language, sides or {})
    return _read_several(paths)


def _read_folder(folder: Path) -> TextFile:
    paths = text_files(folder)
    if not paths:
        message = "there is no text.en.md or the like; add one file for each language"
        raise InputError(message, file=folder)
    return _read_several(paths)


def _read_several(paths: list[Path]) -> TextFile:
    if not paths:
        raise InputError("no file is named; name at least one")
    sources = {one: text_of(one, bytes_of(one)) for one in paths}
    foreign = next((one for one, source in sources.items() if not is_own_markdown(source)), None)
    if foreign is not None:
        message = "this file has no ids that link it to the others; read it alone first"
        raise InputError(message, file=foreign)
    return TextFile(from_markdown(sources))


def _read_file(path: Path, language: str, sides: Mapping[str, str]) -> TextFile:
    raw = bytes_of(path)
    if path.suffix.lower() not in _ENDINGS:
        raise InputError(f"this kind of file holds no negotiated text; give {_READ}", file=path)
    named = _LANGUAGE.fullmatch(path.name)
    spoken = named[1] if named else language
    if is_zip(raw):
        return from_docx(path, raw, language=spoken, sides=sides)
    if path.suffix.lower() == ".docx":
        raise InputError("this is no DOCX, whatever its name says; save it as DOCX", file=path)
    source = text_of(path, raw)
    if is_own_markdown(source):
        return TextFile(from_markdown({path: source}))
    return TextFile(from_plain(source, language=spoken))
