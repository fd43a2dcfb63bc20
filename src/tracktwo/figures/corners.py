"""What a side expects of another against what that other answers, in four named corners."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracktwo.analysis.result import Analysis, Perception
from tracktwo.figures import palette
from tracktwo.figures.canvas import (
    SMALL_TEXT,
    chart_of,
    colour_of,
    drawn_from,
    layered,
    legend_entries,
    legend_layers,
    pixel_y,
    shape_of,
    text_column,
)
from tracktwo.figures.figure import Figure, quote_of
from tracktwo.figures.pairs import pair_name, pairs_of, perception_table
from tracktwo.figures.ranking import surest
from tracktwo.figures.sides import Side, sides_of, standing
from tracktwo.figures.wrapping import width_of
from tracktwo.locale import Words

if TYPE_CHECKING:
    import altair as alt


@dataclass(frozen=True)
class Point:
    """One statement in one side's picture of another, seen from that side's own majority.

    `likeness`: share of `about` that answers as the majority of `of` does. `expected`: the same
    share as `of` expects it. On ratings both are the mean's place, counted from `of`'s end.
    """

    perception: Perception
    likeness: float
    expected: float
    key: str

    @property
    def corner(self) -> str:
        """Which of the four corners it stands in."""
        alike = "like" if self.likeness > 0.5 else "unlike"
        return f"{alike}_{'expected' if self.expected > 0.5 else 'unexpected'}"


def perception_corners(analysis: Analysis, words: Words, *, width: int = 680) -> Figure | None:
    """Actual likeness (across) against expected likeness (up), for every ordered pair of sides.

    Both are counted in the direction of the expecting side's own majority. This is what makes the
    corners mean what they are called: right and above the middle, the other side answers alike and
    is expected to (shared, known); right and below, alike but not expected (hidden agreement); left
    and below, unlike and expected so (disagreement, known); left and above, unlike but believed
    alike (hidden disagreement). Statements on which the expecting side has no majority have no
    corner; they stand in the table. None without predictions.
    """
    points = corner_points(analysis, words)
    if not points:
        return None
    pairs = tuple(
        pair for pair in pairs_of(analysis) if any(_is_of(point, pair) for point in points)
    )
    series = tuple(pair_name(of, about, words) for of, about in pairs)
    size = min(width, 520)
    legend, top = legend_entries(series, size)
    square = _Square(size, top + 8, words)
    layers = [
        *square.frame(),
        *square.marks(points, series, pairs),
        *square.keys(points),
        *legend_layers(legend, series, square.y),
    ]
    chart = layered(layers, width=square.size, height=square.height)
    return Figure(
        _title(points, words), _alt(points, words), chart, perception_table(analysis, words)
    )


def corner_points(analysis: Analysis, words: Words) -> tuple[Point, ...]:
    """The statements that have a corner, one point a statement and ordered pair of sides."""
    sides = {side.id: side for side in sides_of(analysis)}
    found = (
        _point(one, sides, analysis, words) for one in analysis.perceptions if one.of != one.about
    )
    return tuple(point for point in found if point)


def _point(
    one: Perception, sides: dict[str, Side], analysis: Analysis, words: Words
) -> Point | None:
    figures = analysis.statement(one.statement)
    own = standing(figures, sides[one.of], analysis.settings.level) if one.of in sides else None
    if own is None or one.actual is None or one.predicted is None or own.value == 0.5:
        return None
    scale = figures.statement.scale
    low, width = scale.predicted_low, scale.predicted_high - scale.predicted_low
    actual, predicted = (one.actual - low) / width, (one.predicted - low) / width
    if own.value < 0.5:
        actual, predicted = 1 - actual, 1 - predicted
    return Point(one, actual, predicted, quote_of(figures.statement, words.language).key)


def _is_of(point: Point, pair: tuple[Side, Side]) -> bool:
    return (point.perception.of, point.perception.about) == (pair[0].id, pair[1].id)


@dataclass(frozen=True)
class _Square:
    """The picture's frame: a square with room above for the legend and around for what axes mean."""

    size: int
    top: float
    words: Words

    @property
    def left(self) -> int:
        return 44

    @property
    def right(self) -> int:
        return self.size - 8

    @property
    def upper(self) -> float:
        return self.top + 44

    @property
    def lower(self) -> float:
        return self.upper + (self.right - self.left)

    @property
    def height(self) -> float:
        return self.lower + 66

    @property
    def y(self) -> "alt.Y":
        return pixel_y(self.height)

    def x_at(self, share: float) -> float:
        return self.left + share * (self.right - self.left)

    def y_at(self, share: float) -> float:
        return self.lower - share * (self.lower - self.upper)

    @property
    def x(self) -> "alt.X":
        import altair as alt

        return alt.X(
            "x:Q",
            scale=alt.Scale(domain=[0, self.size], range=[0, self.size], nice=False),
            axis=None,
        )

    def frame(self) -> "list[alt.Chart | None]":

        edges = [
            {"x": self.x_at(s), "x2": self.x_at(t), "y": self.y_at(u), "y2": self.y_at(v)}
            for s, t, u, v in _LINES
        ]
        lines = (
            chart_of(edges)
            .mark_rule(color=palette.TRACK, strokeWidth=1.5)
            .encode(x=self.x, x2="x2:Q", y=self.y, y2="y2:Q")
        )
        right = [("right", self.right), ("left", self.left)]
        return [
            lines,
            *(self._names(align, at) for align, at in right),
            *self._ticks(),
            *self._axis_names(),
        ]

    def _names(self, align: str, at: float) -> "alt.Chart | None":
        names = corner_names(self.words)
        upper, lower = (
            ("like_expected", "like_unexpected")
            if align == "right"
            else ("unlike_expected", "unlike_unexpected")
        )
        places = [
            {"y": self.upper - 12, "lines": [names[upper]]},
            {"y": self.lower + 32, "lines": [names[lower]]},
        ]
        return text_column(
            places,
            at,
            self.y,
            size=SMALL_TEXT,
            align=align,
            fontWeight=600,
            color=palette.FAINT_INK,
        )

    def _ticks(self) -> "list[alt.Chart | None]":
        below = [
            (
                text_column(
                    [{"y": self.lower + 12, "lines": [self.words.percent(s)]}],
                    self.x_at(s),
                    self.y,
                    size=SMALL_TEXT,
                    align=align,
                    color=palette.FAINT_INK,
                )
            )
            for s, align in ((0.0, "left"), (0.5, "center"), (1.0, "right"))
        ]
        beside = [{"y": self.y_at(s), "lines": [self.words.percent(s)]} for s in (0.0, 0.5, 1.0)]
        return [
            *below,
            text_column(
                beside,
                self.left - 6,
                self.y,
                size=SMALL_TEXT,
                align="right",
                color=palette.FAINT_INK,
            ),
        ]

    def _axis_names(self) -> "list[alt.Chart | None]":
        up = [{"y": self.top + 8, "lines": [self.words.gettext("↑ expected to answer alike")]}]
        across = [{"y": self.lower + 54, "lines": [self.words.gettext("really answers alike →")]}]
        style: dict[str, Any] = {"size": SMALL_TEXT, "color": palette.INK}
        return [
            text_column(up, self.left, self.y, align="left", **style),
            text_column(across, self.right, self.y, align="right", **style),
        ]

    def marks(
        self,
        points: tuple[Point, ...],
        series: tuple[str, ...],
        pairs: tuple[tuple[Side, Side], ...],
    ) -> "list[alt.Chart | None]":
        names = {(of.id, about.id): name for (of, about), name in zip(pairs, series, strict=True)}
        records = [self._record(point, names) for point in points]
        place: dict[str, Any] = {
            "x": self.x,
            "y": self.y,
            "shape": shape_of("pair", series),
            "color": colour_of("pair", series),
        }
        hollow = [record for record in records if not record["misperceived"]]
        full = [record for record in records if record["misperceived"]]
        return [
            drawn_from(hollow, lambda chart: chart.mark_point(**_HOLLOW).encode(**place)),
            drawn_from(full, lambda chart: chart.mark_point(**_FULL).encode(**place)),
        ]

    def _record(self, point: Point, names: dict[tuple[str, str], str]) -> dict[str, Any]:
        return {
            "statement": point.key,
            "pair": names[point.perception.of, point.perception.about],
            "actual": round(point.likeness, 4),
            "expected": round(point.expected, 4),
            "corner": point.corner,
            "misperceived": point.perception.misperceived,
            "x": round(self.x_at(point.likeness), 1),
            "y": round(self.y_at(point.expected), 1),
        }

    def keys(self, points: tuple[Point, ...]) -> "list[alt.Chart | None]":
        """The statements' keys beside claimed points, hidden corners first, where there is room."""
        dots = {id(p): (self.x_at(p.likeness), self.y_at(p.expected)) for p in points}
        claimed = sorted((p for p in points if p.perception.misperceived), key=_worth_a_key)
        wanted = [(p.key, *dots[id(p)]) for p in claimed]
        return [
            text_column(
                [{"y": y, "lines": [key]}],
                x,
                self.y,
                size=SMALL_TEXT,
                align="center",
                color=palette.INK,
            )
            for key, x, y in place_keys(wanted, list(dots.values()), self.left, self.right)
        ]


