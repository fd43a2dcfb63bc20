"""The state of every unit, derived from the text and the log, and the log with one act more."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from tracktwo.text.standing.moves import Act, Move, MoveKind
from tracktwo.text.standing.packages import packages, unmet
from tracktwo.text.standing.positions import Position
from tracktwo.text.standing.refusals import refusal
from tracktwo.text.standing.situation import Situation, UnitState, situation
from tracktwo.text.standing.unit_machine import why_not
from tracktwo.text.standing.why_not import WhyNot
from tracktwo.text.units import NegotiatedText


def situations(
    text: NegotiatedText, log: Sequence[Act], *, sides: tuple[str, ...], adopted: bool = False
) -> dict[str, Situation]:
    """What is known of every unit of the text, in its order, with the conditions that are not met.

    `adopted` says that the document is. No objection is left where it becomes so
    (`tracktwo.text.standing.stages`), and what a side says afterwards does not undo it.
    """
    by_unit: dict[str, list[Act]] = {}
    for act in log:
        by_unit.setdefault(act.unit, []).append(act)
    alone = {
        one.id: situation(text, one.id, by_unit.get(one.id, ()), sides=sides, adopted=adopted)
        for one in text.units
    }
    waiting = unmet(packages(log), [unit for unit, one in alone.items() if one.is_accepted])
    return {unit: replace(one, unmet=waiting.get(unit, ())) for unit, one in alone.items()}


def unit_states(
    text: NegotiatedText, log: Sequence[Act], *, sides: tuple[str, ...], adopted: bool = False
) -> dict[str, UnitState]:
    """The state of every unit of the text, in its order.

    >>> from tracktwo.text.units import Unit
    >>> units = Unit("u1", texts={"en": "We [shall] meet."}), Unit("u2", texts={"en": "We talk."})
    >>> text = NegotiatedText({}, ("en",), units)
    >>> [one.value for one in unit_states(text, (), sides=("china", "nato")).values()]
    ['bracketed', 'clean']
    """
    found = situations(text, log, sides=sides, adopted=adopted)
    return {unit: one.state for unit, one in found.items()}


def state_of(
    text: NegotiatedText,
    unit: str,
    log: Sequence[Act],
    *,
    sides: tuple[str, ...],
    adopted: bool = False,
    proposed: Container[str] = (),
) -> UnitState:
    """The state of one unit; `OptionError` where it is not in the text, suppressed or proposed.

    `adopted` says that the document is. `proposed` are the units that open operations would add.
    """
    return _now(text, unit, log, sides=sides, adopted=adopted, proposed=proposed).state


def moved(
    text: NegotiatedText,
    log: Sequence[Act],
    act: Act,
    *,
    sides: tuple[str, ...],
    adopted: bool = False,
) -> tuple[Act, ...]:
    """The log with one act more. Raises `MoveError` where the unit does not allow it.

    A position on a bracket is words of a side and always allowed; one on a unit as a whole, and
    every other move, must be a transition of the unit (`tracktwo.text.standing.unit_machine`).

    >>> from tracktwo.text.standing import Stance, unit_fingerprint
    >>> from tracktwo.text.units import Unit
    >>> unit = Unit("u1", texts={"en": "We talk."})
    >>> text, sides = NegotiatedText({}, ("en",), (unit,)), ("china", "nato")
    >>> log: tuple[Act, ...] = ()
    >>> for side in sides:
    ...     yes = Position(side, "u1", Stance.SUPPORT, words=unit_fingerprint(unit))
    ...     log = moved(text, log, yes, sides=sides)
    >>> state_of(text, "u1", log, sides=sides).value
    'provisionally_agreed'
    """
    if act.unit not in text.places:
        raise refusal(WhyNot.NO_SUCH_UNIT, unit=act.unit, side=act.side)
    now = _now(text, act.unit, log, sides=sides, adopted=adopted)
    if isinstance(act, Position) and act.bracket:
        reason = None if act.side in sides else WhyNot.UNKNOWN_SIDE
    else:
        reason = why_not(now, act)
    if reason:
        raise refusal(reason, unit=act.unit, side=act.side, state=now.state)
    return (*log, act)


def lapses(
    text: NegotiatedText, log: Sequence[Act], *, sides: tuple[str, ...], session: int
) -> tuple[Move, ...]:
    """The moves that note which agreements have fallen, because the words they were on have changed.

    Put into the log after every change of the text, they keep an agreement from coming back to life
    if somebody later restores the words.
    """
    found = situations(text, log, sides=sides)
    return tuple(
        Move(MoveKind.LAPSE, unit, side, session)
        for unit, one in found.items()
        for side in one.outdated
    )


def accepted(found: Iterable[Situation]) -> tuple[str, ...]:
    """The units that every side accepts, packages left aside: what `packages` functions ask for."""
    return tuple(one.unit for one in found if one.is_accepted)


def _now(
    text: NegotiatedText,
    unit: str,
    log: Sequence[Act],
    *,
    sides: tuple[str, ...],
    adopted: bool,
    proposed: Container[str] = (),
) -> Situation:
    """What is known of one unit; others are looked at only where a package binds it."""
    alone = situation(text, unit, log, sides=sides, adopted=adopted, proposed=proposed)
    if not alone.packages or not alone.in_text:
        return alone
    return situations(text, log, sides=sides, adopted=adopted)[unit]
