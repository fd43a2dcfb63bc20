"""The steps of an item: asked for by one side, taken once every side agrees.

The library's machine says which step there is from a state and what must be said for it. What follows from
the calendar alone (its meetings have a day, were held) the secretariat notes by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext

from tracktwo import roadmap as library
from tracktwo.errors import MoveError
from tracktwo.locale import translator
from tracktwo.roadmap import ItemState, ItemStep, WhyNoStep, moved_item, why_no_step_sentence
from tracktwo.roadmap.item_machine import ITEM_TRANSITION_OF
from tracktwo_web.dialogues.models import Side
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.domain.saving import locked, still_whole, tell
from tracktwo_web.roadmaps.models import Item, JointStep, Plan, StepState

JOINT = (ItemStep.AGREE, ItemStep.DELIVER, ItemStep.SLIP, ItemStep.DROP, ItemStep.REVIVE)
"""Steps that need every side."""
OF_THE_CALENDAR = (ItemStep.SCHEDULE, ItemStep.HOLD)


@dataclass(frozen=True)
class Said:
    """What is said for a step: why, what shows it, until when."""

    reason: Mapping[str, str] = field(default_factory=dict)
    evidence: str = ""
    new_due: date | None = None


NOTHING = Said()


@transaction.atomic
def ask_for_step(
    item: Item,
    step: ItemStep,
    said: Said = NOTHING,
    *,
    side: Side | None,
    speaks_for_side: bool = False,
) -> JointStep:
    """Ask all sides for a step; refused, with the reason, where the item does not allow it."""
    plan, item = _alone_with(item)
    if item.steps.filter(state=StepState.OPEN).exists():
        raise CannotBe(gettext("The sides are asked about this item already: answer that first."))
    if step is not ItemStep.AGREE:
        _moved(plan, item, step, said)  # refused now, not when all have agreed
    asked = JointStep.objects.create(
        item=item,
        number=item.steps.count() + 1,
        step=step,
        side=side,
        reason=dict(said.reason),
        evidence=said.evidence,
        new_due=said.new_due,
        agreed=[side.code] if side and speaks_for_side else [],
    )
    _take_if_agreed(plan, item, asked)
    tell(plan)
    return asked


@transaction.atomic
def agree_to_step(item: Item, side: Side, *, number: int) -> bool:
    """Say for a side that it agrees to the step that is asked for; whether it was taken with that."""
    plan, item = _alone_with(item)
    asked = _open_step(item, number)
    if side.code not in asked.agreed:
        asked.agreed = [*asked.agreed, side.code]
        asked.save(update_fields=["agreed"])
    taken = _take_if_agreed(plan, item, asked)
    tell(plan)
    return taken


@transaction.atomic
def decline_step(item: Item, side: Side | None, *, number: int) -> None:
    """Say for a side that it does not agree, or take back what it asked for; the item stays where it is."""
    plan, item = _alone_with(item)
    asked = _open_step(item, number)
    asked.state = StepState.WITHDRAWN if asked.side == side else StepState.DECLINED
    asked.save(update_fields=["state"])
    tell(plan)


@transaction.atomic
def note_step(item: Item, step: ItemStep) -> None:
    """Note what the calendar shows: that its meetings have a day, or were held."""
    plan, item = _alone_with(item)
    if step not in OF_THE_CALENDAR:
        raise CannotBe(gettext("This step needs both sides."))
    _write(item, _moved(plan, item, step, NOTHING))
    still_whole(plan)
    tell(plan)


def steps_open_to(item: Item) -> list[ItemStep]:
    """The steps that there are from where an item stands, by the library's machine."""
    state = ItemState(item.state)
    return [step for step in ItemStep if (state, step) in ITEM_TRANSITION_OF]


def step_refusal(error: MoveError, item: Item) -> str:
    """Why a step was refused, in the reader's language, everything called as readers call it."""
    words = translator(reader_language())
    codes = [one for one in error.told.get("detail", "").split(", ") if one]
    return why_no_step_sentence(
        WhyNoStep(error.reason),
        words,
        item=words.quoted(str(item)),
        state=error.told.get("state", ""),
        detail=words.names(words.quoted(one) for one in _called(item.plan, codes)),
    )


def _called(plan: Plan, codes: list[str]) -> list[str]:
    """Items and meetings as readers call them."""
    found = {one.code: str(one) for one in plan.items.filter(code__in=codes)}
    found |= {one.code: str(one) for one in plan.meetings.filter(code__in=codes)}
    return [found.get(one, one) for one in codes]


def _alone_with(item: Item) -> tuple[Plan, Item]:
    plan = locked(item.plan)
    found = Item.objects.select_related("side").get(pk=item.pk)
    found.plan = plan
    return plan, found


def _open_step(item: Item, number: int) -> JointStep:
    asked = item.steps.filter(state=StepState.OPEN, number=number).select_related("side").first()
    if asked is None:
        raise CannotBe(gettext("Nothing was changed: what was asked is settled already."))
    return asked


def _take_if_agreed(plan: Plan, item: Item, asked: JointStep) -> bool:
    """Move the item once every side agrees; refused where something stands in the way by then."""
    everybody = set(plan.dialogue.sides.values_list("code", flat=True))
    if not everybody <= set(asked.agreed):
        return False
    said = Said(asked.reason, asked.evidence, asked.new_due)
    _write(item, _moved(plan, item, ItemStep(asked.step), said))
    asked.state = StepState.TAKEN
    asked.save(update_fields=["state"])
    still_whole(plan)
    return True


def _moved(plan: Plan, item: Item, step: ItemStep, said: Said) -> library.Item:
    """The item after a step; nothing is saved yet."""
    try:
        return moved_item(
            still_whole(plan),
            item.code,
            step,
            reason=said.reason,
            evidence=said.evidence,
            new_due=said.new_due,
        ).item[item.code]
    except MoveError as error:
        raise CannotBe(step_refusal(error, item)) from error


def _write(item: Item, after: library.Item) -> None:
    item.state, item.reason = after.state.value, dict(after.reason)
    item.evidence, item.new_due = after.evidence, after.new_due
    item.save(update_fields=["state", "reason", "evidence", "new_due"])
