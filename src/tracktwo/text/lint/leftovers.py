"""Notes to oneself that were left in: TBC, ???, [date], 待定."""

import re
from collections.abc import Iterator

from tracktwo.text.brackets.notes import is_placeholder
from tracktwo.text.brackets.signs import BRACKETS, CLOSING_OF, OPENING_OF
from tracktwo.text.lint.flaw import Flaw, Passage, Passages

RULE = "leftover"

_OPENING, _CLOSING, _ANY = (re.escape("".join(one)) for one in (CLOSING_OF, OPENING_OF, BRACKETS))
_BRACKETS = re.compile(rf"[{_OPENING}](?P<inside>[^{_ANY}\r\n]{{1,40}})[{_CLOSING}]")
_NOTES = (
    re.compile(r"[TFX](?<!\w.)(?:(?<=T)(?:BC|BD|ODO)|(?<=F)IXME|(?<=X)X+)\b"),
    re.compile(r"[?？_](?:(?<=[?？])[?？]+|(?<=_)_{3,})"),
    re.compile(r"[（(【\[]待(?:商?定|补充?|确认|核实|议|填写?|完善)[】）)\]]"),
    re.compile(r"to be (?:confirmed|completed|inserted)(?=\s*[)\]】.?]|\s*\Z)"),
    re.compile(r"à (?:compléter|préciser|confirmer)(?=\s*[)\]】.?]|\s*\Z)"),
)
# A date to come: X月X日. Where a letter or a figure stands before, it may be a product.
_CHINESE_DATE = re.compile(r"[×XxＸ](?<![A-Za-z\d].)[×XxＸ]{0,3}[年月日]")


def leftovers(passages: Passages) -> Iterator[Flaw]:
    """Placeholders and notes that must be filled before anyone signs."""
    for passage in passages:
        seen: set[int] = set()
        for match in _found(passage):
            # What stands in a placeholder is no note of its own: [TBD] is one of both.
            if match.start() not in seen:
                seen.update(range(*match.span()))
                yield passage.flaw_at(RULE, match)


def _found(passage: Passage) -> Iterator[re.Match[str]]:
    for match in _BRACKETS.finditer(passage.source):
        if match["inside"].strip() and is_placeholder(match["inside"]):
            yield match
    for pattern in (*_NOTES, _CHINESE_DATE) if passage.language == "zh" else _NOTES:
        yield from pattern.finditer(passage.source)
