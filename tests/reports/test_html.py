"""One page, the same bytes each time, that carries hostile texts as texts."""

import base64
import hashlib
import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from tracktwo.reports import report_of, to_html, to_sections

HOSTILE = "<script>alert(1)</script> \"'><img src=x onerror=alert(1)> {{ 7*7 }} \u202egnp.exe\u2067 ]]> &amp;"


@pytest.fixture(scope="module")
def page(made) -> str:
    return to_html(report_of(made.two_parties(), "en"))


def test_same_analysis_gives_the_same_bytes(made, page) -> None:
    assert to_html(report_of(made.two_parties(), "en")) == page


def test_page_of_fifteen_statements_is_light(page) -> None:
    assert len(page.encode()) < 300_000


def test_policy_allows_only_the_style_that_is_there(page) -> None:
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1].replace("&#39;", "'")

    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_page_holds_no_script_style_attribute_handler_or_origin(page) -> None:
    found = re.findall(r"<script|<link|<iframe|\sstyle=|\son\w+=|https?://|javascript:", page)

    assert found == []


@pytest.mark.parametrize("with_beliefs", [False, True])
def test_ids_are_unique_and_every_reference_is_met(made, with_beliefs) -> None:
    analysis = made.two_parties()
    page = to_html(report_of(made.with_beliefs(analysis) if with_beliefs else analysis, "en"))

    ids = re.findall(r'\sid="([^"]+)"', page)
    named = {
        name for names in re.findall(r'aria-labelledby="([^"]+)"', page) for name in names.split()
    }
    linked = set(re.findall(r'href="#([^"]+)"', page))

    assert len(ids) == len(set(ids))
    assert (named | linked) - set(ids) == set()


def test_sections_are_those_of_the_page(made, page) -> None:
    sections = to_sections(report_of(made.two_parties(), "en"))

    assert list(sections) == re.findall(r'<section id="([^"]+)"', page)
    assert [id_ for id_, body in sections.items() if body.strip() not in page] == []


def test_lines_in_brief_point_to_where_the_figures_are(made) -> None:
    sections = to_sections(report_of(made.two_parties(), "en"), figures_at="pictures/")

    linked = re.findall(r'<a href="([^"#]*)#', sections["brief"])

    assert set(linked) == {"pictures/"}


def test_hostile_statements_stay_text(made) -> None:
    hostile = to_html(report_of(made.with_texts(made.two_parties(), HOSTILE), "en"))

    found = re.findall(r"<script|<img|\u202e|\u2067|\bonerror=alert\(1\)>", hostile)

    assert found == []
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in hostile
    assert "{{ 7*7 }}" in hostile


def test_pictures_are_well_formed_and_described(page) -> None:
    pictures = [ET.fromstring(text) for text in re.findall(r"<svg.*?</svg>", page, re.DOTALL)]

    assert len(pictures) == 14
    assert {picture.get("role") for picture in pictures} == {"img"}
    assert {picture.get("class") for picture in pictures} == {"wide", "narrow"}


def test_quotes_carry_their_language(made) -> None:
    chinese = to_html(report_of(made.two_parties(), "zh"))

    assert '<html lang="zh-Hans">' in chinese
    assert (
        '<q class="statement" lang="zh-Hans" dir="auto">保护商船免遭海盗袭击是双方共同的任务。</q>'
        in chinese
    )


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_headings_go_down_one_step_at_a_time(made, language) -> None:
    page = to_html(report_of(made.public_table(statements=8), language))

    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
