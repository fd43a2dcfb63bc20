"""Two spaces where there should be one."""

import re
from collections.abc import Iterator

from tracktwo.text.lint.flaw import Flaw, Passages

RULE = "doubled_space"

# Three or more set a column, and so does a tab.
_TWO = re.compile(r"(?<=[^\s\0])[ \u00a0]{2}(?=[^\s\0])")
_ONE_AFTER_SENTENCE = re.compile(r"(?<=[a-z)”’][.!?])[ ](?=[“‘(A-Z])")
_AFTER_SENTENCE = re.compile(r"[.!?][”’\")\]]*\Z")


def doubled_spaces(passages: Passages) -> Iterator[Flaw]:
    """Two spaces within a line. Behind a sentence they are told only where most are parted by one."""
    found = [
        (passage, match, _AFTER_SENTENCE.search(passage.source, 0, match.start()) is not None)
        for passage in passages
        if "  " in passage.source or "\u00a0" in passage.source
        for match in _TWO.finditer(passage.source)
    ]
    wide = sum(after for *_, after in found)
    narrow = 0
    if wide:
        narrow = sum(len(_ONE_AFTER_SENTENCE.findall(one.source)) for one in passages)
    for passage, match, after in found:
        if not after or narrow > wide:
            wanted = "" if passage.language == "zh" else " "
            yield passage.flaw_at(RULE, match, suggestion=wanted)
