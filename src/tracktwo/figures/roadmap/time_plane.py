"""A stretch of time from left to right, in pixels: years and months as ticks, spans and moments as marks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from tracktwo.figures import palette
from tracktwo.figures.canvas import SMALL_TEXT, Record, drawn_from, pixel_y

if TYPE_CHECKING:
    import altair as alt

FEWEST_PIXELS = 46
"""Between two ticks that are named."""


@dataclass(frozen=True)
class TimePlane:
    """Where a day lies; `left` and `right` are the ends in pixels, `height` that of the whole picture."""

    first: date
    last: date
    left: float
    right: float
    height: float

    def at(self, day: date) -> float:
        """The pixel of a day."""
        span = max((self.last - self.first).days, 1)
        share = (min(max(day, self.first), self.last) - self.first).days / span
        return round(self.left + share * (self.right - self.left), 2)

    def x(self, field: str) -> "alt.X":
        import altair as alt

        scale = alt.Scale(domain=[0, self.right], range=[0, self.right], nice=False, zero=False)
        return alt.X(f"{field}:Q", scale=scale, axis=None)

    def ticks(self) -> list[date]:
        """The years, the half years or the quarters that there is room to name."""
        for months in (3, 6, 12, 24, 60, 120):
            found = list(_every(months, self.first, self.last))
            if len(found) <= max((self.right - self.left) / FEWEST_PIXELS, 2):
                return found
        return []

    def ground(self, top: float, floor: float) -> "Iterator[alt.Chart | None]":
        """Lines at the ticks and their names above."""
        lines = [{"at": self.at(one), "y": floor, "y2": top} for one in self.ticks()]
        yield self.rules(lines, "at", "at", color=palette.TRACK, strokeWidth=1)
        names = [
            {"at": self.at(one), "y": top - 10, "text": _name(one, self.ticks())}
            for one in self.ticks()
        ]
        yield self.texts(names, align="center", fontSize=SMALL_TEXT, color=palette.FAINT_INK)

    def rules(
        self,
        records: list[Record],
        start: str,
        end: str,
        *,
        shade: "alt.Color | None" = None,
        **style: Any,  # noqa: ANN401 -- Altair's own options
    ) -> "alt.Chart | None":
        """Lines from one place to another."""
        import altair as alt

        colour: Record = {"color": shade} if shade is not None else {}
        return drawn_from(
            records,
            lambda chart: chart.mark_rule(**style).encode(
                x=self.x(start),
                x2=alt.X2(f"{end}:Q"),
                y=pixel_y(self.height),
                y2=alt.Y2("y2:Q"),
                **colour,
            ),
        )

    def texts(
        self,
        records: list[Record],
        **style: Any,  # noqa: ANN401 -- Altair's own options
    ) -> "alt.Chart | None":
        """A text at each place."""
        import altair as alt

        return drawn_from(
            records,
            lambda chart: chart.mark_text(baseline="middle", **style).encode(
                x=self.x("at"), y=pixel_y(self.height), text=alt.Text("text:N")
            ),
        )


def _every(months: int, first: date, last: date) -> Iterator[date]:
    begin = -(-(first.year * 12 + first.month - 1 + (first.day > 1)) // months)
    for n in range(begin, begin + 10_000):
        year, month = divmod(n * months, 12)
        tick = date(year, month + 1, 1)
        if tick > last:
            return
        yield tick


def _name(tick: date, ticks: list[date]) -> str:
    """A year by its number; where there are others in a year, each by year and month."""
    return (
        f"{tick.year}" if all(one.month == 1 for one in ticks) else f"{tick.year}-{tick.month:02}"
    )
