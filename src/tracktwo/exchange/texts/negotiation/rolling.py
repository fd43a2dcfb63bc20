"""The rolling text beside its history: the files must read as the history ends."""

from pathlib import Path

from tracktwo.errors import InputError
from tracktwo.exchange.texts.markdown_in import from_markdown
from tracktwo.exchange.texts.markdown_out import as_markdown
from tracktwo.exchange.texts.read import read_text
from tracktwo.text.units import NegotiatedText, Unit

_REMEDY = "mend the file, or bring the change in as a proposal"


def require_same(folder: Path, text: NegotiatedText) -> None:
    """Refuse text.en.md and the like where they are not the text that the history ends with."""
    files = {language: folder / file_name(language) for language in text.languages}
    missing = next((one for one in files.values() if not one.exists()), None)
    if missing:
        message = f"there is no {missing.name}, and the history has the text in it; add the file"
        raise InputError(message, file=folder)
    surplus = next((one for one in folder.glob("text*.md") if one not in files.values()), None)
    if surplus:
        message = "the history knows nothing of this file; take it out of the folder"
        raise InputError(message, file=surplus)
    found = read_text(folder).text
    _compare(files, found, _as_written(folder, text))


def file_name(language: str) -> str:
    """The file of one language."""
    return f"text.{language}.md"


def _as_written(folder: Path, text: NegotiatedText) -> NegotiatedText:
    """The text as files of ours say it, which carry neither its version nor what is gone."""
    names = sorted(map(file_name, text.languages))
    languages = {file_name(one): one for one in text.languages}
    return from_markdown({folder / one: as_markdown(text, [languages[one]]) for one in names})


def _compare(files: dict[str, Path], found: NegotiatedText, wanted: NegotiatedText) -> None:
    first = next(iter(files.values()))
    if found.title != wanted.title:
        raise InputError(f"the title is not that of the history; {_REMEDY}", file=first)
    for here, there in zip(found.units, wanted.units, strict=False):
        if here.id != there.id:
            message = f"unit {here.id} stands where the history has {there.id}; {_REMEDY}"
            raise InputError(message, file=first)
        if here != there:
            message = f"unit {here.id} does not read as the history ends; {_REMEDY}"
            raise InputError(message, file=_file_of(files, here, there))
    shared = min(len(found.units), len(wanted.units))
    for unit in wanted.units[shared:]:
        raise InputError(f"unit {unit.id} of the history is missing; {_REMEDY}", file=first)
    for unit in found.units[shared:]:
        raise InputError(f"the history has no unit {unit.id}; {_REMEDY}", file=first)


def _file_of(files: dict[str, Path], here: Unit, there: Unit) -> Path:
    """The file in which two states of a unit differ, the first where the build of it differs."""
    return next(
        (path for one, path in files.items() if here.texts.get(one) != there.texts.get(one)),
        next(iter(files.values())),
    )
