"""Which documents of a report are asked for: languages, formats, and the file of each."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tracktwo.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracktwo.reports import Report, SideBySide

FORMATS: Final = ("pdf", "docx", "html", "md")


@dataclass(frozen=True, slots=True)
class Asked:
    """One document: its language, or the two beside each other, and how it is written."""

    languages: tuple[str, ...]
    kind: str

    def document(self, reports: "Mapping[str, Report]") -> "Report | SideBySide":
        """The report in that language or in both."""
        from tracktwo.reports import SideBySide

        first, *others = self.languages
        return SideBySide(reports[first], reports[others[0]]) if others else reports[first]

    def written(self, reports: "Mapping[str, Report]", *, line_numbers: bool) -> bytes:
        """The bytes of the file."""
        from tracktwo.reports import to_docx, to_html, to_markdown, to_pdf

        document = self.document(reports)
        match self.kind:
            case "pdf":
                return to_pdf(document, line_numbers=line_numbers)
            case "docx":
                return to_docx(document, line_numbers=line_numbers)
            case "html":
                return to_html(document).encode()
            case _:
                return to_markdown(document).encode()


def languages_of(asked: str) -> list[tuple[str, ...]]:
    """What --language names: documents by commas, two languages of one by a plus."""
    from tracktwo.locale import translator

    found = [tuple(one.split("+")) for one in asked.split(",")]
    for each in found:
        for one in each:
            translator(one)
        if len(each) > 2 or len(set(each)) < len(each):
            name = "+".join(each)
            raise OptionError(f"--language {name}: name one language, or two that differ, as en+zh")
    if len(set(found)) < len(found):
        raise OptionError(f"--language {asked} names one document twice; name each once")
    return found


def kinds_of(output: Path | None, asked: str) -> list[str]:
    """What --format names, by commas; without it, what the ending of the file says."""
    if output is None:
        if asked:
            raise OptionError(f"--format {asked} needs --output FILE, the file to write")
        return []
    kinds = asked.split(",") if asked else [_kind_by_ending(output)]
    for one in kinds:
        if one not in FORMATS:
            raise OptionError(f"--format {one} is not known; choose from {', '.join(FORMATS)}")
    return list(dict.fromkeys(kinds))


def files(output: Path, languages: list[tuple[str, ...]], kinds: list[str]) -> dict[Path, Asked]:
    """The file of each document: the one named, or for several its name with language and ending.

    >>> list(map(str, files(Path("r.pdf"), [("en",), ("en", "zh")], ["pdf", "docx"])))
    ['r.en.pdf', 'r.en.docx', 'r.en+zh.pdf', 'r.en+zh.docx']
    """
    asked = [Asked(each, kind) for each in languages for kind in kinds]
    if len(asked) == 1:
        return {output: asked[0]}
    stem = output.with_suffix("") if _ending(output) in FORMATS else output
    return {stem.with_name(f"{stem.name}{_told(one, languages)}.{one.kind}"): one for one in asked}


def _told(one: Asked, languages: list[tuple[str, ...]]) -> str:
    return f".{'+'.join(one.languages)}" if len(languages) > 1 else ""


def _kind_by_ending(output: Path) -> str:
    ending = _ending(output)
    if ending not in FORMATS:
        raise OptionError(
            f"{output.name} does not say how to write it; add --format pdf, docx, html or md"
        )
    return ending


def _ending(output: Path) -> str:
    return output.suffix.lower().removeprefix(".").replace("markdown", "md")
