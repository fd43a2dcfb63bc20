"""Items: proposed by a side, changed while they are proposed, taken back by whoever proposed them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import count

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext

from tracktwo.roadmap import ItemState, ItemStep
from tracktwo_web.dialogues.models import Side
from tracktwo_web.roadmaps.domain.answers import CannotBe
from tracktwo_web.roadmaps.domain.saving import locked, still_whole, tell
from tracktwo_web.roadmaps.models import Item, JointStep, Plan, StepState

Texts = Mapping[str, str]
LONGEST_SLUG = 40


@dataclass(frozen=True)
class Entry:
    """An item as somebody enters it. Texts are by language; `lead` names an office of each side by its code."""

    deliverable: Texts
    done_when: Texts = field(default_factory=dict)
    reciprocity: Texts = field(default_factory=dict)
    theme: str = ""
    area: str = ""
    stream: str = "diplomatic"
    lead: Mapping[str, str] = field(default_factory=dict)
    meetings: tuple[str, ...] = ()
    depends: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    start: date | None = None
    due: date | None = None


@transaction.atomic
def propose_item(
    plan: Plan, entry: Entry, *, side: Side | None, speaks_for_side: bool = False
) -> Item:
    """Put an item on the roadmap as a proposal of a side, or of the secretariat where it has none.

    With it the sides are asked to agree; where the head proposes (`speaks_for_side`), its own side has.
    Raises `CannotBe` where the roadmap would no longer be whole.
    """
    plan = locked(plan)
    item = Item(
        plan=plan,
        side=side,
        code=_free_code(plan, entry),
        position=plan.items.count(),
    )
    _describe(item, entry)
    JointStep.objects.create(
        item=item,
        number=1,
        step=ItemStep.AGREE,
        side=side,
        agreed=[side.code] if side and speaks_for_side else [],
    )
    still_whole(plan)
    tell(plan)
    return item


@transaction.atomic
def change_item(item: Item, entry: Entry, *, seen: str = "") -> Item:
    """Change what is proposed. Whoever agreed to it agreed to other words, and is asked again.

    `seen` is the mark of what the writer had before them (`mark_of`); another one is refused.
    """
    plan = locked(item.plan)
    item = Item.objects.select_related("plan__dialogue", "side").get(pk=item.pk)
    if item.state != ItemState.PROPOSED:
        raise CannotBe(gettext("The sides have agreed to this item: ask for another step instead."))
    if seen and seen != mark_of(item):
        raise CannotBe(gettext("Somebody else has changed this item meanwhile: read it again."))
    before = mark_of(item)
    _describe(item, entry)
    if mark_of(item) != before:
        item.steps.filter(state=StepState.OPEN).update(agreed=[])
    still_whole(plan)
    tell(plan)
    return item


@transaction.atomic
def take_back_item(item: Item) -> None:
    """Take a proposal off the roadmap; what hangs on it keeps it there."""
    plan = locked(item.plan)
    if Item.objects.get(pk=item.pk).state != ItemState.PROPOSED:
        raise CannotBe(
            gettext("The sides have agreed to this item: it can be dropped, with a reason.")
        )
    waiting = [one for one in plan.items.exclude(pk=item.pk) if item.code in one.depends]
    if waiting:
        raise CannotBe(
            gettext("“%(item)s” waits for this item: change that one first.") % {"item": waiting[0]}
        )
    item.delete()
    tell(plan)


def mark_of(item: Item) -> str:
    """What a form carries to tell, without a time of writing, whether somebody else has written since."""
    told = [getattr(item, name) for name in _FIELDS]
    shown = [sorted(one.items()) if isinstance(one, dict) else one for one in told]
    return hashlib.sha256(repr(shown).encode()).hexdigest()[:16]


_FIELDS = (
    *("deliverable", "done_when", "reciprocity", "theme", "area", "stream", "lead"),
    *("meetings", "depends", "measures", "start", "due"),
)


def _describe(item: Item, entry: Entry) -> None:
    for name in _FIELDS:
        told = getattr(entry, name)
        kept = dict(told) if isinstance(told, Mapping) else told
        setattr(item, name, list(kept) if isinstance(kept, tuple) else kept)
    item.save()


def _free_code(plan: Plan, entry: Entry) -> str:
    """A short name from the words of the item, English ones if there are; it stays when they change."""
    words = entry.deliverable.get("en") or next(iter(entry.deliverable.values()), "")
    name = slugify(words)[:LONGEST_SLUG].strip("-") or "item"
    known = set(plan.items.values_list("code", flat=True))
    numbered = (f"{name}-{n}" for n in count(2))
    return name if name not in known else next(one for one in numbered if one not in known)
