"""Lines broken at a margin, put together again to the paragraphs they were.

A line goes on in the next one where the next one's first word had no room left on it; that tells
anything only in a document whose lines mostly are full.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from tracktwo.exchange.document.dates import dated
from tracktwo.exchange.document.letters import columns, ends_a_sentence, is_capital, is_han
from tracktwo.exchange.document.markers import marked
from tracktwo.exchange.document.paragraphs import Paragraph

WIDEST = 120
"""The widest margin, in columns; longer lines are whole paragraphs."""


def unwrapped(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The same text with broken lines joined; each paragraph keeps the line it begins on.

    >>> lines = ["- The lack of clear rules could lead to", "  rapid escalation."]
    >>> from tracktwo.exchange.document.paragraphs import paragraphs_of
    >>> [one.text for one in unwrapped(paragraphs_of(lines))]
    ['- The lack of clear rules could lead to rapid escalation.']
    """
    margin = _margin(paragraphs)
    groups: list[list[Paragraph]] = []
    for one in paragraphs:
        if groups and _goes_on(groups[-1], one, margin):
            groups[-1].append(one)
        else:
            groups.append([one])
    return [replace(group[0], text=_joined(one.text for one in group)) for group in groups]


def _margin(paragraphs: list[Paragraph]) -> int:
    """The column at which the document breaks its lines, 0 where it does not."""
    pairs = [
        (one, after)
        for one, after in pairwise(paragraphs)
        if not (after.gap or _begins(after) or one.heading or is_capital(one.text))
    ]
    widths = sorted(_width(one) for one, _ in pairs)
    if len(widths) < 2 or widths[len(widths) * 9 // 10] > WIDEST:
        return 0
    margin = widths[len(widths) * 9 // 10]
    full = sum(_is_full(one, after, margin) for one, after in pairs)
    return margin if 2 * full >= len(pairs) else 0


def _goes_on(group: list[Paragraph], after: Paragraph, margin: int) -> bool:
    first, last = group[0], group[-1]
    if after.gap or last.heading or _begins(after):
        return False
    if is_capital(last.text) or is_capital(after.text):
        return is_capital(last.text) and is_capital(after.text)
    if marked(first.text)[0] and after.depth > first.depth:
        return not _is_entry(last, after)
    return bool(margin) and _is_full(last, after, margin) and not _is_entry(last, after)


def _begins(one: Paragraph) -> bool:
    return bool(one.heading or one.is_bold or marked(one.text)[0])


def _is_entry(last: Paragraph, after: Paragraph) -> bool:
    """Whether a line opens a dated entry: a year may also stand first on a broken line."""
    return ends_a_sentence(last.text) and dated(after.text) is not None


def _is_full(one: Paragraph, after: Paragraph, margin: int) -> bool:
    word = after.text[:1] if is_han(after.text[0]) else after.text.split(" ", 1)[0]
    return _width(one) + 1 + columns(word) > margin


def _width(one: Paragraph) -> int:
    return one.depth + columns(one.text[: 2 * WIDEST])


def _joined(texts: Iterable[str]) -> str:
    whole: list[str] = []
    last = ""
    for text in texts:
        is_tight = not last or is_han(last) or (last == "-" and text[:1].isalpha())
        whole.append(text if is_tight else f" {text}")
        last = text[-1:]
    return "".join(whole)
