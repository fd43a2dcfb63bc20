r"""The text form: a line for each judgement, as one would write it on a board.

concept exercises (action, nato): "Military exercises" / zh "军事演习"
exercises -> threat perception : +0.7 [0.5, 0.9] ; delay months ; expert E1   # a comment
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tracktwo.errors import InputError
from tracktwo.exchange.influence.arrow_words import (
    ARROW,
    Word,
    concept_words,
    link_words,
    without_comment,
)
from tracktwo.exchange.influence.assemble import (
    FoundConcept,
    FoundLink,
    assemble,
    with_implied,
)
from tracktwo.exchange.influence.fields import concept_of, is_language, link_of
from tracktwo.exchange.influence.place import Place
from tracktwo.exchange.influence.plain_text import read_text
from tracktwo.exchange.influence.reading import Reading
from tracktwo.influence.maps import Concept, InfluenceMap, Link

TAIL = ("delay", "confidence", "expert", "side", "evidence")
"""What may follow the weight of a link, each behind a semicolon."""
_TELLS = re.compile(r"(concept|title|note)\b")
_HOW = "write a link as: concept -> concept : 0.7, and names with signs in quotes"
_HOW_CONCEPT = 'write a concept as: concept name (kind, side): "text" / zh "text"'


@dataclass
class Found:
    """What the lines read so far say."""

    concepts: list[FoundConcept] = field(default_factory=list)
    links: list[FoundLink] = field(default_factory=list)
    about: dict[str, dict[str, str]] = field(default_factory=dict)


def read_arrows(path: Path, reading: Reading) -> InfluenceMap:
    """The map in a text file; `InputError` with the line that cannot be meant."""
    found = Found()
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if said := without_comment(line):
            _read(said, found, Place(path, number), reading)
    if not (found.concepts or found.links):
        raise InputError(f"nothing is drawn here; {_HOW}", file=path)
    return assemble(with_implied(found.concepts, found.links), found.links, **found.about)


def _read(line: str, found: Found, at: Place, reading: Reading) -> None:
    words = link_words(line, at)
    if Word(ARROW, is_sign=True) in words:
        found.links.append((_link(words, at, reading), at))
    elif tells := _TELLS.match(line):
        read_telling(tells[1], line[tells.end() :], found, at, reading)
    else:
        at.refuse(f"this is no link; {_HOW}")


def read_telling(what: str, rest: str, found: Found, at: Place, reading: Reading) -> None:
    """A line that tells a concept, a title or a note, without its first word."""
    head, *texts = split(concept_words(rest, at), ":", most=1)
    told = _texts(texts[0], at, reading) if texts else {}
    if what == "concept":
        found.concepts.append((_concept(head, told, at), at))
    elif head or what in found.about:
        at.refuse(f'write {what}: "text" / zh "text", once')
    else:
        found.about[what] = told


def _concept(head: Sequence[Word], texts: Mapping[str, str], at: Place) -> Concept:
    """name, name (kind), name (kind, side) or name (, side)"""
    if shape(head) not in {"x", "x(x)", "x(x,x)", "x(,x)"}:
        at.refuse(_HOW_CONCEPT)
    inside = split(head[2:-1], ",")
    kind, side = ("".join(word.text for word in part) for part in [*inside, [], []][:2])
    told = {"kind": kind, "side": side, **{f"text_{one}": text for one, text in texts.items()}}
    return concept_of(head[0].text, told, at)


def _texts(words: Sequence[Word], at: Place, reading: Reading) -> dict[str, str]:
    """Behind the colon: "text" / zh "text" / fr "text", where one may leave out its language."""
    texts: dict[str, str] = {}
    for part in split(words, "/"):
        if shape(part) not in {"x", "xx"}:
            at.refuse(_HOW_CONCEPT)
        language = part[0].text if len(part) > 1 else reading.language
        if language in texts or not is_language(language):
            at.refuse(f"language {language!r} is told twice or is not a code like en or zh")
        texts[language] = part[-1].text
    return texts


def _link(words: Sequence[Word], at: Place, reading: Reading) -> Link:
    head, *tail = split(words, ";")
    if shape(head) not in {"x->x:x", "x->x:x[x]"}:
        at.refuse(_HOW)
    told = {"weight": head[4].text, **read_tail(tail, at)}
    if len(head) > 5:
        told |= read_range(head[6].text, at)
    return link_of(head[0].text, head[2].text, told, at, signs_as=reading.signs_as)


def read_range(text: str, at: Place) -> dict[str, str]:
    """The ends in 0.5, 0.9; one may be left out."""
    ends = re.split("[,，、]", text)
    if len(ends) != 2:
        at.refuse(f"range [{text}] needs two ends, as in [0.5, 0.9]")
    return dict(zip(("low", "high"), (end.strip() for end in ends), strict=True))


def read_tail(tail: Iterable[Sequence[Word]], at: Place) -> dict[str, str]:
    """The parts behind semicolons: a field and its value each."""
    told: dict[str, str] = {}
    for part in tail:
        if not part:
            continue
        key, _, first = part[0].text.partition(" ")
        rest = [word.text for word in part[1:]]
        values = [first.strip(), *rest] if first.strip() else rest
        if key not in TAIL or key in told or "x" * len(part) != shape(part) or len(values) != 1:
            at.refuse(
                f"behind a semicolon one of {', '.join(TAIL)} and its value may stand, once each, "
                "texts with signs in quotes"
            )
        told[key] = values[0]
    return told


def shape(words: Iterable[Word]) -> str:
    """The words with every name and value as x."""
    return "".join(word.text if word.is_sign else "x" for word in words)


def split(words: Sequence[Word], sign: str, *, most: int = -1) -> list[list[Word]]:
    """The words between signs; `most` is how often to split."""
    parts: list[list[Word]] = [[]]
    for word in words:
        if word.is_sign and word.text == sign and len(parts) - 1 != most:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts
