"""What LibreOffice makes of a DOCX: the same words on its pages, the header repeated, pictures with words."""

import re
import shutil
import subprocess
import zipfile
from collections import Counter
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest

from tests.reports.paper.test_writers import W, letters, of_docx, words_in
from tests.reports.paper.trees import WORDS, drawn, every_block, report
from tracktwo.reports import SideBySide, to_docx


@pytest.fixture(scope="module")
def office():
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed; apt-get install libreoffice-writer-nogui")
    return "soffice"


@pytest.mark.parametrize("languages", [("en",), ("fr", "zh-Hans")])
def test_words_on_the_pages_of_libreoffice_are_those_of_the_file(office, tmp_path, languages) -> None:  # fmt: skip
    made = [report(one, *every_block(one), *drawn(one)) for one in languages]
    raw = to_docx(SideBySide(*made) if len(made) == 2 else made[0])
    (tmp_path / "r.docx").write_bytes(raw)

    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [office, "--headless", profile, "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "r.docx"],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    pages = subprocess.run(
        ["pdftotext", tmp_path / "r.pdf", "-"], check=True, capture_output=True
    ).stdout.decode()

    behind = "\n".join(pages.split("\f")[1:])
    foot = r"page \d+ (?:of|sur) \d+|第 \d+ 页，共 \d+ 页"
    shown, kept = (
        Counter(letters(one)) for one in (words_in(re.sub(foot, " ", behind)), of_docx(raw))
    )
    headers = Counter(
        letters(words_in(" ".join(WORDS[one][at] for one in languages for at in (0, 2))))
    )
    assert kept - shown == Counter()
    assert set(shown - kept) <= set(headers)  # repeated on a page that a table goes over to


def test_docx_has_real_headings_headers_of_tables_and_words_for_pictures() -> None:
    with zipfile.ZipFile(BytesIO(to_docx(report("en", *every_block("en"), *drawn())))) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))
        names = archive.namelist()
        core = archive.read("docProps/core.xml").decode()

    styles = {one.get(f"{W}val") for one in root.iter(f"{W}pStyle")}
    assert {"Heading1", "Heading2", "Heading3", "ListEntry", "Caption", "TOC1"} <= styles
    assert len(list(root.iter(f"{W}tblHeader"))) == 2
    assert [one.get("descr") for one in root.iter() if one.tag.endswith("}docPr")] == [
        "hidden agreement."
    ]
    assert "word/media/image1.png" in names
    assert re.findall(r"<dc:(\w+)>", core) == ["title", "language"]
    assert not re.search(r"creator|created|modified|lastModifiedBy", core)


def test_docx_marks_the_language_of_every_run() -> None:
    raw = to_docx(SideBySide(report("fr"), report("zh-Hans")))
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))

    runs = [one for one in root.iter(f"{W}r") if one.find(f"{W}t") is not None]
    assert [one for one in runs if one.find(f"{W}rPr/{W}lang") is None] == []
