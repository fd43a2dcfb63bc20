"""What every picture here is drawn with: records as marks, texts in columns, sides in the legend."""

from typing import TYPE_CHECKING, Any

from tracktwo.figures import palette
from tracktwo.figures.wrapping import width_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import altair as alt

LINE = 18
SMALL_TEXT = 12
Record = dict[str, Any]


def chart_of(records: list[Record]) -> "alt.Chart":
    """A chart that carries its records with it."""
    import altair as alt

    return alt.Chart(alt.Data(values=records))  # type: ignore[no-untyped-call]


def drawn_from(
    records: list[Record], draw: "Callable[[alt.Chart], alt.Chart]"
) -> "alt.Chart | None":
    """A layer, or None where there is nothing to draw."""
    return draw(chart_of(records)) if records else None


def layered(
    layers: "Iterable[alt.Chart | alt.LayerChart | None]", *, width: float, height: float
) -> "alt.LayerChart":
    """The layers that there are, as one chart."""
    import altair as alt

    present = [layer for layer in layers if layer]
    # Given here and not by `properties`, which copies every record once more.
    return alt.LayerChart(layer=present, width=width, height=height)


def pixel_y(height: float) -> "alt.Y":
    """The y scale of a picture laid out in pixels from the top."""
    import altair as alt

    return alt.Y(
        "y:Q", scale=alt.Scale(domain=[0, height], range=[0, height], nice=False), axis=None
    )


def text_column(
    records: list[Record],
    at: float,
    y: "alt.Y",
    *,
    size: int,
    **style: Any,  # noqa: ANN401 -- Altair's own options
) -> "alt.Chart | None":
    """Texts, each a list of lines, that all begin (or end) at one x.

    Channels are written out here and wherever marks are many: Altair takes ten milliseconds to find
    out by itself which one a plain string or value means.
    """
    import altair as alt

    return drawn_from(
        records,
        lambda chart: chart.mark_text(
            baseline="middle", fontSize=size, lineHeight=LINE, **style
        ).encode(x=_fixed_x(at), y=y, text=alt.Text("lines:N")),
    )


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
        needed = 1.15 * width_of(name, SMALL_TEXT) + 34
        if x > 6 and x + needed > width:
            x, y = 6.0, y + 20
        entries.append({"side": name, "at": x, "y": y, "lines": [name]})
        x += needed
    return entries, y + 15 if series else 0.0


def legend_layers(
    entries: list[Record], series: tuple[str, ...], y: "alt.Y"
) -> "list[alt.Chart | None]":
    """The legend, drawn as marks: a symbol and a name an entry."""
    symbols = [_symbol(entry, series, y) for entry in entries]
    names = [
        text_column([entry], entry["at"] + 11, y, size=SMALL_TEXT, align="left", color=palette.INK)
        for entry in entries
    ]
    return [*symbols, *names]


def _symbol(entry: Record, series: tuple[str, ...], y: "alt.Y") -> "alt.Chart":
    shade: Record = {"color": colour_of("side", series), "shape": shape_of("side", series)}
    mark: alt.Chart = chart_of([entry]).mark_point(filled=True, size=72, opacity=1)
    return mark.encode(x=_fixed_x(entry["at"]), y=y, **shade)


def _fixed_x(at: float) -> "alt.XValue":
    """A place in pixels from the left."""
    import altair as alt

    return alt.XValue(at)  # type: ignore[no-untyped-call]
