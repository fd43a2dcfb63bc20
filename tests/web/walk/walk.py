"""Walking over a site: every page that its links lead to, in each language, as browsers draw it."""

import os
import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.urls import resolve
from playwright.sync_api import Browser, Error, Page

from tests.web.walk.look import LANGUAGES, Look
from tests.web.walk.visitors import Visitor

LINKS = """[...document.querySelectorAll("a[href]")].map(
    a => new URL(a.getAttribute("href"), document.baseURI).href)"""
"""Read so that links of a drawing count too."""
OFFERED = """[...document.querySelectorAll("h1, form")].flatMap(e => {
    const parts = e.tagName === "H1" ? [e] : [...e.querySelectorAll("button")];
    return parts.some(one => one.checkVisibility()) ? [e.action ?? "heading"] : [];
})"""
SHOWN = """(() => {
    const main = document.querySelector("main").cloneNode(true);
    main.querySelectorAll("nav, input[type=hidden]").forEach(e => e.remove());
    return main.innerHTML;
})()"""
CROSSROADS = (
    *("dialogue", "rounds", "maps", "risks", "estimate_rounds", "texts", "record"),
    *("options", "value_rounds", "roadmap", "roadmap_item", "report", "line_home"),
)
"""Pages from which the ways of a dialogue part: looked at in each."""

IS_WHOLE = os.environ.get("TRACKTWO_WALK") == "whole"
"""Whether every page of every route is looked at in each language and by axe, as before a release."""

OF_A_TEXT = ("text", "text_agreement", "text_ledger", "text_silence")
"""Pages that show how far a text has come: looked at for each."""


@dataclass
class Walk:
    """What a visitor has come upon, and what was found wrong."""

    routes: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)

    def note(self, where: str, found: Iterable[str]) -> None:
        self.wrong.extend(f"{where}: {one}" for one in found)


class Walker:
    """Browsers in which one visitor after another walks over a site.

    They remember what was looked at: what is the same for several visitors is looked at once.
    """

    def __init__(self, browser: Browser, address: str) -> None:
        self.address = address
        self._looks = {one: Look(browser, address, one) for one in LANGUAGES}
        self._plain = {
            one: Look(browser, address, one, java_script_enabled=False) for one in LANGUAGES
        }
        self._pages: set[int] = set()
        self._routes: set[str] = set()

    def walk(self, visitor: Visitor) -> Walk:
        """One page of each kind, found by the links of those before."""
        for look in (*self._looks.values(), *self._plain.values()):
            look.become(visitor.cookies)
        walk, waiting, seen = Walk(), deque(visitor.first_pages), set()
        while waiting:
            path, _, place = waiting.popleft().partition("#")
            kind = _kind_of(path, place)
            if kind not in seen and path.startswith(visitor.keeps_to):
                seen.add(kind)
                walk.routes.add(kind[0])
                waiting.extend(self._look_at(path, kind[0], walk, number=len(seen)))
        return walk

    def _look_at(self, path: str, route: str, walk: Walk, *, number: int) -> list[str]:
        """Look at one page of a route in every language; the paths it leads to. What is downloaded is no page.

        In one language it is shown without JavaScript, in another axe looks at it: which, differs
        from route to route; width and light, from page to page. axe takes longer than all else
        together, half of it for contrasts, which pages of a route share. So further pages of a route
        are looked at in one language and without axe, unless the whole walk is asked for.
        """
        plain, full, last = self._in_turn(route)
        if not self._arrive(full, path):
            return []
        links = list(self._paths_of(full.page.evaluate(LINKS)))
        if self._is_known(full.page):
            full.complaints()
            return links
        is_first = route not in self._routes
        self._routes.add(route)
        looks = (full, plain, last) if is_first or IS_WHOLE else (full,)
        for look in looks[1:]:
            self._arrive(look, path)
        for look in looks:
            found = [*look.at_words(), *look.at_layout(), *look.complaints()]
            walk.note(f"{path} in {look.language}", found)
        if last in looks:
            found = last.with_axe(number, minds_contrast=is_first)
            walk.note(f"{path} in {last.language}", found)
            walk.note(f"{path} without JavaScript", _missing(plain, full))
        return links

    def _in_turn(self, route: str) -> tuple[Look, Look, Look]:
        """The browsers in which a page is looked at: one without JavaScript, two with it."""
        turn = zlib.crc32(route.encode()) % len(LANGUAGES)
        plain, full, last = LANGUAGES[turn:] + LANGUAGES[:turn]
        return self._plain[plain], self._looks[full], self._looks[last]

    def _arrive(self, look: Look, path: str) -> bool:
        try:
            answer = look.page.goto(self.address + path)
        except Error as error:
            if "Download is starting" in error.message:
                return False
            raise
        if answer.status != 200:
            look.heard.append(f"status {answer.status}")
        return True

    def _is_known(self, page: Page) -> bool:
        """Whether somebody has looked at the very same page; what leads on differs by who looks."""
        shown = hash(page.evaluate(SHOWN))
        is_known = shown in self._pages
        self._pages.add(shown)
        return is_known

    def _paths_of(self, links: Iterable[str]) -> Iterator[str]:
        for link in map(urlsplit, links):
            if f"{link.scheme}://{link.netloc}" == self.address:
                yield f"{link.path}#{link.fragment}"


def _missing(plain: Look, full: Look) -> Iterator[str]:
    """Heading and forms of a page are there without JavaScript too."""
    offered = set(full.page.evaluate(OFFERED)) - set(plain.page.evaluate(OFFERED))
    yield from (f"misses {one}" for one in offered)


def _kind_of(path: str, place: str) -> tuple[str, object]:
    """A page's route; pages of a round or a text differ by its state, a risk's by what is known of it.

    A passage's differ by what stands on them: links lead to its place there.
    """
    match = resolve(path)
    name, known = match.url_name, match.kwargs
    whose = known.get("round_id") or (name == "risk" and known["risk_id"])
    whose = whose or (name in OF_A_TEXT and known["text_id"])
    whose = whose or (name == "text_unit" and (known["text_id"], place.partition("-")[0]))
    return name, whose or (name in CROSSROADS and known["dialogue_id"])
