"""Words somebody doubted without brackets: a question mark in mid-sentence, a note to be confirmed."""

import re
from collections.abc import Iterator

from tracktwo.exchange.document.brackets import words_after, words_before
from tracktwo.exchange.document.letters import HAN
from tracktwo.exchange.document.outline import Block
from tracktwo.exchange.document.proposal import Passage, Remark

# A question that goes on in small letters is a doubt; a question mark that ends a sentence is none.
_GOES_ON = re.compile(r"\s?[?？](?=\s+[^\W\d_])")
_NOTE = re.compile(
    r"[(（]\s*[?？]+\s*[)）]|[?？]{2,}(?!\S)|\b(?:TBC|TBD|XXX?)\b|\b(?:to be (?:confirmed|decided|determined)|à confirmer)\b|[(（](?:待定|待确认|待核实|存疑)[)）]"
)
_ASKS = re.compile(
    r"(?:who|what|which|when|where|why|how|whose|is|are|was|were|do|does|did|can|could|will|would|should|shall|may|might|has|have|"
    r"qui|que|quel\w*|quand|o[ùu]|pourquoi|comment|combien|est-ce|faut-il|peut-on)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?。！？:：]\s+|[“«\"]")
_WORD = re.compile(r"\S+$")
_SPACED_SLASH = re.compile(r"(\S+)\s/\s(\S+)$")
_HAN_DOUBT = re.compile(rf"(?P<a>[{HAN}]{{1,12}})[/／](?P<b>[{HAN}]{{1,12}})[?？](?=[{HAN}])")
_COMPOUND = re.compile(
    r"(?<![\w/.:?&=@-])[^\W\d_][\w’'-]{1,40}/[^\W\d_][\w’'-]{1,40}(?![\w/]|\s?[?？]|\.\w)"
)
_COMMON = {"and/or", "et/ou", "he/she", "she/he", "his/her", "km/h", "c/o", "w/o", "n/a"}
_NEAR = 80


def doubts_in(block: Block) -> list[Passage]:
    """The doubts in a paragraph that stand in no bracket.

    >>> doubts_in(Block(55, "than European states/capitals? have over affairs.", "item"))[0].alternatives
    ('states', 'capitals')
    """
    text = block.text
    found = [
        *_in_mid_sentence(block),
        *(_doubt(block, one.start(), one.end(), one[0], ()) for one in _NOTE.finditer(text)),
        *(_in_chinese(block, one) for one in _HAN_DOUBT.finditer(text)),
    ]
    return [one for _, one in sorted(found, key=lambda pair: pair[0]) if not _is_bracketed(text, _)]


def compounds_in(block: Block) -> Iterator[Remark]:
    """Two words joined by a slash with no mark of doubt: one term, and no choice between two."""
    if "/" not in block.text:
        return
    for match in _COMPOUND.finditer(block.text):
        if match[0].casefold() not in _COMMON and not _is_bracketed(block.text, match.start()):
            yield Remark("slash_kept", block.line, match[0])


def _in_mid_sentence(block: Block) -> Iterator[tuple[int, Passage]]:
    for match in _GOES_ON.finditer(block.text):
        following = block.text[match.end() : match.end() + 9].lstrip()[:1]
        if following.islower():
            before = block.text[max(0, match.start() - _NEAR) : match.start()]
            doubted, wordings = _doubted(before)
            if doubted and (wordings or not _is_question(block.text, match.start())):
                start = match.start() - len(doubted)
                yield _doubt(block, start, match.end(), block.text[start : match.end()], wordings)


def _doubted(before: str) -> tuple[str, tuple[str, ...]]:
    """The words in doubt right before a question mark, and the wordings they offer."""
    if spaced := _SPACED_SLASH.search(before):
        return spaced[0], (spaced[1], spaced[2])
    found = _WORD.search(before)
    word = found[0].lstrip('([［【〔«“"') if found else ""
    if "://" in word or not word[-1:].isalnum():
        return "", ()
    parts = tuple(part for part in word.split("/") if part)
    return word, parts if len(parts) > 1 else ()


def _is_question(text: str, place: int) -> bool:
    """Whether the sentence up to a place begins as a question does."""
    sentence = text[max(0, place - 400) : place]
    ends = [one.end() for one in _SENTENCE_END.finditer(sentence)]
    return bool(_ASKS.match(sentence[ends[-1] :] if ends else sentence))


def _in_chinese(block: Block, match: re.Match[str]) -> tuple[int, Passage]:
    """Chinese has no spaces: the first wording is taken as long as the second."""
    wording = match["a"][-len(match["b"]) :]
    start = match.end("a") - len(wording)
    return _doubt(block, start, match.end(), block.text[start : match.end()], (wording, match["b"]))


def _doubt(
    block: Block, start: int, end: int, words: str, wordings: tuple[str, ...]
) -> tuple[int, Passage]:
    before, after = words_before(block.text, start), words_after(block.text, end)
    return start, Passage(
        words, wordings, has_doubt=True, before=before, after=after, line=block.line
    )


def _is_bracketed(text: str, place: int) -> bool:
    start = max(0, place - 500)
    return text.rfind("[", start, place) > text.rfind("]", start, place)
