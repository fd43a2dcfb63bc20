"""Stating a measure of transparency: an entry of one's own log, which binds nobody until the other states the same."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext

from tracktwo.channel.measures import Measure
from tracktwo.channel.measures.stated import MEASURE_STATED, stated_body
from tracktwo_web.channel.domain.answers import CannotBe
from tracktwo_web.channel.domain.entering import enter, held_in_order
from tracktwo_web.channel.models import Line


@transaction.atomic
def state_measure(line: Line, measure: Measure, *, now: dt.datetime) -> None:
    """Enter a statement. Raises `CannotBe` while this office may enter nothing, or states just this."""
    line = held_in_order(line)
    body = stated_body(measure)
    if line.measures.filter(is_own=True, measure=measure.id, content=body).exists():
        raise CannotBe(gettext("Nothing was entered: your office states just this already."))
    enter(line, MEASURE_STATED, body, now=now)
