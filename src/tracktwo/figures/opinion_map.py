"""Where people stand: near each other when they answer alike.

With k above 1 nobody is drawn: five dots on a line name five people to anyone who knows them. Then
each side is its mean and the spread around it, which rest on all of its people.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from tracktwo._typing import Floats
from tracktwo.analysis.result import Analysis
from tracktwo.figures import palette
from tracktwo.figures.canvas import (
    chart_of,
    colour_of,
    layered,
    legend_entries,
    legend_layers,
    pixel_y,
    shape_of,
)
from tracktwo.figures.figure import Figure, Table
from tracktwo.figures.sides import Side, sides_of
from tracktwo.locale import Words

if TYPE_CHECKING:
    import altair as alt

MOST_DOTS = 400
STEP = 8
LITTLE_OVERLAP, SOME_OVERLAP = 2.0, 1.0


@dataclass(frozen=True, eq=False)
class Camp:
    """A side's people who could be placed: their positions, (n, dimensions)."""

    side: Side
    position: Floats

    @property
    def mean(self) -> float:
        return float(self.position[:, 0].mean())

    @property
    def spread(self) -> float:
        return float(self.position[:, 0].std(ddof=1)) if len(self.position) > 1 else 0.0


def opinion_map(analysis: Analysis, words: Words, *, width: int = 680) -> Figure | None:
    """People as small dots, or as bars where they are many, or as one range a side where k > 1.

    One dimension gives a strip a side, two a square. None where nobody could be placed in a side of
    at least k people.
    """
    camps = camps_of(analysis)
    if not camps:
        return None
    series = tuple(camp.side.name(words) for camp in camps)
    legend, top = legend_entries(series, width)
    picture = _Picture(camps, series, width, top)
    height, layers = picture.draw(individuals=analysis.k == 1)
    marks = [*layers, *legend_layers(legend, series, pixel_y(height))]
    chart = layered(marks, width=width, height=height)
    return Figure(_title(camps, words), _alt(camps, words, analysis.k), chart, _table(camps, words))


def camps_of(analysis: Analysis) -> tuple[Camp, ...]:
    """The sides that have at least k people with a position."""
    people = analysis.participants
    label = people.party if analysis.parties else people.group
    placed = np.isfinite(people.position).all(axis=1)
    camps = (
        Camp(side, people.position[placed & (label == i)])
        for i, side in enumerate(sides_of(analysis))
    )
    return tuple(camp for camp in camps if len(camp.position) >= max(analysis.k, 1))


