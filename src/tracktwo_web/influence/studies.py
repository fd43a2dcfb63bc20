"""Maps studied by the library, kept in each process until somebody changes the map."""

import uuid
from collections.abc import Iterable
from functools import lru_cache

from tracktwo.influence import Contrast, InfluenceMap, Options, Study, contrast, study
from tracktwo_web.influence.models import Map
from tracktwo_web.influence.queries import as_library, sheet_of

MEMBERS, LOOPS, KEPT = 500, 8, 32
OPTIONS = Options(members=MEMBERS, loops=LOOPS)

Key = tuple[tuple[uuid.UUID, int], ...]
"""Maps with the editions in which they are meant."""


def study_of(maps: Iterable[Map]) -> Study | None:
    """What one map says, or several together; None where nothing is drawn."""
    return _study(_key(maps))


def contrast_of(one: Map, other: Map) -> Contrast | None:
    """What sets two sides' maps apart; None where neither has a link."""
    return _contrast(_key((one, other)))


def drawn_on(maps: Iterable[Map]) -> InfluenceMap:
    """Maps as the library knows them."""
    return _drawn(_key(maps))


def _key(maps: Iterable[Map]) -> Key:
    return tuple((one.id, one.edition) for one in maps)


@lru_cache(maxsize=KEPT)
def _study(key: Key) -> Study | None:
    judged = _drawn(key)
    return study(judged, OPTIONS) if judged.links else None


@lru_cache(maxsize=KEPT)
def _contrast(key: Key) -> Contrast | None:
    one, other = (_drawn((each,)) for each in key)
    if not (one.links or other.links):
        return None
    names = tuple(_side_of(map_id) for map_id, _ in key)
    return contrast(one, other, OPTIONS, names=(names[0], names[1]))


@lru_cache(maxsize=KEPT)
def _drawn(key: Key) -> InfluenceMap:
    found = Map.objects.select_related("side", "dialogue").in_bulk([map_id for map_id, _ in key])
    return as_library(sheet_of(found[map_id]) for map_id, _ in key)


def _side_of(map_id: uuid.UUID) -> str:
    side = Map.objects.select_related("side").get(pk=map_id).side
    return side.code if side else ""
