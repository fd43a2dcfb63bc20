"""What pages ask of a line's tables: each side finds its own line, and no other exists for it."""

import uuid
from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.http import Http404

from tracktwo.channel.messages import Status, Type
from tracktwo_web.channel.models import Drill, Line, Message
from tracktwo_web.channel.rules import reads_of
from tracktwo_web.dialogues.rules import is_neutral
from tracktwo_web.dialogues.standing import Standing

EXERCISE = Q(status=Status.EXERCISE.value)
_ENDING = (Type.CANCEL.value, Type.UPDATE.value)


def lines_of(standing: Standing) -> list[Line]:
    """The lines of somebody's own side."""
    return [one for one in _lines(standing) if reads_of(standing, one.side_id)]


def lines_seen(standing: Standing) -> list[Line]:
    """The lines of which somebody sees how they stand: those who run the dialogue, of all."""
    return _lines(standing) if is_neutral(standing) else lines_of(standing)


def find_line(standing: Standing, line_id: uuid.UUID) -> Line:
    """A line of somebody's own side, and no other, whoever else they are."""
    return _found(lines_of(standing), line_id)


def find_line_seen(standing: Standing, line_id: uuid.UUID) -> Line:
    """A line of which somebody sees how it stands."""
    return _found(lines_seen(standing), line_id)


def _lines(standing: Standing) -> list[Line]:
    found = Line.objects.filter(side__dialogue=standing.dialogue).select_related("side")
    return list(found.order_by("office", "peer"))


def _found(lines: list[Line], line_id: uuid.UUID) -> Line:
    found = next((one for one in lines if one.pk == line_id), None)
    if found is None:
        raise Http404
    return found


def find_message(standing: Standing, message_id: uuid.UUID) -> Message:
    """A message on a line of somebody's own side."""
    here = Message.objects.filter(line__side__dialogue=standing.dialogue)
    found = here.select_related("line__side").filter(pk=message_id).first()
    if found is None or not reads_of(standing, found.line.side_id):
        raise Http404
    return found


def find_drill(standing: Standing, drill_id: uuid.UUID) -> Drill:
    """A drill on a line of somebody's own side."""
    here = Drill.objects.filter(line__side__dialogue=standing.dialogue)
    found = here.select_related("line__side").filter(pk=drill_id).first()
    if found is None or not reads_of(standing, found.line.side_id):
        raise Http404
    return found


def of_sort(line: Line, *, is_exercise: bool) -> QuerySet[Message]:
    """Exercises, or all else: they never stand in one list."""
    return line.messages.filter(EXERCISE if is_exercise else ~EXERCISE)


def unread_of(line: Line, *, is_exercise: bool) -> QuerySet[Message]:
    """What came in and nobody has marked as read."""
    return of_sort(line, is_exercise=is_exercise).filter(is_own=False, read=None)


def ended_on(line: Line) -> frozenset[str]:
    """Numbers of messages that their own office has cancelled or replaced."""
    ending = line.messages.filter(type__in=_ENDING, entry__isnull=False).values_list(
        "refs", flat=True
    )
    return frozenset(code for refs in ending for code in refs)


def thread_of(message: Message) -> list[Message]:
    """What belongs to a message's thread, in the order in which it was sent; itself where it waits."""
    if not message.thread:
        return [message]
    return list(message.line.messages.filter(thread=message.thread).order_by("sent", "code"))


def keys_of(line: Line, codes: Iterable[str]) -> dict[str, uuid.UUID]:
    """The keys of messages by their numbers."""
    return dict(line.messages.filter(code__in=set(codes)).values_list("code", "pk"))


def about_of(message: Message) -> list[Message]:
    """The messages that one is about, as far as they are here."""
    return list(message.line.messages.filter(code__in=message.refs).order_by("sent"))
