"""Dates and percents in several forms: 14 June 2021 and June 14, 2021; per cent and %."""

import re
from collections.abc import Iterator

from tracktwo.text.lint.flaw import Flaw, Passage, Passages
from tracktwo.text.lint.minority import Written, minority

RULE = "form"

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_FORMS = {
    "en": re.compile(
        rf"(?P<date_day>\b\d{{1,2}} (?:{_MONTH}) \d{{4}}\b)|(?P<date_month>\b(?:{_MONTH}) \d{{1,2}}, \d{{4}}\b)|(?P<date_figures>\b\d{{4}}-\d{{2}}-\d{{2}}\b)"
        r"|(?P<percent_sign>(?<=\d)\s?%)|(?P<percent_two>\bper cent\b)|(?P<percent_one>\bpercent\b)"
    ),
    "zh": re.compile(
        r"(?P<date_figures>\d{4}年\d{1,2}月\d{1,2}日)|(?P<date_signs>[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
        r"|(?P<date_short>\b\d{4}[-./]\d{1,2}[-./]\d{1,2}\b)|(?P<percent_sign>(?<=\d)\s?[%％])|(?P<percent_words>百分之)"
    ),
    "fr": re.compile(r"(?P<percent_sign>(?<=\d)[\s\u00a0\u202f]?%)|(?P<percent_words>\bpour cent\b)|(?P<percent_one>\bpourcent\b)"),
}  # fmt: skip


def forms(passages: Passages) -> Iterator[Flaw]:
    """Dates and percents in a form that this text uses less than another."""
    for use, _ in minority(_uses(passages)):
        sentence = f"{use.thing[1]}_form"
        yield use.passage.flaw(RULE, use.start, use.end, sentence=sentence)


_DIGITS = re.compile(r"\d{4}")
_PERCENT = ("%", "％", "cent", "百分之")


def _uses(passages: Passages) -> Iterator[Written[tuple[str, str]]]:
    for passage in passages:
        pattern = _FORMS.get(passage.language)
        for match in pattern.finditer(passage.source) if pattern and _may_hold(passage) else ():
            kind, _, way = str(match.lastgroup).partition("_")
            yield Written((passage.language, kind), way, passage, *match.span())


def _may_hold(passage: Passage) -> bool:
    """A quick look before the long one."""
    source = passage.source
    return (
        any(sign in source for sign in _PERCENT)
        or "〇" in source
        or _DIGITS.search(source) is not None
    )
