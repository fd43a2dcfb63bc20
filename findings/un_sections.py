"""The sections on agreement, the European members, cohesion and positions."""

from collections.abc import Callable, Sequence

import numpy as np

from findings.estimates import Estimate, kappa
from findings.phrases import (
    index_with_interval,
    listed,
    number,
    percent,
    percent_with_interval,
    signed,
    table,
)
from findings.positions import Standing
from findings.rollcalls import (
    PERIODS,
    YES,
    Measure,
    RollCalls,
    agreement,
    allies_against_china,
    allies_like_china,
    europe_like_china,
    europe_like_usa,
    first_members_like_china,
    majority,
    rice,
    usa_like_china,
    where_all_voted,
)
from findings.un_opening import LAST, over, within
from tracktwo.datasets import ISSUES


def on_agreement(calls: RollCalls, shown: str) -> str:
    rows = [
        (
            period,
            number(len(calls.during(PERIODS[period]))),
            percent_with_interval(over(calls, allies_like_china, period)),
            percent_with_interval(over(calls, allies_against_china, period)),
            percent_with_interval(over(calls, first_members_like_china, period)),
            percent_with_interval(over(calls, usa_like_china, period)),
        )
        for period in PERIODS
    ]
    columns = (
        "period", "roll calls", "allies as China", "allies against China",
        "members of 1971 as China", "USA as China",
    )  # fmt: skip
    return f"""## Agreement with China

{shown}

{table(columns, rows)}

“Allies as China”: the vote that more than half of the voting members cast is also China's. “Against”: one says yes, the
other no; what remains is a yes or a no beside an abstention. In brackets the 95% interval. The members of 1971 alone
give nearly the same figures: enlargement is not what moved them.

By issue, allies as China:

{_issue_table(calls, allies_like_china, percent_with_interval)}

{_by_habit(calls)}"""


def _by_habit(calls: RollCalls) -> str:
    periods = [calls.during(sessions) for sessions in PERIODS.values()]
    yes = [
        float((majority(c.allies) == YES).sum() / (~np.isnan(majority(c.allies))).sum())
        for c in periods
    ]
    china = [
        float(np.nanmean(np.where(np.isnan(c.china), np.nan, c.china == YES))) for c in periods
    ]
    beyond = [kappa(majority(c.allies), c.china) for c in periods]
    return f"""**Read this with care.** China says yes to most texts put to the vote ({listed([percent(x) for x in china])} in the four
periods), so the share of equal votes largely follows how often the allies say yes ({listed([percent(x) for x in yes])}).
Cohen's kappa, which takes off what such habits give by themselves (Häge 2011), is
{listed([signed(x, 2) for x in beyond])}, where 0 is chance and 1 full agreement. That both voted yes says that a text was acceptable to both; it does not say that one moved towards the other,
since the texts changed as well."""


def on_europe(calls: RollCalls, shown: str) -> str:
    three = where_all_voted(calls)
    rows = [
        (
            period,
            number(over(three, europe_like_usa, period).n),
            percent_with_interval(over(three, europe_like_usa, period)),
            percent_with_interval(over(three, europe_like_china, period)),
        )
        for period in PERIODS
    ]
    return f"""## The European members between the United States and China

{shown}

{table(("period", "roll calls", "Europeans as USA", "Europeans as China"), rows)}

Roll calls on which the United States and China voted and most European members (Turkey among them, Canada not) voted
alike. The three often coincide or all differ, so the two shares do not add up to anything. On the Palestinian conflict
most European members voted as the United States did on {percent(over(three, europe_like_usa, LAST, "me").value)} of the
roll calls of {LAST}, on disarmament on {percent(over(three, europe_like_usa, LAST, "di").value)}."""


def on_cohesion(calls: RollCalls, shown: str) -> str:
    return f"""## Cohesion inside NATO

{shown}

The agreement index, all members (1: all cast the same vote; 0: yes, no and abstention in equal parts):

{_issue_table(calls, agreement, index_with_interval)}

The Rice index, which leaves abstentions out (1: nobody says yes against another's no):

{_issue_table(calls, rice, index_with_interval)}

Each index is computed roll call by roll call over the members who voted ([definitions](../methods/cohesion.md)), then
averaged. A member that votes alone weighs less in a larger alliance: of fifteen, one dissenter costs {1.5 / 15:.2f} of the
agreement index, of twenty-six {1.5 / 26:.2f}. The European members' index rises as well, and they were at most twenty-four."""


def on_positions(standings: Sequence[Standing], shown: str) -> str:
    rows = []
    for period in PERIODS:
        sessions = within(standings, period)
        usa, allies, china = (
            float(np.mean([getattr(s, who).value for s in sessions]))
            for who in ("usa", "allies", "china")
        )
        beyond = sum(s.usa_rank == 1 for s in sessions)
        passed = np.mean([100 * (1 - (s.china_rank - 1) / (s.states - 1)) for s in sessions])
        rows.append(
            (period, signed(usa), signed(allies), signed(china),
             f"{usa - allies:.1f}", f"{allies - china:.1f}",
             f"{beyond} of {len(sessions)}", f"{passed:.0f}%")
        )  # fmt: skip
    columns = (
        "period", "USA", "other allies", "China", "USA to allies", "allies to China",
        "USA the outermost", "states left of China",
    )  # fmt: skip
    return f"""## Positions

{shown}

{table(columns, rows)}

Means over the sessions of a period of each session's position, in standard deviations between the states of that
session, zero at their mean. “Other allies” is the median member of NATO without the United States; the shaded range in
the figure is their middle half, for the other two a 95% interval. The United States is put to the right; right and left
carry no judgement. Each session has its own line: a state can move because it votes otherwise, because others do, or
because other questions are put. Compare places and distances within a session, and read the course over time as a
course of relative standing."""


def _issue_table(calls: RollCalls, measure: Measure, written: Callable[[Estimate], str]) -> str:
    rows = [("All roll calls", *(written(over(calls, measure, p)) for p in PERIODS))]
    rows += [
        (name, *(written(over(calls, measure, p, issue)) for p in PERIODS))
        for issue, name in ISSUES.items()
    ]
    return table(("issue", *PERIODS), rows)
