"""The sides of a dialogue after it was convened. Their number is fixed with the first round."""

from django.db import transaction

from tracktwo_web.dialogues.bindings import is_bound
from tracktwo_web.dialogues.domain.convene import SidePlan, Texts
from tracktwo_web.dialogues.models import Dialogue, Side
from tracktwo_web.events.publish import publish

AT_LEAST = 2


class Fixed(Exception):  # noqa: N818 -- an answer, not a fault
    """The sides cannot be changed so: a round was held, somebody sits there, or too few remain."""


@transaction.atomic
def describe_side(side: Side, *, names: Texts, time_zone: str) -> Side:
    """Give a side other names, or another time zone: what may be changed at any time."""
    side.names, side.time_zone = dict(names), time_zone
    side.save(update_fields=["names", "time_zone"])
    publish(side.dialogue_id, "dialogue")
    return side


@transaction.atomic
def resize_side(side: Side, *, size: int | None) -> Side:
    """Say how many people the delegation has in all. Raises `Fixed` after the first round."""
    if is_bound(side.dialogue) and size != side.size:
        raise Fixed
    side.size = size
    side.save(update_fields=["size"])
    return side


@transaction.atomic
def add_side(dialogue: Dialogue, plan: SidePlan) -> Side:
    """Bring in one more side. Raises `Fixed` after the first round or for a code taken."""
    Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    codes = list(dialogue.sides.values_list("code", flat=True))
    if is_bound(dialogue) or plan.code in codes:
        raise Fixed
    side = Side.objects.create(
        dialogue=dialogue,
        code=plan.code,
        names=dict(plan.names),
        position=len(codes),
        time_zone=plan.time_zone,
        size=plan.size,
    )
    publish(dialogue.id, "dialogue")
    return side


def can_be_removed(side: Side) -> bool:
    """Whether nobody sits on a side, no round was held, and two sides remain without it."""
    return not (
        is_bound(side.dialogue) or side.seats.exists() or side.dialogue.sides.count() <= AT_LEAST
    )


@transaction.atomic
def remove_side(side: Side) -> None:
    """Take out a side that was entered by mistake. Raises `Fixed` where it must stay."""
    dialogue = Dialogue.objects.select_for_update().get(pk=side.dialogue_id)
    if not can_be_removed(side):
        raise Fixed
    side.delete()
    for position, other in enumerate(dialogue.sides.order_by("position")):
        Side.objects.filter(pk=other.pk).update(position=position)
    publish(dialogue.id, "dialogue")
