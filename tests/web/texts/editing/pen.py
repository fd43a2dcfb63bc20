"""Somebody who writes: a browser at a text, and what a hand does there."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

DESK = {"width": 1440, "height": 1000}
SAVED = "Saved in your side’s drafts · only your side sees this"
OFFLINE = "No connection: what you write stays on this page until it can be saved"
SAVINGS = "**/draft"


@dataclass
class Pen:
    """One seat in one browser. What its console says is kept in `heard`."""

    page: Page
    heard: list[str] = field(default_factory=list)

    @property
    def field(self) -> Locator:
        return self.page.locator("[data-editor] textarea")

    @property
    def state(self) -> Locator:
        return self.page.locator("[data-editor] [data-state]")

    @property
    def asked(self) -> Locator:
        return self.page.locator("[data-editor] [data-meanwhile]")

    def unit(self, unit: str) -> Locator:
        return self.page.locator(f'#sheet [data-unit="{unit}"]')

    def edits(self, unit: str = "u1") -> "Pen":
        self.unit(unit).locator(".edit-unit").first.click()
        expect(self.field).to_be_focused()
        return self

    def writes(self, words: str) -> "Pen":
        self.field.fill(words)
        return self

    def is_saved(self) -> "Pen":
        expect(self.state).to_have_text(SAVED)
        return self

    def has_asked_for_drafts(self) -> None:
        asked = "performance.getEntriesByType('resource').some(one => one.name.endsWith('/drafts'))"
        self.page.wait_for_function(asked)

    def opens_the_page_of(self, unit: str = "u1", language: str = "en") -> "Pen":
        self.page.goto(f"{self.page.url.split('?')[0].split('#')[0]}units/{unit}/{language}/edit")
        return self

    def goes_offline(self) -> None:
        self.page.context.route(SAVINGS, lambda route: route.abort())

    def comes_back(self) -> None:
        """What could not be sent is tried again at once, as when a browser finds its network."""
        self.page.context.unroute(SAVINGS)
        self.page.evaluate("dispatchEvent(new Event('online'))")


def at_the_text(browser: Browser, address: str, table: dict, seat: str, **more) -> Pen:
    """A browser in which a seat has been taken, on the page of the text."""
    context = browser.new_context(**({"viewport": DESK, "locale": "en"} | more))
    _sit_down(context, f"{address}/seat/{table['seats'][seat]}")
    page = context.new_page()
    page.set_default_timeout(30_000)
    pen = Pen(page)
    page.on("console", lambda said: pen.heard.append(said.text))
    page.on("pageerror", lambda error: pen.heard.append(str(error)))
    page.goto(f"{address}{table['text']}?in=en")
    return pen


def _sit_down(context: BrowserContext, link: str) -> None:
    """Take the seat as the invitation's button does, without a page drawn for it."""
    token = re.search(r'csrfmiddlewaretoken" value="([^"]+)', context.request.get(link).text())[1]
    answer = context.request.post(link, form={"csrfmiddlewaretoken": token})
    assert answer.ok, answer.text()
