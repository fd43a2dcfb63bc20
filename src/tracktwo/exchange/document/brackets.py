"""Words in square brackets in a report, as passages with what stands around them."""

from collections.abc import Iterator
from dataclasses import dataclass

from tracktwo.exchange.document.outline import Block
from tracktwo.exchange.document.proposal import Passage, Remark
from tracktwo.text.brackets.candidates import candidates
from tracktwo.text.brackets.grammar import Reading, read, write
from tracktwo.text.brackets.nodes import Bracket, Node, Placeholder
from tracktwo.text.brackets.signs import CLOSING_OF
from tracktwo.text.brackets.walk import groups, plain

AROUND = 60
"""Characters of context on each side."""
_OMISSION = set(".… ")


@dataclass(frozen=True, slots=True)
class _Open:
    """A bracket or placeholder that stands in no other, and the characters it takes."""

    node: Bracket | Placeholder
    start: int
    end: int


def brackets_in(block: Block) -> tuple[list[Passage], list[Remark]]:
    """The bracketed passages of a paragraph, and what was unsure about them.

    >>> passages, _ = brackets_in(Block(9, "on [the state of/the future of?] relations", "plain"))
    >>> passages[0].alternatives, passages[0].has_doubt
    (('the state of', 'the future of'), True)
    """
    if not any(one in block.text for one in CLOSING_OF):
        return [], []
    reading = read(block.text)
    passages = [_passage(block, group) for group in _grouped(reading.nodes)]
    return passages, [*_never_closed(block, reading), *_doubtful_splits(block, reading.nodes)]


def _grouped(nodes: tuple[Node, ...]) -> Iterator[list[_Open]]:
    """Brackets that offer competing wordings together, any other by itself: [shall] [should]."""
    together = {place: group[0] for group in groups(nodes) for place in group}
    found: dict[int, list[_Open]] = {}
    end = 0
    for place, node in enumerate(nodes):
        start, end = end, end + len(write((node,)))
        if isinstance(node, Bracket) or (isinstance(node, Placeholder) and not _is_omission(node)):
            found.setdefault(together.get(place, place), []).append(_Open(node, start, end))
    yield from found.values()


def _is_omission(node: Placeholder) -> bool:
    """Whether words were left out of a quotation: nothing waits to be written there."""
    return node.plain != "" and set(node.plain) <= _OMISSION


def _passage(block: Block, group: list[_Open]) -> Passage:
    text, start, end = block.text, group[0].start, group[-1].end
    wordings = [words for one in group for words in _wordings(one.node)]
    return Passage(
        text=text[start + 1 : end - 1] if len(group) == 1 else text[start:end],
        alternatives=tuple(wordings) if len(wordings) > 1 else (),
        has_doubt=any(isinstance(one.node, Bracket) and one.node.has_doubt for one in group),
        before=words_before(text, start),
        after=words_after(text, end),
        line=block.line,
    )


def _wordings(node: Bracket | Placeholder) -> list[str]:
    """The words of each alternative; an empty one is none."""
    if isinstance(node, Placeholder):
        return [node.plain]
    return [words for one in node.alternatives if (words := plain(one.nodes).strip())]


def _never_closed(block: Block, reading: Reading) -> Iterator[Remark]:
    """The first bracket that opens only; a paragraph is one line, so its column is its place."""
    opened = [one.column - 1 for one in reading.faults if block.text[one.column - 1] in CLOSING_OF]
    for place in opened[:1]:
        yield Remark("never_closed", block.line, block.text[place : place + AROUND])


def _doubtful_splits(block: Block, nodes: tuple[Node, ...]) -> Iterator[Remark]:
    """A slash in a longer wording may as well join two names: the SARS/Coronavirus outbreak."""
    for one in candidates(block.text, nodes):
        if one.reason == "joined_names":
            yield Remark("slash_split", block.line, one.text[1:-1])


def words_before(text: str, place: int) -> str:
    """The last whole words before a place, up to it."""
    near = text[max(0, place - AROUND) : place]
    return near.partition(" ")[2] or near if place > AROUND else near


def words_after(text: str, place: int) -> str:
    """The first whole words from a place on."""
    near = text[place : place + AROUND]
    return near.rpartition(" ")[0] or near if place + AROUND < len(text) else near