_LINES = (
    (0, 1, 0, 0),
    (0, 1, 1, 1),
    (0, 0, 0, 1),
    (1, 1, 0, 1),
    (0, 1, 0.5, 0.5),
    (0.5, 0.5, 0, 1),
)


def place_keys(
    claimed: list[tuple[str, float, float]],
    dots: list[tuple[float, float]],
    left: float,
    right: float,
) -> list[tuple[str, float, float]]:
    """Where keys stand around their points; those that would cover something are left out."""
    placed: list[tuple[str, float, float]] = []
    for key, x, y in claimed:
        half = width_of(key, SMALL_TEXT) / 2
        places = [(x + dx * (half + 8), y + dy * 13) for dx, dy in _AROUND]
        inside = [(px, py) for px, py in places if left < px - half and px + half < right] or places
        free = [at for at in inside if _room(at, dots, placed) >= ENOUGH]
        placed += [(key, *at) for at in free[:1]]
    return placed


_HOLLOW: dict[str, Any] = {"fill": "white", "size": 48, "strokeWidth": 1.8, "opacity": 1}
_FULL: dict[str, Any] = {"filled": True, "size": 80, "opacity": 1}
ENOUGH = 10.0
_AROUND = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))


def _worth_a_key(point: Point) -> tuple[bool, float]:
    hidden = point.perception.kind in ("hidden_agreement", "hidden_disagreement")
    return not hidden, surest(point.perception)


