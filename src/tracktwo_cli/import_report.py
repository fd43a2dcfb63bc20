"""`tracktwo import-report`: a report document in, what a dialogue could start from out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from tracktwo.errors import OptionError
from tracktwo_cli.outputs import check_outputs, print_document, write_together
from tracktwo_cli.terminal import say, shown_progress

if TYPE_CHECKING:
    from tracktwo.exchange import Proposal


def import_report(
    file: Path,
    /,
    *,
    folder: Path | None = None,
    json: Annotated[str | None, Parameter(allow_leading_hyphen=True)] = None,
    language: Literal["en", "zh", "fr"] = "en",
    written_in: Literal["en", "zh", "fr"] | None = None,
) -> None:
    """Propose sides, perceptions, consequences, areas, milestones and open wordings from a report.

    Parameters
    ----------
    file
        The report: a text (UTF-8, Markdown or plain) or a DOCX, with headings and lists.
    folder
        Write the beginnings of a dialogue folder here; it must not exist yet, or be empty.
    json
        Write the proposal to this file as JSON; - for standard output.
    language
        Language of what is printed: en, zh or fr.
    written_in
        Language of the report; without it, it is told from the text.

    """
    from tracktwo.exchange import read_report
    from tracktwo.exchange.document import require_free

    outputs = [Path(json)] if json and json != "-" else []
    check_outputs(outputs, inputs=[file])
    if folder is not None:
        require_free(folder)
    with shown_progress() as progress:
        proposal = read_report(file, language=written_in, progress=progress)
    _write(proposal, folder, outputs, language)
    if json == "-":
        print_document(_as_json(proposal, language))
    else:
        _tell(proposal, language)
    for written in [*outputs, *([folder] if folder else [])]:
        say(f"wrote {written}")


def _write(proposal: "Proposal", folder: Path | None, outputs: list[Path], language: str) -> None:
    from tracktwo.exchange import write_proposal

    if folder is not None:
        try:
            write_proposal(proposal, folder)
        except OSError as error:
            raise OptionError(f"cannot write {folder}: {error.strerror}") from error
    write_together({path: _as_json(proposal, language) for path in outputs})


def _as_json(proposal: "Proposal", language: str) -> str:
    from tracktwo.exchange import proposal_to_json
    from tracktwo.locale import translator

    return proposal_to_json(proposal, translator(language))


def _tell(proposal: "Proposal", language: str) -> None:
    from tracktwo_cli.proposals import tell

    tell(proposal, language)
