"""Changing a map: one concept or one link at a time, each change an edition of its own.

Whoever changes or removes something says in which edition they read it (`seen`); where somebody has
changed it since, nothing happens and both wordings can be shown: `Meanwhile`.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext

from tracktwo.errors import InputError
from tracktwo.influence import maps as library
from tracktwo_web.dialogues.models import Side
from tracktwo_web.events.publish import publish
from tracktwo_web.influence.domain.answers import CannotBe, Meanwhile
from tracktwo_web.influence.models import Concept, Delay, Kind, Link, Map, Place
from tracktwo_web.influence.queries import concepts_on

Thing = TypeVar("Thing", Concept, Link)
LONGEST_TEXT, LONGEST_EVIDENCE, MOST_CONCEPTS, MOST_LINKS = 300, 600, 200, 2_000
LINK_FIELDS = ("weight", "low", "high", "delay", "confidence", "evidence")


@dataclass(frozen=True)
class Changed:
    """What one change did to a map."""

    edition: int
    concepts: tuple[Concept, ...] = ()
    links: tuple[Link, ...] = ()
    removed: tuple[uuid.UUID, ...] = field(default=())


@transaction.atomic
def add_concept(
    drawn: Map,
    texts: Mapping[str, str],
    *,
    id_: uuid.UUID | None = None,
    code: str = "",
    kind: str = "",
    side: Side | None = None,
    at: tuple[float, float] | None = None,
) -> Changed:
    """Put a concept on a map; one whose id is there already is there, and that is all."""
    drawn = _locked(drawn)
    there = Concept.objects.filter(pk=id_, map=drawn).first() if id_ else None
    if there:
        return Changed(drawn.edition, concepts=(there,))
    if drawn.concepts.count() >= MOST_CONCEPTS:
        raise CannotBe(
            gettext("A map of more than %(n)s concepts helps nobody.") % {"n": MOST_CONCEPTS}
        )
    concept = Concept(
        id=id_ or uuid.uuid4(),
        map=drawn,
        code=code or next_code(drawn),
        kind=_known(kind, Kind.values),
        side=side,
        texts=_said(texts),
    )
    changed = _record(drawn, concept)
    if at:
        _put(drawn, concept, at)
    return changed


@transaction.atomic
def set_concept(drawn: Map, id_: uuid.UUID, *, seen: int, **changes: Any) -> Changed:  # noqa: ANN401
    """Change texts, kind or side of a concept of this very map."""
    drawn = _locked(drawn)
    concept = _as_seen(Concept, drawn, id_, seen)
    if "texts" in changes:
        concept.texts = _said(concept.texts | changes["texts"])
    if "kind" in changes:
        concept.kind = _known(changes["kind"], Kind.values)
    if "side" in changes:
        concept.side = changes["side"]
    return _record(drawn, concept)


@transaction.atomic
def place_concept(drawn: Map, id_: uuid.UUID, at: tuple[float, float]) -> Changed:
    """Move a concept on the drawing; of two who move it at once the last one wins."""
    drawn = _locked(drawn)
    concept = concepts_on(drawn).filter(pk=id_).first()
    if concept is None:
        raise Meanwhile(None)
    _put(drawn, concept, at)
    return Changed(_next_edition(drawn), concepts=(concept,))


@transaction.atomic
def remove_concept(drawn: Map, id_: uuid.UUID, *, seen: int) -> Changed:
    """Take a concept off a map, with its links. One that other maps use stays."""
    drawn = _locked(drawn)
    concept = _as_seen(Concept, drawn, id_, seen)
    touching = Link.objects.filter(Q(source=concept) | Q(target=concept))
    if touching.exclude(map=drawn).exists():
        raise CannotBe(gettext("Another map draws links to this concept: it stays."))
    gone = (concept.id, *touching.values_list("id", flat=True))
    concept.delete()
    return Changed(_next_edition(drawn), removed=gone)


@transaction.atomic
def add_link(
    drawn: Map,
    source: uuid.UUID,
    target: uuid.UUID,
    *,
    id_: uuid.UUID | None = None,
    **said: Any,  # noqa: ANN401 -- LINK_FIELDS
) -> Changed:
    """Draw a link; one whose id is there already is there, and that is all."""
    drawn = _locked(drawn)
    there = Link.objects.filter(pk=id_, map=drawn).first() if id_ else None
    if there:
        return Changed(drawn.edition, links=(there,))
    ends = concepts_on(drawn).in_bulk([source, target])
    if not {source, target} <= set(ends):
        raise Meanwhile(None)
    if drawn.links.count() >= MOST_LINKS:
        raise CannotBe(gettext("A map of more than %(n)s links helps nobody.") % {"n": MOST_LINKS})
    same = drawn.links.filter(source=source, target=target).first()
    if same:
        raise Meanwhile(same)
    link = Link(id=id_ or uuid.uuid4(), map=drawn, source=ends[source], target=ends[target])
    return _record(drawn, _described(link, said))


@transaction.atomic
def set_link(drawn: Map, id_: uuid.UUID, *, seen: int, **said: Any) -> Changed:  # noqa: ANN401
    """Change what is said of a link."""
    drawn = _locked(drawn)
    link = _as_seen(Link, drawn, id_, seen)
    return _record(drawn, _described(link, said))


@transaction.atomic
def remove_link(drawn: Map, id_: uuid.UUID, *, seen: int) -> Changed:
    """Take a link off a map."""
    drawn = _locked(drawn)
    _as_seen(Link, drawn, id_, seen).delete()
    return Changed(_next_edition(drawn), removed=(id_,))


def next_code(drawn: Map) -> str:
    """A code nobody has: the side's (or `joint`) and a number."""
    prefix = f"{drawn.side.code if drawn.side else 'joint'}-"
    codes = drawn.concepts.filter(code__startswith=prefix).values_list("code", flat=True)
    numbers = (code.removeprefix(prefix) for code in codes)
    return f"{prefix}{max((int(one) for one in numbers if one.isdecimal()), default=0) + 1}"


