"""Entering into the log of one's own office what is no message: it is signed, carried and told at once."""

import datetime as dt
from collections.abc import Mapping

from django.utils.translation import gettext

from tracktwo.record import Json
from tracktwo_web.channel.domain.answers import CannotBe
from tracktwo_web.channel.domain.columns import Columns
from tracktwo_web.channel.domain.exchange import carry_here
from tracktwo_web.channel.domain.logs import held, write
from tracktwo_web.channel.domain.numbers import may_number
from tracktwo_web.channel.models import Line, Logged
from tracktwo_web.events.publish import publish


def held_in_order(line: Line) -> Line:
    """The line, held until the transaction ends. Raises `CannotBe` while this office may enter nothing."""
    line = held(line)
    if not may_number(line):
        raise CannotBe(
            gettext("Nothing was entered: the line is not in order. Try again when it is.")
        )
    return line


def enter(line: Line, kind: str, body: Mapping[str, Json], *, now: dt.datetime) -> Logged:
    """Enter one thing on a line that is held."""
    carry_here(line)
    written = write(line, [(kind, body)], now=now)
    Columns(line, is_own=True).fill(written)
    publish(line.pk, "channel")
    return written[0][0]
