"""The door out for a negotiation: a new folder, all of it or nothing."""

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from pathlib import Path

from tracktwo.errors import InputError, OptionError
from tracktwo.exchange.document import require_free
from tracktwo.exchange.texts.negotiation.log_out import move_rows, position_rows
from tracktwo.exchange.texts.negotiation.names import (
    HISTORY,
    MOVE_COLUMNS,
    MOVES,
    POSITION_COLUMNS,
    POSITIONS,
    PROPOSALS,
    PROPOSALS_SCHEMA,
    STATE,
)
from tracktwo.exchange.texts.negotiation.plain import json_text
from tracktwo.exchange.texts.negotiation.read import read_negotiation
from tracktwo.exchange.texts.negotiation.remarks_file import (
    REMARK_COLUMNS,
    REMARKS,
    remark_rows,
)
from tracktwo.exchange.texts.negotiation.state_file import state_text
from tracktwo.exchange.texts.write import write_text
from tracktwo.text.changes.history_json import history_document, operation_document
from tracktwo.text.negotiation import Negotiation


def write_negotiation(negotiation: Negotiation, path: str | PathLike[str]) -> None:
    """Write a negotiation as a folder that `read_negotiation` gives back.

    Tables and proposals of which there are none get no file. The folder appears under its name only
    when all of it is written and was read again. Blanks around a reason, the name of a group or a remark go.
    `OptionError` where the target exists and is not empty, or the negotiation holds what a file
    cannot.
    """
    target = Path(path)
    require_free(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".writing-") as scratch:
            folder = Path(scratch) / "text"
            _write(negotiation, folder)
            if target.exists():
                target.rmdir()
            folder.rename(target)
    except OSError as error:
        raise OptionError(f"cannot write to {target}: {error.strerror}") from error


def _write(negotiation: Negotiation, folder: Path) -> None:
    write_text(negotiation.text, folder)
    for name, text in _files(negotiation):
        try:
            (folder / name).write_bytes(text.encode())
        except UnicodeEncodeError:
            message = f"{name} would hold half of a character (a lone surrogate)"
            raise OptionError(f"{message}; write these words anew") from None
    try:
        read_negotiation(folder)
    except InputError as error:
        name, line = Path(error.file).name, f", line {error.line}" if error.line else ""
        raise OptionError(f"{name}{line} could not be read again: {error.message}") from None


def _files(negotiation: Negotiation) -> Iterator[tuple[str, str]]:
    history = history_document(negotiation.history, sessions=negotiation.sessions)
    yield HISTORY, json_text(history)
    yield STATE, state_text(negotiation)
    if positions := position_rows(negotiation.log):
        yield POSITIONS, _table(POSITION_COLUMNS, positions)
    if moves := move_rows(negotiation.log):
        yield MOVES, _table(MOVE_COLUMNS, moves)
    if remarks := remark_rows(negotiation.remarks):
        yield REMARKS, _table(REMARK_COLUMNS, remarks)
    if negotiation.operations:
        operations = [operation_document(one) for one in negotiation.operations]
        yield PROPOSALS, json_text({"schema": PROPOSALS_SCHEMA, "operations": operations})


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([header, *rows])
    return text.getvalue()