@dataclass(frozen=True)
class _Picture:
    camps: tuple[Camp, ...]
    series: tuple[str, ...]
    width: int
    top: float

    def draw(self, *, individuals: bool) -> "tuple[float, list[alt.Chart | alt.LayerChart | None]]":
        people = sum(len(camp.position) for camp in self.camps)
        if not individuals:
            return self._ranges()
        if self.camps[0].position.shape[1] > 1:
            return self._square(few=people <= MOST_DOTS)
        return self._strips(few=people <= MOST_DOTS)

    @property
    def domain(self) -> tuple[float, float]:
        reach = max(float(np.abs(camp.position[:, 0]).max()) for camp in self.camps)
        return -reach * 1.04, reach * 1.04

    def x(self, field: str) -> "alt.X":
        import altair as alt

        line = alt.Scale(
            domain=list(self.domain), range=[12, self.width - 12], nice=False, zero=False
        )
        return alt.X(f"{field}:Q", scale=line, axis=None)

    def _ranges(self) -> "tuple[float, list[alt.Chart | alt.LayerChart | None]]":
        """One line a side: mean and one standard deviation each way."""
        import altair as alt

        height = self.top + 34 * len(self.camps) + 6
        low, high = self._ends_of_ranges()
        line = alt.Scale(domain=[low, high], range=[12, self.width - 12], nice=False, zero=False)
        records = [
            {
                "side": name,
                "mean": round(c.mean, 3),
                "low": round(c.mean - c.spread, 3),
                "high": round(c.mean + c.spread, 3),
                "start": low,
                "end": high,
                "y": self.top + 20 + 34 * i,
            }
            for i, (c, name) in enumerate(zip(self.camps, self.series, strict=True))
        ]
        base = chart_of(records).encode(y=pixel_y(height))
        shade = colour_of("side", self.series)
        return height, [
            base.mark_rule(color=palette.TRACK).encode(
                x=alt.X("start:Q", scale=line, axis=None), x2="end:Q"
            ),
            base.mark_rule(strokeWidth=8, opacity=0.35).encode(
                x=alt.X("low:Q", scale=line, axis=None), x2="high:Q", color=shade
            ),
            base.mark_point(filled=True, size=110, opacity=1).encode(
                x=alt.X("mean:Q", scale=line, axis=None),
                color=shade,
                shape=shape_of("side", self.series),
            ),
        ]

    def _ends_of_ranges(self) -> tuple[float, float]:
        """Ends that depend on means and spreads only, never on one outlying person."""
        reach = max(abs(camp.mean) + 1.5 * camp.spread for camp in self.camps) or 1.0
        return -round(reach, 3), round(reach, 3)

    def _strips(self, *, few: bool) -> "tuple[float, list[alt.Chart | alt.LayerChart | None]]":
        """A strip a side: people stacked as dots, or their number as bars."""
        counts = [self._counts(camp) for camp in self.camps]
        tallest = max(int(count.max()) for count in counts)
        dots = few and tallest <= 24
        unit = min(STEP - 1.0, 96 / tallest) if not dots else STEP - 1.0
        lane = tallest * unit + 22
        height = self.top + lane * len(self.camps)
        bases = [
            {"y": self.top + lane * (i + 1) - 6, "start": self.domain[0], "end": self.domain[1]}
            for i in range(len(self.camps))
        ]
        ground = (
            chart_of(bases)
            .mark_rule(color=palette.RULE)
            .encode(x=self.x("start"), x2="end:Q", y=pixel_y(height))
        )
        records = [
            record
            for i, (name, count) in enumerate(zip(self.series, counts, strict=True))
            for record in (self._dots if dots else self._bars)(name, count, bases[i]["y"], unit)
        ]
        return height, [
            ground,
            self._stacked(records, height) if dots else self._bar_layer(records, height),
        ]

    def _counts(self, camp: Camp) -> "np.ndarray[Any, Any]":
        bins = (self.width - 24) // STEP
        return np.histogram(camp.position[:, 0], bins=bins, range=self.domain)[0]

    def _middle(self, place: int, bins: int) -> float:
        low, high = self.domain
        return round(low + (place + 0.5) * (high - low) / bins, 4)

    def _dots(
        self, name: str, counts: "np.ndarray[Any, Any]", base: float, unit: float
    ) -> list[dict[str, Any]]:
        return [
            {
                "side": name,
                "position": self._middle(place, len(counts)),
                "y": round(base - 5 - level * unit, 1),
            }
            for place, count in enumerate(counts)
            for level in range(int(count))
        ]

    def _bars(
        self, name: str, counts: "np.ndarray[Any, Any]", base: float, unit: float
    ) -> list[dict[str, Any]]:
        return [
            {
                "side": name,
                "position": self._middle(place, len(counts)),
                "people": int(count),
                "y": base,
                "y2": round(base - count * unit, 1),
            }
            for place, count in enumerate(counts)
            if count
        ]

    def _stacked(self, records: list[dict[str, Any]], height: float) -> "alt.Chart":

        chart: alt.Chart = (
            chart_of(records)
            .mark_point(filled=True, size=34, opacity=0.9)
            .encode(
                x=self.x("position"),
                y=pixel_y(height),
                color=colour_of("side", self.series),
                shape=shape_of("side", self.series),
            )
        )
        return chart

    def _bar_layer(self, records: list[dict[str, Any]], height: float) -> "alt.Chart":

        chart: alt.Chart = (
            chart_of(records)
            .mark_rule(strokeWidth=STEP - 2)
            .encode(
                x=self.x("position"),
                y=pixel_y(height),
                y2="y2:Q",
                color=colour_of("side", self.series),
            )
        )
        return chart

    def _square(self, *, few: bool) -> "tuple[float, list[alt.Chart | alt.LayerChart | None]]":
        """Both dimensions on one scale; where people are many, one mark a cell, its area their number."""
        import altair as alt

        size = min(self.width, 560)
        height = self.top + size
        reach = max(float(np.abs(camp.position).max()) for camp in self.camps) * 1.04
        across = alt.Scale(domain=[-reach, reach], range=[8, size - 8], nice=False, zero=False)
        cells = [
            r
            for name, camp in zip(self.series, self.camps, strict=True)
            for r in _cells(name, camp, reach, 1e-3 if few else 26)
        ]
        middle, scale = self.top + size / 2, (size / 2 - 8) / reach
        records = [record | {"y": round(middle - record["second"] * scale, 1)} for record in cells]
        area = alt.Size(
            "people:Q",
            scale=alt.Scale(
                type="linear",
                domain=[0, max(r["people"] for r in records)],
                range=[0, 30 if few else 260],
            ),
            legend=None,
        )
        chart = (
            chart_of(records)
            .mark_point(filled=True, opacity=0.75)
            .encode(
                x=alt.X("first:Q", scale=across, axis=None),
                y=pixel_y(height),
                size=area,
                color=colour_of("side", self.series),
                shape=shape_of("side", self.series),
            )
        )
        return height, [chart]


