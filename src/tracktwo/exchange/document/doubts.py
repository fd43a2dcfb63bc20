"""Words somebody doubted without brackets: a question mark in mid-sentence, a note to be confirmed."""

import re
from collections.abc import Iterator

from tracktwo.exchange.document.brackets import words_after, words_before
from tracktwo.exchange.document.outline import Block
from tracktwo.exchange.document.proposal import Passage, Remark
from tracktwo.text.brackets.candidates import Candidate, candidates

_COMPOUND = re.compile(
    r"(?<![\w/.:?&=@-])[^\W\d_][\w’'-]{1,40}/[^\W\d_][\w’'-]{1,40}(?![\w/]|\s?[?？]|\.\w)"
)
_COMMON = {"and/or", "et/ou", "he/she", "she/he", "his/her", "km/h", "c/o", "w/o", "n/a"}
_NEAR = 500


def doubts_in(block: Block) -> list[Passage]:
    """The doubts in a paragraph that stand in no bracket.

    >>> doubts_in(Block(55, "than European states/capitals? have over affairs.", "item"))[0].alternatives
    ('states', 'capitals')
    """
    found = candidates(block.text)
    return [_doubt(block, one) for one in found if one.reason in {"doubt", "to_confirm"}]


def _doubt(block: Block, one: Candidate) -> Passage:
    return Passage(
        text=one.text,
        alternatives=one.alternatives,
        has_doubt=True,
        before=words_before(block.text, one.offset),
        after=words_after(block.text, one.offset + len(one.text)),
        line=block.line,
    )


def compounds_in(block: Block) -> Iterator[Remark]:
    """Two words joined by a slash with no mark of doubt: one term, and no choice between two."""
    if "/" not in block.text:
        return
    for match in _COMPOUND.finditer(block.text):
        if match[0].casefold() not in _COMMON and not _is_bracketed(block.text, match.start()):
            yield Remark("slash_kept", block.line, match[0])


def _is_bracketed(text: str, place: int) -> bool:
    start = max(0, place - _NEAR)
    return text.rfind("[", start, place) > text.rfind("]", start, place)
