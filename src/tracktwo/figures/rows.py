"""Rows of intervals: a statement, and under or beside it one line a side with its estimate.

Everything is laid out here in pixels, so that a picture needs no measuring of fonts and is the same
wherever it is drawn. From 560 pixels on texts stand left of the lines; below that, above them.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracktwo.figures import palette
from tracktwo.figures.figure import Quote
from tracktwo.figures.wrapping import width_of, wrapped

if TYPE_CHECKING:
    import altair as alt

WIDE = 560
TEXT_SIZE, LINE, LANE, GAP = 14, 18, 17, 16
SMALL_TEXT = 12


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


Record = dict[str, Any]


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
    import altair as alt

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
    return alt.layer(*(layer for layer in layers if layer)).properties(
        width=width, height=placed.height
    )


def _place(rows: tuple[Row, ...], columns: Columns, top: float) -> Placed:
    placed = Placed(0, [], [], [], [], [], [])
    y = top
    for row in rows:
        if row.heading:
            placed.headings.append({"y": y + 10, "lines": [row.heading]})
            y += 28
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

    def rules(self, records: list[Record], start: str, end: str, **style: Any) -> "alt.Chart | None":  # noqa: ANN401
        import altair as alt

        ends = {start: self.scale.low, end: self.scale.high}
        return _chart([record | ends for record in records], lambda chart: chart.mark_rule(**style).encode(
            x=self.x(start), x2=alt.X2(f"{end}:Q"), y=self.y
        ))

    def upright(self, records: list[Record], at: float) -> "alt.Chart | None":
        import altair as alt

        placed = [record | {"at": at} for record in records]
        return _chart(placed, lambda chart: chart.mark_rule(color=palette.RULE, strokeDash=[2, 2]).encode(
            x=self.x("at"), y=self.y, y2=alt.Y2("y2:Q")
        ))

    def intervals(self, records: list[Record], series: tuple[str, ...]) -> "alt.Chart | None":
        import altair as alt

        return _chart(records, lambda chart: chart.mark_rule(strokeWidth=4, opacity=0.4).encode(
            x=self.x("low"), x2=alt.X2("high:Q"), y=self.y, color=colour_of("side", series)
        ))

    def points(self, records: list[Record], series: tuple[str, ...]) -> "list[alt.Chart | None]":
        strong = [record for record in records if record["strong"]]
        weak = [record for record in records if not record["strong"]]
        place = {"x": self.x("value"), "y": self.y}
        shade = {"color": colour_of("side", series), "shape": shape_of("side", series)}
        return [
            _chart(strong, lambda chart: chart.mark_point(filled=True, size=72, opacity=1).encode(**place, **shade)),
            _chart(weak, lambda chart: chart.mark_point(
                filled=False, fill="white", size=54, strokeWidth=1.8, opacity=1
            ).encode(**place, **shade)),
        ]

    def ticks(self, y: float) -> "list[alt.Chart | None]":
        """Tick labels; the outer ones stay inside the line's ends, however long they are."""
        sides = {self.scale.low: "left", self.scale.high: "right"}
        return [
            self._tick({"x": at, "y": y, "label": label}, sides.get(at, "center"))
            for at, label in self.scale.ticks
        ]

    def _tick(self, record: Record, align: str) -> "alt.Chart | None":
        style = {"baseline": "middle", "fontSize": SMALL_TEXT, "color": palette.FAINT_INK}
        return _chart([record], lambda chart: chart.mark_text(align=align, **style).encode(
            x=self.x("x"), y=self.y, text="label:N"
        ))

    def column(self, records: list[Record], at: float, size: int, align: str = "left", **style: Any) -> "alt.Chart | None":  # noqa: ANN401
        return text_column(records, at, self.y, size=size, align=align, **style)


def pixel_y(height: float) -> "alt.Y":
    """The y scale of a picture laid out in pixels from the top."""
    import altair as alt

    return alt.Y("y:Q", scale=alt.Scale(domain=[0, height], range=[0, height], nice=False), axis=None)


def text_column(records: list[Record], at: float, y: "alt.Y", *, size: int, **style: Any) -> "alt.Chart | None":  # noqa: ANN401
    """Texts, each a list of lines, that all begin (or end) at one x."""
    import altair as alt

    return _chart(records, lambda chart: chart.mark_text(
        baseline="middle", fontSize=size, lineHeight=LINE, **style
    ).encode(x=alt.value(at), y=y, text="lines:N"))


def colour_of(field: str, series: tuple[str, ...]) -> "alt.Color":
    """The colour of each side, the same in every figure."""
    import altair as alt

    scale = alt.Scale(domain=list(series), range=palette.colours(len(series)))
    return alt.Color(f"{field}:N", scale=scale, legend=None)


def shape_of(field: str, series: tuple[str, ...]) -> "alt.Shape":
    """The shape of each side, so that no meaning hangs on colour alone."""
    import altair as alt

    scale = alt.Scale(domain=list(series), range=palette.shapes(len(series)))
    return alt.Shape(f"{field}:N", scale=scale, legend=None)


def legend_entries(series: tuple[str, ...], width: int) -> tuple[list[Record], float]:
    """Where each entry of the legend stands, and the height they take together."""
    entries: list[Record] = []
    x, y = 6.0, 9.0
    for name in series:
        needed = width_of(name, SMALL_TEXT) + 34
        if x > 6 and x + needed > width:
            x, y = 6.0, y + 20
        entries.append({"side": name, "at": x, "y": y, "lines": [name]})
        x += needed
    return entries, y + 15 if series else 0.0


def legend_layers(entries: list[Record], series: tuple[str, ...], y: "alt.Y") -> "list[alt.Chart | None]":
    """The legend, drawn as marks: a symbol and a name an entry."""
    import altair as alt

    layers: list[alt.Chart | None] = []
    for entry in entries:
        layers.append(_chart([entry], lambda chart, at=entry["at"]: chart.mark_point(  # type: ignore[misc]
            filled=True, size=72, opacity=1
        ).encode(x=alt.value(at), y=y, color=colour_of("side", series), shape=shape_of("side", series))))
        layers.append(text_column([entry], entry["at"] + 11, y, size=SMALL_TEXT, align="left", color=palette.INK))
    return layers


def _chart(records: list[Record], draw: Any) -> "alt.Chart | None":  # noqa: ANN401 -- a function of a chart
    import altair as alt

    return draw(alt.Chart(alt.Data(values=records))) if records else None  # type: ignore[no-any-return]
