"""How many brackets were open, opened and closed, session by session."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracktwo.text.standing.disagreements import disagreements
from tracktwo.text.units import NegotiatedText


@dataclass(frozen=True, slots=True)
class Session:
    """One session as it ended: what was open then, and what it had opened and closed, by id."""

    number: int
    open: tuple[str, ...]
    opened: tuple[str, ...]
    closed: tuple[str, ...]


def burn_down(texts: Iterable[tuple[int, NegotiatedText]]) -> tuple[Session, ...]:
    """What became of the brackets, from the text as each session left it, in order of sessions.

    A bracket without an id is called after its place: give those that are negotiated a name, or one
    that moved counts as closed and opened. What the first text holds counts as opened then.

    >>> from tracktwo.text.units import Unit
    >>> def text(source):
    ...     return NegotiatedText({}, ("en",), (Unit("u1", texts={"en": source}),))
    >>> found = burn_down([(1, text("[a/b]{id:b1}")), (2, text("a [c]{id:b2}"))])
    >>> [(one.open, one.opened, one.closed) for one in found]
    [(('b1',), ('b1',), ()), (('b2',), ('b2',), ('b1',))]
    """
    sessions: list[Session] = []
    before: tuple[str, ...] = ()
    for number, text in texts:
        now = tuple(one.id for one in disagreements(text))
        opened = tuple(one for one in now if one not in before)
        closed = tuple(one for one in before if one not in now)
        sessions.append(Session(number, now, opened, closed))
        before = now
    return tuple(sessions)
