"""Where a document is, with the silence asked on it, as plain JSON values and back, nothing lost.

Times are in UTC, written as ISO 8601 has them.
"""

from collections.abc import Mapping
from typing import Any

from tracktwo.errors import InputError
from tracktwo.text.json_values import as_moment, as_text, as_whole, moment_text
from tracktwo.text.standing.silence import Break, Extension, Silence
from tracktwo.text.standing.stages import Document, Stage

JSON = dict[str, Any]


def document_state(document: Document) -> JSON:
    """The stage, the number of the rolling draft and the silence as dicts, lists, texts and numbers.

    >>> document_state(Document(Stage.ROLLING_DRAFT, 2))
    {'stage': 'rolling_draft', 'draft': 2, 'silence': None}
    """
    silence = document.silence
    return {
        "stage": document.stage.value,
        "draft": document.draft,
        "silence": _silence(silence) if silence else None,
    }


def document_from(state: Mapping[str, Any]) -> Document:
    """The document that plain JSON values tell of; `InputError` where they tell of none.

    >>> document_from(document_state(Document(Stage.CLEAN, 4))) == Document(Stage.CLEAN, 4)
    True
    """
    try:
        silence = state["silence"]
        return Document(
            Stage(state["stage"]),
            as_whole(state["draft"]),
            None if silence is None else _silence_from(silence),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"this is no state of a document ({error!r}); write it again") from error


def _silence(one: Silence) -> JSON:
    return {
        "fingerprint": one.fingerprint,
        "sides": list(one.sides),
        "opened": moment_text(one.opened),
        "first_until": moment_text(one.first_until),
        "breaks": [
            {"side": each.side, "unit": each.unit, "reason": each.reason, "at": moment_text(each.at)}
            for each in one.breaks
        ],
        "extensions": [
            {"at": moment_text(each.at), "until": moment_text(each.until)}
            for each in one.extensions
        ],
        **({"taken_back": one.taken_back} if one.taken_back else {}),
    }  # fmt: skip


def _silence_from(state: Mapping[str, Any]) -> Silence:
    return Silence(
        as_text(state["fingerprint"]),
        tuple(as_text(one) for one in state["sides"]),
        as_moment(state["opened"]),
        as_moment(state["first_until"]),
        tuple(
            Break(
                as_text(one["side"]),
                as_text(one["unit"]),
                as_text(one["reason"]),
                as_moment(one["at"]),
            )
            for one in state["breaks"]
        ),
        tuple(
            Extension(as_moment(one["at"]), as_moment(one["until"])) for one in state["extensions"]
        ),
        as_text(state.get("taken_back", "")),
    )
