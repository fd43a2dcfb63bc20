"""What a reader that speaks is told of a PDF: its tags, their words for pictures, and nobody's name."""

import io
import subprocess
import zipfile
from collections import Counter

import pytest

from tests.reports.paper.trees import drawn, every_block, report
from tracktwo.reports import SideBySide, to_docx, to_pdf
from tracktwo.reports.tree import Bullets, PageBreak, Paragraph


def asked(pdf: bytes, *options: str) -> str:
    """What `pdfinfo` answers."""
    ran = subprocess.run(["pdfinfo", *options, "-"], input=pdf, check=True, capture_output=True)
    return ran.stdout.decode()


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return to_pdf(report("en", *every_block("en"), *drawn()))


def test_pdf_is_tagged_after_pdf_ua(pdf) -> None:
    assert "Tagged:          yes" in asked(pdf)
    assert "<pdfuaid:part>1</pdfuaid:part>" in asked(pdf, "-meta")


def test_headings_lists_tables_and_pictures_are_tags(pdf) -> None:
    tags = Counter(line.split()[0].rstrip(":") for line in asked(pdf, "-struct").splitlines() if line.strip())  # fmt: skip

    assert {"H1", "H2", "L", "LI", "Table", "TH", "TD", "Figure", "Caption", "TOC"} <= set(tags)  # fmt: skip
    assert tags["THead"] == 2
    assert tags["Figure"] == 1


def test_properties_are_title_and_program_alone(pdf) -> None:
    told = [line.partition(":")[0] for line in asked(pdf).splitlines()]

    assert {"Author", "Producer", "CreationDate", "ModDate", "Subject", "Keywords"} & set(told) == set()  # fmt: skip
    assert "/root" not in asked(pdf, "-meta")


def test_two_languages_begin_one_page_together() -> None:
    blocks = (Paragraph("a"), PageBreak(), Paragraph("b"))
    pair = SideBySide(report("en", *blocks), report("fr", *blocks))

    alone, both = (_new_pages(to_docx(one)) for one in (report("en", *blocks), pair))

    assert alone == both


def test_entries_that_follow_each_other_are_one_list() -> None:
    pdf = to_pdf(report("en", Bullets(("a", "b", "c"))))

    tags = [line.strip() for line in asked(pdf, "-struct").splitlines()]

    assert [sum(one.split()[:1] == [kind] for one in tags) for kind in ("L", "LI")] == [1, 3]


def _new_pages(raw: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return archive.read("word/document.xml").count(b'w:val="NewPage"')
