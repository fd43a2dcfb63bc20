"""Small line charts in the house style: every mark in pixels, so that no font moves anything."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import altair as alt

from tracktwo.figures import palette

WIDTH = 400
TEXT, SMALL_TEXT = 13, 12
Record = dict[str, Any]


@dataclass(frozen=True)
class Point:
    """A value over x with the ends of what is drawn about it."""

    x: float
    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Series:
    """Points of one voter; colour and shape go by `place` in the palette.

    `around`: `band` shades between low and high, `bars` draws a line at each point. `label` is
    written at `label_at` (x, value) in the series' colour.
    """

    name: str
    place: int
    points: tuple[Point, ...]
    around: str = "bars"
    label_at: tuple[float, float] | None = None


@dataclass(frozen=True)
class Panel:
    """One pair of axes: its box in pixels, its ranges and ticks (value, label), its series."""

    left: float
    top: float
    width: float
    height: float
    x: tuple[float, float]
    y: tuple[float, float]
    x_ticks: tuple[tuple[float, str], ...]
    y_ticks: tuple[tuple[float, str], ...]
    series: tuple[Series, ...]
    title: str = ""

    def across(self, value: float) -> float:
        low, high = self.x
        return round(self.left + (value - low) / (high - low) * self.width, 1)

    def down(self, value: float) -> float:
        low, high = self.y
        return round(self.top + self.height - (value - low) / (high - low) * self.height, 1)


@dataclass
class _Marks:
    """What is to be drawn, by kind of mark."""

    rules: list[Record] = field(default_factory=list)
    bands: list[Record] = field(default_factory=list)
    lines: list[Record] = field(default_factory=list)
    bars: list[Record] = field(default_factory=list)
    points: list[Record] = field(default_factory=list)
    texts: list[Record] = field(default_factory=list)


def chart_of(
    panels: Sequence[Panel], height: float, *, legend: Sequence[tuple[str, int]] = ()
) -> alt.LayerChart:
    """Panels drawn into one picture, with a legend of (name, place) along the top."""
    marks = _Marks()
    _legend(marks, legend)
    for number, panel in enumerate(panels):
        _axes(marks, panel)
        for series in panel.series:
            _series(marks, panel, series, f"{number}-{series.place}")
    return _layers(marks, height)


def _legend(marks: _Marks, legend: Sequence[tuple[str, int]]) -> None:
    for row, (name, place) in enumerate(legend):
        y = 9 + 19 * row
        colour, shape = palette.COLOURS[place], palette.SHAPES[place]
        marks.points.append({"x": 8, "y": y, "colour": colour, "shape": shape})
        marks.texts.append(_text(18, y, name, "left", TEXT, palette.INK))


def _axes(marks: _Marks, panel: Panel) -> None:
    right, bottom = panel.left + panel.width, panel.top + panel.height
    if panel.title:
        title = _text(panel.left, panel.top - 14, panel.title, "left", TEXT, palette.INK)
        marks.texts.append(title | {"weight": "bold"})
    for value, label in panel.y_ticks:
        y = panel.down(value)
        colour = palette.RULE if value == 0 else palette.TRACK
        marks.rules.append({"x": panel.left, "y": y, "x2": right, "y2": y, "colour": colour})
        if label:
            marks.texts.append(
                _text(panel.left - 6, y, label, "right", SMALL_TEXT, palette.FAINT_INK)
            )
    for value, label in panel.x_ticks:
        x = panel.across(value)
        marks.rules.append({"x": x, "y": bottom, "x2": x, "y2": bottom + 4, "colour": palette.RULE})
        marks.texts.append(_text(x, bottom + 13, label, "center", SMALL_TEXT, palette.FAINT_INK))


def _series(marks: _Marks, panel: Panel, series: Series, key: str) -> None:
    colour, shape = palette.COLOURS[series.place], palette.SHAPES[series.place]
    for point in series.points:
        x, y = panel.across(point.x), panel.down(point.value)
        ends = {"y": panel.down(point.low), "y2": panel.down(point.high)}
        marks.lines.append({"x": x, "y": y, "colour": colour, "series": key})
        if series.around == "band":
            marks.bands.append({"x": x, "colour": colour, "series": key} | ends)
        else:
            marks.bars.append({"x": x, "x2": x, "colour": colour} | ends)
            marks.points.append({"x": x, "y": y, "colour": colour, "shape": shape})
    if series.label_at:
        x, y = panel.across(series.label_at[0]), panel.down(series.label_at[1])
        marks.texts.append(_text(x, y, series.name, "left", TEXT, colour) | {"weight": "bold"})


def _text(x: float, y: float, text: str, align: str, size: int, colour: str) -> Record:
    return {
        "x": x, "y": y, "text": text, "align": align, "size": size, "colour": colour,
        "weight": "normal",
    }  # fmt: skip


def _layers(marks: _Marks, height: float) -> alt.LayerChart:
    layers = [
        _base(marks.bands, height).mark_area(opacity=0.18).encode(y2="y2:Q", detail="series:N"),
        _base(marks.rules, height).mark_rule().encode(x2="x2:Q", y2="y2:Q"),
        _base(marks.lines, height).mark_line(strokeWidth=1.8).encode(detail="series:N"),
        _base(marks.bars, height).mark_rule(strokeWidth=1.4, opacity=0.75).encode(y2="y2:Q"),
        _base(marks.points, height)
        .mark_point(filled=True, size=34, opacity=1)
        .encode(shape=alt.Shape("shape:N", scale=None)),
        *_texts(marks.texts, height),
    ]
    drawn = [layer for layer in layers if layer.data.values]
    return cast("alt.LayerChart", alt.layer(*drawn).properties(width=WIDTH, height=height))


def _base(records: list[Record], height: float) -> alt.Chart:
    across = alt.Scale(domain=[0, WIDTH], range=[0, WIDTH], nice=False, zero=False)
    down = alt.Scale(domain=[0, height], range=[0, height], nice=False, zero=False)
    return alt.Chart(alt.Data(values=records)).encode(  # type: ignore[no-untyped-call]
        x=alt.X("x:Q", scale=across, axis=None),
        y=alt.Y("y:Q", scale=down, axis=None),
        color=alt.Color("colour:N", scale=None),
    )


def _texts(records: list[Record], height: float) -> list[alt.Chart]:
    """One layer for each way of writing: alignment, size and weight are not channels."""
    ways = sorted({(r["align"], r["size"], r["weight"]) for r in records})
    return [
        _base([r for r in records if (r["align"], r["size"], r["weight"]) == way], height)
        .mark_text(align=way[0], fontSize=way[1], fontWeight=way[2], baseline="middle")
        .encode(text="text:N")
        for way in ways
    ]
