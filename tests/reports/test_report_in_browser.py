"""The page as a browser shows it: nothing overflows, complains or is fetched; it prints whole."""

from itertools import pairwise

import pytest

from tracktwo.reports import report_of, to_html

WIDTHS = (390, 820, 1440)
LANGUAGES = ("en", "zh", "fr")


@pytest.fixture(scope="module")
def pages(made, tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    written = {}
    for language in LANGUAGES:
        written[language] = folder / f"{language}.html"
        analysis = made.with_beliefs(made.two_parties())
        written[language].write_text(to_html(report_of(analysis, language)), "utf-8")
    return written


@pytest.fixture
def opened(browser, pages):
    """A page opened at a width, and everything it said or asked for."""
    made = []

    def open_(language: str, width: int):
        page = browser.new_page(viewport={"width": width, "height": 900})
        made.append(page)
        heard: list[str] = []
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("request", lambda request: heard.append(request.url))
        page.goto(pages[language].as_uri())
        return page, [one for one in heard if one != pages[language].as_uri()]

    yield open_
    for page in made:
        page.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_page_fits_its_width_and_stays_silent(opened, language, width) -> None:
    page, heard = opened(language, width)

    across = page.evaluate("document.documentElement.scrollWidth")
    beyond = page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,p,li,dd,dt,svg,figcaption')]"
        ".filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 80))"
    )

    assert (across, beyond, heard) == (width, [], [])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_texts_in_pictures_stay_inside_and_legible(opened, language, width) -> None:
    page, _ = opened(language, width)

    outside = page.evaluate(
        "[...document.querySelectorAll('svg')].filter(s => s.getBoundingClientRect().width).flatMap(s => {"
        " const f = s.getBoundingClientRect(); return [...s.querySelectorAll('text')].filter(t => {"
        " const r = t.getBoundingClientRect(); return r.left < f.left - 1 || r.right > f.right + 1 })"
        ".map(t => t.textContent) })"
    )
    smallest = page.evaluate(
        "Math.min(...[...document.querySelectorAll('svg')].filter(s => s.getBoundingClientRect().width)"
        ".map(s => 12 * s.getBoundingClientRect().width / s.viewBox.baseVal.width))"
    )

    assert outside == []
    assert smallest > 11.5


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(browser, pages, language) -> None:
    from axe_playwright_python.sync_playwright import Axe

    # The page's own policy lets no script run, axe's included.
    context = browser.new_context(bypass_csp=True, viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto(pages[language].as_uri())

    found = Axe().run(page)

    context.close()
    assert [one["id"] for one in found.response["violations"]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_and_landmarks_stand_in_order(opened, language) -> None:
    page, _ = opened(language, 820)

    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3')].map(h => +h.tagName[1])")
    landmarks = page.evaluate(
        "['header','nav','main','footer'].map(t => document.querySelectorAll(`body > ${t}`).length)"
    )

    assert levels[0] == 1
    assert max(later - earlier for earlier, later in pairwise(levels)) == 1
    assert landmarks == [1, 1, 1, 1]


def test_first_tab_leads_to_the_findings(opened) -> None:
    page, _ = opened("en", 820)

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.getAttribute('href')") == "#findings"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left >= 0")


def test_text_stands_out_from_its_ground(opened) -> None:
    page, _ = opened("en", 820)

    contrasts = page.evaluate(
        """[...document.querySelectorAll('h1,h2,h3,p,dt,dd,figcaption,summary,.key,svg text')].map(e => {
            const style = getComputedStyle(e);
            const colour = e.tagName === 'text' ? style.fill : style.color;
            const part = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
            const [r, g, b] = colour.match(/[0-9.]+/g).slice(0, 3).map(v => part(+v));
            return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
        })"""
    )

    assert min(contrasts) >= 4.5


def test_tables_print_though_folded_on_screen(opened) -> None:
    page, _ = opened("en", 820)

    page.emulate_media(media="print")

    heights = page.evaluate(
        "[...document.querySelectorAll('table')].map(t => t.getBoundingClientRect().height)"
    )
    assert len(heights) == 9
    assert min(heights) > 40
