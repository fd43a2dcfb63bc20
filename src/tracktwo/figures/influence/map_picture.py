"""An influence map drawn: concepts as numbered circles, links as arrows, who draws them as colours."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracktwo.figures import palette
from tracktwo.figures.canvas import (
    SMALL_TEXT,
    Record,
    chart_of,
    colour_of,
    drawn_from,
    layered,
    legend_entries,
    legend_layers,
    pixel_y,
)
from tracktwo.figures.figure import Figure, Quote, Table
from tracktwo.figures.influence.arrows import RADIUS, Arrow, Drawn, arrows_of, placed, views_of
from tracktwo.figures.influence.effects import concept_quote
from tracktwo.figures.wrapping import wrapped
from tracktwo.influence import Contrast, Study
from tracktwo.influence.layout import places_on_paper
from tracktwo.locale import Words
from tracktwo.locale.plain import plain

if TYPE_CHECKING:
    import altair as alt

WIDE = 560
LABEL_WIDTH, LABEL_SIZE, LABEL_LINE = 116, 11, 13
HEAD = 60
LEAST_HEIGHT, MOST_HEIGHT = 160.0, 760.0
AIRY = 3.6
"""How many times the room that its concepts need a map is given."""
HALO = 4
MOST_LABELS = 34
LABEL_ROOM = (LABEL_WIDTH - 6, 2 * RADIUS + 2 * LABEL_LINE + 4)
BARE_ROOM = (3.6 * RADIUS, 3.6 * RADIUS)
LABEL_MARGIN, BARE_MARGIN = 0.57 * LABEL_WIDTH, 2.2 * RADIUS  # fonts differ in width
ABOVE, BELOW = 2 * RADIUS + 2, RADIUS + 9 + 2 * LABEL_LINE
"""What rings back to themselves need over a concept, and texts under it."""


def map_picture(
    found: Study, contrast: Contrast | None, words: Words, *, width: int = 680
) -> Figure | None:
    """The map; with a contrast, colours and the table say which side draws a link. None without links."""
    arrows = arrows_of(found, contrast, words)
    if not arrows:
        return None
    views = views_of(arrows, contrast, found, words)
    legend, top = legend_entries(views if len(views) > 1 else (), width)
    height = top + _height(found, width)
    at = _places(found, width, top, height)
    canvas = _Canvas(width, height, at, views)
    layers = [
        *canvas.links(placed(arrows, at)),
        canvas.circles(),
        canvas.numbers(),
        *(canvas.labels(found, words) if _has_labels(found, width) else ()),
        *legend_layers(legend, views, canvas.y),
    ]
    chart = layered(layers, width=width, height=height)
    return Figure(_title(found, words), _alt(words), chart, _table(found, arrows, words))


def _has_labels(found: Study, width: float) -> bool:
    """Whether there is room for texts beside the numbers."""
    return width >= WIDE and len(found.drawn.concepts) <= MOST_LABELS


def _room(found: Study, width: float) -> tuple[float, float]:
    """What a concept needs for its circle and its text."""
    return LABEL_ROOM if _has_labels(found, width) else BARE_ROOM


def _height(found: Study, width: float) -> float:
    across, down = _room(found, width)
    needed = AIRY * len(found.drawn.concepts) * across * down / width
    return min(max(needed, LEAST_HEIGHT), MOST_HEIGHT)


def _places(
    found: Study, width: float, top: float, height: float
) -> tuple[tuple[float, float], ...]:
    """Where each concept's circle has its middle, with room for its text on all sides."""
    margin = LABEL_MARGIN if _has_labels(found, width) else BARE_MARGIN
    wide, high = width - 2 * margin, height - top - ABOVE - BELOW
    across, down = _room(found, width)
    at = places_on_paper(found.drawn, room=(across / wide, down / high))
    return tuple((margin + x * wide, top + ABOVE + y * high) for x, y in at.tolist())


