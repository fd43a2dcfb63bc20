"""What happened: a row a milestone, as exactly in time as it is known, and who tells it so."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

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
)
from tracktwo.figures.figure import Figure, Table, quoted_text
from tracktwo.figures.roadmap.time_plane import TimePlane
from tracktwo.figures.wrapping import wrapped
from tracktwo.locale import Words
from tracktwo.locale.plain import plain
from tracktwo.roadmap.chronology import Chronology, Milestone, when_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    import altair as alt

COLUMN = 0.56
"""Share of the width that the texts take."""
GAP = 12
SHORTEST = 5.0
"""Pixels of a stretch of time, which must be seen."""


@dataclass(frozen=True)
class Gap:
    """The longest stretch of time of which nothing is told."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def chronology_picture(told: Chronology, words: Words, *, width: int = 760) -> Figure | None:
    """Milestones from top to bottom, each a mark in time: a point for a day, a bar for what is known less
    exactly. Colour and shape say by whose account. None where nothing is told.
    """
    if not told.milestones:
        return None
    accounts = _accounts(told, words)
    series = _series(told, accounts)
    legend, top = legend_entries(series if len(series) > 1 else (), width)
    rows = _rows(told, words, accounts, width * COLUMN, top + 26)
    height = rows[-1]["y"] + rows[-1]["tall"] / 2 + GAP
    plane = TimePlane(*_ends(told), width * COLUMN + 20, width - 24, height)
    layers: list[alt.Chart | alt.LayerChart | None] = [*plane.ground(top + 22, height)]
    layers += _texts(rows, plane)
    layers += _marks(told, rows, plane, series)
    layers += legend_layers(legend, series, pixel_y(height)) if len(series) > 1 else []
    chart = layered(layers, width=width, height=height)
    return Figure(_title(told, words), _alt(told, words), chart, _table(told, words, accounts))


def longest_gap(told: Chronology) -> Gap | None:
    """The longest stretch between milestones of which nothing is told, None where there is none."""
    reached: date | None = None
    found: Gap | None = None
    for one in told.milestones:
        if reached is not None and one.when.first > reached + timedelta(days=1):
            gap = Gap(reached + timedelta(days=1), one.when.first - timedelta(days=1))
            found = gap if found is None or gap.days > found.days else found
        end = one.when.last or date.max
        reached = end if reached is None or end > reached else reached
        if reached == date.max:
            break
    return found


def _accounts(told: Chronology, words: Words) -> dict[str, str]:
    """By whose account each milestone is told."""
    names = {one.id: plain(one.name(words.language)) for one in told.parties}
    return {
        one.id: names.get(one.account, plain(one.account))
        if one.account
        else words.gettext("Both sides")
        for one in told.milestones
    }


def _series(told: Chronology, accounts: dict[str, str]) -> tuple[str, ...]:
    """The accounts there are: the sides in their order, what is common last."""
    order = {one.id: place for place, one in enumerate(told.parties)}
    last = len(order)
    ranked = sorted(
        told.milestones, key=lambda one: order.get(one.account, last) + (not one.account)
    )
    return tuple(dict.fromkeys(accounts[one.id] for one in ranked))


def _rows(
    told: Chronology, words: Words, accounts: dict[str, str], width: float, top: float
) -> list[Record]:
    """The texts of each milestone, and the middle of its row in pixels from the top."""
    rows: list[Record] = []
    y = top + GAP / 2
    for one in told.milestones:
        lines = [when_in_words(one.when, words)]
        lines += wrapped(plain(one.text(words.language)), width - 16, SMALL_TEXT, most=4)
        tall = len(lines) * LINE
        rows.append({"id": one.id, "lines": lines, "y": y + tall / 2, "tall": tall, "account": accounts[one.id]})  # fmt: skip
        y += tall + GAP
    return rows


def _texts(rows: list[Record], plane: TimePlane) -> "Iterator[alt.Chart | None]":
    lines = [
        {
            "at": 6.0,
            "y": row["y"] - row["tall"] / 2 + LINE * (n + 0.5),
            "text": text,
            "first": n == 0,
        }
        for row in rows
        for n, text in enumerate(row["lines"])
    ]
    for is_first, weight in ((True, 600), (False, 400)):
        chosen = [one for one in lines if one["first"] is is_first]
        yield plane.texts(
            chosen, align="left", fontSize=SMALL_TEXT, color=palette.INK, fontWeight=weight
        )


def _marks(
    told: Chronology, rows: list[Record], plane: TimePlane, series: tuple[str, ...]
) -> "Iterator[alt.Chart | None]":
    shade = colour_of("account", series)
    marks = [_mark(one, row, plane) for one, row in zip(told.milestones, rows, strict=True)]
    tracks = [
        {"from": plane.left, "to": plane.right, "y": one["y"], "y2": one["y"]} for one in marks
    ]
    yield plane.rules(tracks, "from", "to", color=palette.TRACK, strokeWidth=1)
    bars = [one for one in marks if not one["is_point"]]
    yield plane.rules(bars, "from", "to", shade=shade, strokeWidth=7, opacity=0.75)
    points = [one for one in marks if one["is_point"]]
    yield drawn_from(
        points,
        lambda chart: chart.mark_point(filled=True, size=90, opacity=1).encode(
            x=plane.x("from"),
            y=pixel_y(plane.height),
            color=shade,
            shape=shape_of("account", series),
        ),
    )


def _mark(one: Milestone, row: Record, plane: TimePlane) -> Record:
    start, end = plane.at(one.when.first), plane.at(one.when.last or plane.last)
    return {
        "id": one.id,
        "from": start,
        "to": max(end, start + SHORTEST),
        "y": row["y"],
        "y2": row["y"],
        "account": row["account"],
        "is_point": one.when.precision == "day",
    }


def _ends(told: Chronology) -> tuple[date, date]:
    first = min(one.when.first for one in told.milestones)
    last = max(one.when.last or one.when.first for one in told.milestones)
    return date(first.year, 1, 1), date(last.year, 12, 31)


def _title(told: Chronology, words: Words) -> str:
    gap = longest_gap(told)
    n = len(told.milestones)
    if gap is None or gap.days < 365:
        return words.ngettext("{n} milestone, no year without any", "{n} milestones, no year without any", n)  # fmt: skip
    return words.ngettext(
        "{n} milestone; of the time from {first} to {last} nothing is told",
        "{n} milestones; of the time from {first} to {last} nothing is told",
        n,
        first=str(gap.first.year),
        last=str(gap.last.year),
    )


def _alt(told: Chronology, words: Words) -> str:
    first, last = _ends(told)
    return words.ngettext(
        "Timeline from {first} to {last} with {n} milestone from top to bottom: points for days, bars for months, years and longer.",
        "Timeline from {first} to {last} with {n} milestones from top to bottom: points for days, bars for months, years and longer.",
        len(told.milestones),
        first=str(first.year),
        last=str(last.year),
    )


def _table(told: Chronology, words: Words, accounts: dict[str, str]) -> Table:
    columns = (
        words.gettext("When"),
        words.gettext("What happened"),
        words.gettext("Account"),
        words.gettext("Source"),
    )
    rows = tuple(
        (
            when_in_words(one.when, words),
            quoted_text(one.id, one.texts, words.language),
            accounts[one.id],
            words.phrases(map(plain, one.sources)),
        )
        for one in told.milestones
    )
    return Table(columns, rows)
