"""Places as a table (CSV), a row each, and back: for spreadsheets, beside the map."""

import csv
import io
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from tracktwo.channel.kinds.read_values import moment_json
from tracktwo.channel.picture import Where
from tracktwo.channel.sphere import Circle, Polygon, Position, Route
from tracktwo.errors import InputError
from tracktwo.exchange.channel.places.placed import Placed
from tracktwo.exchange.formulas import guarded, unguarded
from tracktwo.exchange.lists import Row
from tracktwo.exchange.risks.rows import number_in, read_rows
from tracktwo.locale import english

_WANTED = ("id", "kind", "office", "status", "shape", "positions")
_OPTIONAL = ("title", "start", "end", "lower_metres", "upper_metres", "radius_nm", "certainty")
COLUMNS = (*_WANTED, *_OPTIONAL)


def places_to_csv(places: Iterable[Placed]) -> str:
    """A table with a row a place. Positions are written as warnings write them, parted by semicolons.

    `shape` is point, circle, polygon or route. A text that a spreadsheet would run gets an apostrophe in front.
    """
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(one) for one in places)
    return lines.getvalue()


def _row(one: Placed) -> list[str]:
    shape, positions, radius = _written(one.where)
    told = [one.id, one.kind, one.office, one.status, shape, positions, one.title]
    times = [moment_json(moment) if moment else "" for moment in (one.start, one.end)]
    band = ["" if metres is None else repr(metres) for metres in (one.lower, one.upper)]
    return [*map(guarded, [*told, *times]), *band, radius, guarded(one.certainty)]


def _written(where: Where) -> tuple[str, str, str]:
    if isinstance(where, Position):
        return "point", where.imo(), ""
    if isinstance(where, Circle):
        return "circle", where.centre.imo(), repr(where.radius)
    if isinstance(where, Route):
        return "route", "; ".join(point.imo() for point in where.points), ""
    return "polygon", "; ".join(corner.imo() for corner in where.corners), ""


def read_places_csv(path: Path) -> tuple[Placed, ...]:
    """The places in a table; `InputError` with the line where one cannot be read."""
    return tuple(map(_placed, read_rows(path, _WANTED, optional=_OPTIONAL)))


def _placed(row: Row) -> Placed:
    try:
        return Placed(
            id=unguarded(row["id"]),
            kind=unguarded(row["kind"]),
            office=unguarded(row["office"]),
            status=unguarded(row["status"]),
            where=_where(row),
            title=unguarded(row["title"]),
            start=_moment(row, "start"),
            end=_moment(row, "end"),
            lower=number_in(row, "lower_metres") if row["lower_metres"] else None,
            upper=number_in(row, "upper_metres") if row["upper_metres"] else None,
            certainty=unguarded(row["certainty"]),
        )
    except InputError as error:
        raise InputError(error.message, file=row.path, line=row.line) from None


def _where(row: Row) -> Where:
    positions = tuple(map(Position.from_imo, row["positions"].split(";")))
    if row["shape"] == "polygon":
        return Polygon(positions)
    if row["shape"] == "route":
        return Route(positions)
    if row["shape"] not in ("point", "circle") or len(positions) != 1:
        row.refuse(
            english(
                "a place is a point or a circle with one position, or a polygon or a route with several"
            )
        )
    if row["shape"] == "circle":
        return Circle(positions[0], number_in(row, "radius_nm"))
    return positions[0]


def _moment(row: Row, column: str) -> datetime | None:
    if not row[column]:
        return None
    try:
        found = datetime.fromisoformat(row[column])
        moment = found.astimezone(UTC) if found.tzinfo else None
    except (ValueError, OverflowError):
        moment = None
    if moment is None:
        row.refuse(
            english("{value} is no moment; write UTC, such as 2026-11-26T09:00:00Z", value=repr(row[column][:40]))
        )  # fmt: skip
    return moment
