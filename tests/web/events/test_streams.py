"""Live streams: who hears what, once, and what they are told when it ends."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

import pytest
from django.db import connections
from django.utils import timezone

from tests.web import world
from tests.web.asgi import Call
from tracktwo_web.config.admission import Doorkeeper
from tracktwo_web.dialogues.domain.convene import publish_procedure
from tracktwo_web.dialogues.domain.join import join
from tracktwo_web.dialogues.domain.keys import issue_key, revoke_keys, take_seat
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.dialogues.roles import Role
from tracktwo_web.events import listener as listeners
from tracktwo_web.events.models import Event
from tracktwo_web.events.publish import publish
from tracktwo_web.events.streams import Streams
from tracktwo_web.events.told import HEARTBEAT

pytestmark = pytest.mark.django_db(transaction=True)
GREETING = b": listening\n\n"


@asynccontextmanager
async def streaming(**options):
    """Streams with their doorkeeper, whose thread gives its connection back at the end."""
    threads = ThreadPoolExecutor(1)
    streams = Streams(Doorkeeper(threads), **options)
    try:
        yield streams
    finally:
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        threads.submit(connections.close_all).result()
        threads.shutdown()


def of_seat(dialogue: Dialogue, **options) -> Call:
    """A request of a delegate of NATO, with a fresh link."""
    seat = world.seat_of(dialogue, Role.MEMBER, "nato")
    invitation = issue_key(seat, now=timezone.now())
    key = seat.keys.get(revoked_at=None)
    return of(dialogue, take_seat(key, invitation.secret), **options)


def of(dialogue: Dialogue, sitting, *, after: int | None = None, **options) -> Call:
    headers = {"Cookie": f"seat={sitting.sealed()}"}
    if after is not None:
        headers["Last-Event-ID"] = str(after)
    return Call(f"/d/{dialogue.id}/live", headers=headers, **options)


async def in_thread(act, *arguments):
    """Do something in the database as another process would."""

    def do():
        try:
            return act(*arguments)
        finally:
            connections.close_all()

    return await asyncio.to_thread(do)


def events_in(text: bytes) -> list[tuple[str, dict]]:
    blocks = [block.split("\n") for block in text.decode().split("\n\n") if "event:" in block]
    return [(lines[1][7:], json.loads(lines[2][6:])) for lines in blocks]


def test_delegate_hears_what_is_published_and_nothing_of_other_dialogues(dialogue) -> None:
    other = world.a_dialogue(convenor=dialogue.convenor)
    call = of_seat(dialogue)

    async def hear():
        async with streaming() as streams:
            task = call.begin(streams)
            head, greeting = await call.next(), await call.next()
            await in_thread(publish, other.id, "stage")
            await in_thread(lambda: publish(dialogue.id, "round", number=7))
            told = await call.next()
            call.leave()
            await task
            return head, greeting["body"], told["body"], streams.hub.count

    head, greeting, told, left = asyncio.run(hear())

    assert head["status"] == 200
    assert dict(head["headers"])[b"content-type"] == b"text/event-stream; charset=utf-8"
    assert greeting == GREETING
    assert events_in(told) == [("round", {"number": 7})]
    assert left == 0


def test_who_comes_back_hears_what_was_missed(dialogue) -> None:
    publish(dialogue.id, "first")
    heard = Event.objects.latest("id").id
    publish(dialogue.id, "second")
    publish(dialogue.id, "third")

    async def hear(call):
        async with streaming() as streams:
            call.begin(streams)
            await call.next()
            return (await call.next())["body"]

    by_header = asyncio.run(hear(of_seat(dialogue, after=heard)))
    by_address = asyncio.run(hear(of_seat(dialogue, query=f"after={heard}")))

    assert events_in(by_header) == [("second", {}), ("third", {})]
    assert by_address == by_header


@pytest.mark.parametrize("who", ["stranger", "other dialogue", "revoked", "before rules"])
def test_who_would_not_pass_the_door_hears_nothing(dialogue, who) -> None:
    call, status = _outsider(dialogue, who)

    async def ask():
        async with streaming() as streams:
            return (await call.whole(streams))[0], streams.hub.count

    assert asyncio.run(ask()) == (status, 0)


def _outsider(dialogue: Dialogue, who: str) -> tuple[Call, int]:
    if who == "stranger":
        return Call(f"/d/{dialogue.id}/live"), 404
    if who == "other dialogue":
        call = of_seat(world.a_dialogue(convenor=dialogue.convenor))
        call.scope["path"] = f"/d/{dialogue.id}/live"
        return call, 404
    call = of_seat(dialogue)
    if who == "revoked":
        revoke_keys(world.seat_of(dialogue, Role.MEMBER, "nato"), now=timezone.now())
        return call, 404
    publish_procedure(dialogue, {"en": "New rules."})
    return call, 403


def test_stream_of_a_revoked_key_ends_and_others_go_on(dialogue) -> None:
    gone, stays = of_seat(dialogue), None
    china = world.seat_of(dialogue, Role.MEMBER, "china")
    secret = issue_key(china, now=timezone.now()).secret
    stays = of(dialogue, take_seat(china.keys.get(revoked_at=None), secret))

    async def look_again():
        async with streaming() as streams:
            ended, going = gone.begin(streams), stays.begin(streams)
            for call in (gone, gone, stays, stays):
                await call.next()
            nato = world.seat_of
            await in_thread(
                lambda: revoke_keys(nato(dialogue, Role.MEMBER, "nato"), now=timezone.now())
            )
            await streams.hub.ask_again()
            await ended
            return going.done(), streams.hub.count

    assert asyncio.run(look_again()) == (False, 1)


def test_visitor_of_an_open_consultation_listens_until_it_is_closed(dialogue) -> None:
    Dialogue.objects.update(is_open=True)
    dialogue.refresh_from_db()
    call = of(dialogue, join(dialogue, None))

    async def listen():
        async with streaming() as streams:
            task = call.begin(streams)
            await call.next()
            await call.next()
            await streams.hub.ask_again()
            before = task.done()
            await in_thread(lambda: Dialogue.objects.update(is_open=False))
            await streams.hub.ask_again()
            await task
            return before

    assert asyncio.run(listen()) is False


def test_end_of_the_server_tells_browsers_when_to_come_back(dialogue) -> None:
    call, late = of_seat(dialogue), Call(f"/d/{dialogue.id}/live")

    async def close():
        async with streaming() as streams:
            task = call.begin(streams)
            await call.next()
            await call.next()
            streams.close()
            await task
            words, end = await call.next(), await call.next()
            return words["body"], end, (await late.whole(streams))[0]

    words, end, status = asyncio.run(close())

    assert words.startswith(b"retry: ")
    assert end == {"type": "http.response.body", "body": b""}
    assert status == 503


def test_one_stream_too_many_is_refused(dialogue) -> None:
    first = of_seat(dialogue)
    second = Call(first.scope["path"])

    async def crowd():
        async with streaming(most=1) as streams:
            first.begin(streams)
            await first.next()
            return (await second.whole(streams))[0]

    assert asyncio.run(crowd()) == 503


def test_browser_that_does_not_read_is_cut_off(dialogue) -> None:
    call = of_seat(dialogue)

    async def stall():
        async with streaming() as streams:
            reading = asyncio.Event()

            async def stuck(message):
                await Call.send(call, message)
                if message.get("body") not in {None, GREETING}:
                    await reading.wait()

            call.send = stuck
            task = call.begin(streams)
            await call.next()
            await call.next()
            (one,) = streams.hub._channels[dialogue.id.hex]
            one.tell(HEARTBEAT, 0)
            await call.next()
            for _ in range(listeners.BACKLOG + 1):
                one.tell(HEARTBEAT, 0)
            await task
            return streams.hub.count

    assert asyncio.run(stall()) == 0


def test_only_reading_is_answered(dialogue) -> None:
    async def post():
        async with streaming() as streams:
            return (await Call(f"/d/{dialogue.id}/live", method="POST").whole(streams))[0]

    assert asyncio.run(post()) == 405
