"""Half-width marks and full-width letters in Chinese (GB/T 15834-2011)."""

import re
from collections.abc import Iterator

from tracktwo.text.lint.flaw import Flaw, Passages

RULE = "chinese_punctuation"

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_FULL = str.maketrans(",;:?!()", "，；：？！（）")
_HALF = re.compile(
    rf"(?<=[{_HAN}）”』」》])[,;:!](?=[{_HAN}“（「《\s]|\Z)|(?<=[{_HAN}])[?](?=[{_HAN}“（「《\n]|\Z)|\((?=[^()\n]*[{_HAN}][^()\n]*\))|(?<=[{_HAN}])\)"
)
_STOP = re.compile(rf"(?<=[{_HAN}])\.(?=\s|\Z|[{_HAN}(（])")
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
_SHIFT = ord("Ａ") - ord("A")


def chinese_punctuation(passages: Passages) -> Iterator[Flaw]:
    """Marks of the wrong width: after a Chinese sign half-width ones, anywhere full-width letters."""
    for passage in passages:
        if passage.language != "zh":
            continue
        for match in _HALF.finditer(passage.source):
            yield passage.flaw_at(RULE, match, suggestion=match[0].translate(_FULL))
        for match in _STOP.finditer(passage.source):
            yield passage.flaw_at(RULE, match, suggestion="。")
        for match in _WIDE.finditer(passage.source):
            wanted = "".join(chr(ord(char) - _SHIFT) for char in match[0])
            yield passage.flaw_at(RULE, match, suggestion=wanted, sentence="full_width")
