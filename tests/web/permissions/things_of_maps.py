"""Influence maps on the table: the joint one, a side's in its room, and one that is released."""

import uuid

from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.influence.domain.drawing import add_concept, add_link
from tracktwo_web.influence.domain.maps import open_maps, release_map
from tracktwo_web.influence.models import Map


def lay_out_maps(dialogue: Dialogue) -> dict[str, dict[str, object]]:
    """What routes about maps are called with, by the words of the tables."""
    open_maps(dialogue)
    joint = dialogue.maps.get(side=None)
    own = dialogue.maps.get(side__code="nato")
    released = dialogue.maps.get(side__code="china")
    shared = [add_concept(joint, {"en": name}).concepts[0] for name in ("Drills", "Fear")]
    for drawn in (joint, own, released):
        add_link(drawn, *(one.id for one in shared), weight=0.5)
    release_map(released)
    return {
        "joint map": _named(joint),
        "map of A": _named(own),
        "released map of B": _named(released),
        "no map": {"map_id": uuid.uuid4(), "form": "csv"}
        | dict.fromkeys(("concept_id", "link_id"), uuid.uuid4()),
    }


def _named(drawn: Map) -> dict[str, object]:
    own = add_concept(drawn, {"en": "Its own"}).concepts[0]
    return {
        "map_id": drawn.id,
        "concept_id": own.id,
        "link_id": drawn.links.get().id,
        "form": "csv",
    }
