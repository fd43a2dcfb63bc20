"""Putting a package on the roadmap: every option as an item that is proposed, in one step."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from tracktwo.dialogue import in_language
from tracktwo_web.convergence.models import Planned, ValueRound
from tracktwo_web.convergence.told import Piece, Told
from tracktwo_web.dialogues.models import Side
from tracktwo_web.roadmaps.domain.items import Entry, propose_item
from tracktwo_web.roadmaps.domain.saving import locked
from tracktwo_web.roadmaps.models import Item, Plan
from tracktwo_web.rounds.states import NotNow

LONGEST_AREA = 120


@dataclass(frozen=True)
class Common:
    """What all items of a package have in common: their stream, when they are due, who leads on each side."""

    stream: str = "diplomatic"
    due: date | None = None
    lead: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def plan_package(
    one: ValueRound,
    package: Told,
    plan: Plan,
    side: Side | None,
    common: Common,
    *,
    speaks_for_side: bool = False,
) -> list[Item]:
    """Propose each option of a package as an item, all or none. Raises `CannotBe`, `NotNow`.

    What was proposed before is proposed again where nothing is left of it: all was taken back or dropped.
    How one knows that an item is done no package says: the sides add it before they agree.
    """
    plan = locked(plan)
    planned, is_new = Planned.objects.get_or_create(round=one, package=package.key, plan=plan)
    if not (is_new or nothing_is_left_on_roadmap(planned)):
        raise NotNow("it was proposed as items of this roadmap before")
    proposed = [
        propose_item(plan, _entry(piece, plan, common), side=side, speaks_for_side=speaks_for_side)
        for piece in package.pieces
    ]
    planned.items = [str(item.id) for item in proposed]
    planned.save(update_fields=["items"])
    return proposed


def nothing_is_left_on_roadmap(planned: Planned) -> bool:
    """Whether none of its items is on the roadmap any more, but as dropped."""
    return not Item.objects.filter(pk__in=planned.items).exclude(state="dropped").exists()


def _entry(piece: Piece, plan: Plan, common: Common) -> Entry:
    """An option as an item. Its short name stands among the measures, so that one finds the way back."""
    languages = plan.dialogue.languages
    texts = {one: piece.texts[one] for one in languages if piece.texts.get(one)}
    return Entry(
        texts or {languages[0]: piece.code},
        area=in_language(piece.area, languages[0])[:LONGEST_AREA],
        stream=common.stream,
        lead=common.lead,
        measures=(piece.code,),
        due=common.due,
    )
