"""One tree, four writers: each says all of it, in the same words, and the same bytes each time."""

import io
import re
import subprocess
import zipfile
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from tests.reports.paper.trees import WORDS, drawn, report
from tracktwo.errors import OptionError
from tracktwo.reports import SideBySide, to_docx, to_html, to_markdown, to_pdf
from tracktwo.reports.tree import Document, Paragraph, Report, Section

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LANGUAGES = tuple(WORDS)


def words_in(text: str) -> list[str]:
    """Runs of letters and figures, Chinese sign by sign, in order of the alphabet."""
    return sorted(re.findall(r"[\u4e00-\u9fff]|[^\W_\u4e00-\u9fff]+", text))


def of_html(page: str) -> list[str]:
    main = re.search(r"<main>(.*)</main>", page, re.DOTALL)[1]
    without = re.sub(r"<svg.*?</svg>|<summary>.*?</summary>", " ", main, flags=re.DOTALL)
    return words_in(unescape(re.sub(r"<[^>]+>", " ", without)))


def of_markdown(text: str) -> list[str]:
    """What a reader of CommonMark shows, without the front."""
    page = MarkdownIt("commonmark").enable("table").render(text)
    body = page[page.index("<h2>") :]
    numbered = re.sub(r"<li>", " ", body)
    return words_in(unescape(re.sub(r"<[^>]+>", " ", numbered)))


def of_docx(raw: bytes) -> list[str]:
    """All words behind the contents."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))
    return words_in(docx_lines(root).split("\f", 1)[1])


def docx_lines(root: ET.Element) -> str:
    """Its words, with a form feed where a page begins."""
    said = {f"{W}t": lambda one: one.text or "", f"{W}tab": lambda _: " ", f"{W}p": lambda _: "\n", f"{W}pStyle": lambda one: "\f" if one.get(f"{W}val") == "NewPage" else ""}  # fmt: skip
    return "".join(said[one.tag](one) for one in root.iter() if one.tag in said)


def of_pdf(raw: bytes) -> list[str]:
    """All words behind the contents, without the numbers of pages."""
    done = subprocess.run(["pdftotext", "-", "-"], input=raw, check=True, capture_output=True)
    pages = done.stdout.decode().replace("\u200b", "").split("\f")[1:]
    foot = r"page \d+ (?:of|sur) \d+|第 \d+ 页，共 \d+ 页"
    told = re.sub(foot, " ", "\n".join(pages))
    return words_in(re.sub(r"(?m)^\d\.(?=\s)", " ", told))


def letters(words: list[str]) -> list[str]:
    """Words set on paper may be broken at the end of a line; numbers of a list are not always words."""
    return sorted("".join(one for one in words if one not in ("1", "2")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_four_writers_say_the_same_words(language) -> None:
    made = report(language)

    told = of_html(to_html(made))

    assert of_markdown(to_markdown(made)) == told
    assert of_docx(to_docx(made)) == told
    assert letters(of_pdf(to_pdf(made))) == letters(told)


def test_figures_are_told_with_their_tables_by_all() -> None:
    made = report("en", Paragraph("Before."), *drawn())

    told = of_html(to_html(made))
    annex = words_in("The figures as tables hidden agreement.")

    for said in (of_markdown(to_markdown(made)), of_docx(to_docx(made))):
        assert said == sorted(told + annex)
    assert set(told) - set(of_pdf(to_pdf(made))) == set()


@pytest.mark.parametrize("other", ["zh-Hans", "fr"])
def test_two_languages_stand_beside_each_other_with_all_their_words(other) -> None:
    pair = SideBySide(report("en"), report(other))

    told = sorted(of_html(to_html(report("en"))) + of_html(to_html(report(other))))

    assert of_html(to_html(pair)) == told
    assert of_markdown(to_markdown(pair)) == told
    assert of_docx(to_docx(pair)) == told
    assert letters(of_pdf(to_pdf(pair))) == letters(told)


@pytest.mark.parametrize("write", [to_html, to_markdown, to_docx, to_pdf])
@pytest.mark.parametrize("languages", [("en",), ("en", "zh-Hans")])
def test_same_report_gives_the_same_bytes(write, languages) -> None:
    def made() -> Document:
        reports = [report(one, Paragraph("a"), *drawn(one)) for one in languages]
        return SideBySide(*reports) if len(reports) == 2 else reports[0]

    assert write(made()) == write(made())


def test_banner_is_said_by_all() -> None:
    made = report("en", banner="Draft: not agreed")

    with zipfile.ZipFile(io.BytesIO(to_docx(made))) as archive:
        header = archive.read("word/header1.xml").decode()
    pages = subprocess.run(
        ["pdftotext", "-", "-"], input=to_pdf(made), check=True, capture_output=True
    ).stdout.decode()

    assert "Draft: not agreed" in header
    assert [page.count("Draft: not agreed") for page in pages.split("\f")[:-1]] == [1] * (
        pages.count("\f")
    )
    assert to_markdown(made).startswith("**Draft: not agreed**\n")
    assert '<p class="banner">Draft: not agreed</p>' in to_html(made)


def test_two_reports_of_other_builds_are_no_pair() -> None:
    one = report("en", Paragraph("a"))
    other = Report("b", "fr", "", (Section("first", "c", ()), Section("second", "d", ())))

    with pytest.raises(OptionError, match="differ in section first"):
        SideBySide(one, other)
