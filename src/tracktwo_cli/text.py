"""`tracktwo text`: the brackets of a text under negotiation, what is open, its flaws, versions and formats."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from tracktwo.errors import OptionError
from tracktwo_cli.counts import Whole
from tracktwo_cli.outputs import check_outputs, print_document
from tracktwo_cli.printed import AS_TEXT, Language, Printed
from tracktwo_cli.terminal import say

if TYPE_CHECKING:
    from tracktwo.exchange.texts import TextFile

NOT_WHOLE = 1
NUMBERED = (".docx", ".pdf")
"""Endings of files whose lines can be numbered."""
WITH_PROPOSALS = (".docx", ".pdf", ".html")
"""Endings of files that show what is proposed."""
Flag = Parameter(negative="")
Repeated = Parameter(negative="")

text = App(name="text", help="Check, count, lint, compare and convert a text under negotiation.")


@text.command
def check(
    file: Path,
    /,
    *,
    side: Annotated[list[str] | None, Repeated] = None,
    printed: Printed = AS_TEXT,
) -> None:
    """List the brackets of a text, places that may not be settled, and brackets that are not whole.

    Ends with 1 where a bracket is not whole.

    Parameters
    ----------
    file
        The text: TXT, Markdown (UTF-8) or DOCX, or a folder of our own Markdown, each file of which
        is checked. Of a DOCX, paragraphs are counted and not lines.
    side
        A name that stands before a side's wording, as in [NATO: shall]. May be repeated.
    printed
        How it is printed.

    """
    from tracktwo_cli.text_documents import check_document
    from tracktwo_cli.text_findings import checked, tell_check
    from tracktwo_cli.text_negotiation import negotiation_in

    if printed.json and file.is_dir():
        raise OptionError("--json is for one file; name one of the folder, such as text.en.md")
    results = [checked(one, tuple(side or ())) for one in _inside(file) or [file]]
    is_whole = not any(found.errors for found, _, _ in results)
    if is_whole:
        negotiation_in(file)
    for found, source, name in results:
        if printed.json:
            print_document(check_document(found, source))
        else:
            tell_check(found, source, name=name, language=printed.language)
    if not is_whole:
        sys.exit(NOT_WHOLE)


@text.command
def lint(
    file: Path,
    /,
    *,
    written_in: Language | None = None,
    printed: Printed = AS_TEXT,
) -> None:
    """Find what a careful reader would mark: doubled words, wrong articles, names spelt two ways.

    Parameters
    ----------
    file
        The text: TXT, Markdown (UTF-8) or DOCX.
    written_in
        Language of the text; without it, it is told from the text.
    printed
        How it is printed.

    """
    from tracktwo.exchange.document.languages import language_of
    from tracktwo.locale import translator
    from tracktwo.text.lint import lint_source
    from tracktwo_cli.text_documents import lint_document
    from tracktwo_cli.text_flaws import tell_lint
    from tracktwo_cli.text_source import source_of

    source = source_of(file)
    read_as = written_in or language_of(source.text)
    flaws = lint_source(source.text, read_as)
    if printed.json:
        print_document(lint_document(flaws, source, read_as, translator(printed.language)))
    else:
        tell_lint(flaws, source, name=file.name, written_in=read_as, language=printed.language)


@text.command
def compare(
    old: Path,
    new: Path,
    /,
    *,
    written_in: Language | None = None,
    printed: Printed = AS_TEXT,
) -> None:
    """Compare two versions unit by unit, sentence by sentence, word by word.

    Parameters
    ----------
    old
        The earlier version: TXT, Markdown, DOCX, or a folder of our own Markdown.
    new
        The later one.
    written_in
        Language to compare; without it, the first that both hold.
    printed
        How it is printed.

    """
    from tracktwo.text.versions.compare import compare as compared
    from tracktwo_cli.text_changes import tell_comparison
    from tracktwo_cli.text_documents import comparison_document
    from tracktwo_cli.text_source import file_of, has_ids, shared_language

    files = {path: file_of(path, written_in) for path in (old, new)}
    for path, file in files.items():
        if file.operations:
            say(f"not compared: tracked changes of {path} ({len(file.operations)})")
    before, after = files[old].text, files[new].text
    shared = shared_language({old: before, new: after}, written_in)
    found = compared(before, after, shared, by_id=has_ids(old) and has_ids(new))
    if printed.json:
        print_document(comparison_document(found))
    else:
        tell_comparison(found, printed.language)


@text.command
def ledger(
    file: Path,
    /,
    *,
    session: Annotated[int | None, Whole] = None,
    side: Annotated[list[str] | None, Repeated] = None,
    hide_sides: Annotated[bool, Flag] = False,
    written_in: Language | None = None,
    printed: Printed = AS_TEXT,
) -> None:
    """List what is open: each bracket with its age, reason and holder, and what to settle first.

    Of a folder with the history of a text, also what each session left open and what the sides say.

    Parameters
    ----------
    file
        The text: TXT, Markdown, DOCX, or a folder of our own Markdown.
    session
        Number of the session now, from which ages are counted; without it, the last that is noted.
    side
        A name that stands before a side's wording, as in [NATO: shall]. May be repeated.
    hide_sides
        Leave out who holds what, and the names before wordings.
    written_in
        Language of a text that does not say it; without it, it is told from the text.
    printed
        How it is printed.

    """
    from tracktwo.text.ledger import Policy, ledger_to_json
    from tracktwo_cli.text_ledger import ledger_of, tell_ledger
    from tracktwo_cli.text_negotiation import negotiation_in, sessions_of, tell_negotiation
    from tracktwo_cli.text_source import file_of

    told = negotiation_in(file)
    held = file_of(file, written_in)
    if held.operations:
        say(f"not counted: tracked changes of {file} ({len(held.operations)})")
    policy: Policy = "hidden" if hide_sides else "side"
    now = told.session if told and session is None else session
    sides = tuple(side or ())
    found = ledger_of(file, held, session=now, policy=policy, sides=sides)
    sessions = sessions_of(told, policy=policy, sides=sides) if told else ()
    if printed.json:
        print_document(ledger_to_json(found, sessions))
        return
    tell_ledger(found, name=file.name, language=printed.language)
    if told:
        tell_negotiation(told, sessions, language=printed.language, hides_sides=hide_sides)


@text.command
def convert(
    file: Path,
    output: Path,
    /,
    *,
    lines: Annotated[bool, Flag] = False,
    written_in: Language | None = None,
) -> None:
    """Write a text in another format, told by the ending: md, txt, docx, html, pdf or xml.

    Parameters
    ----------
    file
        The text: TXT, Markdown, DOCX, or a folder of our own Markdown.
    output
        The file to write. xml is Akoma Ntoso.
    lines
        Number the lines, in docx and pdf.
    written_in
        Language of a text that does not say it; without it, it is told from the text.

    """
    from tracktwo.exchange.texts import Layout, write_text
    from tracktwo_cli.text_source import file_of

    check_outputs([output], inputs=[file, *_inside(file)])
    if lines and output.suffix.lower() not in NUMBERED:
        raise OptionError("--lines numbers lines of a .docx or .pdf; name such a file")
    held = file_of(file, written_in)
    write_text(held, output, layout=Layout(line_numbers=lines))
    say(f"wrote {output}")
    if lost := _lost(held, output.suffix.lower()):
        say(f"left out, since {output.name} cannot hold them: {' and '.join(lost)}")


def _inside(file: Path) -> list[Path]:
    """The files of a folder of our own Markdown."""
    from tracktwo.exchange.texts.place import text_files, text_place

    return text_files(text_place(file))


def _lost(held: "TextFile", ending: str) -> list[str]:
    """What a file with this ending does not hold."""
    lost = []
    if held.operations and ending not in WITH_PROPOSALS:
        lost.append(f"tracked changes ({len(held.operations)})")
    if held.remarks and ending != ".docx":
        lost.append(f"comments ({len(held.remarks)})")
    return lost
