"""Every risk on a plane, likelihood across and severity up: one mark a side, with its intervals."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle, pairwise
from typing import TYPE_CHECKING, Any

from tracktwo.figures import palette
from tracktwo.figures.canvas import (
    SMALL_TEXT,
    Record,
    colour_of,
    drawn_from,
    layered,
    legend_entries,
    legend_layers,
    pixel_y,
    shape_of,
)
from tracktwo.figures.figure import Figure
from tracktwo.figures.risks.table import risk_table
from tracktwo.locale import Words
from tracktwo.locale.plain import plain
from tracktwo.risk import Assessment, RiskFigures, SideFigures

if TYPE_CHECKING:
    import altair as alt

TALLEST = 460
LEFT, RIGHT, BELOW = 40, 20, 46
"""Pixels beside and below the plane, for its ticks and names."""
TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


def risk_matrix(
    found: Assessment, words: Words, *, names: Mapping[str, str] | None = None, width: int = 680
) -> Figure | None:
    """Likelihood across, severity up, a mark a side and risk; bars are what a side holds possible.

    Marks carry the number of their risk in the register, as the table does; a thin line joins what
    the sides say of one risk. `names` are the sides' names. None where no side has both figures of
    any risk.
    """
    series = {side: plain((names or {}).get(side, side)) for side in found.sides}
    legend, top = legend_entries(tuple(series.values()), width)
    plane = _Plane(width, top + 24, min(width - LEFT - RIGHT, TALLEST))
    marks = [
        mark
        for number, one in enumerate(found.risks)
        for mark in _marks(found, one, number, series, plane)
    ]
    if not marks:
        return None
    layers = [*plane.ground(words), *plane.layers(marks, tuple(series.values()))]
    layers += legend_layers(legend, tuple(series.values()), pixel_y(plane.height))
    chart = layered(layers, width=width, height=plane.height)
    return Figure(_title(found, words), _alt(words), chart, risk_table(found, words, series))


def _marks(
    found: Assessment, one: RiskFigures, number: int, series: Mapping[str, str], plane: "_Plane"
) -> list[Record]:
    """What is known of a risk by side: the sides take turns at lying on top."""
    likelihood, severity = one.of("likelihood"), one.of("severity")
    if likelihood is None or severity is None:
        return []
    scale = found.register[one.risk].scale
    start = number % len(series)
    sides = [*series][start:] + [*series][:start]
    return [
        {"risk": one.risk, "number": str(number + 1), "side": series[side]}
        | _across(likelihood.of(side))
        | plane.upright(severity.of(side), scale.low, scale.width)
        for side in sides
        if likelihood.of(side).best is not None and severity.of(side).best is not None
    ]


def _across(figures: SideFigures) -> Record:
    ends = ("low", "best", "high")
    return {name: round(getattr(figures, name), 4) for name in ends}


@dataclass(frozen=True)
class _Plane:
    """The square on which risks lie, in pixels from the top of the picture."""

    width: int
    top: float
    size: int

    @property
    def floor(self) -> float:
        return self.top + self.size

    @property
    def height(self) -> float:
        return self.floor + BELOW

    def upright(self, figures: SideFigures, low: float, width: float) -> Record:
        ends = {"y": figures.best, "y_low": figures.low, "y_high": figures.high}
        shares = {name: ((end or 0.0) - low) / width for name, end in ends.items()}
        return {name: round(self._up(share), 2) for name, share in shares.items()}

    def _up(self, share: float) -> float:
        return self.floor - share * self.size

    def x(self, field: str) -> "alt.X":
        import altair as alt

        line = alt.Scale(domain=[0, 1], range=[LEFT, self.width - RIGHT], nice=False, zero=False)
        return alt.X(f"{field}:Q", scale=line, axis=None)

    def ground(self, words: Words) -> "Iterator[alt.Chart | None]":
        """Lines of the plane, their ticks, and the names of its two ways."""
        lines = [
            {"from": 0.0, "to": 1.0, "y": self._up(at), "y2": self._up(at)} for at in TICKS
        ] + [{"from": at, "to": at, "y": self.floor, "y2": self.top} for at in TICKS]
        yield self._rules(lines, "from", "to", "y", "y2", color=palette.TRACK, strokeWidth=1)
        faint = {"fontSize": SMALL_TEXT, "color": palette.FAINT_INK}
        across = [{"at": at, "y": self.floor + 14, "text": words.percent(at)} for at in TICKS]
        yield self._texts(across, align="center", **faint)
        up = [{"at": 0.0, "y": self._up(at), "text": words.number(at * 10)} for at in TICKS]
        yield self._texts(up, align="right", dx=-8, **faint)
        bold = {"fontSize": SMALL_TEXT, "color": palette.INK, "fontWeight": 600}
        named = words.gettext("Likelihood in the period")
        yield self._texts([{"at": 1.0, "y": self.floor + 34, "text": named}], align="right", **bold)
        named = words.gettext("Severity, of 10")
        yield self._texts(
            [{"at": 0.0, "y": self.top - 16, "text": named}], align="left", dx=-LEFT + 4, **bold
        )

    def layers(self, marks: list[Record], series: tuple[str, ...]) -> "Iterator[alt.Chart | None]":
        """What joins the sides, their intervals, their marks, and the number of each risk."""
        import altair as alt

        shade = colour_of("side", series)
        bars = {"strokeWidth": 3, "opacity": 0.4}
        yield self._rules(
            _joined(marks), "best", "to", "y", "y2", color=palette.RULE, strokeWidth=1
        )
        yield self._rules(marks, "low", "high", "y", "y", shade=shade, **bars)
        yield self._rules(marks, "best", "best", "y_low", "y_high", shade=shade, **bars)
        yield drawn_from(
            marks,
            lambda chart: chart.mark_point(filled=True, size=84, opacity=1).encode(
                x=self.x("best"),
                y=pixel_y(self.height),
                color=shade,
                shape=shape_of("side", series),
                detail=alt.Detail("risk:N"),
            ),
        )
        for side, above in zip(series, cycle((True, False)), strict=False):
            yield self._numbers([one for one in marks if one["side"] == side], above=above)

    def _numbers(self, marks: list[Record], *, above: bool) -> "alt.Chart | None":
        """Numbers beside a side's marks: another side's, close by, stand on the other side of theirs."""
        standing: dict[tuple[float, float], list[str]] = {}
        for one in marks:
            standing.setdefault((one["best"], one["y"]), []).append(one["number"])
        numbers = [
            {"at": at, "y": y, "text": ", ".join(told)} for (at, y), told in standing.items()
        ]
        style = {"fontSize": SMALL_TEXT, "fontWeight": 600, "color": palette.INK}
        return self._texts(numbers, align="left", dx=7, dy=-9 if above else 10, **style)

    def _rules(
        self,
        records: list[Record],
        x: str,
        x2: str,
        y: str,
        y2: str,
        *,
        shade: "alt.Color | None" = None,
        **style: Any,  # noqa: ANN401 -- Altair's own options
    ) -> "alt.Chart | None":
        import altair as alt

        up = pixel_y(self.height)
        up.shorthand = f"{y}:Q"
        colour = {} if shade is None else {"color": shade}
        return drawn_from(
            records,
            lambda chart: chart.mark_rule(**style).encode(
                x=self.x(x), x2=alt.X2(f"{x2}:Q"), y=up, y2=alt.Y2(f"{y2}:Q"), **colour
            ),
        )

    def _texts(self, records: list[Record], **style: Any) -> "alt.Chart | None":  # noqa: ANN401
        import altair as alt

        return drawn_from(
            records,
            lambda chart: chart.mark_text(baseline="middle", **style).encode(
                x=self.x("at"), y=pixel_y(self.height), text=alt.Text("text:N")
            ),
        )


def _joined(marks: list[Record]) -> list[Record]:
    """From each side's mark of a risk to the next one's."""
    return [
        {
            "risk": one["risk"],
            "best": one["best"],
            "y": one["y"],
            "to": other["best"],
            "y2": other["y"],
        }
        for one, other in pairwise(marks)
        if one["risk"] == other["risk"]
    ]


def _title(found: Assessment, words: Words) -> str:
    """On how many risks the sides are surely apart: the finding in one sentence."""
    verdicts = [{finding.verdict for finding in one.findings} for one in found.risks]
    apart = sum(bool(told & {"more", "alone", "mixed"}) for told in verdicts)
    alike = sum(told == {"alike"} for told in verdicts)
    known = words.number(len(found.risks))
    if apart:
        return words.ngettext(
            "The sides fear {n} of {known} risks differently, and {alike} alike",
            "The sides fear {n} of {known} risks differently, and {alike} alike",
            apart,
            known=known,
            alike=words.number(alike),
        )
    return words.ngettext(
        "The sides fear {n} of {known} risks alike, and none surely differently",
        "The sides fear {n} of {known} risks alike, and none surely differently",
        alike,
        known=known,
    )


def _alt(words: Words) -> str:
    return words.gettext(
        "Each risk has one mark a side, with its number in the table. The further right, the likelier the side holds it in its period; the further up, the more severe if it comes. Bars reach as far as a side holds possible, and a thin line joins what the sides say of one risk."
    )
