"""What SECURITY.md says of the report is true of the one made from the example."""

import html
import re
from pathlib import Path

import pytest

import tracktwo as tt


@pytest.fixture(scope="module")
def pages(root: Path) -> dict[str, str]:
    """The report by language."""
    analysis = tt.analyse(tt.read(root / "examples" / "nato-china"))
    return {one: tt.to_html(tt.report_of(analysis, one)) for one in ("en", "zh", "fr")}


def test_report_names_no_participant(pages: dict[str, str]) -> None:
    named = {language: re.findall(r"seat-[nc]\d+", page) for language, page in pages.items()}

    assert named == {"en": [], "zh": [], "fr": []}


def test_report_has_no_address_elsewhere(pages: dict[str, str]) -> None:
    addresses = {
        one for page in pages.values() for one in re.findall(r"https?://[^\s\"'<>)]+", page)
    }

    assert {one for one in addresses if not one.startswith("http://www.w3.org/")} == set()


def test_report_says_in_its_language_that_the_example_is_simulated(
    pages: dict[str, str], root: Path
) -> None:
    note = tt.read(root / "examples" / "nato-china").note

    silent = [
        language for language, page in pages.items() if note[language] not in html.unescape(page)
    ]

    assert silent == []