def _cells(name: str, camp: Camp, reach: float, cells: float) -> list[dict[str, Any]]:
    """People by place: rounded to a cell of the square, or to a thousandth where they are few."""
    step = cells if cells < 1 else 2 * reach / cells
    places, people = np.unique(np.rint(camp.position[:, :2] / step), axis=0, return_counts=True)
    return [
        {
            "side": name,
            "first": round(float(x * step), 3),
            "second": round(float(y * step), 3),
            "people": int(n),
        }
        for (x, y), n in zip(places, people, strict=True)
    ]


def _title(camps: tuple[Camp, ...], words: Words) -> str:
    if len(camps) < 2:
        people = len(camps[0].position)
        return words.ngettext("Where {n} person stands", "Where {n} people stand", people)
    one, other, distance = _furthest(camps)
    values = {"one": one.side.name(words), "other": other.side.name(words)}
    if distance >= LITTLE_OVERLAP:
        return words.gettext("{one} and {other} stand apart and hardly overlap", **values)
    if distance >= SOME_OVERLAP:
        return words.gettext("{one} and {other} stand apart and overlap in part", **values)
    return words.gettext("{one} and {other} largely overlap", **values)


def _furthest(camps: tuple[Camp, ...]) -> tuple[Camp, Camp, float]:
    """The two sides furthest apart, by the difference of their means in pooled standard deviations."""
    pairs = [(a, b, _distance(a, b)) for i, a in enumerate(camps) for b in camps[i + 1 :]]
    return max(pairs, key=lambda pair: pair[2])


def _distance(one: Camp, other: Camp) -> float:
    pooled = float(np.sqrt((one.spread**2 + other.spread**2) / 2))
    return abs(one.mean - other.mean) / pooled if pooled > 0 else np.inf


def _alt(camps: tuple[Camp, ...], words: Words, k: int) -> str:
    if k > 1:
        return words.gettext(
            "One line a side: the mark is the mean position of its people, the bar one standard deviation each way. Single people are not drawn. People who answer alike stand near each other; left and right carry no judgement."
        )
    people = sum(len(camp.position) for camp in camps)
    return words.ngettext(
        "The position of {n} person. People who answer alike stand near each other; left and right carry no judgement.",
        "The positions of {n} people by side. People who answer alike stand near each other; left and right carry no judgement.",
        people,
    )


def _table(camps: tuple[Camp, ...], words: Words) -> Table:
    columns = (
        words.gettext("Side"),
        words.gettext("People placed"),
        words.gettext("Mean position"),
        words.gettext("Spread (standard deviation)"),
    )
    return Table(
        columns,
        tuple(
            (
                camp.side.name(words),
                words.number(len(camp.position)),
                words.signed(camp.mean, 1),
                words.number(camp.spread, 1),
            )
            for camp in camps
        ),
    )
