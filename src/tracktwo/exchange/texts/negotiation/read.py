"""The door in for a negotiation: a folder with the text, its history, and what was said of it."""

from os import PathLike
from pathlib import Path

from tracktwo.errors import InputError, OperationError, TracktwoError
from tracktwo.exchange.settings import read_settings
from tracktwo.exchange.texts.negotiation.known import Known
from tracktwo.exchange.texts.negotiation.log_in import read_log
from tracktwo.exchange.texts.negotiation.names import (
    HISTORY,
    PROPOSALS,
    PROPOSALS_SCHEMA,
    STATE,
)
from tracktwo.exchange.texts.negotiation.plain import JSON, json_in
from tracktwo.exchange.texts.negotiation.remarks_file import read_remarks
from tracktwo.exchange.texts.negotiation.rolling import require_same
from tracktwo.exchange.texts.negotiation.state_file import read_state
from tracktwo.exchange.texts.place import text_place
from tracktwo.text.changes.effect import refuse
from tracktwo.text.changes.history import History
from tracktwo.text.changes.history_json import history_from, operation_from, sessions_from
from tracktwo.text.changes.operations import Operation
from tracktwo.text.changes.reasons import Reason
from tracktwo.text.negotiation import Negotiation


def is_negotiation(path: str | PathLike[str]) -> bool:
    """Whether a path is a folder that holds the history of a text."""
    return (text_place(path) / HISTORY).exists()


def read_negotiation(path: str | PathLike[str]) -> Negotiation:
    """The negotiation that a folder holds; docs/text-formats.md has its files.

    history.json, text.toml and one text.en.md or the like for each language are needed; positions.csv,
    moves.csv, proposals.json and remarks.csv are not. Where the folder above has a dialogue.toml, its parties are
    the only sides. `InputError` in one sentence, with the file, the line where there is one, and what
    to do, for anything that cannot be read or does not fit the rest.

    >>> import tempfile
    >>> from tracktwo.exchange.texts import write_negotiation
    >>> from tracktwo.text import NegotiatedText, Unit
    >>> first = NegotiatedText({"en": "Draft"}, ("en",), (Unit("u1", texts={"en": "We [shall/may] meet."}),))
    >>> folder = Path(tempfile.mkdtemp()) / "text"
    >>> write_negotiation(Negotiation(History(first), session=2), folder)
    >>> read_negotiation(folder) == Negotiation(History(first), session=2)
    True
    """
    folder = text_place(path)
    if not folder.is_dir():
        raise InputError("there is no such folder; check the path", file=folder)
    history, sessions = _history(folder / HISTORY)
    require_same(folder, history.now)
    known = Known(history, _sides(folder))
    state = read_state(folder / STATE)
    log = read_log(folder, known, session=state.session)
    operations = _proposals(folder / PROPOSALS, known)
    remarks = read_remarks(folder, known)
    try:
        return Negotiation(
            history, sessions, log, operations, state.session, state.document, remarks
        )
    except InputError as error:
        raise InputError(error.message, file=folder) from None


def _history(path: Path) -> tuple[History, tuple[int, ...]]:
    document = json_in(path)
    try:
        history, sessions = history_from(document), sessions_from(document)
    except InputError as error:
        raise InputError(error.message, file=path) from None
    if sessions is None and history.acts:
        message = "no sessions are noted; add them as a list, one number for each act"
        raise InputError(message, file=path)
    return history, sessions or ()


def _sides(folder: Path) -> tuple[str, ...]:
    dialogue = folder.absolute().parent / "dialogue.toml"
    parties = read_settings(dialogue).parties if dialogue.exists() else ()
    return tuple(one.id for one in parties)


def _proposals(path: Path, known: Known) -> tuple[Operation, ...]:
    if not path.exists():
        return ()
    document = json_in(path)
    operations = document.get("operations")
    if document.get("schema") != PROPOSALS_SCHEMA or not isinstance(operations, list):
        message = f"these are no proposals on a text ({PROPOSALS_SCHEMA}); take another file"
        raise InputError(message, file=path)
    return tuple(
        _proposal(one, f"proposal {place}", path, known)
        for place, one in enumerate(operations, start=1)
    )


def _proposal(document: JSON, which: str, path: Path, known: Known) -> Operation:
    try:
        operation = operation_from(document)
        if operation.side and not known.is_side(operation.side):
            told = ", ".join(known.sides)
            message = f"side {operation.side!r} does not sit at the table; use one of {told}"
            raise InputError(message)
        refuse(known.history.at(operation.base), operation)
    except OperationError as error:
        # Words that were kept when somebody asked to change them may be free by now.
        if error.reason != Reason.WORDS_KEPT:
            raise InputError(f"{which}: {error}", file=path) from None
    except TracktwoError as error:
        raise InputError(f"{which}: {error}", file=path) from None
    return operation
