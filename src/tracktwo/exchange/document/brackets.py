"""Words in square brackets: text under negotiation, unless a note, a reference or an omission."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracktwo.exchange.document.outline import Block
from tracktwo.exchange.document.proposal import Passage, Remark

_OPEN, _CLOSE = "[［【〔", "]］】〕"
_NOT_SETTLED = re.compile(r"[?？]\s*$")
_NOTE = re.compile(
    r"\s*(?:\d[\d\s,;–-]*|\d+[a-z]?|(?!xx)[ivx]+|[a-z*†‡✓]|sic|applause|laughter|rires|掌声|笑声|\.{2,}|…+|"
    r"(?:emphasis|italics|our|my|author|translat|trad|note|nb|n\.d|ibid|cf|see |voir |source).*|https?:.*)\s*",
    re.IGNORECASE,
)
_BEYOND = re.compile(r"\s*(?:[/／]|\bor\b|\bou\b|或)?\s*")
_TOGETHER = re.compile(r"(?:and/or|et/ou|n/a|km/h|w/o|\d+/\d+|https?:\S*)", re.IGNORECASE)
AROUND = 60
"""Characters of context on each side."""


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int


def brackets_in(block: Block) -> tuple[list[Passage], list[Remark]]:
    """The bracketed passages of a paragraph, and what was unsure about them.

    >>> passages, _ = brackets_in(Block(9, "on [the state of/the future of?] relations", "plain"))
    >>> passages[0].alternatives, passages[0].has_doubt
    (('the state of', 'the future of'), True)
    """
    text = block.text
    if not any(one in text for one in _OPEN + _CLOSE):
        return [], []
    spans, open_at = _spans(text)
    kept = [one for one in spans if not _is_note(text, one)]
    passages = [_passage(block, group) for group in _groups(text, kept)]
    remarks = [Remark("never_closed", block.line, text[at : at + AROUND]) for at in open_at]
    remarks += [
        Remark("slash_split", block.line, one.text) for one in passages if _is_doubtful_split(one)
    ]
    return passages, remarks


def _spans(text: str) -> tuple[list[_Span], list[int]]:
    """Outermost brackets, and where one opens that is never closed."""
    spans: list[_Span] = []
    waiting: list[int] = []
    for place, character in enumerate(text):
        if character in _OPEN:
            waiting.append(place)
        elif character in _CLOSE and waiting:
            start = waiting.pop()
            if not waiting:
                spans.append(_Span(start, place + 1))
    return spans, waiting[:1]


def _is_note(text: str, span: _Span) -> bool:
    """Whether brackets hold a reference, a note, an omission, a link or a changed letter."""
    inside = text[span.start + 1 : span.end - 1]
    follows = text[span.end : span.end + 1]
    if _NOTE.fullmatch(inside) or (follows == "(" and text[span.start] == "["):
        return True
    before = text[span.start - 1 : span.start]
    # list[int], state[s]: nobody brackets a wording right behind a letter of it.
    is_attached = before.isascii() and (before.isalnum() or before in "_)") and before != ""
    return is_attached or (
        len(inside) <= 3 and inside.isalpha() and follows.isalpha() and follows.isascii()
    )


def _groups(text: str, spans: list[_Span]) -> Iterator[list[_Span]]:
    """Brackets one right after the other are alternatives: [shall] [should]."""
    group: list[_Span] = []
    for one in spans:
        if group and not _BEYOND.fullmatch(text[group[-1].end : one.start][:12]):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _passage(block: Block, group: list[_Span]) -> Passage:
    text, start, end = block.text, group[0].start, group[-1].end
    insides = [text[one.start + 1 : one.end - 1] for one in group]
    doubts = [bool(_NOT_SETTLED.search(one)) for one in insides]
    bare = [_NOT_SETTLED.sub("", one).strip() for one in insides]
    wordings = bare if len(group) > 1 else _alternatives(bare[0])
    return Passage(
        text=insides[0] if len(group) == 1 else text[start:end],
        alternatives=tuple(wordings) if len(wordings) > 1 else (),
        has_doubt=any(doubts),
        before=words_before(text, start),
        after=words_after(text, end),
        line=block.line,
    )


def words_before(text: str, place: int) -> str:
    """The last whole words before a place, up to it."""
    near = text[max(0, place - AROUND) : place]
    return near.partition(" ")[2] or near if place > AROUND else near


def words_after(text: str, place: int) -> str:
    """The first whole words from a place on."""
    near = text[place : place + AROUND]
    return near.rpartition(" ")[0] or near if place + AROUND < len(text) else near


def _alternatives(inside: str) -> list[str]:
    """The wordings between slashes that stand in no inner bracket, no unit and no address."""
    together = {place for one in _TOGETHER.finditer(inside) for place in range(*one.span())}
    parts, depth, last = list[str](), 0, 0
    for place, character in enumerate(inside):
        depth += (character in _OPEN) - (character in _CLOSE)
        if character in "/／" and depth == 0 and place not in together:
            parts.append(inside[last:place].strip())
            last = place + 1
    return [one for one in (*parts, inside[last:].strip()) if one]


def _is_doubtful_split(one: Passage) -> bool:
    """Whether a slash in a longer wording may as well join two names: the SARS/Coronavirus outbreak."""
    is_tight = re.search(r"\w/\w", one.text) and not re.search(r"\s/\s|[\]］】]", one.text)
    is_long = any(" " in wording for wording in one.alternatives)
    begins = {wording.split(" ", 1)[0].casefold() for wording in one.alternatives}
    is_long = is_long and len(begins) > 1
    return bool(one.alternatives and is_tight and is_long and not one.has_doubt)
