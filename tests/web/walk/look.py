"""Looking at a page that a browser shows: what is wrong with its words, its layout, its structure."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext

from tests.web.walk.interface import english_in

LANGUAGES = ("en", "zh-hans", "fr")
WIDTHS = (390, 820, 1440)
HEIGHT = 900
LAYOUT = (Path(__file__).parent / "layout.js").read_text("utf-8")
WORDS = (Path(__file__).parent / "words.js").read_text("utf-8")
# The size of what is tapped is off by default; what is not violated need not be told.
AXE = {
    "resultTypes": ["violations"],
    "preload": False,
    "rules": {"target-size": {"enabled": True}},
}


class Look:
    """A browser of somebody, asked in one language, with all that its pages complain of."""

    def __init__(self, browser: Browser, address: str, language: str, cookies=(), **more) -> None:
        self.address, self.language, self.heard = address, language, []
        self.page = self._context(browser, **more).new_page()
        self.become(cookies)

    def become(self, cookies: Sequence) -> None:
        """Be somebody else from now on, in the same language; the page of before asks for nothing more."""
        self.page.goto("about:blank")
        self.heard.clear()
        spoken = {"name": "django_language", "value": self.language, "url": self.address}
        self.page.context.clear_cookies()
        self.page.context.add_cookies([*cookies, spoken])

    def at_everything(self, number: int) -> list[str]:
        """Words and layout, and axe in another width and light from number to number."""
        return [*self.at_words(), *self.at_layout(), *self.with_axe(number), *self.complaints()]

    def at_words(self) -> list[str]:
        asked = {"language": self.language, **english_in(self.language)._asdict()}
        return self.page.evaluate(f"({WORDS})({json.dumps(asked)})")

    def at_layout(self) -> Iterator[str]:
        """At each width, the one that the page has already first."""
        for width in sorted(WIDTHS, key=lambda one: one != self.page.viewport_size["width"]):
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
            yield from (f"{one} at {width}" for one in self.page.evaluate(LAYOUT))

    def with_axe(self, number: int, *, minds_contrast: bool = True) -> Iterator[str]:
        width = WIDTHS[number % len(WIDTHS)]
        self.page.set_viewport_size({"width": width, "height": HEIGHT})
        self.page.emulate_media(color_scheme="dark" if number % 2 else "light")
        rules = AXE["rules"] | {"color-contrast": {"enabled": minds_contrast}}
        for one in Axe().run(self.page, options=AXE | {"rules": rules}).response["violations"]:
            yield f"{one['id']}: {[node['html'][:100] for node in one['nodes'][:3]]}"

    def complaints(self) -> list[str]:
        """What was heard since this was last asked."""
        heard, self.heard[:] = list(self.heard), []
        return heard

    def _context(self, browser: Browser, **more) -> BrowserContext:
        context = browser.new_context(**more)
        context.on("console", lambda said: self.heard.append(f"{said.text} {said.location['url']}"))
        context.on("weberror", lambda one: self.heard.append(str(one.error)))
        context.on("request", self._hear_of)
        return context

    def _hear_of(self, request) -> None:
        if not request.url.startswith((f"{self.address}/", "data:", "blob:")):
            self.heard.append(f"asked for {request.url}")
