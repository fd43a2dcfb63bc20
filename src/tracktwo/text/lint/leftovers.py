"""Notes to oneself that were left in: TBC, ???, 待定."""

import re
from collections.abc import Iterator

from tracktwo.text.lint.flaw import Flaw, Passages

RULE = "leftover"

_PATTERNS = (
    re.compile(r"[TFX](?<!\w.)(?:(?<=T)(?:BC|BD|ODO)|(?<=F)IXME|(?<=X)X+)\b"),
    re.compile(r"[?？_](?:(?<=[?？])[?？]+|(?<=_)_{3,})"),
    re.compile(r"\[(?:\.{3}|…|[Xx]{2}|date|number|place|name)\]"),
    re.compile(r"[（(【\[]待(?:定|补|确认|核实)[】）)\]]"),
    re.compile(r"to be (?:confirmed|completed|inserted)(?=\s*[)\]】.?]|\s*\Z)"),
    re.compile(r"à (?:compléter|préciser|confirmer)(?=\s*[)\]】.?]|\s*\Z)"),
)


def leftovers(passages: Passages) -> Iterator[Flaw]:
    """Placeholders and notes that must be filled before anyone signs."""
    for passage in passages:
        for pattern in _PATTERNS:
            for match in pattern.finditer(passage.source):
                yield passage.flaw_at(RULE, match)
