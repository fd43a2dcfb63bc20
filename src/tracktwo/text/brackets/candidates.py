"""Words that may not be settled, or settled otherwise than read: for a person to judge, never applied."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tracktwo.text.brackets.grammar import read, write
from tracktwo.text.brackets.nodes import Bracket, Node
from tracktwo.text.brackets.places import Places
from tracktwo.text.brackets.slashes import ADDRESS
from tracktwo.text.brackets.walk import Placed, brackets, plain

Reason: TypeAlias = Literal[
    "doubt", "to_confirm", "spaced_slash", "joined_names", "joined_numbers", "number"
]

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_NEAR = 80
_SENTENCE = 400
# A question that goes on in small letters is a doubt; a mark that ends a sentence is none.
_GOES_ON = re.compile(r"(?<!\\)[?？](?=\s+([^\W\d_]))")
_NOTE = re.compile(
    r"[(（]\s*[?？]+\s*[)）]|(?<!\S)[?？]{2,}(?!\S)|\b(?:TBC|TBD|XXX?)\b|\bto be (?:confirmed|decided|determined)\b|"
    r"à confirmer\b|[(（](?:待定|待确认|待核实|待商定|存疑)[)）]"
)
_ASKS = re.compile(
    r"(?:who|what|which|when|where|why|how|whose|is|are|was|were|do|does|did|can|could|will|would|should|shall|may|might|has|have|"
    r"qui|que|quel\w*|quand|o[ùu]|pourquoi|comment|combien|est-ce|faut-il|peut-on)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?。！？:：]\s+|[“«\"]")
_WORD = re.compile(r"\S+\Z")
_TWO_WORDS = re.compile(r"([^\W\d_][^\s/]*+)[ \t]+/[ \t]+([^\s/]*[^\W\d_])\Z")
_SPACED = re.compile(r"(?<=[ \t])/(?=[ \t]+([^\W\d_][\w’'-]*))")
_WORD_BEFORE = re.compile(r"(?<![\w’'-])(?<!/ )([^\W\d_][\w’'-]*)[ \t]+\Z")
_HAN_SLASH = re.compile(rf"[/／](?P<second>[{_HAN}]{{1,12}})[?？](?=[{_HAN}])")
_HAN_BEFORE = re.compile(rf"[{_HAN}]{{1,12}}\Z")
_NUMBERS = re.compile(r"\d{1,3}(?:[/／]\d{1,3})+")
_COUNTED = re.compile(
    r"[\[［【〔](?P<number>\d{1,4})[\]］】〕](?=\s?(?:(?:working |calendar )?(?:hours?|days?|weeks?|months?|years?)\b|per cent\b|%|"
    r"(?:heures?|jours?|semaines?|mois|ans?)\b|小时|日|天|周|个月|年|%))"
)
_FIXED = re.compile(rf"`[^`\r\n]+`|{ADDRESS}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words a person should look at, where they stand, why, and the wordings they may offer.

    `reason` is "doubt" (a question mark in mid-sentence), "to_confirm" (a note such as (?) or TBC),
    "spaced_slash" (two words with a spaced slash), "joined_names" (a bracket whose slash may join
    two names: `alternatives` is the one wording it then has), "joined_numbers" ([30/60], read as
    one) or "number" ([30] days, read as a reference). `offset` is where `text` begins.
    """

    line: int
    column: int
    text: str
    reason: Reason
    alternatives: tuple[str, ...] = ()
    offset: int = 0


_Found: TypeAlias = tuple[int, int, Reason, tuple[str, ...]]


def candidates(source: str, nodes: tuple[Node, ...] | None = None) -> list[Candidate]:
    """What may be a doubt outside brackets, or a bracket that may be read otherwise, in order.

    `nodes` is the tree of the source where it is at hand. A text whose brackets are not whole is
    read as far as it can be.

    >>> [(one.text, one.alternatives) for one in candidates("more than states/capitals? have")]
    [('states/capitals?', ('states', 'capitals'))]
    """
    tree = read(source).nodes if nodes is None else nodes
    placed = list(brackets(tree))
    bracketed = _Spans([_span(one) for one in placed if one.depth == 1])
    fixed = _Spans([match.span() for match in _FIXED.finditer(source)])
    outside = (
        one for one in _outside(source) if not bracketed.hold(one[0]) and not fixed.hold(one[0])
    )
    places = Places.of(source)
    return [
        Candidate(*places.at(start), source[start:end], reason, wordings, start)
        for start, end, reason, wordings in sorted({*outside, *_inside(placed)})
    ]


