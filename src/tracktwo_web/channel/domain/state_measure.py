"""Stating a measure of transparency: an entry of one's own log, which binds nobody until the other states the same."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.channel.measures import Measure
from tracktwo.channel.measures.stated import MEASURE_STATED, stated_body
from tracktwo_web.channel.domain.answers import CannotBe
from tracktwo_web.channel.domain.columns import Columns
from tracktwo_web.channel.domain.exchange import carry_here
from tracktwo_web.channel.domain.logs import held, write
from tracktwo_web.channel.domain.numbers import may_number
from tracktwo_web.channel.models import Line
from tracktwo_web.events.publish import publish


@transaction.atomic
def state_measure(line: Line, measure: Measure, *, now: dt.datetime) -> None:
    """Enter a statement. Raises `CannotBe` while this office may enter nothing, or states just this."""
    line = held(line)
    if not may_number(line):
        raise CannotBe(
            gettext("Nothing was entered: the line is not in order. Try again when it is.")
        )
    body = stated_body(measure)
    if line.measures.filter(is_own=True, measure=measure.id, content=body).exists():
        raise CannotBe(gettext("Nothing was entered: your office states just this already."))
    carry_here(line)
    Columns(line, is_own=True).fill(write(line, [(MEASURE_STATED, body)], now=now))
    publish(line.pk, "channel")
