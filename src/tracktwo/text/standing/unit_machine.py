"""How a unit moves from state to state: every transition there is, with its guards.

What is not listed is refused. The target is not chosen: it follows from the text and the log, and is
one of those listed. Where a package binds units, an act on one may move the others with it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from tracktwo.text.standing.moves import Act, Move
from tracktwo.text.standing.positions import Position
from tracktwo.text.standing.situation import Situation, UnitState
from tracktwo.text.standing.why_not import WhyNot


class Step(StrEnum):
    """What moves a unit: an act of a side, a change of the text, or the adoption of the document.

    ENTER comes into the text. BRACKET and CLEAR put a bracket in and take the last out. CHANGE gives
    it other words without either. SUPPRESS takes it out. The rest are acts (`step_of`) and ADOPT.
    """

    AGREE = "agree"
    AGREE_AD_REF = "agree_ad_ref"
    OBJECT = "object"
    AWAIT = "await"
    REOPEN = "reopen"
    SETTLE = "settle"
    PARK = "park"
    RETURN = "return"
    PACKAGE = "package"
    RELEASE = "release"
    LAPSE = "lapse"
    ENTER = "enter"
    BRACKET = "bracket"
    CLEAR = "clear"
    CHANGE = "change"
    SUPPRESS = "suppress"
    ADOPT = "adopt"


@dataclass(frozen=True, slots=True)
class Transition:
    """From one state by one step to one of the targets; each guard is named by why it would refuse."""

    source: UnitState
    step: Step
    targets: tuple[UnitState, ...]
    guards: tuple[WhyNot, ...] = ()


Guard: TypeAlias = Callable[[Situation, Act], bool]

_S = UnitState
_IN_TEXT = (_S.OPEN, _S.BRACKETED, _S.CLEAN, _S.AGREED_AD_REF, _S.PROVISIONALLY_AGREED)
_SETTLED = (_S.CLEAN, _S.AGREED_AD_REF, _S.PROVISIONALLY_AGREED)
_ACCEPT = (WhyNot.UNKNOWN_SIDE, WhyNot.IS_PARKED, WhyNot.NO_WORDS_NAMED, WhyNot.OTHER_WORDS)
_BY_SIDE = (WhyNot.UNKNOWN_SIDE,)
_REOPEN = (WhyNot.UNKNOWN_SIDE, WhyNot.NO_REASON)
_SETTLE = (WhyNot.UNKNOWN_SIDE, WhyNot.NOTHING_TO_SETTLE)
_PARK = (WhyNot.UNKNOWN_SIDE, WhyNot.IS_PARKED, WhyNot.NO_GROUP, WhyNot.NO_RETURN_DATE)
_PACKAGE = (WhyNot.UNKNOWN_SIDE, WhyNot.NO_CONDITION, WhyNot.CONDITION_NOT_IN_TEXT)

TRANSITIONS: Final = (
    Transition(_S.OPEN, Step.AGREE, (_S.OPEN, _S.AGREED_AD_REF, _S.PROVISIONALLY_AGREED), _ACCEPT),
    Transition(_S.CLEAN, Step.AGREE, (_S.AGREED_AD_REF, _S.PROVISIONALLY_AGREED), _ACCEPT),
    Transition(_S.AGREED_AD_REF, Step.AGREE, (_S.AGREED_AD_REF, _S.PROVISIONALLY_AGREED), _ACCEPT),
    Transition(_S.PROVISIONALLY_AGREED, Step.AGREE, (_S.PROVISIONALLY_AGREED,), _ACCEPT),
    Transition(_S.OPEN, Step.AGREE_AD_REF, (_S.OPEN, _S.AGREED_AD_REF), _ACCEPT),
    *(Transition(one, Step.AGREE_AD_REF, (_S.AGREED_AD_REF,), _ACCEPT) for one in _SETTLED),
    Transition(_S.BRACKETED, Step.OBJECT, (_S.BRACKETED,), _BY_SIDE),
    *(Transition(one, Step.OBJECT, (_S.OPEN,), _BY_SIDE) for one in (_S.OPEN, *_SETTLED)),
    Transition(_S.OPEN, Step.AWAIT, (_S.OPEN, _S.CLEAN, _S.AGREED_AD_REF), _BY_SIDE),
    Transition(_S.BRACKETED, Step.AWAIT, (_S.BRACKETED,), _BY_SIDE),
    Transition(_S.CLEAN, Step.AWAIT, (_S.CLEAN,), _BY_SIDE),
    Transition(_S.AGREED_AD_REF, Step.AWAIT, (_S.AGREED_AD_REF, _S.CLEAN), _BY_SIDE),
    Transition(_S.PROVISIONALLY_AGREED, Step.AWAIT, (_S.AGREED_AD_REF, _S.CLEAN), _BY_SIDE),
    *(Transition(one, Step.REOPEN, (_S.OPEN,), _REOPEN) for one in _SETTLED),
    Transition(_S.OPEN, Step.SETTLE, (_S.OPEN, _S.CLEAN, _S.AGREED_AD_REF), _SETTLE),
    Transition(_S.BRACKETED, Step.SETTLE, (_S.BRACKETED,), _SETTLE),
    *(Transition(one, Step.PARK, (one,), _PARK) for one in _IN_TEXT[:-1]),
    *(Transition(one, Step.RETURN, (one,), (*_BY_SIDE, WhyNot.NOT_PARKED)) for one in _IN_TEXT),
    *(Transition(one, Step.PACKAGE, (one,), _PACKAGE) for one in (_S.OPEN, _S.BRACKETED, _S.CLEAN)),
    Transition(_S.AGREED_AD_REF, Step.PACKAGE, (_S.AGREED_AD_REF, _S.PROVISIONALLY_AGREED), _PACKAGE),
    Transition(_S.PROVISIONALLY_AGREED, Step.PACKAGE, (_S.PROVISIONALLY_AGREED, _S.AGREED_AD_REF), _PACKAGE),
    *(Transition(one, Step.RELEASE, (one,), (*_BY_SIDE, WhyNot.NO_PACKAGE)) for one in _IN_TEXT if one is not _S.AGREED_AD_REF),
    Transition(_S.AGREED_AD_REF, Step.RELEASE, (_S.AGREED_AD_REF, _S.PROVISIONALLY_AGREED), (*_BY_SIDE, WhyNot.NO_PACKAGE)),
    *(Transition(one, Step.LAPSE, (one,), (*_BY_SIDE, WhyNot.SAME_WORDS)) for one in _IN_TEXT[:-1]),
    *(Transition(one, Step.ENTER, _IN_TEXT) for one in (_S.PROPOSED, _S.SUPPRESSED)),
    *(Transition(one, Step.BRACKET, (_S.BRACKETED,)) for one in (_S.OPEN, *_SETTLED)),
    Transition(_S.BRACKETED, Step.CLEAR, (_S.OPEN, *_SETTLED)),
    *(Transition(one, Step.CHANGE, (one,)) for one in (_S.OPEN, _S.BRACKETED)),
    Transition(_S.CLEAN, Step.CHANGE, _SETTLED),
    Transition(_S.AGREED_AD_REF, Step.CHANGE, (_S.CLEAN, _S.AGREED_AD_REF)),
    Transition(_S.PROVISIONALLY_AGREED, Step.CHANGE, (_S.CLEAN,)),
    *(Transition(one, Step.SUPPRESS, (_S.SUPPRESSED,)) for one in _IN_TEXT),
    *(Transition(one, Step.ADOPT, (_S.ADOPTED,)) for one in _SETTLED),
)  # fmt: skip
"""Every transition. An adopted unit moves no more: what comes later is another document."""

TRANSITION_OF: Final[Mapping[tuple[UnitState, Step], Transition]] = {
    (one.source, one.step): one for one in TRANSITIONS
}


def step_of(act: Act) -> Step:
    """Which step an act of a side is.

    >>> from tracktwo.text.standing.positions import Stance
    >>> step_of(Position("nato", "u1", Stance.LIVE_WITH, ad_ref=True)).value
    'agree_ad_ref'
    """
    if isinstance(act, Move):
        return Step(act.kind.value)
    if act.accepts:
        return Step.AGREE_AD_REF if act.ad_ref else Step.AGREE
    return Step.OBJECT if act.objects else Step.AWAIT


def why_not(before: Situation, act: Act) -> WhyNot | None:
    """Why an act on a unit is refused, or None where it may be made.

    >>> from tracktwo.text.standing.positions import Stance
    >>> why_not(Situation("u1", ("nato",), is_open=True), Position("nato", "u1", Stance.SUPPORT)).value
    'not_from_here'
    """
    transition = TRANSITION_OF.get((before.state, step_of(act)))
    if transition is None:
        return WhyNot.NOT_FROM_HERE
    return next((one for one in transition.guards if not GUARDS[one](before, act)), None)


def _names_words(_: Situation, act: Act) -> bool:
    return isinstance(act, Position) and bool(act.words)


def _is_on_these_words(before: Situation, act: Act) -> bool:
    return isinstance(act, Position) and act.words == before.words


def _has_something_to_settle(before: Situation, act: Act) -> bool:
    return act.side in before.objecting or act.side in before.reopening


def _has_conditions(_: Situation, act: Act) -> bool:
    return isinstance(act, Move) and bool(act.conditions)


def _knows_conditions(before: Situation, act: Act) -> bool:
    return isinstance(act, Move) and all(one in before.known for one in act.conditions)


GUARDS: Final[Mapping[WhyNot, Guard]] = {
    WhyNot.UNKNOWN_SIDE: lambda before, act: act.side in before.sides,
    WhyNot.IS_PARKED: lambda before, _: before.parked is None,
    WhyNot.NOT_PARKED: lambda before, _: before.parked is not None,
    WhyNot.NO_WORDS_NAMED: _names_words,
    WhyNot.OTHER_WORDS: _is_on_these_words,
    WhyNot.SAME_WORDS: lambda before, act: act.side in before.outdated,
    WhyNot.NO_REASON: lambda _, act: isinstance(act, Move) and bool(act.reason.strip()),
    WhyNot.NO_GROUP: lambda _, act: isinstance(act, Move) and bool(act.group.strip()),
    WhyNot.NO_RETURN_DATE: lambda _, act: isinstance(act, Move) and act.until is not None,
    WhyNot.NOTHING_TO_SETTLE: _has_something_to_settle,
    WhyNot.NO_CONDITION: _has_conditions,
    WhyNot.CONDITION_NOT_IN_TEXT: _knows_conditions,
    WhyNot.NO_PACKAGE: lambda before, act: any(one.side == act.side for one in before.packages),
}
"""What must hold, by why it would refuse."""
