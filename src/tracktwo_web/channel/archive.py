"""Every message of a line that was sent, or the part of them that somebody looks for."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from tracktwo.record.canonical import canonical
from tracktwo_web.channel.models import Line, Message
from tracktwo_web.channel.queries import of_sort

DAY = dt.timedelta(days=1)


def found_in(line: Line, asked: Mapping[str, Any]) -> QuerySet[Message]:
    """What a form asked for, the newest first."""
    found = of_sort(line, is_exercise=asked.get("sort") == "exercise").exclude(entry=None)
    if kind := asked.get("kind"):
        found = found.filter(kind=kind)
    if sender := asked.get("sender"):
        found = found.filter(is_own=sender == "own")
    if since := asked.get("since"):
        found = found.filter(sent__gte=_begin(since))
    if until := asked.get("until"):
        found = found.filter(sent__lt=_begin(until) + DAY)
    if words := asked.get("words"):
        found = _with_words(found, words)
    return found.order_by("-sent", "-code")


def lines_of_file(messages: Iterable[Message]) -> Iterator[bytes]:
    """Messages as `tracktwo channel read` reads them."""
    for one in messages:
        yield canonical(one.content) + b"\n"


def _begin(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)


def _with_words(found: QuerySet[Message], words: str) -> QuerySet[Message]:
    """SQLite keeps JSON with its letters beyond ASCII escaped, PostgreSQL as they are."""
    escaped = json.dumps(words)[1:-1]
    told = found.annotate(told=Cast("content", TextField()))
    return told.filter(
        Q(code__icontains=words) | Q(told__icontains=words) | Q(told__icontains=escaped)
    )
