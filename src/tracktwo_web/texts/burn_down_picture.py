"""How many points were open at the end of each session, as a drawing and as a table with its finding."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import ngettext

from tracktwo.locale import translator
from tracktwo.text.ledger import Session
from tracktwo_web.kit.languages import reader_language

STEP, WIDE, HIGH, GAP = 84.0, 44.0, 150.0, 10.0
"""Pixels from session to session, of a column, of the highest column, and before the first."""


@dataclass(frozen=True)
class Piece:
    """A part of a column: points that stayed open, were opened, or were closed."""

    kind: str
    y: float
    height: float


@dataclass(frozen=True)
class Column:
    """A session: its points in numbers, and where its column stands."""

    number: int
    open: int
    opened: int
    closed: int
    x: float
    pieces: tuple[Piece, ...]

    @property
    def middle(self) -> float:
        return self.x + WIDE / 2


@dataclass(frozen=True)
class BurnDown:
    """The drawing, `width` by `height` pixels and a line below for words."""

    finding: str
    columns: tuple[Column, ...]
    width: float
    height: float = HIGH

    @property
    def foot(self) -> float:
        """Where the words below the columns end."""
        return self.height + 46


def burn_down_picture(sessions: Sequence[Session]) -> BurnDown | None:
    """The drawing of a burn-down; None where no point has ever been open."""
    highest = max((len(one.open) + len(one.closed) for one in sessions), default=0)
    if not highest:
        return None
    columns = tuple(_column(place, one, HIGH / highest) for place, one in enumerate(sessions))
    return BurnDown(_finding(sessions), columns, GAP + STEP * len(columns))


def _column(place: int, one: Session, scale: float) -> Column:
    """From the ground up: what stayed open, what was opened, and above it what was closed."""
    came = len(set(one.open) & set(one.opened))
    pieces, y = [], HIGH
    for kind, count in (
        ("stayed", len(one.open) - came),
        ("came", came),
        ("gone", len(one.closed)),
    ):
        y -= count * scale
        if count:
            pieces.append(Piece(kind, y, count * scale))
    x = GAP + place * STEP
    return Column(one.number, len(one.open), len(one.opened), len(one.closed), x, tuple(pieces))


def _finding(sessions: Sequence[Session]) -> str:
    """What the drawing shows, as a sentence."""
    words = translator(reader_language())
    opened = sum(len(one.opened) for one in sessions)
    closed = sum(len(one.closed) for one in sessions)
    still = len(sessions[-1].open)
    found = ngettext(
        "%(n)s point is open. Since session %(first)s, %(opened)s came up and %(closed)s went away.",
        "%(n)s points are open. Since session %(first)s, %(opened)s came up and %(closed)s went away.",
        still,
    )
    return found % {
        "n": words.number(still),
        "first": words.number(sessions[0].number),
        "opened": words.number(opened),
        "closed": words.number(closed),
    }