def _room(
    at: tuple[float, float],
    dots: list[tuple[float, float]],
    keys: list[tuple[str, float, float]],
) -> float:
    """Distance to the nearest mark or key, up to what is enough; keys are wider than high."""
    near_dot = min(math.hypot((at[0] - x) / 1.5, at[1] - y) for x, y in dots)
    near_key = min((math.hypot((at[0] - x) / 2.4, at[1] - y) for _, x, y in keys), default=ENOUGH)
    return min(near_dot, near_key, ENOUGH)


def corner_names(words: Words) -> dict[str, str]:
    """The four corners by name."""
    return {
        "like_expected": words.gettext("Shared, known"),
        "like_unexpected": words.gettext("Hidden agreement"),
        "unlike_unexpected": words.gettext("Disagreement, known"),
        "unlike_expected": words.gettext("Hidden disagreement"),
    }


def _title(points: tuple[Point, ...], words: Words) -> str:
    claimed = [point for point in points if point.perception.misperceived]
    agreement = len(
        {p.perception.statement for p in claimed if p.perception.kind == "hidden_agreement"}
    )
    disagreement = len(
        {p.perception.statement for p in claimed if p.perception.kind == "hidden_disagreement"}
    )
    if not agreement and not disagreement:
        return words.gettext(
            "Expectations and answers: no hidden agreement or disagreement is beyond doubt"
        )
    return words.gettext(
        "Expectations hide an agreement on {agreement} and a disagreement on {disagreement} of {total} statements",
        agreement=words.number(agreement),
        disagreement=words.number(disagreement),
        total=words.number(len({p.perception.statement for p in points})),
    )


def _alt(points: tuple[Point, ...], words: Words) -> str:
    counts = {name: sum(p.corner == name for p in points) for name in corner_names(words)}
    return words.gettext(
        "A square: across, the share of the other side that answers as the expecting side’s majority does; up, the share expected to. Points in each corner: shared and known {shared}, hidden agreement {hidden_agreement}, disagreement known {known}, hidden disagreement {hidden_disagreement}. Full marks are the misjudgements that can be claimed; their keys stand where there is room.",
        shared=counts["like_expected"],
        hidden_agreement=counts["like_unexpected"],
        known=counts["unlike_unexpected"],
        hidden_disagreement=counts["unlike_expected"],
    )
