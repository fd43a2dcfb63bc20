"""From an officer's button to the other officer's page: two real nodes, 200 pages that listen.

    python -m benchmarks.line_latency [MESSAGES] [WATCHERS]

The demonstration of two nodes is started as its command starts it: two servers, a line of TLS over
loopback. One officer sends by HTTP as a browser does; the pages of the other node's line are streams of
the same kind as a browser's. A delay runs from before the POST to the event's arrival at a page. Pages,
nodes and officer share the machine.
"""

import asyncio
import re
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from tests.cli.servers import running

A_CALL = {
    "type": "new",
    "status": "exercise",
    "precedence": "priority",
    "scope": "joint-private",
    "f-means": "voice",
    "f-level": "tactical",
    "f-urgency": "urgent",
    "f-topic_en": "A buoy adrift",
    "f-topic_origin": "en",
    "f-topic_state": "draft",
}
QUIET = 0.6
PATIENCE = 10.0
LINK = re.compile(r"  duty officer {2,}(http://\S+)")
LINE = re.compile(r"/d/([0-9a-f-]{36})/line/([0-9a-f-]{36})/")


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


@dataclass
class Browser:
    """An officer's, at one node."""

    address: str
    cookies: dict[str, str] = field(default_factory=dict)
    dialogue: str = ""
    line: str = ""

    @classmethod
    def of(cls, link: str) -> "Browser":
        found = urlsplit(link)
        browser = cls(f"{found.scheme}://{found.netloc}")
        home, _ = browser.ask(found.path, {"passphrase": ""})
        browser.ask(f"{home.removesuffix('/')}/rules", {"version": "1"})
        to, _ = browser.ask(f"{home.removesuffix('/')}/line/")
        browser.dialogue, browser.line = LINE.search(to).groups()  # type: ignore[union-attr]
        return browser

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def ask(self, path: str, entered: dict[str, str] | None = None) -> tuple[str, str]:
        """Where it leads, and what the page says."""
        data = None if entered is None else urlencode(self._with_token(entered)).encode()
        headers = {"Cookie": self.cookie, "Origin": self.address, "Referer": self.address}
        request = Request(self.address + path, data, headers)
        try:
            answer = build_opener(_Stay).open(request)
        except HTTPError as redirect:
            answer = redirect
        for one in answer.headers.get_all("Set-Cookie") or ():
            self.cookies |= {name: kept.value for name, kept in SimpleCookie(one).items()}
        return answer.headers.get("Location") or "", answer.read().decode()

    def _with_token(self, entered: dict[str, str]) -> dict[str, str]:
        token = self.cookies.get("csrftoken", 32 * "a")
        self.cookies["csrftoken"] = token
        return entered | {"csrfmiddlewaretoken": token}

    def send(self, seen: dict[str, str]) -> None:
        to, page = self.ask(f"/d/{self.dialogue}/line/{self.line}/new/CR", seen | {"go": "send"})
        assert to, re.sub(r"\s+", " ", page)[:400]

    def preview(self) -> dict[str, str]:
        _, page = self.ask(
            f"/d/{self.dialogue}/line/{self.line}/new/CR", A_CALL | {"go": "preview"}
        )
        return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))


class Pages:
    """Streams of the room of one line; `heard` are the times at which the first event came to each."""

    def __init__(self) -> None:
        self.open, self.last = 0, 0.0
        self.heard: list[float] = []
        self._tasks: list[asyncio.Task[None]] = []

    async def listen(self, browser: Browser, count: int) -> None:
        for _ in range(count):
            self._tasks.append(asyncio.create_task(self._one(browser)))
        while self.open < count:
            await asyncio.sleep(0.05)

    async def _one(self, browser: Browser) -> None:
        host, _, port = urlsplit(browser.address).netloc.partition(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        path = f"/d/{browser.dialogue}/live/{browser.line}"
        writer.write(
            f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nCookie: {browser.cookie}\r\n\r\n".encode()
        )
        assert b" 200 " in await reader.readline()
        self.open += 1
        while told := await reader.readline():
            if told.startswith(b"event: channel"):
                self.last = time.monotonic()
                self.heard.append(self.last)


async def _measure(sender: Browser, receiver: Browser, messages: int, watchers: int) -> list[float]:
    pages, delays = Pages(), []
    await pages.listen(receiver, watchers)
    for _ in range(messages):
        seen = await asyncio.to_thread(sender.preview)
        while time.monotonic() - pages.last < QUIET:
            await asyncio.sleep(0.05)
        pages.heard.clear()
        begun = time.monotonic()
        posting = asyncio.create_task(asyncio.to_thread(sender.send, seen))
        while len(pages.heard) < watchers and time.monotonic() - begun < PATIENCE:
            await asyncio.sleep(0.01)
        await posting
        delays += [heard - begun for heard in pages.heard[:watchers]]
        assert len(pages.heard) >= watchers, f"{len(pages.heard)} of {watchers} pages heard it"
    return delays


def main(messages: int = 40, watchers: int = 200) -> None:
    with tempfile.TemporaryDirectory() as folder:
        arguments = (
            "demo",
            "--two-nodes",
            "--no-browser",
            "--port",
            "0",
            "--data",
            f"{folder}/two",
        )
        with running(*arguments, until="Ctrl-C stops both") as demo:
            links = [found[1] for told in demo.told if (found := LINK.match(told))]
            sender, receiver = map(Browser.of, links)
            asyncio.run(_measure(sender, receiver, 3, watchers))
            delays = asyncio.run(_measure(sender, receiver, messages, watchers))
    cuts = statistics.quantiles(delays, n=100)
    print(
        f"{messages} messages to {watchers} pages each: p50 {cuts[49] * 1000:.0f} ms, "
        f"p90 {cuts[89] * 1000:.0f} ms, p99 {cuts[98] * 1000:.0f} ms, last {max(delays) * 1000:.0f} ms"
    )


if __name__ == "__main__":
    main(*(int(one) for one in sys.argv[1:]))
