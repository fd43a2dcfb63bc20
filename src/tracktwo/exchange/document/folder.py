"""A proposal as the beginnings of a dialogue folder that a person can edit."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import TypeVar

from tracktwo.errors import OptionError
from tracktwo.exchange.document.proposal import Passage, Proposal
from tracktwo.exchange.document.sentences import remark_sentence
from tracktwo.exchange.placing import new_folder
from tracktwo.locale import LANGUAGES, translator

Row = Sequence[object]
Found = TypeVar("Found")


def write_proposal(proposal: Proposal, path: str | PathLike[str]) -> None:
    r"""Write a proposal as a dialogue folder without votes, for a person to mend.

    `dialogue.toml` and `statements.csv` are those of a dialogue folder; `consequences.csv`,
    `areas.csv`, `milestones.csv`, `brackets.csv` (doubts too) and `remarks.csv` stand beside them,
    every row with the line it comes from. The folder appears under its name only when it is complete.

    Raises `OptionError` where the proposal is empty or the target exists and is not empty.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp()) / "dialogue"
    >>> write_proposal(Proposal("a.txt", "", "en", "line", 1, doubts=(Passage("x?", (), True, "", "", 1),)), folder)
    >>> (folder / "brackets.csv").read_text(encoding="utf-8").splitlines()[1]
    '1,doubt,x?,,yes,,'
    """
    target = Path(path)
    if proposal.is_empty:
        raise OptionError(f"nothing was found in {proposal.document}; no folder was written")
    with new_folder(target) as folder:
        _write(folder / "dialogue.toml", _toml(proposal))
        for name, (header, rows) in _tables(proposal).items():
            _write_table(folder / f"{name}.csv", header, rows)


def _tables(proposal: Proposal) -> dict[str, tuple[Row, Iterable[Row]]]:
    text, line = f"text_{proposal.language}", proposal.unit
    return {
        "statements": (
            ("statement", "theme", "about", "kind", "scale", text, "source"),
            _statements(proposal),
        ),
        "consequences": (
            ("consequence", text, "source", line),
            ((n, one.text, one.source, one.line) for n, one in _numbered(proposal.consequences)),
        ),
        "areas": (
            ("area", f"name_{proposal.language}", "source", line),
            ((n, one.name, one.source, one.line) for n, one in _numbered(proposal.areas)),
        ),
        "milestones": (
            ("milestone", "start", "end", "dated", text, line),
            (
                (n, one.start, one.end, one.dated, one.text, one.line)
                for n, one in _numbered(proposal.milestones)
            ),
        ),
        "brackets": (
            (line, "kind", "text", "alternatives", "doubt", "before", "after"),
            (*_passages(proposal.brackets, "bracket"), *_passages(proposal.doubts, "doubt")),
        ),
        "remarks": ((line, "remark"), _remarks(proposal)),
    }


def _statements(proposal: Proposal) -> Iterator[Row]:
    """One statement a perception; its id says who holds it, its source where it stands."""
    counts: dict[str, int] = {}
    for one in proposal.perceptions:
        counts[one.holder] = counts.get(one.holder, 0) + 1
        source = one.source or f"{proposal.unit} {one.line}"
        yield (
            f"{one.holder}-{counts[one.holder]}",
            one.theme,
            one.about,
            "",
            "vote",
            one.text,
            source,
        )


def _passages(passages: Iterable[Passage], kind: str) -> Iterator[Row]:
    for one in passages:
        alternatives = " | ".join(one.alternatives)
        doubt = "yes" if one.has_doubt else "no"
        yield one.line, kind, one.text, alternatives, doubt, one.before.strip(), one.after.strip()


def _remarks(proposal: Proposal) -> Iterator[Row]:
    words = translator(proposal.language if proposal.language in LANGUAGES else "en")
    for one in proposal.remarks:
        yield one.line, remark_sentence(one, words)


def _numbered(found: Iterable[Found]) -> Iterator[tuple[int, Found]]:
    return enumerate(found, start=1)


def _toml(proposal: Proposal) -> str:
    title = {proposal.language: proposal.title} if proposal.title else {}
    lines = [
        f"title = {_inline(title)}",
        f"languages = [{_quoted(proposal.language)}]",
        "k = 3",
        'stage = "convene"',
        f"note = {_inline(_note(proposal))}",
    ]
    for side in proposal.sides:
        names = _inline({proposal.language: side.name})
        lines += ["", "[[parties]]", f"id = {_quoted(side.id)}", f"names = {names}"]
    return "\n".join(lines) + "\n"


def _note(proposal: Proposal) -> Mapping[str, str]:
    return {
        language: translator(language).gettext(
            "Proposed by a program from {document}; nobody has confirmed it yet.",
            document=proposal.document,
        )
        for language in LANGUAGES
    }


def _inline(texts: Mapping[str, str]) -> str:
    pairs = ", ".join(f"{_quoted(key)} = {_quoted(text)}" for key, text in texts.items())
    return f"{{ {pairs} }}" if pairs else "{}"


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _write_table(path: Path, header: Row, rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
