"""DOCX documents made by Word's own means: styles, lists, tables, tracked changes."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.exchange.document.conftest import held
from tracktwo.errors import InputError
from tracktwo.exchange import Proposal, read_report
from tracktwo.exchange.document.docx_file import docx_paragraphs

Fill = Callable[[Any], None]


def _paragraphs(fill: Fill) -> list[tuple[int, str, int, str, int]]:
    document = docx.Document()
    fill(document)
    saved = io.BytesIO()
    document.save(saved)
    found, _ = docx_paragraphs(Path("made.docx"), saved.getvalue())
    return [(one.line, one.text, one.heading, one.item, one.depth) for one in found]


def _read(path: Path, fill: Fill) -> Proposal:
    document = docx.Document()
    fill(document)
    document.save(path)
    return read_report(path)


def test_styles_tell_headings_and_lists() -> None:
    def fill(document: Any) -> None:
        document.add_heading("Title", 0)
        document.add_heading("Part", 2)
        document.add_paragraph("")
        document.add_paragraph("Text.")
        document.add_paragraph("bullet", style="List Bullet")
        document.add_paragraph("deeper", style="List Bullet 2")
        document.add_paragraph("number", style="List Number")

    assert _paragraphs(fill) == [
        (1, "Title", 1, "", 0),
        (2, "Part", 2, "", 0),
        (4, "Text.", 0, "", 0),
        (5, "bullet", 0, "bullet", 0),
        (6, "deeper", 0, "bullet", 4),
        (7, "number", 0, "number", 0),
    ]


def test_table_is_read_row_by_row() -> None:
    def fill(document: Any) -> None:
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip(
            table._cells, ("Year", "Event", "2002", "Visit.\nAnd more."), strict=True
        ):
            cell.text = text
        document.add_paragraph("After.")

    assert [(line, text) for line, text, *_ in _paragraphs(fill)] == [
        (1, "Year Event"),
        (2, "2002 Visit. And more."),
        (3, "After."),
    ]


def test_break_made_by_hand_begins_a_line_of_its_own() -> None:
    assert [(line, text) for line, text, *_ in _paragraphs(lambda one: one.add_paragraph("RISKS\nWar.\tNow."))] == [
        (1, "RISKS"),
        (1, "War. Now."),
    ]  # fmt: skip


def test_inserted_words_are_read_and_deleted_ones_are_not() -> None:
    def fill(document: Any) -> None:
        paragraph = document.add_paragraph("We ")
        for change in (
            '<w:del {} w:id="1" w:author="x"><w:r><w:delText>never</w:delText></w:r></w:del>',
            '<w:ins {} w:id="2" w:author="x"><w:r><w:t>always</w:t></w:r></w:ins>',
        ):
            paragraph._p.append(parse_xml(change.format(nsdecls("w"))))
        paragraph.add_run(" agree.")

    assert [text for _, text, *_ in _paragraphs(fill)] == ["We always agree."]


def test_list_of_the_document_says_mark_and_depth() -> None:
    def fill(document: Any) -> None:
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{form}"/></w:lvl>'
            for level, form in enumerate(("bullet", "lowerLetter"))
        )
        numbering = document.part.numbering_part.element
        for xml in (
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="99">{levels}</w:abstractNum>',
            f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="99"/></w:num>',
        ):
            numbering.append(parse_xml(xml))
        for level, num in ((0, 99), (1, 99), (0, 0)):
            listed = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
            document.add_paragraph("item")._p.get_or_add_pPr().append(parse_xml(listed))

    assert [row[3:] for row in _paragraphs(fill)] == [("bullet", 0), ("number", 4), ("", 0)]


def test_words_of_a_table_in_a_table_are_read_once() -> None:
    def fill(document: Any) -> None:
        outer = document.add_table(rows=1, cols=1).cell(0, 0)
        outer.text = "Outer."
        outer.add_table(rows=1, cols=1).cell(0, 0).text = "Inner."

    assert [text for _, text, *_ in _paragraphs(fill)] == ["Outer. Inner."]


def test_content_control_is_read() -> None:
    def fill(document: Any) -> None:
        control = "<w:sdt {}><w:sdtContent><w:p><w:r><w:t>Inside.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        document.element.body.insert(0, parse_xml(control.format(nsdecls("w"))))

    assert [text for _, text, *_ in _paragraphs(fill)] == ["Inside."]


def test_table_of_contents_is_left_out() -> None:
    def fill(document: Any) -> None:
        document.styles.add_style("toc 1", 1)
        document.add_paragraph("Risks 3", style="toc 1")
        document.add_heading("Risks", 1)

    assert [text for _, text, *_ in _paragraphs(fill)] == ["Risks"]


def test_french_document_with_styles(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        document.add_heading("Relations Valdonie–Karsie", 0)
        document.add_heading("Perceptions valdoniennes de la Karsie", 1)
        document.add_paragraph("Introduction libre.")
        document.add_paragraph("La Karsie s’arme.", style="List Bullet")
        document.add_paragraph("Surtout la nuit.", style="List Bullet 2")
        document.add_heading("Perceptions karsiennes de la Valdonie", 1)
        document.add_paragraph("La Valdonie nous ignore.", style="List Number")
        document.add_heading("Convergences", 1)
        document.add_paragraph("Voici :")
        for area in ("Forêts", "Réduction des risques"):
            document.add_paragraph(area, style="List Number")
            document.add_paragraph("Les deux y gagnent, et nul n’y perd.")
        document.add_heading("Chronologie", 1)
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip(
            table._cells, ("Année", "Événement", "2004–07", "Patrouilles"), strict=True
        ):
            cell.text = text

    found = _read(tmp_path / "rapport.docx", fill)

    assert (found.document, found.title, found.language, found.unit, found.length) == (
        "rapport.docx", "Relations Valdonie–Karsie", "fr", "paragraph", 16,
    )  # fmt: skip
    assert held(found) == [
        ("valdonie", "karsie", "La Karsie s’arme. Surtout la nuit."),
        ("karsie", "valdonie", "La Valdonie nous ignore."),
    ]
    assert [(one.name, one.line) for one in found.areas] == [
        ("Forêts", 10),
        ("Réduction des risques", 12),
    ]
    assert [(one.start, one.end, one.text, one.line) for one in found.milestones] == [
        (2004, 2007, "Patrouilles", 16)
    ]


def test_bold_lines_and_typed_bullets(tmp_path: Path) -> None:
    def fill(document: Any) -> None:
        for heading, item in (
            ("How the East sees the West", "• The West lectures."),
            ("How the West sees the East", "• The East is silent."),
            ("Dangers", "- War."),
        ):
            document.add_paragraph().add_run(heading).bold = True
            document.add_paragraph(item)

    found = _read(tmp_path / "report.docx", fill)

    assert held(found) == [
        ("east", "west", "The West lectures."),
        ("west", "east", "The East is silent."),
    ]
    assert [one.text for one in found.consequences] == ["War."]


def _archive(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def _whole() -> bytes:
    saved = io.BytesIO()
    docx.Document().save(saved)
    return saved.getvalue()


DAMAGED = (
    "the DOCX is damaged and cannot be opened; save it as DOCX or as text (UTF-8) and try again"
)
OTHER = "this is an archive and not a DOCX; save it as DOCX or as text (UTF-8) and try again"


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"PK\x03\x04 and no more", DAMAGED),
        (_whole()[:-200], DAMAGED),
        (_archive({"xl/workbook.xml": b"<a/>"}), OTHER),
        (_archive({"word/document.xml": b"<a/>"}), DAMAGED),
        (_archive({"word/document.xml": b"<a", "[Content_Types].xml": b"<b"}), DAMAGED),
        (
            _archive({"word/document.xml": b" " * 200_000_001}),
            "the DOCX is larger than 200 MB unpacked; give the text alone",
        ),
    ],
    ids=["no archive", "cut off", "a spreadsheet", "no parts", "no XML", "a bomb"],
)
def test_what_is_no_docx_is_refused(tmp_path: Path, raw: bytes, sentence: str) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(raw)

    with pytest.raises(InputError) as caught:
        read_report(path)

    assert (caught.value.message, caught.value.file) == (sentence, str(path))


def test_docx_is_read_without_a_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = docx.Document()
    document.add_paragraph("Text.")
    document.save(tmp_path / "report.docx")
    monkeypatch.setitem(__import__("sys").modules, "docx", None)

    assert read_report(tmp_path / "report.docx").title == "Text."
