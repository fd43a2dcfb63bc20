"""Pages behind an ASGI server: whole answers, long ones, and an end to waiting."""

import asyncio
import threading

from tests.web.asgi import Call
from tracktwo_web.config import bridge
from tracktwo_web.config.asgi import refuse
from tracktwo_web.config.bridge import Pages

TEXT = [("Content-Type", "text/plain"), ("X-Both", "a")]


def echo(environ, start_response):
    """Says what was asked, in the order in which it is asserted below."""
    start_response("201 Created", TEXT)
    told = (
        environ["REQUEST_METHOD"],
        environ["PATH_INFO"],
        environ["QUERY_STRING"],
        environ.get("HTTP_COOKIE", ""),
        environ.get("HTTP_X_REAL", ""),
        environ["CONTENT_LENGTH"],
        environ["wsgi.input"].read().decode(),
    )
    return [" ".join(told).encode()]


def plainly(environ, status):
    return status, [], b"refused"


def answered(app, call: Call):
    pages = Pages(app, plainly, threads=1)
    try:
        return asyncio.run(call.whole(pages))
    finally:
        pages.close()


def test_request_reaches_the_application_whole() -> None:
    call = Call(
        "/d/é",
        method="POST",
        query="a=1",
        headers={"Cookie": "seat=x", "X-Real": "yes"},
        body=(b"half ", b"and half"),
    )

    answer = answered(echo, call)

    path = "/d/é".encode().decode("latin-1")
    headers = {"content-type": "text/plain", "x-both": "a"}
    body = f"POST {path} a=1 seat=x yes 13 half and half"
    assert answer == (201, headers, body.encode())


def test_header_with_an_underscore_does_not_pass_for_one_with_a_dash() -> None:
    call = Call("/", headers={"X_Real": "forged"})

    _, _, body = answered(echo, call)

    assert body == b"GET /    0 "


def test_cookies_sent_apart_are_read_together() -> None:
    call = Call("/")
    call.scope["headers"] = [(b"cookie", b"a=1"), (b"cookie", b"b=2")]

    _, _, body = answered(echo, call)

    assert body == b"GET /  a=1;b=2  0 "


def test_long_answer_arrives_in_pieces_and_is_closed() -> None:
    closed = []

    class Long:
        streaming = True

        def __iter__(self):
            return iter([b"x" * bridge.PIECE, b"y" * bridge.PIECE, b"z"])

        def close(self) -> None:
            closed.append(threading.current_thread().name)

    def long(_, start_response):
        start_response("200 OK", [])
        return Long()

    _, _, body = answered(long, Call("/"))

    assert body == b"x" * bridge.PIECE + b"y" * bridge.PIECE + b"z"
    assert closed == ["pages_0"]


def test_body_that_is_too_long_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(bridge, "LONGEST_BODY", 10)
    call = Call("/", method="POST", body=(b"123456", b"123456", b""))

    answer = answered(echo, call)

    assert answer == (413, {}, b"refused")


def test_whoever_comes_when_too_many_wait_is_told_at_once() -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(_, start_response):
        begun.set()
        go_on.wait(10)
        start_response("200 OK", [])
        return [b"done"]

    async def crowd():
        pages = Pages(slow, plainly, threads=1, may_wait=1)
        served = [asyncio.ensure_future(Call("/").whole(pages)) for _ in range(2)]
        await asyncio.to_thread(begun.wait, 10)
        refused = await Call("/").whole(pages)
        go_on.set()
        return refused, await asyncio.gather(*served), await Call("/").whole(pages)

    refused, served, afterwards = asyncio.run(crowd())

    assert refused == (503, {}, b"refused")
    assert served == [(200, {}, b"done")] * 2
    assert afterwards == (200, {}, b"done")


def test_refusal_speaks_the_language_of_the_browser() -> None:
    environ = bridge.environ_of(Call("/", headers={"Accept-Language": "fr"}).scope, _nothing())

    status, headers, page = refuse(environ, 503)

    assert status == 503
    assert dict(headers)[b"retry-after"] == b"5"
    assert b'<html lang="fr">' in page


def _nothing():
    from io import BytesIO

    return BytesIO()
