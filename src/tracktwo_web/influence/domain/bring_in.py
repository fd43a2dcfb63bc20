"""Links and concepts from a file onto a map, all of them or none."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from tracktwo.errors import InputError
from tracktwo.influence import InfluenceMap, pool
from tracktwo_web.influence.domain.drawing import LINK_FIELDS, add_concept, add_link, set_link
from tracktwo_web.influence.models import Concept, Kind, Map
from tracktwo_web.influence.queries import concepts_on


@dataclass(frozen=True)
class BroughtIn:
    """How many concepts and links came."""

    concepts: int
    links: int


@transaction.atomic
def bring_in(drawn: Map, judged: InfluenceMap) -> BroughtIn:
    """Concepts are known by their codes; new ones are added, links that are there already are changed.

    Several experts' judgements are pooled; where the file names sides, those of this map's side count.
    """
    side = drawn.side.code if drawn.side else ""
    if side and side in judged.sides:
        judged = judged.of_side(side)
    if not judged.has_one_link_a_pair:
        judged = pool(judged).drawn
    if not judged.concepts:
        raise InputError("the file holds no concept")
    known = {one.code: one for one in concepts_on(drawn)}
    new = [one for one in judged.concepts if one.id not in known]
    sides = {one.code: one for one in drawn.dialogue.sides.all()}
    for one in new:
        changed = add_concept(
            drawn,
            one.texts or {"en": one.id},
            code=one.id[:60],
            kind=one.kind if one.kind in Kind.values else "",
            side=sides.get(one.side),
        )
        known[one.id] = changed.concepts[0]
    for link in judged.links:
        said = {name: getattr(link, name) for name in LINK_FIELDS}
        _draw(drawn, known[link.source], known[link.target], said)
    return BroughtIn(len(new), len(judged.links))


def _draw(drawn: Map, source: Concept, target: Concept, said: dict[str, Any]) -> None:
    """Draw a link, or say of the one that is there what the file says."""
    there = drawn.links.filter(source=source, target=target).first()
    if there is None:
        add_link(drawn, source.id, target.id, **said)
    else:
        set_link(drawn, there.id, seen=there.edition, **said)
