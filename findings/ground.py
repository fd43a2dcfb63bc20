"""Questions that come back: on which the allies and China agree, and on which they are opposed."""

import re
from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from findings.rollcalls import OPENED, YES, RollCalls, allies_against_china
from tracktwo._typing import Flags
from tracktwo.dialogue import Statement

BROAD = 0.8
"""Lower bound of the share of members that say yes from which the allies count as behind a text."""

CUT_AT = 60
"""Longer titles are cut in the data."""

UNCHANGED = frozenset(
    {"UN", "U.N.", "U.S.", "UNRWA", "OSCE", "NPT", "IAEA", "USSR", "UNICEF", "UNITAR"}
)
SMALL = frozenset(
    {"of", "the", "and", "in", "on", "for", "to", "a", "by", "from", "with", "against"}
)


@dataclass(frozen=True)
class Question:
    """Roll calls under one title: how many, in which years, and the last one's resolution.

    `with_usa`: on how many of them the United States voted yes.
    """

    title: str
    times: int
    with_usa: int
    first: int
    last: int
    resolution: str


def is_common_ground(calls: RollCalls) -> Flags:
    """China said yes, and the lower bound of the allies' support is at least `BROAD`."""
    return np.asarray((calls.china == YES) & (calls.support >= BROAD))


def is_opposed(calls: RollCalls) -> Flags:
    """Most allies said yes and China no, or the other way round."""
    return np.asarray(allies_against_china(calls) == 1)


def recurring(calls: RollCalls) -> list[Question]:
    """Questions by how often they came back, then by title."""
    rows = defaultdict(list)
    for row, statement in enumerate(calls.statement):
        title = title_of(statement)
        if title:
            rows[title].append(row)
    questions = [_question(title, calls, np.array(at)) for title, at in rows.items()]
    return sorted(questions, key=lambda question: (-question.times, question.title))


def _question(title: str, calls: RollCalls, rows: np.ndarray) -> Question:
    years = OPENED + calls.session[rows]
    return Question(
        title=title,
        times=len(rows),
        with_usa=int((calls.usa[rows] == YES).sum()),
        first=int(years.min()),
        last=int(years.max()),
        resolution=calls.statement[rows[-1]].source.removeprefix("R/"),
    )


def title_of(statement: Statement) -> str:
    """The short title, in small letters where the record shouts; empty where it has none.

    >>> title_of(Statement("1", {"en": "CUBA, U.S. EMBARGO"}, source="R/55/20"))
    'Cuba, U.S. Embargo'
    """
    text = statement.text("en")
    if text == statement.source:
        return ""
    ending = "…" if len(text) >= CUT_AT else ""
    text = re.split(r" ?: ?resolution", text)[0].strip()
    if text.isupper():
        return " ".join(_in_small_letters(word, i) for i, word in enumerate(text.split()))
    return text + (ending if text == statement.text("en").strip() else "")


def _in_small_letters(word: str, place: int) -> str:
    if word.strip(",()") in UNCHANGED:
        return word
    small = word.lower()
    return small if place and small in SMALL else "-".join(w.capitalize() for w in small.split("-"))
