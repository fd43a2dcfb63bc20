"""What people do on the site, in their own browsers."""

import datetime as dt
import re
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, expect

from tests.web.journeys.site import Site, code_of

DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
LINK = re.compile(r"http://\S+/seat/\S+|/seat/[\w-]+")


@dataclass
class Person:
    """Somebody with a browser of their own."""

    page: Page
    site: Site

    def go(self, path: str) -> None:
        self.page.goto(f"{self.site.address}{path}")

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def sees(self, text: str, *, within: int = 20) -> None:
        expect(self.page.locator("body")).to_contain_text(text, timeout=within * 1000)


def arrive(
    browser: Browser, site: Site, *, at: dict[str, int], javascript: bool = True, **more
) -> Person:
    """A browser that has never been here; whatever its console complains of fails the test."""
    context = browser.new_context(viewport=at, java_script_enabled=javascript, **more)
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.on("pageerror", _complain)
    return Person(page, site)


def _complain(error: object) -> None:
    raise AssertionError(error)


def sign_in(person: Person, email: str) -> None:
    """Enter by the operator's link, and set up an authenticator app."""
    printed = person.site.run("convenor", email)
    person.go(re.search(r"/account/enter/\S+", printed)[0])
    person.press("Sign in")
    person.page.get_by_role("link", name="Set up an authenticator app").first.click()
    secret = person.page.locator("main input[readonly]").first.input_value()
    person.page.locator("[name=code]").fill(code_of(secret))
    person.press("Set up")
    person.sees("recovery codes")


def convene(person: Person, title: str, *, is_open: bool = False) -> str:
    """Set up a dialogue of North and South; its path."""
    page = person.page
    person.go("/convene/new")
    for language in ("en", "zh", "fr"):
        page.fill(f"[name=title_{language}]", title)
        page.fill(f"[name=sides-0-names_{language}]", "North")
        page.fill(f"[name=sides-1-names_{language}]", "South")
    page.select_option("[name=sides-0-time_zone]", label="Brussels")
    page.select_option("[name=sides-1-time_zone]", label="Beijing")
    if is_open:
        page.check("[name=is_open]")
    page.locator("main form button.button").last.click()
    person.sees("The dialogue is convened")
    return re.search(r"/d/[0-9a-f-]+/", page.url)[0]


def add_seats(person: Person, dialogue: str, role: str, side: str, count: int) -> None:
    page = person.page
    person.go(f"{dialogue}office/seats")
    page.select_option("[name=role]", label=role)
    page.select_option("[name=side]", label=side)
    page.fill("[name=count]", str(count))
    person.press("Add the seats")
    person.sees("Seats added")


def issue_links(person: Person, dialogue: str) -> list[str]:
    """Links for all seats, in the order of the sheets."""
    person.go(f"{dialogue}office/seats")
    person.page.locator(f'form[action="{dialogue}office/seats/links"] button').click()
    shown = person.page.locator("main").inner_html()
    return list(
        dict.fromkeys(
            link[link.index("/seat/") :] for link in re.findall(r"/seat/[\w-]{40,}", shown)
        )
    )


def move_to(person: Person, dialogue: str, stage: str) -> None:
    person.go(f"{dialogue}office/")
    person.press(f"Go on to: {stage}")


def put_on_the_list(person: Person, dialogue: str, text: str, about: str) -> None:
    """Write a statement as the secretariat does: it goes onto the list at once."""
    page = person.page
    person.go(f"{dialogue}statements/new")
    for field in page.locator("[name^=text_]").all():
        field.fill(text)
    page.select_option("[name=about]", label=about)
    page.locator("main form button.button").first.click()
    if page.get_by_role("button", name="Put it on the list").count():
        person.press("Put it on the list")


def plan_round(person: Person, dialogue: str, title: str) -> str:
    """Plan a round about all that is on the list, for a day; its path."""
    page = person.page
    person.go(f"{dialogue}rounds/new")
    for field in page.locator("[name^=title_]").all():
        field.fill(title)
    page.select_option("[name=zone]", label="UTC")
    closes = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    page.fill("[name=closes_at]", closes.strftime("%Y-%m-%dT%H:%M"))
    for box in page.locator("[name=ask]").all():
        box.check()
    person.press("Plan the round")
    return re.search(r"/d/[0-9a-f-]+/rounds/[0-9a-f-]+/", page.url)[0]


def take(person: Person, one: str, step: str) -> None:
    """Open, close or release a round, having read what that means."""
    person.go(f"{one}{step}")
    person.page.locator("main form button.button").first.click()


def sit_down(person: Person, link: str) -> None:
    """Open the invitation, take the seat, accept the rules."""
    person.go(link)
    person.press("Take your seat")
    if person.page.url.endswith("/rules"):
        person.press("I accept these rules")


def join(person: Person, dialogue: str, side: str) -> None:
    """Come to an open consultation as one of the public."""
    person.go(dialogue)
    person.page.get_by_label(side).check()
    person.page.locator("main form button.button").first.click()


def answer_everything(person: Person, one: str, statements: int) -> None:
    """Answer each statement and say what the others are expected to answer."""
    page = person.page
    person.go(f"{one}answer/")
    for left in reversed(range(statements)):
        page.locator("label.choice").first.click()
        page.locator("input[name^=guess-]").first.fill("40")
        person.press("Save and go on")
        person.sees("Answer recorded." if left else "You have answered")
