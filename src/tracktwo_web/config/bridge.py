"""Django's WSGI handler behind an ASGI server: a fixed pool of threads, and an end to waiting.

Django under ASGI serves half of what it serves under WSGI, so pages stay WSGI. Each thread keeps its
connection to the database. A request waits for a thread only while few wait; a long queue would
answer people who have left, so whoever comes then is told at once to try again.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import IO, Any

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Environ = dict[str, Any]
Headers = list[tuple[bytes, bytes]]
Answer = tuple[int, Headers, "bytes | IO[bytes]"]
WSGI = Callable[[Environ, Callable[..., Any]], Any]

THREADS = 4
MAY_WAIT = 256
IN_MEMORY = 2**20
"""Bytes of a body up to which it is kept in memory; then in a temporary file."""
LONGEST_BODY = 64 * 2**20
PIECE = 64 * 2**10


class Pages:
    """An ASGI application that answers by a WSGI one. `refuse` words an answer without it."""

    def __init__(
        self,
        wsgi: WSGI,
        refuse: Callable[[Environ, int], Answer],
        *,
        threads: int = THREADS,
        may_wait: int = MAY_WAIT,
    ) -> None:
        self._wsgi, self._refuse = wsgi, refuse
        self._room = threads + may_wait
        self.threads = ThreadPoolExecutor(threads, thread_name_prefix="pages")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with await _whole(receive) as body:
            environ = environ_of(scope, body)
            if int(environ["CONTENT_LENGTH"]) > LONGEST_BODY:
                answer = self._refuse(environ, 413)
            elif self._room == 0:
                answer = self._refuse(environ, 503)
            else:
                answer = await self._wait_for(environ)
        await _send(send, answer)

    async def _wait_for(self, environ: Environ) -> Answer:
        self._room -= 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self.threads, self._answer, environ)
        finally:
            self._room += 1

    def close(self) -> None:
        """Let the threads finish what they do."""
        self.threads.shutdown()

    def _answer(self, environ: Environ) -> Answer:
        """Call the application, in a thread of the pool, and take all that it says."""
        head: list[Any] = []

        def start_response(status: str, headers: list[tuple[str, str]], _: object = None) -> None:
            head[:] = int(status[:3]), _encoded(headers)

        response = self._wsgi(environ, start_response)
        try:
            is_long = getattr(response, "streaming", False)
            content = _spooled(response) if is_long else b"".join(response)
        finally:
            if hasattr(response, "close"):
                response.close()
        return head[0], head[1], content


async def _whole(receive: Receive) -> IO[bytes]:
    """The body of a request, or as much of it as shows that it is too long."""
    message = await receive()
    if not message.get("more_body"):
        return BytesIO(message.get("body", b""))
    body = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 -- closed by the caller
    body.write(message.get("body", b""))
    while message.get("more_body") and body.tell() <= LONGEST_BODY:
        message = await receive()
        body.write(message.get("body", b""))
    return body


def environ_of(scope: Scope, body: IO[bytes]) -> Environ:
    """A request as WSGI describes it."""
    server, port = scope.get("server") or ("localhost", 80)
    environ: Environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": scope["path"].encode().decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": server,
        "SERVER_PORT": str(port or 0),
        "REMOTE_ADDR": (scope.get("client") or ("",))[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in scope["headers"]:
        _add_header(environ, name.decode("latin-1"), value.decode("latin-1"))
    environ["CONTENT_LENGTH"] = str(_length(body))
    return environ


def _add_header(environ: Environ, name: str, value: str) -> None:
    if "_" in name:  # indistinguishable from a header with dashes, which a proxy may have set
        return
    key = name.upper().replace("-", "_")
    key = key if key == "CONTENT_TYPE" else f"HTTP_{key}"
    separator = ";" if key == "HTTP_COOKIE" else ","
    environ[key] = f"{environ[key]}{separator}{value}" if key in environ else value


def _length(body: IO[bytes]) -> int:
    length = body.seek(0, 2)
    body.seek(0)
    return length


def _encoded(headers: list[tuple[str, str]]) -> Headers:
    return [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]


def _spooled(chunks: Iterator[bytes]) -> IO[bytes]:
    """A long answer, kept aside: a reader with a slow line shall not hold a thread."""
    content = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 -- closed when it is forgotten
    content.writelines(chunks)
    content.seek(0)
    return content


async def _send(send: Send, answer: Answer) -> None:
    status, headers, content = answer
    await send({"type": "http.response.start", "status": status, "headers": headers})
    if isinstance(content, bytes):
        return await send({"type": "http.response.body", "body": content})
    while piece := content.read(PIECE):
        await send({"type": "http.response.body", "body": piece, "more_body": True})
    content.close()
    return await send({"type": "http.response.body", "body": b""})
