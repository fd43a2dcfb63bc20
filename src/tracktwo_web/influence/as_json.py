"""Maps as the editor in the browser reads them, and its changes as it writes them."""

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext

from tracktwo_web.dialogues.queries import sides_in_turn
from tracktwo_web.influence.domain import drawing
from tracktwo_web.influence.domain.answers import CannotBe
from tracktwo_web.influence.domain.drawing import LINK_FIELDS, Changed
from tracktwo_web.influence.models import Concept, Delay, Kind, Link, Map
from tracktwo_web.influence.queries import Sheet, places_on
from tracktwo_web.kit.languages import reader_language
from tracktwo_web.kit.templatetags.words import side_class

Json = dict[str, Any]


def state_as_json(sheet: Sheet, *, may_draw: bool, path: str) -> Json:
    """A whole map in the reader's language."""
    drawn = sheet.map
    sides = sides_in_turn(drawn.dialogue, path)
    return {
        "edition": drawn.edition,
        "may_draw": may_draw,
        "sides": [
            {"code": side.code, "name": str(side), "css": side_class(side)} for side in sides
        ],
        "kinds": [{"id": value, "name": str(name)} for value, name in Kind.choices],
        "delays": [{"id": value, "name": str(name)} for value, name in Delay.choices],
        "concepts": [concept_as_json(one, drawn, sheet.places) for one in sheet.concepts],
        "links": [link_as_json(one) for one in sheet.links],
    }


def concept_as_json(
    one: Concept, drawn: Map, places: Mapping[uuid.UUID, tuple[float, float]]
) -> Json:
    x, y = places.get(one.id, (None, None))
    return {
        "id": str(one.id),
        "edition": one.edition,
        "text": str(one),
        "kind": one.kind,
        "side": one.side.code if one.side else "",
        "x": x,
        "y": y,
        "is_shared": one.map_id != drawn.id,
    }


def link_as_json(one: Link) -> Json:
    ends = {"source": str(one.source_id), "target": str(one.target_id)}
    return (
        {"id": str(one.id), "edition": one.edition}
        | ends
        | {name: getattr(one, name) for name in LINK_FIELDS}
    )


def changed_as_json(changed: Changed, drawn: Map) -> Json:
    return {
        "edition": changed.edition,
        "concepts": _concepts_as_json(changed.concepts, drawn),
        "links": [link_as_json(one) for one in changed.links],
        "removed": [str(one) for one in changed.removed],
    }


def thing_as_json(thing: Concept | Link | None, drawn: Map) -> Json:
    """How something stands now, for whoever wanted to change how it stood before."""
    return {
        "concepts": _concepts_as_json((thing,), drawn) if isinstance(thing, Concept) else [],
        "links": [link_as_json(thing)] if isinstance(thing, Link) else [],
    }


def _concepts_as_json(concepts: tuple[Concept, ...], drawn: Map) -> list[Json]:
    places = places_on(drawn) if concepts else {}
    return [concept_as_json(one, drawn, places) for one in concepts]


def make_change(drawn: Map, told: Mapping[str, Any]) -> Changed:
    """Do what the editor asks. Raises `CannotBe` and `Meanwhile`."""
    do = _CHANGES.get(str(told.get("op")))
    if do is None:
        raise CannotBe(gettext("This change is not known here; load the page again."))
    try:
        return do(drawn, told)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise CannotBe(gettext("This change is not complete; load the page again.")) from None


def _add_concept(drawn: Map, told: Mapping[str, Any]) -> Changed:
    return drawing.add_concept(
        drawn,
        {reader_language(): str(told["text"])},
        id_=uuid.UUID(told["id"]),
        at=_at(told) if told.get("x") is not None else None,
        **_kind_and_side(drawn, told),
    )


def _set_concept(drawn: Map, told: Mapping[str, Any]) -> Changed:
    changes = _kind_and_side(drawn, told)
    if "text" in told:
        changes["texts"] = {reader_language(): str(told["text"])}
    return drawing.set_concept(drawn, uuid.UUID(told["id"]), seen=int(told["seen"]), **changes)


def _place_concept(drawn: Map, told: Mapping[str, Any]) -> Changed:
    return drawing.place_concept(drawn, uuid.UUID(told["id"]), _at(told))


def _remove_concept(drawn: Map, told: Mapping[str, Any]) -> Changed:
    return drawing.remove_concept(drawn, uuid.UUID(told["id"]), seen=int(told["seen"]))


def _add_link(drawn: Map, told: Mapping[str, Any]) -> Changed:
    source, target, id_ = (uuid.UUID(told[name]) for name in ("source", "target", "id"))
    return drawing.add_link(drawn, source, target, id_=id_, **_said(told))


def _set_link(drawn: Map, told: Mapping[str, Any]) -> Changed:
    return drawing.set_link(drawn, uuid.UUID(told["id"]), seen=int(told["seen"]), **_said(told))


def _remove_link(drawn: Map, told: Mapping[str, Any]) -> Changed:
    return drawing.remove_link(drawn, uuid.UUID(told["id"]), seen=int(told["seen"]))


_CHANGES: dict[str, Callable[[Map, Mapping[str, Any]], Changed]] = {
    "add-concept": _add_concept,
    "set-concept": _set_concept,
    "place-concept": _place_concept,
    "remove-concept": _remove_concept,
    "add-link": _add_link,
    "set-link": _set_link,
    "remove-link": _remove_link,
}


def _kind_and_side(drawn: Map, told: Mapping[str, Any]) -> dict[str, Any]:
    said: dict[str, Any] = {"kind": str(told["kind"])} if "kind" in told else {}
    if "side" in told:
        said["side"] = drawn.dialogue.sides.filter(code=str(told["side"])).first()
    return said


def _said(told: Mapping[str, Any]) -> dict[str, Any]:
    numbers = ("weight", "low", "high", "confidence")
    return {
        name: _number(told[name]) if name in numbers else str(told[name] or "")
        for name in LINK_FIELDS
        if name in told
    }


def _number(said: object) -> float | None:
    return None if said is None or said == "" else float(said)  # type: ignore[arg-type]


def _at(told: Mapping[str, Any]) -> tuple[float, float]:
    return float(told["x"]), float(told["y"])
