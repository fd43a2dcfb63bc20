"""The acts of a log, positions and moves, as plain JSON values and back, nothing lost."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from tracktwo.errors import InputError
from tracktwo.text.json_values import as_text, as_text_or_none, as_whole, as_yes_or_no
from tracktwo.text.standing.moves import Act, Move, MoveKind
from tracktwo.text.standing.positions import Position, Stance

JSON = dict[str, Any]


def act_document(act: Act) -> JSON:
    """A position or a move as dicts, lists, texts and numbers; a day is written YYYY-MM-DD.

    >>> act_document(Position("nato", "u1", Stance.LIVE_WITH, "b1", 0, session=2))["stance"]
    'live_with'
    """
    return _position(act) if isinstance(act, Position) else _move(act)


def act_from(document: Mapping[str, Any]) -> Act:
    """The position or move that plain JSON values hold; `InputError` where they hold none.

    >>> parked = Move(MoveKind.PARK, "u1", "nato", 2, group="drafting", until=date(2026, 5, 4))
    >>> act_from(act_document(parked)) == parked
    True
    """
    try:
        return _READERS[document["act"]](document)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"this is no act of a side ({error!r}); write it again") from error


def _position(one: Position) -> JSON:
    return {
        "act": "position",
        "session": one.session,
        "side": one.side,
        "unit": one.unit,
        "stance": one.stance.value,
        "bracket": one.bracket,
        "alternative": one.alternative,
        "ad_ref": one.ad_ref,
        "words": one.words,
    }


def _move(one: Move) -> JSON:
    return {
        "act": "move",
        "session": one.session,
        "side": one.side,
        "unit": one.unit,
        "kind": one.kind.value,
        "reason": one.reason,
        "group": one.group,
        "until": one.until.isoformat() if one.until else None,
        "conditions": list(one.conditions),
    }


def _position_from(document: Mapping[str, Any]) -> Position:
    alternative = document["alternative"]
    return Position(
        side=as_text(document["side"]),
        unit=as_text(document["unit"]),
        stance=Stance(document["stance"]),
        bracket=as_text(document["bracket"]),
        alternative=None if alternative is None else as_whole(alternative),
        ad_ref=as_yes_or_no(document["ad_ref"]),
        session=as_whole(document["session"]),
        words=as_text(document["words"]),
    )


def _move_from(document: Mapping[str, Any]) -> Move:
    until = as_text_or_none(document["until"])
    return Move(
        kind=MoveKind(document["kind"]),
        unit=as_text(document["unit"]),
        side=as_text(document["side"]),
        session=as_whole(document["session"]),
        reason=as_text(document["reason"]),
        group=as_text(document["group"]),
        until=None if until is None else date.fromisoformat(until),
        conditions=tuple(as_text(one) for one in document["conditions"]),
    )


_READERS: Mapping[str, Callable[[Mapping[str, Any]], Act]] = {
    "position": _position_from,
    "move": _move_from,
}
