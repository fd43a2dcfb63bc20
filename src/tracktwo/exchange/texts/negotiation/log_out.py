"""The log as the rows of two tables that share one count."""

import re
from collections.abc import Iterable

from tracktwo.exchange.texts.negotiation.names import NO_WORDS
from tracktwo.text.standing.moves import Act, Move
from tracktwo.text.standing.positions import Position

_LINE_END = re.compile(r"\r\n?")
Rows = list[tuple[str, ...]]


def position_rows(log: Iterable[Act]) -> Rows:
    """The rows of positions.csv.

    >>> from tracktwo.text.standing.positions import Stance
    >>> position_rows([Position("nato", "u1", Stance.LIVE_WITH, "b1", 0, ad_ref=True, session=2)])
    [('1', '2', 'nato', 'u1', 'b1', '1', 'live_with', 'yes', '')]
    """
    return [
        (
            str(number),
            str(one.session),
            one.side,
            one.unit,
            one.bracket,
            _alternative(one),
            one.stance.value,
            "yes" if one.ad_ref else "",
            one.words,
        )
        for number, one in enumerate(log, start=1)
        if isinstance(one, Position)
    ]


def move_rows(log: Iterable[Act]) -> Rows:
    """The rows of moves.csv.

    >>> from tracktwo.text.standing.moves import MoveKind
    >>> move_rows([Move(MoveKind.PACKAGE, "u1", "nato", 2, conditions=("u4", "u5"))])
    [('1', '2', 'nato', 'u1', 'package', '', '', '', 'u4 u5')]
    """
    return [
        (
            str(number),
            str(one.session),
            one.side,
            one.unit,
            one.kind.value,
            words_of_cell(one.reason),
            words_of_cell(one.group),
            one.until.isoformat() if one.until else "",
            " ".join(one.conditions),
        )
        for number, one in enumerate(log, start=1)
        if isinstance(one, Move)
    ]


def _alternative(one: Position) -> str:
    """Counted from 1 as people count; nothing where the position is on the unit as a whole."""
    if one.alternative is None:
        return NO_WORDS if one.bracket else ""
    return str(one.alternative + 1)


def words_of_cell(text: str) -> str:
    """Words for a cell: blanks around them go, and every line ends alike."""
    return _LINE_END.sub("\n", text).strip()
