"""`tracktwo channel picture`: where everything lies that messages tell of, as it stood at a moment; as a chart too."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from tracktwo.errors import OptionError
from tracktwo.locale import english
from tracktwo_cli.channel_told import print_told
from tracktwo_cli.moments import moment_of
from tracktwo_cli.outputs import check_outputs, write_together
from tracktwo_cli.printed import AS_TEXT, Printed
from tracktwo_cli.refusals import refusals_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tracktwo.channel.messages import Message


def picture(
    file: Path,
    /,
    *,
    at: str = "",
    exercise: Annotated[bool, Parameter(negative="")] = False,
    svg: Path | None = None,
    geojson: Path | None = None,
    csv: Path | None = None,
    printed: Printed = AS_TEXT,
) -> None:
    """List the places that messages tell of, as they stood at a moment, and draw a chart of them.

    Parameters
    ----------
    file
        Messages of both sides: JSON Lines, an alert (.xml) or slash-delimited text (.txt).
    at
        By when things had been told, such as 2026-11-20T10:30Z; by the last message where left out.
    exercise
        What is exercised, instead of what is meant: the two never stand together.
    svg
        A file for the chart.
    geojson
        A file for the places as a map.
    csv
        A file for the places as a table.
    printed
        How the list is printed.

    """
    from tracktwo.channel.picture import Asked, marks_of, shown
    from tracktwo.exchange.channel.forms import read_messages
    from tracktwo.exchange.channel.places import geojson_of, places_to_csv
    from tracktwo.exchange.channel.places.of_messages import placed
    from tracktwo_cli.channel_places import chart_text, places_told

    with refusals_in(printed.language) as words:
        check_outputs(filter(None, (svg, geojson, csv)), inputs=[file])
        messages = [line.message for line in read_messages(file)]
        moment = moment_of("--at", at) if at else _last(messages)
        every = marks_of(messages)
        marks, others = (shown(every, Asked(moment, is_exercise=one)) for one in (exercise, not exercise))  # fmt: skip
        rows = [placed(one) for one in marks]
        texts = {}
        if svg:
            texts[svg] = chart_text(marks, words, is_exercise=exercise)
        if geojson:
            texts[geojson] = geojson_of(rows)
        if csv:
            texts[csv] = places_to_csv(rows)
        write_together(texts)
        told = places_told(marks, moment, words, is_exercise=exercise, left_out=len(others))
        print_told(told, printed)


def _last(messages: "Sequence[Message]") -> "datetime":
    """When the last message was sent."""
    sent = [one.sent for one in messages if one.sent]
    if not sent:
        raise OptionError(english("no message of the file was sent"))
    return max(sent)
