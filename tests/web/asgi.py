"""An ASGI application called as a server calls it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
App = Callable[..., Awaitable[None]]


class Call:
    """One request. `send` keeps what is answered; `leave` closes the line from the browser's side."""

    def __init__(
        self,
        path: str = "/",
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        body: tuple[bytes, ...] = (b"",),
        query: str = "",
    ) -> None:
        self.scope = {
            "type": "http",
            "method": method,
            "path": path,
            "query_string": query.encode(),
            "http_version": "1.1",
            "scheme": "http",
            "server": ("localhost", 8000),
            "client": ("127.0.0.1", 50_000),
            "headers": [
                (name.lower().encode(), value.encode()) for name, value in (headers or {}).items()
            ],
        }
        self._asked: asyncio.Queue[Message] = asyncio.Queue()
        self._answered: asyncio.Queue[Message] = asyncio.Queue()
        for number, piece in enumerate(body, start=1):
            more = number < len(body)
            self._asked.put_nowait({"type": "http.request", "body": piece, "more_body": more})

    async def whole(self, app: App) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of an answer that ends."""
        await app(self.scope, self._asked.get, self.send)
        head = self._answered.get_nowait()
        headers = {name.decode(): value.decode() for name, value in head["headers"]}
        body = b""
        while not self._answered.empty():
            body += self._answered.get_nowait()["body"]
        return head["status"], headers, body

    def begin(self, app: App) -> "asyncio.Task[None]":
        """Start a call that does not end by itself."""
        return asyncio.ensure_future(app(self.scope, self._asked.get, self.send))

    async def next(self) -> Message:
        """The next thing that is answered, waited for."""
        return await asyncio.wait_for(self._answered.get(), 10)

    async def send(self, message: Message) -> None:
        self._answered.put_nowait(message)

    def leave(self) -> None:
        self._asked.put_nowait({"type": "http.disconnect"})
