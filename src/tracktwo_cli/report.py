"""`tracktwo report`: the folder of a dialogue in, its joint report or one side’s brief out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from tracktwo.errors import OptionError
from tracktwo_cli.counts import Whole
from tracktwo_cli.outputs import check_outputs, print_document, write_bytes_together
from tracktwo_cli.record_inputs import keys_of
from tracktwo_cli.report_files import files, kinds_of, languages_of
from tracktwo_cli.terminal import say, shown_progress

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracktwo.record import Log
    from tracktwo.reports import Report
    from tracktwo.reports.joint import Material

Flag = Parameter(negative="")


def report(
    path: Path,
    /,
    *,
    output: Path | None = None,
    format_: Annotated[str, Parameter(name="--format")] = "",
    language: str = "en",
    brief: str = "",
    line_numbers: Annotated[bool, Flag] = False,
    record: Path | None = None,
    key: Annotated[list[str] | None, Flag] = None,
    draft: str = "",
    json: Annotated[bool, Flag] = False,
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
        pdf, docx, html or md, several by commas; without it, as the file's ending says.
    language
        Language of the report: en, zh or fr; two beside each other as en+zh; several files as en,zh,fr.
    brief
        The party whose private brief is written: the joint report, and what this side alone may see.
    line_numbers
        Number the lines (pdf, docx).
    record
        A record file: all sides must have signed this report in it before it is published.
    key
        The public key with which a party's log begins: --key nato=ed25519:... (may be repeated).
    draft
        PARTY=FILE: write the entry by which that side signs the report, for tracktwo record sign.
    json
        Print sections, hash and what stands in the way of publishing as JSON.
    seed
        Fixes what is drawn at random.

    """
    from tracktwo_cli.report_signing import draft_of, logs_in, signatures_in

    languages = languages_of(language)
    kinds = kinds_of(output, format_)
    asked = files(output, languages, kinds) if output is not None else {}
    drafts = [Path(draft.partition("=")[2])] if "=" in draft else []
    check_outputs([*asked, *drafts], inputs=[path, *([record] if record else [])])
    keys = keys_of(key)
    logs: Mapping[str, Log] = logs_in(record, keys) if record else {}
    signatures = signatures_in(logs, record) if record else None
    with shown_progress() as progress:
        from tracktwo.reports.joint import gathered
        from tracktwo_cli.report_findings import digest_of

        material = gathered(path, progress=progress, seed=seed)
        _require_languages(languages, material)
        progress("writing the report", 0, 0)
        reports = _reports(material, brief, signatures)
        made = {
            file: one.written(reports, line_numbers=line_numbers) for file, one in asked.items()
        }
        if draft:
            digest = digest_of(reports[languages[0][0]])
            made |= draft_of(draft, material, digest, logs=logs, keys=keys)
        write_bytes_together(made)
    _tell(material, reports, languages[0][0], signatures, as_json=json)
    for file in made:
        say(f"wrote {file}")


def _require_languages(languages: list[tuple[str, ...]], material: "Material") -> None:
    for one in (each for document in languages for each in document):
        if one not in material.languages:
            known = ", ".join(material.languages)
            raise OptionError(f"the dialogue is not held in {one}; choose from {known}")


def _reports(
    material: "Material", brief: str, signatures: "Mapping[str, str] | None"
) -> "Mapping[str, Report]":
    from tracktwo.reports.brief import briefs
    from tracktwo.reports.joint import joint_reports

    if brief:
        return briefs(material, brief, signatures=signatures)
    return joint_reports(material, signatures=signatures)


def _tell(
    material: "Material",
    reports: "Mapping[str, Report]",
    language: str,
    signatures: "Mapping[str, str] | None",
    *,
    as_json: bool,
) -> None:
    from tracktwo.reports.gate import gate
    from tracktwo_cli.report_findings import as_document, digest_of, tell

    found = gate(material, signatures=signatures, digest=digest_of(reports[language]))
    if as_json:
        print_document(as_document(material, reports, language, found))
    else:
        tell(material, reports, language, found)
