"""A short name that nobody has explained where it first stands."""

import re
from collections.abc import Iterator

from tracktwo.text.lint.acronyms import ACRONYM, WELL_KNOWN, is_roman
from tracktwo.text.lint.flaw import Flaw, Passage, Passages

RULE = "undefined_acronym"

_EXPLAINED = re.compile(
    r"[（(]\s*(?:[^()（）]{0,60}[,，;；]\s*)?[“\"]?(?P<inner>[A-Z]{2,7})(?:-[A-Z]+)?s?[”\"]?\s*[)）]"
)
_EXPLAINS = re.compile(
    r"(?P<name>[A-Z](?<!\w.)[A-Z]{1,6})s?\s*[（(][^()（）]*[^\W\d_]{4,}[^()（）]*[)）]"
)
_AFTER_DASH = re.compile(r"[–—-](?<=[^\W\d_][ ].)[ ](?P<dash>[A-Z]{2,7})\s*$", re.MULTILINE)
_CODE = re.compile(r"[\s-]?\d|[-‐]\d")
SHORTEST, LONGEST = 2, 6


def undefined_acronyms(passages: Passages) -> Iterator[Flaw]:
    """The first use of a short name, where the text explains it later or nowhere.

    "Belt and Road Initiative (BRI)" and "BRI (Belt and Road Initiative)" explain. Names everyone
    knows, Roman numbers, codes with figures and lines all in capitals are passed over.
    """
    explained = _explanations(passages)
    seen: set[str] = set()
    for place, passage in enumerate(passages):
        for match in ACRONYM.finditer(passage.source):
            name = match[0]
            if name in seen or not _asks(passage, match):
                continue
            seen.add(name)
            if explained.get(name, _NEVER) > (place, match.start()):
                late = name in explained
                sentence = "acronym_explained_late" if late else RULE
                yield passage.flaw_at(RULE, match, sentence=sentence)


_NEVER = (1 << 60, 0)


def _asks(passage: Passage, match: re.Match[str]) -> bool:
    name = match[0]
    if name in WELL_KNOWN or is_roman(name) or not SHORTEST <= len(name) <= LONGEST:
        return False
    return _CODE.match(passage.source, match.end()) is None and not _is_shouted(passage, match)


def _is_shouted(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the whole line is in capitals, as a heading is."""
    start = passage.source.rfind("\n", 0, match.start()) + 1
    end = passage.source.find("\n", match.end())
    line = passage.source[start : end if end >= 0 else None]
    return line.isupper() and line.strip() != match[0]


def _explanations(passages: Passages) -> dict[str, tuple[int, int]]:
    """Where each name is first explained: the place of the name itself."""
    found: dict[str, tuple[int, int]] = {}
    for place, passage in enumerate(passages):
        in_brackets = "(" in passage.source or "（" in passage.source
        for pattern in (_EXPLAINED, _EXPLAINS, _AFTER_DASH) if in_brackets else (_AFTER_DASH,):
            for match in pattern.finditer(passage.source):
                name, start = match[1], match.start(1)
                found[name] = min(found.get(name, _NEVER), (place, start))
    return found
