"""The four pictures of the page on UN roll calls."""

from collections.abc import Sequence

import altair as alt

from findings.estimates import mean_over
from findings.panels import WIDTH, Panel, Point, Series, chart_of
from findings.positions import Stand, Standing
from findings.rollcalls import (
    OPENED,
    PERIODS,
    SESSIONS,
    Measure,
    RollCalls,
    agreement,
    allies_like_china,
    europe_agreement,
    europe_like_china,
    europe_like_usa,
    usa_like_china,
    where_all_voted,
)
from tracktwo.datasets import ISSUES

SHARES = ((0.0, "0%"), (0.25, ""), (0.5, "50%"), (0.75, ""), (1.0, "100%"))
INDEX = ((0.0, "0"), (0.25, ""), (0.5, "0.5"), (0.75, ""), (1.0, "1"))
YEARS = tuple((float(year), str(year)) for year in (1975, 1985, 1995, 2005))
TIME = (OPENED + SESSIONS[0] - 0.5, OPENED + SESSIONS[-1] + 0.5)
TEAL, OCHRE, VIOLET = 0, 1, 2
SHORT = {
    "me": "Palestinian conflict",
    "nu": "Nuclear weapons",
    "di": "Disarmament",
    "hr": "Human rights",
    "co": "Colonialism",
    "ec": "Development",
}
"""The issues in words that fit over a small chart."""


def positions(standings: Sequence[Standing]) -> alt.LayerChart:
    lines = (
        _line("United States", VIOLET, [(s.year, s.usa) for s in standings], (1990.5, 4.75)),
        _line("Other allies", TEAL, [(s.year, s.allies) for s in standings], (1992.0, 2.35)),
        _line("China", OCHRE, [(s.year, s.china) for s in standings], (1999.0, 0.4)),
    )
    heights = tuple((float(y), f"{y:+d}".replace("-", "−") if y else "0") for y in range(-2, 5))
    panel = Panel(30, 8, WIDTH - 36, 270, TIME, (-2.6, 5.0), YEARS, heights, lines)
    return chart_of([panel], 304)


def like_china(calls: RollCalls) -> alt.LayerChart:
    legend = (("Most allies voted as China", TEAL), ("The United States voted as China", OCHRE))
    measures = ((TEAL, allies_like_china), (OCHRE, usa_like_china))
    return _by_issue(calls, measures, legend, SHARES)


def cohesion(calls: RollCalls) -> alt.LayerChart:
    legend = (("All members", TEAL), ("European members only", OCHRE))
    measures = ((TEAL, agreement), (OCHRE, europe_agreement))
    return _by_issue(calls, measures, legend, INDEX)


def europe(calls: RollCalls) -> alt.LayerChart:
    calls = where_all_voted(calls)
    series = (
        _by_session("as the United States", VIOLET, europe_like_usa, calls, (1973.0, 0.83)),
        _by_session("as China", OCHRE, europe_like_china, calls, (1997.5, 0.69)),
    )
    panel = Panel(44, 8, WIDTH - 50, 220, TIME, (0.0, 1.0), YEARS, SHARES, series)
    return chart_of([panel], 254)


def _line(
    name: str, place: int, stands: list[tuple[int, Stand]], label_at: tuple[float, float]
) -> Series:
    points = tuple(Point(year, s.value, s.low, s.high) for year, s in stands)
    return Series(name, place, points, "band", label_at)


def _by_session(
    name: str, place: int, measure: Measure, calls: RollCalls, label_at: tuple[float, float]
) -> Series:
    points = tuple(_point(measure, calls.during(range(n, n + 1)), OPENED + n) for n in SESSIONS)
    return Series(name, place, points, "band", label_at)


def _by_issue(
    calls: RollCalls,
    measures: Sequence[tuple[int, Measure]],
    legend: Sequence[tuple[str, int]],
    ticks: tuple[tuple[float, str], ...],
) -> alt.LayerChart:
    """Two columns of small charts, one an issue, one point a period."""
    height, lane, first = 92, 146, 72
    panels = [
        Panel(
            left=44 + 194 * (number % 2),
            top=first + lane * (number // 2),
            width=156,
            height=height,
            x=(-0.5, 3.5),
            y=(0.0, 1.0),
            x_ticks=tuple((float(i), f"{name[2]}0s") for i, name in enumerate(PERIODS)),
            y_ticks=ticks if number % 2 == 0 else tuple((at, "") for at, _ in ticks),
            series=tuple(
                _by_period(place, measure, calls.on(issue)) for place, measure in measures
            ),
            title=SHORT[issue],
        )
        for number, issue in enumerate(ISSUES)
    ]
    return chart_of(panels, first + lane * 2 + height + 28, legend=legend)


def _by_period(place: int, measure: Measure, calls: RollCalls) -> Series:
    beside = (place - 0.5) * 0.16
    points = (
        _point(measure, calls.during(sessions), number + beside)
        for number, sessions in enumerate(PERIODS.values())
    )
    return Series("", place, tuple(points))


def _point(measure: Measure, calls: RollCalls, x: float) -> Point:
    found = mean_over(measure(calls), calls.session)
    return Point(x, found.value, found.low, found.high)
