"""A history as plain JSON values and back, nothing lost."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from tracktwo.errors import InputError, OptionError
from tracktwo.text.changes.history import Act, History, Lifted, Renumbering
from tracktwo.text.changes.operations import Operation, OperationKind, Replacement
from tracktwo.text.json_values import as_text, as_text_or_none, as_texts, as_whole
from tracktwo.text.units import Kept, NegotiatedText, Unit, UnitKind

SCHEMA = "tracktwo-text-history/1"
"""Name and version of the document; the number rises when a key changes its meaning or goes."""

JSON = dict[str, Any]


def history_document(history: History, *, sessions: Sequence[int] | None = None) -> JSON:
    """The history as dicts, lists, texts and numbers; `digest` is that of the last state.

    `sessions`, one for each act, are written down with it where they are given.

    >>> sorted(history_document(History(NegotiatedText({"en": "Draft"}, ("en",)))))
    ['acts', 'digest', 'first', 'schema']
    """
    noted = {} if sessions is None else {"sessions": list(sessions)}
    return {
        "schema": SCHEMA,
        "first": text_document(history.first),
        "acts": [change_document(one) for one in history.acts],
        **noted,
        "digest": digest(history.now),
    }


def history_from(document: Mapping[str, Any]) -> History:
    """The history that a document holds.

    `InputError` in one sentence where it is damaged: a key is missing or of the wrong kind, an act
    does not follow from those before it, or the last state is not the one that was written down.

    >>> first = NegotiatedText({"en": "Draft"}, ("en",), (Unit("u1"),))
    >>> history_from(history_document(History(first))) == History(first)
    True
    """
    if document.get("schema") != SCHEMA:
        raise InputError(f"this is no history of a text ({SCHEMA}); choose another file")
    try:
        acts = tuple(change_from(one) for one in document["acts"])
        history = History(text_from(document["first"]), acts)
        is_whole = document["digest"] == digest(history.now)
    except (KeyError, TypeError, ValueError, AttributeError, OptionError) as error:
        raise InputError(
            f"the history of the text is damaged ({error!r}); take it from another copy"
        ) from error
    if not is_whole:
        raise InputError(
            "the history of the text is damaged: its acts do not give the text that was written "
            "down with it; take it from another copy"
        )
    return history


def sessions_from(document: Mapping[str, Any]) -> tuple[int, ...] | None:
    """The sessions of the acts of a history, None where none are noted; `InputError` where they are no numbers.

    >>> sessions_from(history_document(History(NegotiatedText({}, ("en",))), sessions=()))
    ()
    """
    noted = document.get("sessions")
    try:
        return None if noted is None else tuple(as_whole(one) for one in noted)
    except TypeError as error:
        message = f"the sessions of the history are damaged ({error}); write the number of each"
        raise InputError(message) from error


def text_document(text: NegotiatedText) -> JSON:
    """A text as plain JSON values."""
    return {
        "title": dict(text.title),
        "languages": list(text.languages),
        "version": text.version,
        "units": [_unit(one) for one in text.units],
        "kept": [
            {
                "operation": one.operation,
                "unit": one.unit,
                "language": one.language,
                "spans": [list(span) for span in one.spans],
            }
            for one in text.kept
        ],
        "gone": [_unit(one) for one in text.gone],
    }


def digest(text: NegotiatedText) -> str:
    """SHA-256 of a text in all its parts, the same on every machine."""
    written = json.dumps(
        text_document(text), ensure_ascii=True, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(written.encode("ascii")).hexdigest()


def _unit(one: Unit) -> JSON:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "texts": dict(one.texts),
        "number": one.number,
        "parent": one.parent,
        "level": one.level,
    }


def change_document(act: Act) -> JSON:
    """An act of a history as plain JSON values."""
    if isinstance(act, Lifted):
        return {"act": "lifted", "operation": act.operation}
    if isinstance(act, Renumbering):
        return {"act": "renumbered", "numbers": dict(act.numbers)}
    return {"act": "accepted", "operation": operation_document(act)}


def operation_document(one: Operation) -> JSON:
    """An operation as plain JSON values."""
    return {
        "id": one.id,
        "kind": one.kind.value,
        "base": one.base,
        "unit": one.unit,
        "language": one.language,
        "replacements": [[each.start, each.end, each.words] for each in one.replacements],
        "added": _unit(one.added) if one.added else None,
        "side": one.side,
        "rationale": dict(one.rationale),
    }


def operation_from(document: Mapping[str, Any]) -> Operation:
    """The operation that plain JSON values hold; `InputError` where they hold none."""
    try:
        return _operation_from(document)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"this is no operation on a text ({error!r}); write it again") from error


def _operation_from(document: Mapping[str, Any]) -> Operation:
    added = document["added"]
    return Operation(
        id=as_text(document["id"]),
        kind=OperationKind(document["kind"]),
        base=as_whole(document["base"]),
        unit=as_text_or_none(document["unit"]),
        language=as_text(document["language"]),
        replacements=tuple(
            Replacement(as_whole(start), as_whole(end), as_text(words))
            for start, end, words in document["replacements"]
        ),
        added=_unit_from(added) if added is not None else None,
        side=as_text(document["side"]),
        rationale=as_texts(document["rationale"]),
    )


def change_from(document: Mapping[str, Any]) -> Act:
    """The act of a history that plain JSON values hold."""
    if document["act"] == "lifted":
        return Lifted(as_text(document["operation"]))
    if document["act"] == "renumbered":
        return Renumbering(as_texts(document["numbers"]))
    if document["act"] == "accepted":
        return _operation_from(document["operation"])
    raise ValueError(document["act"])


def text_from(document: Mapping[str, Any]) -> NegotiatedText:
    """The text that plain JSON values hold."""
    return NegotiatedText(
        title=as_texts(document["title"]),
        languages=tuple(as_text(one) for one in document["languages"]),
        units=tuple(_unit_from(one) for one in document["units"]),
        version=as_whole(document["version"]),
        kept=tuple(_kept_from(one) for one in document["kept"]),
        gone=tuple(_unit_from(one) for one in document["gone"]),
    )


def _kept_from(document: Mapping[str, Any]) -> Kept:
    return Kept(
        as_text(document["operation"]),
        as_text(document["unit"]),
        as_text(document["language"]),
        tuple((as_whole(start), as_whole(end)) for start, end in document["spans"]),
    )


def _unit_from(document: Mapping[str, Any]) -> Unit:
    return Unit(
        id=as_text(document["id"]),
        kind=UnitKind(document["kind"]),
        texts=as_texts(document["texts"]),
        number=as_text(document["number"]),
        parent=as_text_or_none(document["parent"]),
        level=as_whole(document["level"]),
    )
