"""Rows of intervals: a statement, and under or beside it one line a side with its estimate.

Everything is laid out here in pixels, so that a picture needs no measuring of fonts and is the same
wherever it is drawn. From 560 pixels on texts stand left of the lines; below that, above them.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracktwo.figures import palette
from tracktwo.figures.canvas import (
    LINE,
    SMALL_TEXT,
    Record,
    colour_of,
    drawn_from,
    layered,
    legend_entries,
    legend_layers,
    pixel_y,
    shape_of,
    text_column,
)
from tracktwo.figures.figure import Quote
from tracktwo.figures.wrapping import width_of, wrapped

if TYPE_CHECKING:
    import altair as alt

WIDE = 560
TEXT_SIZE, LANE, GAP = 14, 17, 16
BOLDER = 0.78
"""How much of the paper a heading is set in, as its letters are wider than they are measured."""


@dataclass(frozen=True)
class Mark:
    """One side's estimate: `strong` is drawn full, otherwise hollow. `label` stands at the right."""

    series: str
    value: float
    low: float
    high: float
    label: str
    strong: bool = True


@dataclass(frozen=True)
class Row:
    """A statement with its marks; `heading` opens a run of rows."""

    quote: Quote
    marks: tuple[Mark, ...]
    heading: str = ""


@dataclass(frozen=True)
class Scale:
    """The ends of the line, labelled ticks, and the value at which its meaning turns."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    middle: float


@dataclass(frozen=True)
class Columns:
    """Where texts and lines stand, in pixels from the left."""

    width: int
    text: int
    line_from: int
    line_to: int

    @property
    def beside(self) -> bool:
        return self.text < self.width

    @classmethod
    def of(cls, width: int, label_width: float) -> "Columns":
        room = int(label_width) + 14
        if width >= WIDE:
            text = int(width * 0.46)
            return cls(width, text, text + 24, width - room)
        return cls(width, width, 8, width - room)


@dataclass(frozen=True)
class Placed:
    """What is drawn, as one list of records a layer."""

    height: float
    tracks: list[Record]
    marks: list[Record]
    texts: list[Record]
    headings: list[Record]
    labels: list[Record]
    turns: list[Record]


def interval_rows(
    rows: tuple[Row, ...], series: tuple[str, ...], scale: Scale, *, width: int
) -> "alt.LayerChart":
    """Draw rows of intervals; `series` fixes colours, shapes and the order of the legend."""
    labels = [mark.label for row in rows for mark in row.marks]
    columns = Columns.of(width, max((width_of(text, SMALL_TEXT) for text in labels), default=0))
    legend, top = legend_entries(series, width)
    placed = _place(rows, columns, top + 22)
    xy = _Axes(scale, columns, placed.height)
    layers = [
        xy.rules(placed.tracks, "low_end", "high_end", color=palette.TRACK, strokeWidth=1),
        xy.upright(placed.turns, scale.middle),
        *xy.ticks(top + 8),
        xy.intervals(placed.marks, series),
        *xy.points(placed.marks, series),
        xy.column(placed.labels, columns.width, size=SMALL_TEXT, color=palette.INK, align="right"),
        xy.column(placed.texts, 0, size=TEXT_SIZE, font=palette.SERIF, color=palette.INK),
        xy.column(placed.headings, 0, size=TEXT_SIZE, fontWeight=600, color=palette.INK),
        *legend_layers(legend, series, xy.y),
    ]
    return layered(layers, width=width, height=placed.height)


def _place(rows: tuple[Row, ...], columns: Columns, top: float) -> Placed:
    placed = Placed(0, [], [], [], [], [], [])
    y = top
    for row in rows:
        if row.heading:
            lines = wrapped(row.heading, BOLDER * columns.width, TEXT_SIZE)
            placed.headings.append({"y": y + 10, "lines": lines})
            y += 28 + (len(lines) - 1) * LINE
        y = _place_row(placed, row, columns, y) + GAP
    return Placed(y, *(getattr(placed, name) for name in _LISTS))


_LISTS = ("tracks", "marks", "texts", "headings", "labels", "turns")


def _place_row(placed: Placed, row: Row, columns: Columns, top: float) -> float:
    """Put one row at `top` and say where it ends."""
    lines = wrapped(f"{row.quote.key} · {row.quote.text}", columns.text, TEXT_SIZE)
    placed.texts.append({"y": top + LINE / 2, "lines": lines, "statement": row.quote.key})
    below_text = top + len(lines) * LINE
    first = top if columns.beside else below_text + 4
    for lane, mark in enumerate(row.marks):
        y = first + (lane + 0.5) * LANE
        placed.tracks.append({"y": y})
        placed.labels.append({"y": y, "lines": [mark.label]})
        placed.marks.append(_record(mark, row.quote.key, y))
    last = first + len(row.marks) * LANE
    placed.turns.append({"y": first, "y2": last})
    return max(below_text, last)


def _record(mark: Mark, statement: str, y: float) -> Record:
    return {
        "statement": statement,
        "side": mark.series,
        "value": round(mark.value, 4),
        "low": round(mark.low, 4),
        "high": round(mark.high, 4),
        "strong": mark.strong,
        "y": y,
    }


@dataclass(frozen=True)
class _Axes:
    """The two scales all layers share, and the layers drawn on them."""

    scale: Scale
    columns: Columns
    height: float

    def x(self, field: str) -> "alt.X":
        import altair as alt

        line = alt.Scale(
            domain=[self.scale.low, self.scale.high],
            range=[self.columns.line_from, self.columns.line_to],
            nice=False,
            zero=False,
        )
        return alt.X(f"{field}:Q", scale=line, axis=None)

    @property
    def y(self) -> "alt.Y":
        return pixel_y(self.height)

    def rules(
        self,
        records: list[Record],
        start: str,
        end: str,
        **style: Any,  # noqa: ANN401 -- Altair's own options
    ) -> "alt.Chart | None":
        import altair as alt

        ends = {start: self.scale.low, end: self.scale.high}
        return drawn_from(
            [record | ends for record in records],
            lambda chart: chart.mark_rule(**style).encode(
                x=self.x(start), x2=alt.X2(f"{end}:Q"), y=self.y
            ),
        )

    def upright(self, records: list[Record], at: float) -> "alt.Chart | None":
        import altair as alt

        placed = [record | {"at": at} for record in records]
        return drawn_from(
            placed,
            lambda chart: chart.mark_rule(color=palette.RULE, strokeDash=[2, 2]).encode(
                x=self.x("at"), y=self.y, y2=alt.Y2("y2:Q")
            ),
        )

    def intervals(self, records: list[Record], series: tuple[str, ...]) -> "alt.Chart | None":
        import altair as alt

        return drawn_from(
            records,
            lambda chart: chart.mark_rule(strokeWidth=4, opacity=0.4).encode(
                x=self.x("low"), x2=alt.X2("high:Q"), y=self.y, color=colour_of("side", series)
            ),
        )

    def points(self, records: list[Record], series: tuple[str, ...]) -> "list[alt.Chart | None]":
        strong = [record for record in records if record["strong"]]
        weak = [record for record in records if not record["strong"]]
        place = {"x": self.x("value"), "y": self.y}
        shade = {"color": colour_of("side", series), "shape": shape_of("side", series)}
        return [
            drawn_from(
                strong,
                lambda chart: chart.mark_point(filled=True, size=72, opacity=1).encode(
                    **place, **shade
                ),
            ),
            drawn_from(
                weak,
                lambda chart: chart.mark_point(
                    filled=False, fill="white", size=54, strokeWidth=1.8, opacity=1
                ).encode(**place, **shade),
            ),
        ]

    def ticks(self, y: float) -> "list[alt.Chart | None]":
        """Tick labels; the outer ones stay inside the line's ends, however long they are."""
        sides = {self.scale.low: "left", self.scale.high: "right"}
        return [
            self._tick({"x": at, "y": y, "label": label}, sides.get(at, "center"))
            for at, label in self.scale.ticks
        ]

    def _tick(self, record: Record, align: str) -> "alt.Chart | None":
        import altair as alt

        style: Record = {
            "align": align,
            "baseline": "middle",
            "fontSize": SMALL_TEXT,
            "color": palette.FAINT_INK,
        }
        return drawn_from(
            [record],
            lambda chart: chart.mark_text(**style).encode(
                x=self.x("x"), y=self.y, text=alt.Text("label:N")
            ),
        )

    def column(
        self,
        records: list[Record],
        at: float,
        size: int,
        align: str = "left",
        **style: Any,  # noqa: ANN401 -- Altair's own options
    ) -> "alt.Chart | None":
        return text_column(records, at, self.y, size=size, align=align, **style)
