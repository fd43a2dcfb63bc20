"""The report on a map: one quiet file in three languages, readable by everybody at any width."""

import re

import pytest

from tests.cli.conftest import EXAMPLE
from tracktwo.exchange.influence import read_map
from tracktwo.influence import Concept, InfluenceMap, Link, Options, contrast, study
from tracktwo.reports import to_html
from tracktwo.reports.influence import influence_report

LANGUAGES = ("en", "zh", "fr")
WIDTHS = (390, 820, 1440)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    drawn = read_map(EXAMPLE)
    options = Options(members=50)
    found = study(drawn, options)
    one, other = drawn.sides
    apart = contrast(drawn.of_side(one), drawn.of_side(other), options, names=(one, other))
    folder = tmp_path_factory.mktemp("influence")
    written = {language: folder / f"{language}.html" for language in LANGUAGES}
    for language, file in written.items():
        file.write_text(to_html(influence_report(found, apart, language)), encoding="utf-8")
    return written


@pytest.mark.parametrize(
    ("language", "tag", "title"),
    [
        ("en", "en", "NATO and China: what moves what, as each side might draw it (illustration)"),
        ("zh", "zh-Hans", "北约与中国：双方可能如何描绘相互影响（示意）"),
        ("fr", "fr", "OTAN et Chine : ce qui agit sur quoi, tel que chaque partie pourrait le dessiner (illustration)"),
    ],
)  # fmt: skip
def test_page_is_one_file_in_its_language(pages, language, tag, title) -> None:
    page = pages[language].read_text(encoding="utf-8")

    assert f'<html lang="{tag}">' in page
    assert f"<h1>{title}</h1>" in re.sub(r"<h1[^>]*>", "<h1>", page)
    assert re.findall(r"<script|<link|<iframe|javascript:|\son\w+=", page) == []
    assert set(re.findall(r"(?:src|href)=\"([^#\"][^\"]*)\"", page)) == set()
    assert page.count("<svg") == 4


def test_same_study_gives_the_same_page(pages) -> None:
    drawn = read_map(EXAMPLE)
    options = Options(members=50)
    one, other = drawn.sides
    apart = contrast(drawn.of_side(one), drawn.of_side(other), options, names=(one, other))

    again = to_html(influence_report(study(drawn, options), apart, "en"))

    assert again == pages["en"].read_text(encoding="utf-8")


def test_texts_of_others_stay_texts() -> None:
    hostile = "<img src=x onerror=alert(1)> & \u202e\x1b[31m"
    concepts = (Concept("a", {"en": hostile}), Concept('"><b>', kind="risk"))
    links = (Link("a", '"><b>', 0.5), Link('"><b>', "a", 0.5))

    page = to_html(influence_report(study(InfluenceMap(concepts, links)), None))

    assert [one for one in ("<img src=x", "<b>", "\u202e", "\x1b") if one in page] == []


def test_map_that_does_not_settle_has_no_values_at_rest() -> None:
    ring = tuple(Link(one, other, -1) for one, other in ("ab", "ba"))
    drawn = InfluenceMap(tuple(map(Concept, "ab")), ring)
    from tracktwo.influence import Dynamics

    report = influence_report(study(drawn, Options(dynamics=Dynamics.of("kosko", "tanh:3"))), None)

    titles = {section.id: section.title for section in report.sections}
    assert titles["rest"] == "Values after the last step"


@pytest.fixture
def opened(browser, pages):
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
def test_page_fits_its_width_and_asks_for_nothing(opened, language, width) -> None:
    page, heard = opened(language, width)

    across = page.evaluate("document.documentElement.scrollWidth")
    outside = page.evaluate(
        "[...document.querySelectorAll('svg')].filter(s => s.getBoundingClientRect().width).flatMap(s => {"
        " const f = s.getBoundingClientRect(); return [...s.querySelectorAll('text')].filter(t => {"
        " const r = t.getBoundingClientRect(); return r.left < f.left - 1 || r.right > f.right + 1 })"
        ".map(t => t.textContent) })"
    )

    assert (across, outside, heard) == (width, [], [])


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
