"""A text on the table with all that was done to it and said of it, session by session."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from tracktwo.errors import InputError, OptionError
from tracktwo.text.changes.history import History
from tracktwo.text.changes.operations import Operation
from tracktwo.text.remark import Remark
from tracktwo.text.standing.moves import Act
from tracktwo.text.standing.stages import Document
from tracktwo.text.units import NegotiatedText


@dataclass(frozen=True)
class Negotiation:
    """The history of a text, the log of the sides, what they propose, and where the document is.

    `sessions` are the sessions, from 1, in which the acts of the history were made, one for each.
    `log` are positions and moves in the order in which they were made. `operations` are open
    proposals, each against any version of the history; `History.carried` brings one to the text as
    it stands. `session` is the one now, the first if nothing is said. `remarks` are what was said of
    units to the whole table, in order; what a side notes for itself is none.

    Raises `InputError` where acts and sessions are not as many, sessions go back or lie ahead of
    the one now, two proposals have one id, or a proposal is against a version that never was.

    >>> from tracktwo.text.changes.operations import OperationKind, Replacement
    >>> from tracktwo.text.units import Unit
    >>> first = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "We shall meet."}),))
    >>> may = Operation("1", OperationKind.ALT, 0, "u1", "en", (Replacement(3, 8, "may"),))
    >>> table = Negotiation(History(first).with_act(may), sessions=(2,), session=3)
    >>> table.text.unit("u1").texts["en"]
    'We [shall/may] meet.'
    """

    history: History
    sessions: tuple[int, ...] = ()
    log: tuple[Act, ...] = ()
    operations: tuple[Operation, ...] = ()
    session: int = 1
    document: Document = field(default_factory=Document)
    remarks: tuple[Remark, ...] = ()

    def __post_init__(self) -> None:
        """Refuse sessions that cannot be, and proposals that have no version or share an id."""
        acts = len(self.history.acts)
        if len(self.sessions) != acts:
            raise InputError(
                f"the history has {acts} acts and {len(self.sessions)} sessions; "
                "give each act the session in which it was made"
            )
        if self.session < 1:
            raise InputError(f"session {self.session} cannot be; count sessions from 1")
        _refuse_sessions(self.sessions, what="act", first=1, last=self.session)
        logged = tuple(one.session for one in self.log)
        _refuse_sessions(logged, what="entry of the log", first=0, last=self.session)
        self._refuse_operations()

    @property
    def text(self) -> NegotiatedText:
        """The text as it stands."""
        return self.history.now

    def ends(self) -> tuple[tuple[int, NegotiatedText], ...]:
        """The text at the end of every session from the first to the one now, for `burn_down`.

        A session in which no act was made ends with the text it began with; the first one began with
        what was laid on the table.

        >>> first = NegotiatedText({}, ("en",))
        >>> Negotiation(History(first), session=2).ends() == ((1, first), (2, first))
        True
        """
        return tuple(self._ends())

    def _ends(self) -> Iterator[tuple[int, NegotiatedText]]:
        made = 0
        for session in range(1, self.session + 1):
            made += self.sessions.count(session)
            yield session, self.history.states[made]

    def _refuse_operations(self) -> None:
        seen: set[str] = set()
        for one in self.operations:
            if one.id in seen:
                raise InputError(f"two proposals are called {one.id}; give each an id of its own")
            seen.add(one.id)
            try:
                self.history.at(one.base)
            except OptionError as error:
                raise InputError(f"proposal {one.id}: {error}") from error


def _refuse_sessions(sessions: Iterable[int], *, what: str, first: int, last: int) -> None:
    """Refuse sessions that go back, or lie outside those that were held."""
    for place, (before, now) in enumerate(pairwise((first, *sessions)), start=1):
        if now < before:
            raise InputError(
                f"{what} {place} was made in session {now}, which is before session {before}; "
                "put them in order"
            )
        if now > last:
            raise InputError(
                f"{what} {place} was made in session {now}, which is after session {last}; "
                "say which session it is now"
            )
