"""One name spelled in several ways: Uighur and Uyghur, Bisogniero and Bisognero."""

import re
from collections import Counter
from collections.abc import Iterator

from tracktwo.text.lint.flaw import Flaw, Passages
from tracktwo.text.lint.minority import Written, minority

RULE = "name_spelling"

LONG_ENOUGH = 8
"""Letters from which two names that differ in one letter are taken for one."""

# The same name in several settled spellings; which is right is for the text to choose once.
_VARIANTS = (
    ("Uighur", "Uyghur", "Uigur", "Uygur"),
    ("COVID-19", "Covid-19", "covid-19", "CoVid-19"),
    ("NATO", "Nato"),
    ("Kyiv", "Kiev"),
    ("Qur’an", "Koran", "Quran"),
    ("al-Qaeda", "Al-Qaeda", "al-Qaida", "Al-Qaida", "al Qaeda", "Al Qaeda"),
    ("Daesh", "Da’esh", "Daech"),
    ("Türkiye", "Turkey"),
    ("Romania", "Rumania"),
    ("OTAN", "Otan"),
)
_PATTERN = re.compile(
    f"[{''.join(sorted({one[0] for row in _VARIANTS for one in row}))}]"
    r"(?<![\w-].)(?:"
    + "|".join(f"(?<={one[0]}){re.escape(one[1:])}" for row in _VARIANTS for one in row)
    + r")(?=s?(?![\w-]))"
)
_ROW = {one: row[0] for row in _VARIANTS for one in row}
_NAME = re.compile(rf"[A-Z](?<![\w’'-].)[a-zà-ÿ]{{{LONG_ENOUGH - 1},}}(?![\w-])")
_WORD = re.compile(rf"(?<![\w-])[a-zà-ÿ]{{{LONG_ENOUGH},}}(?![\w-])")


def name_spelling(passages: Passages) -> Iterator[Flaw]:
    """Names in a spelling that this text uses less than another of the same name."""
    listed = (
        Written(_ROW[match[0]], match[0], passage, *match.span())
        for passage in passages
        if passage.language != "zh"
        for match in _PATTERN.finditer(passage.source)
    )
    for use, usual in minority(listed):
        yield use.passage.flaw(RULE, use.start, use.end, suggestion=usual)
    yield from _misspelled(passages)


def _misspelled(passages: Passages) -> Iterator[Flaw]:
    """Names one letter away from another, where neither is a word of the text."""
    western = [one for one in passages if one.language != "zh"]
    uses = [(passage, match) for passage in western for match in _NAME.finditer(passage.source)]
    counts = Counter(match[0] for _, match in uses)
    suspects = _close(set(counts))
    if not suspects:
        return
    words = {word for passage in western for word in _WORD.findall(passage.source)}
    for passage, match in uses:
        for other in suspects.get(match[0], ()):
            known = {match[0].lower(), other.lower()} & words
            if not known and (counts[match[0]], match[0]) < (counts[other], other):
                yield passage.flaw_at(RULE, match, suggestion=other, sentence="name_misspelled")
                break


def _close(names: set[str]) -> dict[str, list[str]]:
    """Names that become the same when one inner letter is left out of either."""
    shorter: dict[str, set[str]] = {}
    for name in names:
        for place in range(3, len(name) - 2):
            shorter.setdefault(name[:place] + name[place + 1 :], set()).add(name)
        shorter.setdefault(name, set()).add(name)
    close: dict[str, set[str]] = {}
    for group in shorter.values():
        if len(group) > 1:
            for name in group:
                close.setdefault(name, set()).update(group - {name})
    return {
        name: sorted(one for one in others if name[-2:] == one[-2:])
        for name, others in close.items()
    }
