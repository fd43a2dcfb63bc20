"""Somebody who draws: a browser at a table, and what a hand does there."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page, expect

DESK = {"width": 1440, "height": 1000}
PHONE = {"width": 390, "height": 844}
OFFLINE = "**/change"
STATE = "fetch(document.getElementById('map').dataset.state).then(answer => answer.json())"
SAVED = "All changes are saved."


@dataclass
class Hand:
    """One seat in one browser. What its console says is kept in `heard`."""

    page: Page
    heard: list[str] = field(default_factory=list)

    def draw(self) -> "Hand":
        self.page.click("#draw")
        return self.sees_the_sheet()

    def sees_the_sheet(self) -> "Hand":
        expect(self.page.locator("[data-canvas] canvas")).to_have_count(3)
        return self

    @property
    def sheet(self):
        return self.page.locator("[data-canvas]")

    @property
    def saved(self):
        return self.page.locator("[data-saved]")

    @property
    def asked(self):
        return self.page.locator("[data-ask]")

    def press(self, *keys: str) -> "Hand":
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def does(self, what: str) -> None:
        """Press a button of the drawing."""
        self.page.locator(f"#drawing [data-do={what}]:visible").first.click()

    def adds(self, name: str) -> None:
        self.sheet.focus()
        self.press("n")
        self.page.keyboard.type(name)
        self.press("Enter")

    def chooses(self, told: str) -> None:
        """Walk over the sheet to what is told so."""
        self.sheet.focus()
        self.press("Escape")
        self.sheet.focus()
        for _ in range(80):
            self.press("Tab")
            if self.page.locator("[data-aloud]").inner_text().startswith(told):
                return
        raise AssertionError(told)

    def links(self, source: str, target: str) -> None:
        self.chooses(f"{source}:")
        self.page.select_option("#map-to", label=target)
        self.does("connect-to")

    def sets(self, field_: str, value: str) -> None:
        """Write into a field of the panel and go on."""
        self.page.fill(f"#map-{field_}", value)
        self.press("Tab")

    def rim(self) -> tuple[float, float]:
        """Where the chosen concept's handle is; a little left of it is the concept itself."""
        box = self.page.locator("[data-rim]").bounding_box()
        return box["x"] + 22, box["y"] + 22

    def goes_offline(self) -> None:
        self.page.context.route(OFFLINE, lambda route: route.abort())

    def comes_back(self) -> None:
        """What could not be sent is tried again at once, as when a browser finds its network."""
        self.page.context.unroute(OFFLINE)
        self.page.evaluate("dispatchEvent(new Event('online'))")

    def is_done(self) -> "Hand":
        """All that was done here is on the server."""
        expect(self.saved).to_have_attribute("data-unsent", "0")
        expect(self.saved).to_have_text(SAVED)
        return self

    def state(self) -> dict:
        return self.page.evaluate(STATE)

    def drawn(self) -> tuple[dict, dict]:
        """What the server has: kind and side by name, weight by names."""
        state = self.state()
        names = {one["id"]: one["text"] for one in state["concepts"]}
        concepts = {one["text"]: (one["kind"], one["side"]) for one in state["concepts"]}
        links = {
            (names[one["source"]], names[one["target"]]): one["weight"] for one in state["links"]
        }
        return concepts, links

    def place(self, name: str) -> tuple[float, float]:
        return next((one["x"], one["y"]) for one in self.state()["concepts"] if one["text"] == name)

    def rows(self) -> str:
        """The table and the list, as they stand in the page."""
        shown = self.page.evaluate(
            "['links', 'concepts'].map(id => document.getElementById(id).outerHTML).join('')"
        )
        return re.sub(r"\s+(?=[<\"])|(?<=>)\s+", "", shown)


def at_the_table(browser: Browser, address: str, table: dict, seat: str, **more) -> Hand:
    """A browser in which a seat has been taken, on the page of a map: its side's, or the one named."""
    path = table["maps"][more.pop("drawn", "nato")]
    options = {"viewport": DESK, "locale": "en"} | more
    context = browser.new_context(**options)
    _sit_down(context, f"{address}/seat/{table['seats'][seat]}")
    page = context.new_page()
    page.set_default_timeout(30_000)
    hand = Hand(page)
    page.on("console", lambda said: hand.heard.append(said.text))
    page.on("pageerror", lambda error: hand.heard.append(str(error)))
    page.goto(f"{address}{path}")
    return hand


def _sit_down(context: BrowserContext, link: str) -> None:
    """Take the seat as the invitation's button does, without a page drawn for it."""
    token = re.search(r'csrfmiddlewaretoken" value="([^"]+)', context.request.get(link).text())[1]
    answer = context.request.post(link, form={"csrfmiddlewaretoken": token})
    assert answer.ok, answer.text()
