"""What pages ask of the maps' tables, and maps as the library knows them."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from django.db.models import Q, QuerySet

from tracktwo.influence import Concept as DrawnConcept
from tracktwo.influence import InfluenceMap
from tracktwo.influence import Link as DrawnLink
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.influence.models import Concept, Link, Map, Place
from tracktwo_web.influence.rules import may_see


def maps_of(dialogue: Dialogue) -> QuerySet[Map]:
    return Map.objects.filter(dialogue=dialogue).select_related("side", "dialogue")


def lacks_a_map(dialogue: Dialogue) -> bool:
    """Whether a side, or the table, has no map yet."""
    return Map.objects.filter(dialogue=dialogue).count() < 1 + dialogue.sides.count()


def find_map(standing: Standing, map_id: uuid.UUID) -> Map | None:
    """A map that whoever asks may see."""
    drawn = maps_of(standing.dialogue).filter(pk=map_id).first()
    return drawn if drawn and may_see(standing, drawn) else None


def maps_seen_by(standing: Standing) -> list[Map]:
    """The joint map and the sides' maps as far as they are open to somebody, in the sides' order."""
    found = (one for one in maps_of(standing.dialogue) if may_see(standing, one))
    return sorted(
        found, key=lambda one: (-1, "") if one.side is None else (one.side.position, one.side.code)
    )


def concepts_on(drawn: Map) -> QuerySet[Concept]:
    """The concepts a map may link: its own and those of the joint map."""
    is_here = Q(map=drawn) | Q(map__dialogue=drawn.dialogue_id, map__side=None)
    return Concept.objects.filter(is_here).select_related("side", "map")


def concepts_of(drawn: Map) -> list[Concept]:
    """The concepts on a map, those of the joint map first, each in the order of their codes."""
    found = concepts_on(drawn)
    return sorted(
        found, key=lambda one: (one.map_id == drawn.id and not drawn.is_joint, _counted(one.code))
    )


def links_of(drawn: Map) -> list[Link]:
    """The links of a map, by what they come from and lead to."""
    found = Link.objects.filter(map=drawn).select_related("source", "target")
    return sorted(found, key=lambda one: (_counted(one.source.code), _counted(one.target.code)))


@dataclass(frozen=True)
class Sheet:
    """A map with all that stands on it."""

    map: Map
    concepts: list[Concept]
    links: list[Link]
    places: dict[uuid.UUID, tuple[float, float]]
    """Where concepts stand: as this map has them, else as the joint one does."""


def sheet_of(drawn: Map) -> Sheet:
    return Sheet(drawn, concepts_of(drawn), links_of(drawn), places_on(drawn))


def places_on(drawn: Map) -> dict[uuid.UUID, tuple[float, float]]:
    places = Place.objects.filter(Q(map=drawn) | Q(map__dialogue=drawn.dialogue_id, map__side=None))
    own_last = sorted(places, key=lambda one: one.map_id == drawn.id)
    return {one.concept_id: (one.x, one.y) for one in own_last}


def as_library(sheets: Iterable[Sheet]) -> InfluenceMap:
    """Maps as one value of the library, each side's links under its code; joint links under none."""
    sheets = list(sheets)
    concepts = {one.code: one for one in chain.from_iterable(sheet.concepts for sheet in sheets)}
    sides = sheets[0].map.dialogue.sides.all() if sheets else ()
    return InfluenceMap(
        tuple(_concept(one) for one in concepts.values()),
        tuple(_link(one, sheet.map) for sheet in sheets for one in sheet.links),
        side_names={side.code: side.names for side in sides},
    )


def _concept(one: Concept) -> DrawnConcept:
    return DrawnConcept(one.code, one.texts, one.kind, one.side.code if one.side else "")


def _link(one: Link, drawn: Map) -> DrawnLink:
    return DrawnLink(
        one.source.code,
        one.target.code,
        one.weight,
        one.low,
        one.high,
        delay=one.delay,
        confidence=one.confidence,
        evidence=one.evidence,
        side=drawn.side.code if drawn.side else "",
    )


def _counted(code: str) -> tuple[str, int]:
    """Codes in the order in which people count: side-2 before side-10."""
    name, _, number = code.rpartition("-")
    return (name, int(number)) if number.isdecimal() else (code, 0)
