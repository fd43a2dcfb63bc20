"""The platform as one ASGI application: live streams in front, pages behind, on one port."""

import os
from io import BytesIO

from django.core.handlers.wsgi import WSGIRequest
from django.core.wsgi import get_wsgi_application
from django.template import loader
from django.utils import translation

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracktwo_web.config.settings")
_pages = get_wsgi_application()  # sets Django up: what follows needs that

from tracktwo_web.config.admission import Doorkeeper  # noqa: E402
from tracktwo_web.config.bridge import (  # noqa: E402
    Answer,
    Environ,
    Pages,
    Receive,
    Scope,
    Send,
)
from tracktwo_web.events.streams import PATH, Streams  # noqa: E402

RETRY_SECONDS = b"5"


def refuse(environ: Environ, status: int) -> Answer:
    """Say, without a thread or the database, that there are too many at once or that it is too much."""
    request = WSGIRequest(environ | {"wsgi.input": BytesIO()})
    with translation.override(translation.get_language_from_request(request)):
        page = loader.get_template(f"{status}.html" if status == 413 else "busy.html").render()
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"cache-control", b"no-store, private"),
        (b"retry-after", RETRY_SECONDS),
    ]
    return status, headers, page.encode()


class Platform:
    """What the server calls. `streams.close()` before it stops, so that nobody keeps it waiting."""

    def __init__(self) -> None:
        self.pages = Pages(_pages, refuse)
        self.streams = Streams(Doorkeeper(self.pages.threads))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            is_stream = PATH.fullmatch(scope["path"])
            await (self.streams if is_stream else self.pages)(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.shutdown":
                self.pages.close()
            await send({"type": f"{message['type']}.complete"})
            if message["type"] == "lifespan.shutdown":
                return


application = Platform()
