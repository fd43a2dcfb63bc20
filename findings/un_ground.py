"""The sections on what the allies and China share and where they are opposed."""

from collections.abc import Sequence

import numpy as np

from findings.ground import Question, is_common_ground, is_opposed, recurring, title_of
from findings.phrases import number, percent, table
from findings.rollcalls import OPENED, PERIODS, SESSIONS, YES, RollCalls, majority

LONGEST_LIST = 10
ALMOST_ALL = 0.9
"""Share of the voting states from which a text counts as nearly everybody's."""


def on_common_ground(calls: RollCalls) -> str:
    shared = calls.where(is_common_ground(calls))
    with_usa, without = shared.where(shared.usa == YES), shared.where(shared.usa != YES)
    rows = [
        (
            period,
            number(int((~np.isnan(calls.during(PERIODS[period]).china)).sum())),
            number(len(shared.during(PERIODS[period]))),
            number(len(with_usa.during(PERIODS[period]))),
        )
        for period in PERIODS
    ]
    wide = shared.all[:, -1] / shared.all.sum(axis=1) >= ALMOST_ALL
    last = with_usa.during(range(SESSIONS[-1], SESSIONS[-1] + 1))
    titles = sorted({title_of(s) for s in last.statement} - {""})
    return f"""## Common ground

A roll call is common ground here when China said yes and the lower bound of the allies' support is at least 80%: the
members who voted are counted, those who were absent are allowed for.

{table(("period", "China voted on", "common ground", "of these, USA yes"), rows)}

On {percent(float(wide.mean()))} of these roll calls at least nine in ten of all states voting said yes: most of this common ground is
that of nearly the whole Assembly.

What came back most often, **the United States included** (titles as in the record):

{_questions(recurring(with_usa), with_usa=False)}

What came back most often **without the yes of the United States**, which voted no, abstained or was absent:

{_questions(recurring(without), with_usa=False)}

In the last session, {OPENED + SESSIONS[-1]}–{(OPENED + SESSIONS[-1] + 1) % 100:02}, the United States, China and the other allies said yes together on
{len(last)} roll calls. Those with a title (cut in the data after 60 characters):

{chr(10).join(f"- {title}" for title in titles)}"""


def on_opposition(calls: RollCalls) -> str:
    against = calls.where(is_opposed(calls))
    allies_yes = against.where(majority(against.allies) == YES)
    china_yes = against.where(against.china == YES)
    return f"""## Opposition

On {number(len(against))} roll calls most allies said yes and China no, or the other way round.

Most allies yes, China no ({number(len(allies_yes))} roll calls); most often:

{_questions(recurring(allies_yes)[:6], with_usa=True)}

China yes, most allies no ({number(len(china_yes))} roll calls); most often:

{_questions(recurring(china_yes)[:6], with_usa=True)}"""


def _questions(questions: Sequence[Question], *, with_usa: bool) -> str:
    columns = ["title", "roll calls", "years", "last resolution"] + ["USA yes"] * with_usa
    rows = (
        [q.title, str(q.times), _years(q), q.resolution or "none"] + [str(q.with_usa)] * with_usa
        for q in questions[:LONGEST_LIST]
    )
    return table(columns, rows)


def _years(question: Question) -> str:
    if question.first == question.last:
        return str(question.first)
    return f"{question.first}–{question.last}"
