"""A word written twice in a row: "with with". An adverb again one word on: "really has really"."""

import re
from collections.abc import Iterator

from tracktwo.text.lint.flaw import Flaw, Passage, Passages

RULE = "doubled_word"

# Said twice with reason: "that that is", "all he had had", "nous nous réunissons", "tout en en parlant".
_MEANT = {
    "en": frozenset("that had is was do very her so no ha bye long had far many out in on".split()),  # noqa: SIM905 (a page less)
    "fr": frozenset("nous vous non oui très faire si en".split()),  # noqa: SIM905 (a page less)
}
_TWICE = re.compile(
    r"(?<![\w’'.-])([^\W\d_]{2,})[^\S\n]*\s[^\S\n]*\1(?![\w’'-]|\.\w)", re.IGNORECASE
)
_ADVERB_AGAIN = re.compile(
    r"ly[^\S\n]+(?!(?:and|or|but|than|yet|to|not)\b)[a-z]+[^\S\n]+([a-z]{3,}ly)\b"
)


def doubled_words(passages: Passages) -> Iterator[Flaw]:
    """Words that follow themselves, in English and French.

    Chinese doubles signs with meaning (天天), and so do names (Pago Pago).
    """
    for passage in passages:
        if passage.language in _MEANT:
            yield from _in(passage, _MEANT[passage.language])


def _in(passage: Passage, meant: frozenset[str]) -> Iterator[Flaw]:
    for match in _TWICE.finditer(passage.source):
        first, second = match[1], match[0][-len(match[1]) :]
        is_name = first[0].isupper() and second[0].isupper() and first.lower() not in _SMALL
        if first.lower() not in meant and not is_name:
            yield passage.flaw_at(RULE, match, suggestion=first)
    if passage.language == "en":
        yield from _adverbs(passage)


def _adverbs(passage: Passage) -> Iterator[Flaw]:
    for match in _ADVERB_AGAIN.finditer(passage.source):
        start = match.start() + 2 - len(match[1])
        before = passage.source[max(0, start - 1) : match.start() + 2]
        if start >= 0 and before.endswith(match[1]) and not before[: -len(match[1])].isalnum():
            yield passage.flaw(RULE, start, match.end(), sentence="repeated_adverb")


_SMALL = frozenset("the of to and in a an le la les de des du et".split())  # noqa: SIM905 (a page less)
