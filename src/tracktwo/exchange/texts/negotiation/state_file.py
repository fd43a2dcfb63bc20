"""text.toml: which session it is, the stage of the document, and the silence asked on it."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from tracktwo.errors import InputError
from tracktwo.exchange.texts.negotiation.plain import toml_in
from tracktwo.exchange.toml_out import quoted
from tracktwo.text.negotiation import Negotiation
from tracktwo.text.standing.document_json import document_from, document_state
from tracktwo.text.standing.stages import Document, Stage

KEYS: Final = ("session", "stage", "draft", "silence")


class State(NamedTuple):
    """The session now, and where the document is."""

    session: int
    document: Document


def read_state(path: Path) -> State:
    """What text.toml says; without a stage, the document is at its first."""
    told = toml_in(path)
    for key in told:
        if key not in KEYS:
            message = f"{key!r} is not known here; allowed are {', '.join(KEYS)}"
            raise InputError(message, file=path)
    try:
        document = document_from({**document_state(Document()), **_plain(_without_session(told))})
    except InputError as error:
        raise InputError(_about_stage(told) or error.message, file=path) from None
    return State(_session(told, path), document)


def state_text(negotiation: Negotiation) -> str:
    """The text of text.toml.

    >>> from tracktwo.text import History, NegotiatedText
    >>> print(state_text(Negotiation(History(NegotiatedText({}, ("en",))), session=2)), end="")
    session = 2
    stage = "elements"
    draft = 0
    """
    state = document_state(negotiation.document)
    silence = state.pop("silence")
    lines = [f"session = {negotiation.session}", *_pairs(state)]
    if silence:
        tables = {key: silence.pop(key) for key in ("breaks", "extensions")}
        lines += ["", "[silence]", *_pairs(silence)]
        for name, entries in tables.items():
            lines += _several(f"silence.{name}", entries)
    return "\n".join(lines) + "\n"


def _without_session(told: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in told.items() if key != "session"}


def _session(told: Mapping[str, Any], path: Path) -> int:
    session = told.get("session")
    if not isinstance(session, int) or isinstance(session, bool) or session < 1:
        message = f"session is {session!r}; write the number of the session now, from 1"
        raise InputError(message, file=path)
    return session


def _about_stage(told: Mapping[str, Any]) -> str:
    stage = told.get("stage", Stage.ELEMENTS)
    known = [one.value for one in Stage]
    return "" if stage in known else f"stage {stage!r} is not known; use one of {', '.join(known)}"


def _plain(value: Any) -> Any:  # noqa: ANN401 -- any TOML value
    """The same with times as text, which TOML may hold as times; lists that are empty may be left out."""
    if isinstance(value, dict):
        several = ("breaks", "extensions") if "fingerprint" in value else ()
        return dict.fromkeys(several, ()) | {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, datetime) else value


def _pairs(values: Mapping[str, Any]) -> Iterator[str]:
    for key, value in values.items():
        yield f"{key} = {_told(value)}"


def _several(name: str, entries: list[dict[str, Any]]) -> Iterator[str]:
    for one in entries:
        yield from ("", f"[[{name}]]", *_pairs(one))


def _told(value: Any) -> str:  # noqa: ANN401 -- a text, a number or a list of texts
    if isinstance(value, list):
        return f"[{', '.join(map(quoted, value))}]"
    return quoted(value) if isinstance(value, str) else str(value)
