"""Who may listen to a dialogue: whoever passes its door, for as long as they would pass it."""

import asyncio
import uuid
from collections.abc import Callable, Hashable, Iterable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from http import HTTPStatus
from typing import TypeVar

from django.conf import settings
from django.contrib.auth.middleware import get_user
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import close_old_connections
from django.http import Http404, HttpRequest, parse_cookie
from django.utils import timezone

from tracktwo_web.accounts.doors import lacks_second_factor
from tracktwo_web.dialogues.doors import find_standing
from tracktwo_web.dialogues.models import Dialogue, Key
from tracktwo_web.dialogues.rooms import may_listen
from tracktwo_web.dialogues.standing import Standing
from tracktwo_web.events.hub import Warrants
from tracktwo_web.events.models import Event
from tracktwo_web.events.streams import Refused
from tracktwo_web.events.told import Told, told

T = TypeVar("T")
MOST_MISSED = 100


@dataclass(frozen=True)
class Warrant:
    """What somebody was let in for: the key of a seat, a convenor's session, or an open door."""

    dialogue: uuid.UUID
    room: uuid.UUID | None = None
    key: uuid.UUID | None = None
    session: str | None = None


class Doorkeeper:
    """Asks the database in the threads of the pages, whose connections are there already."""

    def __init__(self, threads: Executor) -> None:
        self._threads = threads

    async def admit(
        self, dialogue: uuid.UUID, room: uuid.UUID | None, headers: Mapping[str, str]
    ) -> Hashable:
        return await self._ask(lambda: warrant_for(dialogue, headers.get("cookie", ""), room))

    async def renew(self, warrants: Warrants) -> Warrants:
        ours = [one for one in warrants if isinstance(one, Warrant)]
        return await self._ask(lambda: frozenset(still_good(ours)))

    async def missed(self, channel: str, after: int) -> list[Told]:
        return await self._ask(lambda: missed(channel, after))

    async def _ask(self, question: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(
            self._threads, _with_connection, question
        )


def warrant_for(dialogue_id: uuid.UUID, cookies: str, room: uuid.UUID | None = None) -> Warrant:
    """Pass the dialogue's door, and a room's within it, with a browser's cookies. Raises `Refused`."""
    request = HttpRequest()
    request.COOKIES = parse_cookie(cookies)
    session = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    request.session = SessionStore(session)
    request.user = get_user(request)
    try:
        standing = find_standing(request, dialogue_id)
    except Http404:
        raise Refused(HTTPStatus.NOT_FOUND) from None
    _refuse_who_would_not_pass(standing)
    if room and not may_listen(standing, room):
        raise Refused(HTTPStatus.NOT_FOUND)
    if standing.is_convenor:
        return Warrant(dialogue_id, room, session=session)
    return Warrant(dialogue_id, room, key=standing.key.id if standing.key else None)


def still_good(warrants: Iterable[Warrant]) -> Iterable[Warrant]:
    """The warrants whose key is not revoked, whose session lasts, whose consultation is open."""
    asked = list(warrants)
    keys = {one.key for one in asked if one.key}
    sessions = {one.session for one in asked if one.session}
    live_keys = set(Key.objects.filter(pk__in=keys, revoked_at=None).values_list("pk", flat=True))
    lasting = Session.objects.filter(pk__in=sessions, expire_date__gt=timezone.now())
    live_sessions = set(lasting.values_list("pk", flat=True))
    dialogues = dict(
        Dialogue.objects.filter(pk__in={one.dialogue for one in asked}).values_list("pk", "is_open")
    )
    for one in asked:
        is_visitor_where_open = not (one.key or one.session) and dialogues.get(one.dialogue)
        is_held = one.key in live_keys or one.session in live_sessions or is_visitor_where_open
        if is_held and one.dialogue in dialogues:
            yield one


def missed(channel: str, after: int) -> list[Told]:
    """What a browser did not hear while it was away."""
    rows = Event.objects.filter(channel=channel, id__gt=after).order_by("id")
    return told(rows.values_list("id", "channel", "kind", "data")[:MOST_MISSED])


def _refuse_who_would_not_pass(standing: Standing) -> None:
    if not standing.is_present:
        raise Refused(HTTPStatus.NOT_FOUND)
    if standing.is_convenor and lacks_second_factor(standing.convenor):
        raise Refused(HTTPStatus.FORBIDDEN)
    if not standing.has_accepted:
        raise Refused(HTTPStatus.FORBIDDEN)


def _with_connection(question: Callable[[], T]) -> T:
    """Ask as a request would: a connection that broke meanwhile is opened afresh."""
    close_old_connections()
    try:
        return question()
    finally:
        close_old_connections()