class _Canvas:
    """Pixels from the left and from the top."""

    def __init__(
        self, width: float, height: float, at: Sequence[tuple[float, float]], views: tuple[str, ...]
    ) -> None:
        self._width, self._at, self._views = width, at, views
        self.y = pixel_y(height)

    def x(self) -> "alt.X":
        import altair as alt

        return alt.X(
            "x:Q",
            scale=alt.Scale(domain=[0, self._width], range=[0, self._width], nice=False),
            axis=None,
        )

    def links(self, links: Sequence[Drawn]) -> "list[alt.Chart | None]":
        """Lines (broken where a concept is weakened) and heads of arrows."""
        import altair as alt

        lines = [link.line for link in links]
        loops = [link.ring for link in links if link.ring]
        heads = [link.head for link in links if link.head]
        colour = colour_of("view", self._views)
        size = alt.StrokeWidth("thickness:Q", scale=None)
        dash = alt.StrokeDash("dash:N", scale=None)
        return [
            drawn_from(
                lines,
                lambda chart: chart.mark_rule(opacity=0.75).encode(
                    x=self.x(),
                    x2="x2:Q",
                    y=self.y,
                    y2="y2:Q",
                    color=colour,
                    strokeWidth=size,
                    strokeDash=dash,
                ),
            ),
            drawn_from(
                loops,
                lambda chart: chart.mark_point(size=520, filled=False, opacity=0.75).encode(
                    x=self.x(), y=self.y, color=colour
                ),
            ),
            drawn_from(
                heads,
                lambda chart: chart.mark_point(
                    shape="triangle-up", size=HEAD, filled=True, opacity=1
                ).encode(x=self.x(), y=self.y, color=colour, angle=alt.Angle("turn:Q", scale=None)),
            ),
        ]

    def circles(self) -> "alt.Chart":
        circles: alt.Chart = (
            chart_of(self._places())
            .mark_point(
                shape="circle",
                size=(2 * RADIUS) ** 2 * 0.785,
                filled=True,
                opacity=1,
                fill="#FFFFFF",
                stroke=palette.INK,
                strokeWidth=1.2,
            )
            .encode(x=self.x(), y=self.y)
        )
        return circles

    def numbers(self) -> "alt.Chart":
        numbers: alt.Chart = (
            chart_of(self._places())
            .mark_text(fontSize=SMALL_TEXT, fontWeight=600, baseline="middle", color=palette.INK)
            .encode(x=self.x(), y=self.y, text="number:N")
        )
        return numbers

    def labels(self, found: Study, words: Words) -> "list[alt.Chart]":
        """Short texts under the circles, on a halo that keeps them apart from lines."""
        records = [
            {
                "x": x,
                "y": y + RADIUS + 9,
                "lines": wrapped(quote.text, LABEL_WIDTH, LABEL_SIZE, most=2),
            }
            for (x, y), quote in zip(self._at, _quotes(found, words), strict=True)
        ]
        halo: Record = {"stroke": "#FFFFFF", "strokeWidth": HALO, "strokeJoin": "round"}
        return [
            chart_of(records)
            .mark_text(
                align="center",
                baseline="middle",
                fontSize=LABEL_SIZE,
                lineHeight=LABEL_LINE,
                color=palette.INK,
                **style,
            )
            .encode(x=self.x(), y=self.y, text="lines:N")
            for style in (halo, {})
        ]

    def _places(self) -> list[Record]:
        return [{"x": x, "y": y, "number": str(n)} for n, (x, y) in enumerate(self._at, 1)]


def _quotes(found: Study, words: Words) -> list[Quote]:
    return [concept_quote(found, concept, words) for concept in found.drawn.ids]


def _title(found: Study, words: Words) -> str:
    told = (*found.across.spirals, *found.reinforcing.spirals)
    if not told:
        return words.gettext("On this map nothing feeds itself")
    numbers = [words.number(found.drawn.place_of[one] + 1) for one in told[0].concepts]
    return words.gettext("The strongest spiral runs {way}", way=" → ".join((*numbers, numbers[0])))


def _alt(words: Words) -> str:
    return words.gettext(
        "Concepts are numbered circles, arrows run from what acts to what it acts on. Thick arrows are strong; broken ones weaken what they point at. Numbers, texts and weights are in the table."
    )


def _table(found: Study, arrows: Sequence[Arrow], words: Words) -> Table:
    quotes = _quotes(found, words)
    columns = (
        words.gettext("No."),
        words.gettext("What acts"),
        words.gettext("No."),
        words.gettext("What it acts on"),
        words.gettext("Weight"),
        words.gettext("Drawn by"),
    )
    rows = tuple(
        (
            words.number(arrow.source + 1),
            quotes[arrow.source],
            words.number(arrow.target + 1),
            quotes[arrow.target],
            words.signed(arrow.weight, 2),
            plain(arrow.view),
        )
        for arrow in arrows
    )
    return Table(columns, rows)