def _locked(drawn: Map) -> Map:
    return (
        Map.objects.select_for_update(of=("self",))
        .select_related("side", "dialogue")
        .get(pk=drawn.pk)
    )


def _as_seen(model: type[Thing], drawn: Map, id_: uuid.UUID, seen: int) -> Thing:
    thing = model.objects.filter(pk=id_, map=drawn).first()
    if thing is None or thing.edition != seen:
        raise Meanwhile(thing)
    return thing


def _record(drawn: Map, thing: Concept | Link) -> Changed:
    thing.edition = _next_edition(drawn)
    thing.save()
    if isinstance(thing, Concept):
        return Changed(thing.edition, concepts=(thing,))
    return Changed(thing.edition, links=(thing,))


def _next_edition(drawn: Map) -> int:
    """Count a change, and tell those who look at the map."""
    Map.objects.filter(pk=drawn.pk).update(edition=F("edition") + 1)
    drawn.edition += 1
    publish(drawn.id, "map", map=str(drawn.id), edition=drawn.edition)
    return drawn.edition


def _described(link: Link, said: Mapping[str, Any]) -> Link:
    """A link with what is said of it, checked as the library checks a judgement."""
    for name in LINK_FIELDS:
        if name in said:
            setattr(link, name, said[name])
    link.delay = _known(link.delay, Delay.values)
    link.evidence = str(link.evidence or "").strip()[:LONGEST_EVIDENCE]
    judged = library.Link(
        "a", "b", *(link.weight, link.low, link.high), delay=link.delay, confidence=link.confidence
    )
    try:
        wrong = library.what_is_wrong(judged, "ab")
    except (TypeError, InputError):
        wrong = "no number"
    if wrong:
        raise CannotBe(
            gettext(
                "A weight lies between −1 and 1 and within its own range, a confidence between 0 and 1."
            )
        )
    return link


def _said(texts: Mapping[str, str]) -> dict[str, str]:
    said = {
        code: " ".join(text.split())[:LONGEST_TEXT] for code, text in texts.items() if text.strip()
    }
    if not said:
        raise CannotBe(gettext("A concept needs a name."))
    return said


def _known(word: str, words: list[str]) -> str:
    return word if word in words else ""


def _put(drawn: Map, concept: Concept, at: tuple[float, float]) -> None:
    """Keep where a concept stands; what lies beside the paper is put at its edge."""
    x, y = (min(max(float(one), 0.0), 1.0) for one in at)
    Place.objects.update_or_create(map=drawn, concept=concept, defaults={"x": x, "y": y})