def _outside(source: str) -> Iterator[_Found]:
    yield from _doubts(source)
    for match in _NOTE.finditer(source):
        yield *match.span(), "to_confirm", ()
    yield from _spaced_slashes(source)
    yield from _in_chinese(source)
    for match in _COUNTED.finditer(source):
        yield match.start(), match.end(), "number", (match["number"],)


def _doubts(source: str) -> Iterator[_Found]:
    for match in _GOES_ON.finditer(source):
        if match[1].islower():
            before = source[max(0, match.start() - _NEAR) : match.start()]
            start, wordings = _doubted(before.removesuffix(" "))
            if start >= 0 and (wordings or not _is_question(source, match.start())):
                yield match.start() - len(before) + start, match.end(), "doubt", wordings


def _doubted(before: str) -> tuple[int, tuple[str, ...]]:
    """Where the words in doubt right before a question mark begin, and the wordings they offer."""
    if spaced := _TWO_WORDS.search(before):
        return spaced.start(), (spaced[1], spaced[2])
    found = _WORD.search(before)
    word = found[0].lstrip('([［【〔«“"') if found else ""
    if "://" in word or not word[-1:].isalnum():
        return -1, ()
    parts = tuple(part for part in re.split("[/／]", word) if part)
    return len(before) - len(word), parts if len(parts) > 1 else ()


def _is_question(source: str, place: int) -> bool:
    """Whether the sentence up to a place begins as a question does."""
    sentence = re.split(r"[\r\n]", source[max(0, place - _SENTENCE) : place])[-1].lstrip()
    ends = [one.end() for one in _SENTENCE_END.finditer(sentence)]
    return bool(_ASKS.match(sentence[ends[-1] :] if ends else sentence))


def _spaced_slashes(source: str) -> Iterator[_Found]:
    """Two words in small letters with a spaced slash: names and titles are written so too."""
    for match in _SPACED.finditer(source):
        start = max(0, match.start() - _NEAR)
        before = _WORD_BEFORE.search(source[start : match.start()])
        end = match.end(1)
        is_doubted = source[end : end + 2].lstrip(" ")[:1] in ("?", "？", "/")
        if before and before[1][0].islower() and match[1][0].islower() and not is_doubted:
            yield start + before.start(1), end, "spaced_slash", (before[1], match[1])


def _in_chinese(source: str) -> Iterator[_Found]:
    """Chinese has no spaces: the first wording is taken as long as the second."""
    for match in _HAN_SLASH.finditer(source):
        before = _HAN_BEFORE.search(source[max(0, match.start() - 12) : match.start()])
        if before:
            first = before[0][-len(match["second"]) :]
            start = match.start() - len(first)
            yield start, match.end(), "doubt", (first, match["second"])


def _inside(placed: Iterable[Placed]) -> Iterator[_Found]:
    """Brackets that may be read otherwise than they are."""
    for one in placed:
        node = one.node
        if not isinstance(node, Bracket):
            continue
        wordings = tuple(plain(each.nodes) for each in node.alternatives)
        if _may_join_names(node, wordings):
            joined = node.separators[0].join(wordings)
            yield *_span(one), "joined_names", (joined,)
        elif len(wordings) == 1 and _NUMBERS.fullmatch(wordings[0]):
            yield *_span(one), "joined_numbers", tuple(re.split("[/／]", wordings[0]))


def _may_join_names(bracket: Bracket, wordings: tuple[str, ...]) -> bool:
    """Whether a tight slash in a longer wording may join two names: the SARS/Coronavirus outbreak."""
    if len(wordings) != 2 or bracket.has_doubt or any(bracket.labels):
        return False
    first, second = bracket.alternatives
    is_tight = not (first.after or second.before or first.doubt)
    is_nested = any(isinstance(node, Bracket) for one in (first, second) for node in one.nodes)
    begins = {one.split(" ", 1)[0].casefold() for one in wordings}
    is_long = any(" " in one for one in wordings) and len(begins) > 1
    return is_tight and not is_nested and is_long and all(wordings)


def _span(one: Placed) -> tuple[int, int]:
    """Where a bracket begins and ends, its mark left out."""
    written = len(write((one.node,))) - len(one.node.mark.source)
    return one.offset, one.offset + written


class _Spans:
    """Stretches of a text, apart from each other and in order."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]

    def hold(self, place: int) -> bool:
        """Whether a place is in one of them."""
        found = bisect_right(self.starts, place) - 1
        return found >= 0 and place < self.ends[found]
