"""The page on UN roll calls put together: words, pictures with their titles, tables."""

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import numpy as np

from findings import un_figures
from findings.phrases import figure, number, percent, signed
from findings.pictures import svg_of
from findings.positions import Standing
from findings.rollcalls import (
    OPENED,
    PERIODS,
    SESSIONS,
    RollCalls,
    agreement,
    allies_like_china,
    europe_like_china,
    europe_like_usa,
    where_all_voted,
)
from findings.un_ground import on_common_ground, on_opposition
from findings.un_method import METHOD
from findings.un_opening import FIRST, LAST, by_issue, name_of, opening, over
from findings.un_sections import on_agreement, on_cohesion, on_europe, on_positions


@dataclass(frozen=True, eq=False)
class Picture:
    """A chart with the sentence that states its finding, the same in words, and its file."""

    file: str
    chart: alt.LayerChart
    title: str
    alt: str

    @property
    def shown(self) -> str:
        return figure(self.file, self.title, self.alt)

    @property
    def svg(self) -> str:
        return svg_of(self.chart, title=self.title, description=self.alt)


def un_page(calls: RollCalls, standings: Sequence[Standing]) -> dict[str, str]:
    """The page and its pictures: texts by file name."""
    pictures = _like_china(calls), _europe(calls), _cohesion(calls), _positions(standings)
    like_china, europe, cohesion, positions = (picture.shown for picture in pictures)
    sections = (
        opening(calls, standings),
        on_agreement(calls, like_china),
        on_europe(calls, europe),
        on_cohesion(calls, cohesion),
        on_positions(standings, positions),
        on_common_ground(calls),
        on_opposition(calls),
        _method(calls, standings),
    )
    page = {"un-roll-calls.md": "\n\n".join(sections) + "\n"}
    return page | {picture.file: picture.svg for picture in pictures}


def _method(calls: RollCalls, standings: Sequence[Standing]) -> str:
    published = [standing.published for standing in standings]
    return METHOD.format(
        without_issue=percent(float(np.mean([not s.theme for s in calls.statement]))),
        absent=percent(float(np.isnan(calls.during(PERIODS[FIRST][1:]).china).mean())),
        absent_later=percent(float(np.isnan(calls.during(PERIODS[LAST]).china).mean())),
        least=f"{min(published):.2f}",
        mean=f"{np.mean(published):.3f}",
        roll_calls=number(len(calls)),
    )


def _like_china(calls: RollCalls) -> Picture:
    ranked = by_issue(calls, allies_like_china, LAST)
    least = name_of(ranked[-1][0])
    return Picture(
        "un-agreement.svg",
        un_figures.like_china(calls),
        f"Most allies cast China's vote more often than the United States does, least often on {least}",
        "Six small charts, one an issue, with the share of roll calls on which most allies, and on which the United "
        "States, cast China's vote, by period with 95% intervals. The table below has the allies' numbers.",
    )


def _europe(calls: RollCalls) -> Picture:
    three = where_all_voted(calls)
    usa, china = (over(three, who, LAST).value for who in (europe_like_usa, europe_like_china))
    return Picture(
        "un-europe.svg",
        un_figures.europe(calls),
        f"By {LAST} most European members voted as the United States on {percent(usa)} and as China on "
        f"{percent(china)} of roll calls",
        "Two lines over the sessions: the shares of roll calls on which most European members voted as the United "
        f"States and as China, the first above the second until {_first_below(three) - 1}. Shaded: 95% intervals.",
    )


def _cohesion(calls: RollCalls) -> Picture:
    first, last = (over(calls, agreement, period).value for period in (FIRST, LAST))
    return Picture(
        "un-cohesion.svg",
        un_figures.cohesion(calls),
        f"The allies closed ranks on every issue: agreement went from {first:.2f} to {last:.2f}",
        "Six small charts, one an issue, with the mean agreement index of all members and of the European members by "
        "period with 95% intervals. Both rise on every issue, the European members' a little higher.",
    )


def _first_below(calls: RollCalls) -> int:
    """The year in which Europeans first voted as China more often than as the United States."""
    return next(
        OPENED + n
        for n in SESSIONS
        if np.nanmean(europe_like_china(calls.during(range(n, n + 1))))
        > np.nanmean(europe_like_usa(calls.during(range(n, n + 1))))
    )


def _positions(standings: Sequence[Standing]) -> Picture:
    since = 1 + max(s.year for s in standings if s.china.high >= 0)
    usa, allies, china = (_range(standings, who) for who in ("usa", "allies", "china"))
    return Picture(
        "un-positions.svg",
        un_figures.positions(standings),
        f"The United States stands far to one side of its allies; since {since} China stands on the other side of the "
        "middle",
        "Three lines over the sessions, in standard deviations from the Assembly's mean: the United States between "
        f"{usa}, the median of the other allies between {allies}, China between {china}, clearly below zero from "
        f"{since} on.",
    )


def _range(standings: Sequence[Standing], who: str) -> str:
    values = [getattr(standing, who).value for standing in standings]
    return f"{signed(min(values))} and {signed(max(values))}"
