"""How many brackets were open, came and went, session by session: brackets breed."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracktwo.errors import OptionError
from tracktwo.text.ledger.entries import Policy
from tracktwo.text.standing.disagreements import Disagreement, disagreements
from tracktwo.text.standing.nameless import tells_a_side
from tracktwo.text.units import NegotiatedText


@dataclass(frozen=True, slots=True)
class Session:
    """One session by its number: the brackets open at its end, and those opened and closed in it.

    Brackets are told by id. The first session is counted from an empty table: what it has was
    opened in it.
    """

    number: int
    open: tuple[str, ...]
    opened: tuple[str, ...]
    closed: tuple[str, ...]


def burn_down(
    history: Iterable[tuple[int, NegotiatedText]],
    *,
    sides: tuple[str, ...] = (),
    policy: Policy = "side",
) -> tuple[Session, ...]:
    """What was open, opened and closed in each session, from the texts with the number of theirs.

    Several texts of one session, in order, tell of brackets that came and went within it. A bracket
    with an id is the same whatever its words; one without is the same as long as its words are: a
    change of wording closes one and opens another. With the policy "hidden" an id in which a side is
    named, a holder or one of `sides`, gives way to the unit and a number. Raises `OptionError` where
    sessions go back.

    >>> from tracktwo.text.units import Unit
    >>> def text(source):
    ...     return NegotiatedText({}, ("en",), (Unit("u1", texts={"en": source}),))
    >>> burn_down([(1, text("[a/b]{id:b1}")), (2, text("a [soon]{id:b2}"))])[1]
    Session(number=2, open=('b2',), opened=('b2',), closed=('b1',))
    """
    made: list[Session] = []
    before: dict[_Same, str] = {}
    neutral: dict[_Same, str] = {}
    for number, text in history:
        if made and number < made[-1].number:
            raise OptionError(
                f"session {number} comes after session {made[-1].number}; give texts in order"
            )
        found = disagreements(text, sides=sides)
        now = _known(found)
        if policy == "hidden":
            now = _without_names(now, found, sides, neutral)
        one = Session(number, tuple(now.values()), _beyond(now, before), _beyond(before, now))
        if made and made[-1].number == number:
            one = _together(made.pop(), one)
        made.append(one)
        before = now
    return tuple(made)


_Same = tuple[object, int]
"""What makes a bracket the same in two texts, and which it is of those with the same words."""


def _known(found: Iterable[Disagreement]) -> dict[_Same, str]:
    known: dict[_Same, str] = {}
    seen: dict[object, int] = {}
    for one in found:
        same = _same(one)
        seen[same] = seen.get(same, 0) + 1
        known[same, seen[same]] = one.id
    return known


def _without_names(
    known: dict[_Same, str],
    found: tuple[Disagreement, ...],
    sides: tuple[str, ...],
    neutral: dict[_Same, str],
) -> dict[_Same, str]:
    """The same brackets by names that tell no side; `neutral` keeps them from session to session."""
    told = {holder for one in found for holder in one.facts.holders} | set(sides)
    for (same, name), one in zip(known.items(), found, strict=True):
        if same not in neutral and tells_a_side(name, told):
            neutral[same] = f"{one.unit}#n{len(neutral) + 1}"
    return {same: neutral.get(same, name) for same, name in known.items()}


def _same(one: Disagreement) -> object:
    if one.facts.id:
        return one.facts.id
    return one.unit, tuple((words.language, words.alternatives) for words in one.words)


def _beyond(these: dict[_Same, str], others: dict[_Same, str]) -> tuple[str, ...]:
    return tuple(name for same, name in these.items() if same not in others)


def _together(first: Session, then: Session) -> Session:
    return Session(first.number, then.open, first.opened + then.opened, first.closed + then.closed)
