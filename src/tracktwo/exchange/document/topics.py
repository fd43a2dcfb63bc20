"""What each section of a report is about, told by its heading and those around it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from tracktwo.exchange.document.lexicon import (
    ANNOUNCING,
    AREAS,
    BACK,
    CONSEQUENCES,
    MILESTONES,
    PERCEPTIONS,
    RISK_AS_A_TASK,
)
from tracktwo.exchange.document.outline import Section


class Topic(Enum):
    """What a section holds. A claim is who perceives whom."""

    CLAIM = "claim"
    PERCEPTIONS = "perceptions"
    CONSEQUENCES = "consequences"
    AREAS = "areas"
    MILESTONES = "milestones"
    BACK = "back"
    OTHER = "other"


Pair = tuple[str, str]
"""Who perceives, and whom: ids of sides."""

_WORDS = (
    (Topic.MILESTONES, MILESTONES),
    (Topic.AREAS, AREAS),
    (Topic.CONSEQUENCES, CONSEQUENCES),
)
_POINTED = {topic for topic, _ in _WORDS}
_FRAMES = {Topic.OTHER, Topic.PERCEPTIONS}
"""Headings of perceptions in general only frame the sections under them."""


@dataclass(eq=False, slots=True)
class Told:
    """A section, what it is about, and the section whose heading said so (itself or one around)."""

    section: Section
    topic: Topic
    root: Section
    pair: Pair | None = None


def told(sections: list[Section], claims: Mapping[int, Pair]) -> list[Told]:
    """The topic of every section: its own, or the one around it. `claims` are pairs by line."""
    known: dict[int, Told] = {}
    for section in sections:
        around = known[id(section.parent)] if section.parent else None
        known[id(section)] = _told(section, around, claims)
    return list(known.values())


def _told(section: Section, around: Told | None, claims: Mapping[int, Pair]) -> Told:
    if section.heading is None:
        return Told(section, Topic.OTHER, section)
    text = section.heading.text
    if pair := claims.get(section.heading.line):
        return Told(section, Topic.CLAIM, section, pair)
    own = topic_of(text)
    is_free = around is None or around.topic in _FRAMES
    if around is None or is_free or own is Topic.BACK or (own in _POINTED and _leads(text)):
        return Told(section, own, section)
    return Told(section, around.topic, around.root, around.pair)


def topic_of(heading: str) -> Topic:
    """The topic whose word comes first in a heading.

    >>> topic_of("V. Consequences and risks"), topic_of("Military risk reduction")
    (<Topic.CONSEQUENCES: 'consequences'>, <Topic.OTHER: 'other'>)
    """
    bare = RISK_AS_A_TASK.sub("", heading)
    found = [(match.start(), topic) for topic, words in _WORDS if (match := words.search(bare))]
    if found:
        return min(found, key=lambda one: one[0])[1]
    if BACK.search(heading):
        return Topic.BACK
    return Topic.PERCEPTIONS if PERCEPTIONS.search(heading) else Topic.OTHER


def _leads(heading: str) -> bool:
    """Whether a heading begins with the word of its topic."""
    start = ANNOUNCING.match(heading)
    rest = heading[start.end() :] if start else heading
    begins = any(words.match(heading) or words.match(rest) for _, words in _WORDS)
    return begins and not RISK_AS_A_TASK.match(rest)
