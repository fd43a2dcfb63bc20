"""Who walks over the site, and how each comes in: the first pages, and what the browser then holds."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from playwright.sync_api import Browser

from tests.browser import put_in_a_passkey_device
from tests.web.journeys.people import DESK, Person, arrive, join, sit_down
from tests.web.walk.site import FilledSite


class Visitor(NamedTuple):
    """Where somebody begins, and the cookies of a browser in which they have come in."""

    first_pages: tuple[str, ...]
    cookies: list
    keeps_to: str = "/"
    """Pages elsewhere are for others to look at."""


AFTER_AN_ACT = (
    "/account/inactive/",
    "/account/password/reset/done/",
    "/account/password/reset/key/1-used/",
    "/account/password/reset/key/done/",
)
"""Pages without an address to follow: a form's answer, or a letter, leads to them."""


HEADED = {
    "dialogue": "head",
    "preparing": "preparing_head",
    "register": "register_head",
    "estimating": "estimating_head",
    "reef": "reef_head",
    "table": "table_head",
    "lagoon": "lagoon_head",
    "offering": "offering_head",
    "weighing": "weighing_head",
    "planning": "planning_head",
    "silent": "silent_head",
}
"""Dialogues, and the secret of a head's seat in each."""


def passer_by(browser: Browser, site: FilledSite) -> Visitor:
    """Somebody with nothing but addresses that are handed out; no link is used up by looking."""
    told = site.told
    handed_out = (f"/seat/{told['observer']}", told["links"]["invited"], told["consultation"])
    return Visitor(("/", *handed_out, told["live"], *AFTER_AN_ACT), [])


def head(browser: Browser, site: FilledSite) -> Visitor:
    """The head of a delegation in several dialogues, one of the public in another."""
    person = arrive(browser, site, at=DESK, locale="en")
    for secret in HEADED.values():
        sit_down(person, f"/seat/{site.told[secret]}")
    join(person, site.told["consultation"], "NATO")
    return _with_cookies(person, *HEADED, "consultation")


def secretariat(browser: Browser, site: FilledSite) -> Visitor:
    person = arrive(browser, site, at=DESK, locale="en")
    sit_down(person, f"/seat/{site.told['secretariat']}")
    return _with_cookies(person, "dialogue")


def officer(browser: Browser, site: FilledSite) -> Visitor:
    """Whoever is on duty at one side's end of a line."""
    person = arrive(browser, site, at=DESK, locale="en")
    sit_down(person, f"/seat/{site.told['officer']}")
    return _with_cookies(person, "line")


def convenor(browser: Browser, site: FilledSite) -> Visitor:
    """The convenor of all dialogues, with an authenticator app, codes on paper and a passkey."""
    person = arrive(browser, site, at=DESK, locale="en")
    use_link(person, "convenor")
    person.page.wait_for_url("**/2fa/authenticate/**")
    person.page.locator("[name=code]").fill(site.told["recovery_codes"].pop())
    person.page.locator("main form button.button").first.click()
    person.page.wait_for_url(f"{site.address}/convene/")
    put_in_a_passkey_device(person.page)
    person.go("/account/2fa/webauthn/add/")
    person.page.locator("[name=name]").fill("K2")
    person.page.click("#mfa_webauthn_add")
    person.sees("You have one passkey")
    first_pages = (site.told["dialogue"], "/convene/", "/account/2fa/reauthenticate/")
    return Visitor(first_pages, person.page.context.cookies())


def convenor_at_the_door(browser: Browser, site: FilledSite) -> Visitor:
    """A convenor who has used the link, and is asked for the second factor."""
    person = arrive(browser, site, at=DESK, locale="en")
    use_link(person, "halfway")
    person.page.wait_for_url("**/2fa/authenticate/**")
    return Visitor((re.sub(r"^\w+://[^/]+", "", person.page.url),), person.page.context.cookies())


def new_convenor(browser: Browser, site: FilledSite) -> Visitor:
    """A convenor with a password and nothing else yet."""
    person = arrive(browser, site, at=DESK, locale="en")
    use_link(person, "new")
    person.page.wait_for_url("**/account/2fa/")
    first_pages = ("/account/2fa/", "/account/password/change/", "/account/reauthenticate/")
    return Visitor(first_pages, person.page.context.cookies(), keeps_to="/account/")


def use_link(person: Person, name: str) -> None:
    person.go(person.site.told["links"][name])
    person.press("Sign in")


def _with_cookies(person: Person, *dialogues: str) -> Visitor:
    pages = tuple(person.site.told[name] for name in dialogues)
    cookies = person.page.context.cookies()
    person.page.context.close()
    return Visitor(pages, cookies, keeps_to="/d/")


VISITORS: Mapping[str, Callable[[Browser, FilledSite], Visitor]] = {
    "passer-by": passer_by,
    "convenor": convenor,
    "secretariat": secretariat,
    "head": head,
    "officer": officer,
    "convenor at the door": convenor_at_the_door,
    "new convenor": new_convenor,
}


def come_in(name: str, browser: Browser, site: FilledSite) -> Visitor:
    """A visitor who has come in, once for each site: a link that signs in does so once."""
    if name not in site.visitors:
        site.visitors[name] = VISITORS[name](browser, site)
    return site.visitors[name]
