"""An influence map: concepts, and who believes that one moves another, which way and how strongly.

A link that nobody drew is absent; a link drawn with weight 0 says "I looked, and there is none".
The two stay apart everywhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import isfinite

from tracktwo.dialogue import in_language
from tracktwo.errors import InputError

KINDS = ("perception", "action", "narrative", "capability", "risk", "measure", "driver")
"""What a concept may be; a driver is an outside one that no side commands."""

DELAYS = ("days", "weeks", "months", "years")
"""How long an influence takes to be felt, quickest first."""


@dataclass(frozen=True, slots=True)
class Concept:
    """Something that moves or is moved: `kind` is one of `KINDS` or empty.

    `side` is the id of the side whose belief, doing or ability it is; empty where it is shared.
    """

    id: str
    texts: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""
    side: str = ""

    def text(self, language: str = "en") -> str:
        """The text in a language, else in another, else the id."""
        return in_language(self.texts, language) or self.id


@dataclass(frozen=True, slots=True)
class Link:
    """One judgement: `source` moves `target` (ids of concepts), the same way or, below 0, against.

    `weight` lies in -1..1; `low` and `high` are the ends of what the expert holds possible.
    `delay` is one of `DELAYS` or empty, `confidence` a share in 0..1. `expert` and `side` say who
    judges; both are empty in a map that is nobody's in particular.
    """

    source: str
    target: str
    weight: float
    low: float | None = None
    high: float | None = None
    delay: str = ""
    confidence: float | None = None
    evidence: str = ""
    expert: str = ""
    side: str = ""

    @property
    def ends(self) -> tuple[str, str]:
        return self.source, self.target

    @property
    def judge(self) -> tuple[str, str]:
        return self.side, self.expert


@dataclass(frozen=True)
class InfluenceMap:
    """Concepts and judgements about links between them, checked when made.

    Nobody judges a link twice. A map with several judges is a table of judgements; `tracktwo.influence.pool`
    makes one link a pair of it. Raises `InputError` where something cannot be meant.

    >>> drawn = InfluenceMap((Concept("exercises"), Concept("threat")), (Link("exercises", "threat", 0.7),))
    >>> drawn.has_one_link_a_pair
    True
    """

    concepts: tuple[Concept, ...]
    links: tuple[Link, ...] = ()
    title: Mapping[str, str] = field(default_factory=dict)
    note: Mapping[str, str] = field(default_factory=dict)
    side_names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Names of sides by language, by their ids; a side without one is called by its id."""

    def __post_init__(self) -> None:
        _check_concepts(self.concepts)
        seen: set[tuple[str, ...]] = set()
        for link in self.links:
            if wrong := what_is_wrong(link, self.place_of):
                raise InputError(wrong)
            if (judged := (*link.ends, *link.judge)) in seen:
                raise InputError(f"{named(link)} is judged twice by {_judge(link)}; keep one")
            seen.add(judged)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        return tuple(concept.id for concept in self.concepts)

    @cached_property
    def place_of(self) -> Mapping[str, int]:
        """The place of each concept by its id."""
        return {concept.id: place for place, concept in enumerate(self.concepts)}

    @cached_property
    def has_one_link_a_pair(self) -> bool:
        return len({link.ends for link in self.links}) == len(self.links)

    @cached_property
    def judges(self) -> tuple[tuple[str, str], ...]:
        """Everybody who judged, as (side, expert), in order of appearance."""
        return tuple(dict.fromkeys(link.judge for link in self.links))

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """The sides that judged, in order of appearance."""
        return tuple(dict.fromkeys(link.side for link in self.links if link.side))

    def of_side(self, side: str) -> "InfluenceMap":
        """The same concepts with the judgements of one side alone."""
        return replace(self, links=tuple(link for link in self.links if link.side == side))

    def side_name(self, side: str, language: str = "en") -> str:
        """What a side is called in a language, else in another, else its id."""
        return in_language(self.side_names.get(side, {}), language) or side

    def of_kind(self, kind: str) -> tuple[Concept, ...]:
        return tuple(concept for concept in self.concepts if concept.kind == kind)


def named(link: Link) -> str:
    """A link as a person would point at it."""
    return f"{link.source} -> {link.target}"


def what_is_wrong(link: Link, known: Iterable[str]) -> str:
    """What cannot be meant by a judgement, in one sentence; empty where all is well."""
    for end in link.ends:
        if end not in known:
            return f"{named(link)}: concept {end!r} is not known; add it to the concepts"
    low, high = (link.weight if end is None else end for end in (link.low, link.high))
    if not all(isfinite(one) and -1 <= one <= 1 for one in (link.weight, low, high)):
        return f"{named(link)}: weights and their ranges lie in -1..1"
    if not low <= link.weight <= high:
        return f"{named(link)}: weight {link.weight:g} lies outside its range [{low:g}, {high:g}]"
    if link.delay and link.delay not in DELAYS:
        return f"{named(link)}: delay {link.delay!r} is not known; write {', '.join(DELAYS)}"
    if link.confidence is not None and not 0 <= link.confidence <= 1:
        return f"{named(link)}: confidence {link.confidence:g} lies outside 0..1"
    return ""


def _check_concepts(concepts: tuple[Concept, ...]) -> None:
    seen: set[str] = set()
    for concept in concepts:
        if not concept.id.strip():
            raise InputError("a concept has no id")
        if concept.id in seen:
            raise InputError(f"concept {concept.id!r} appears twice; ids must differ")
        if concept.kind and concept.kind not in KINDS:
            raise InputError(
                f"concept {concept.id!r}: kind {concept.kind!r} is not known; "
                f"write {', '.join(KINDS)}"
            )
        seen.add(concept.id)


def _judge(link: Link) -> str:
    return " of ".join(filter(None, (link.expert, link.side))) or "the same hand"
