"""`tracktwo report`: the folder of a dialogue in, its joint report or one side’s brief out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from tracktwo.errors import OptionError
from tracktwo_cli.counts import Whole
from tracktwo_cli.outputs import check_outputs, print_document, write_bytes_together
from tracktwo_cli.terminal import say, shown_progress

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracktwo.reports import Report, SideBySide
    from tracktwo.reports.joint import Material

Format = Literal["pdf", "docx", "html", "md"]


def report(
    path: Path,
    /,
    *,
    output: Path | None = None,
    format_: Annotated[Format | None, Parameter(name="--format")] = None,
    language: str = "en",
    brief: str = "",
    line_numbers: Annotated[bool, Parameter(negative="")] = False,
    json: Annotated[bool, Parameter(negative="")] = False,
    seed: Annotated[int, Whole] = 0,
) -> None:
    """Write the joint report of a dialogue, or the private brief of one side.

    Parameters
    ----------
    path
        The folder of a dialogue: whatever it holds of answers, maps, risks, options and texts.
    output
        The file to write; without it, what stands in the way of publishing is printed.
    format_
        pdf, docx, html or md; without it, as the file's ending says.
    language
        Language of the report: en, zh or fr; two beside each other as en+zh.
    brief
        The party whose private brief is written: the joint report, and what this side alone may see.
    line_numbers
        Number the lines (pdf, docx).
    json
        Print sections, hash and what stands in the way of publishing as JSON.
    seed
        Fixes what is drawn at random.

    """
    kind = _format(output, format_)
    languages = _languages(language)
    check_outputs(filter(None, [output]), inputs=[path])
    with shown_progress() as progress:
        from tracktwo.reports.joint import gathered

        material = gathered(path, progress=progress, seed=seed)
        _require_languages(languages, material)
        progress("writing the report", 0, 0)
        reports = _reports(material, brief)
        if output is not None and kind is not None:
            made = _written(_document(reports, languages), kind, line_numbers=line_numbers)
            write_bytes_together({output: made})
    _tell(material, reports, languages[0], as_json=json)
    if output is not None:
        say(f"wrote {output}")


def _format(output: Path | None, asked: Format | None) -> Format | None:
    if output is None:
        if asked:
            raise OptionError(f"--format {asked} needs --output FILE, the file to write")
        return None
    ending = output.suffix.lower().removeprefix(".").replace("markdown", "md")
    known: dict[str, Format] = {"pdf": "pdf", "docx": "docx", "html": "html", "md": "md"}
    if asked:
        return asked
    if ending not in known:
        raise OptionError(f"{output.name} does not say how to write it; add --format pdf, docx, html or md")  # fmt: skip
    return known[ending]


def _languages(asked: str) -> list[str]:
    from tracktwo.locale import translator

    languages = asked.split("+")
    for one in languages:
        translator(one)
    if len(languages) > 2 or len(set(languages)) < len(languages):
        raise OptionError(f"--language {asked}: name one language, or two that differ, as en+zh")
    return languages


def _require_languages(languages: list[str], material: "Material") -> None:
    for one in languages:
        if one not in material.languages:
            known = ", ".join(material.languages)
            raise OptionError(f"the dialogue is not held in {one}; choose from {known}")


def _reports(material: "Material", brief: str) -> "Mapping[str, Report]":
    from tracktwo.reports.brief import briefs
    from tracktwo.reports.joint import joint_reports

    return briefs(material, brief) if brief else joint_reports(material)


def _document(reports: "Mapping[str, Report]", languages: list[str]) -> "Report | SideBySide":
    from tracktwo.reports import SideBySide

    first, *others = languages
    return SideBySide(reports[first], reports[others[0]]) if others else reports[first]


def _written(document: "Report | SideBySide", kind: Format, *, line_numbers: bool) -> bytes:
    from tracktwo.reports import to_docx, to_html, to_markdown, to_pdf

    match kind:
        case "pdf":
            return to_pdf(document, line_numbers=line_numbers)
        case "docx":
            return to_docx(document, line_numbers=line_numbers)
        case "html":
            return to_html(document).encode()
        case _:
            return to_markdown(document).encode()


def _tell(
    material: "Material", reports: "Mapping[str, Report]", language: str, *, as_json: bool
) -> None:
    from tracktwo_cli.report_findings import as_document, tell

    if as_json:
        print_document(as_document(material, reports, language))
    else:
        tell(material, reports, language)
