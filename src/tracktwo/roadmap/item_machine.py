"""How an item moves from state to state: every transition there is, with its guards.

What is not listed is refused. Nobody slips or drops an item without saying why, nobody delivers one
without showing it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from tracktwo.roadmap.item_state import ItemState, ItemStep, WhyNoStep
from tracktwo.roadmap.items import Item


@dataclass(frozen=True, slots=True)
class Asked:
    """A step that somebody asks for, with what must be said for it.

    `parties` are all that must have a lead. `open_before` are items it depends on that are not
    delivered, `not_held` its meetings that have not taken place.
    """

    step: ItemStep
    parties: tuple[str, ...] = ()
    open_before: tuple[str, ...] = ()
    not_held: tuple[str, ...] = ()
    reason: Mapping[str, str] = field(default_factory=dict)
    evidence: str = ""
    new_due: date | None = None


@dataclass(frozen=True, slots=True)
class ItemTransition:
    """From one state by one step to another; each guard is named by why it would refuse."""

    source: ItemState
    step: ItemStep
    target: ItemState
    guards: tuple[WhyNoStep, ...] = ()


Guard = Callable[[Item, Asked], bool]

_S = ItemState
_SLIP = (WhyNoStep.NO_REASON, WhyNoStep.NO_LATER_DATE)
_DELIVER = (WhyNoStep.NO_EVIDENCE, WhyNoStep.WAITS)

ITEM_TRANSITIONS: Final = (
    ItemTransition(_S.PROPOSED, ItemStep.AGREE, _S.AGREED, (WhyNoStep.NO_LEAD, WhyNoStep.NO_DONE_WHEN)),
    *(ItemTransition(one, ItemStep.SCHEDULE, _S.SCHEDULED, (WhyNoStep.NO_MEETING,)) for one in (_S.AGREED, _S.SLIPPED)),
    ItemTransition(_S.SCHEDULED, ItemStep.HOLD, _S.HELD, (WhyNoStep.MEETINGS_NOT_HELD,)),
    ItemTransition(_S.HELD, ItemStep.DELIVER, _S.DELIVERED, _DELIVER),
    *(ItemTransition(one, ItemStep.DELIVER, _S.DELIVERED, (*_DELIVER, WhyNoStep.MEETINGS_NOT_HELD)) for one in (_S.AGREED, _S.SLIPPED)),
    *(ItemTransition(one, ItemStep.SLIP, _S.SLIPPED, _SLIP) for one in (_S.AGREED, _S.SCHEDULED, _S.HELD, _S.SLIPPED)),
    *(ItemTransition(one, ItemStep.DROP, _S.DROPPED, (WhyNoStep.NO_REASON,)) for one in (_S.PROPOSED, _S.AGREED, _S.SCHEDULED, _S.HELD, _S.SLIPPED)),
    ItemTransition(_S.DROPPED, ItemStep.REVIVE, _S.PROPOSED, (WhyNoStep.NO_REASON,)),
)  # fmt: skip
"""Every transition. A delivered item moves no more: what comes later is another item."""

ITEM_TRANSITION_OF: Final[Mapping[tuple[ItemState, ItemStep], ItemTransition]] = {
    (one.source, one.step): one for one in ITEM_TRANSITIONS
}


def why_no_step(item: Item, asked: Asked) -> WhyNoStep | None:
    """Why a step is refused, or None where it may be taken.

    >>> why_no_step(Item("a"), Asked(ItemStep.DELIVER)).value
    'not_from_here'
    """
    transition = ITEM_TRANSITION_OF.get((item.state, asked.step))
    if transition is None:
        return WhyNoStep.NOT_FROM_HERE
    return next((one for one in transition.guards if not ITEM_GUARDS[one](item, asked)), None)


def after_step(item: Item, asked: Asked) -> Item:
    """The item after a step that may be taken (`why_no_step` says None).

    >>> late = Asked(ItemStep.SLIP, reason={"en": "No ship was free."}, new_due=date(2023, 5, 1))
    >>> after_step(Item("a", state=ItemState.AGREED), late).promised
    datetime.date(2023, 5, 1)
    """
    return replace(
        item,
        state=ITEM_TRANSITION_OF[item.state, asked.step].target,
        reason=asked.reason or item.reason,
        evidence=asked.evidence or item.evidence,
        new_due=asked.new_due or item.new_due,
    )


def _is_later(item: Item, asked: Asked) -> bool:
    return asked.new_due is not None and (item.promised is None or asked.new_due > item.promised)


ITEM_GUARDS: Final[Mapping[WhyNoStep, Guard]] = {
    WhyNoStep.NO_LEAD: lambda item, asked: all(item.lead.get(one) for one in asked.parties),
    WhyNoStep.NO_DONE_WHEN: lambda item, _: any(item.done_when.values()),
    WhyNoStep.NO_MEETING: lambda item, _: bool(item.meetings),
    WhyNoStep.MEETINGS_NOT_HELD: lambda _, asked: not asked.not_held,
    WhyNoStep.NO_EVIDENCE: lambda _, asked: bool(asked.evidence.strip()),
    WhyNoStep.WAITS: lambda _, asked: not asked.open_before,
    WhyNoStep.NO_REASON: lambda _, asked: any(one.strip() for one in asked.reason.values()),
    WhyNoStep.NO_LATER_DATE: _is_later,
}
"""What must hold, by why it would refuse."""
