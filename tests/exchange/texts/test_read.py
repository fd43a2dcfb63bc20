"""The door in: what each kind of file is read as, and what is refused in a sentence."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.exchange.texts.test_libreoffice import word_document
from tests.exchange.texts.texts import SAMPLE
from tracktwo.errors import InputError
from tracktwo.exchange.texts import Remark, read_text, write_text

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_folder_comes_back(tmp_path: Path) -> None:
    write_text(SAMPLE, tmp_path / "text")

    assert sorted(one.name for one in (tmp_path / "text").iterdir()) == ["text.en.md", "text.zh.md"]
    assert read_text(tmp_path / "text").text == SAMPLE


def test_language_is_told_by_the_name(tmp_path: Path) -> None:
    path = tmp_path / "draft.zh.txt"
    path.write_text(
        "第一条 双方[应/宜]会晤。\n\n第二条 双方商定：\n\n（一）对话；\n\n（二）合作。\n"
    )

    units = read_text(path).text.units

    assert [(one.kind.value, one.number, one.texts["zh"]) for one in units] == [
        ("paragraph", "第一条", "双方[应/宜]会晤。"),
        ("chapeau", "第二条", "双方商定："),
        ("item", "（一）", "对话；"),
        ("item", "（二）", "合作。"),
    ]


def test_published_report_is_read_as_it_was_typed(reference: Callable[[str], Path]) -> None:
    text = read_text(reference("../brief/nato-china-report.txt")).text
    headings = [(one.number, one.texts["en"]) for one in text.units if one.kind.value == "heading"]

    assert text.title == {"en": "NATO–CHINA RELATIONS"}
    assert [number for number, _ in headings[:12]] == ["", "I.", "II.", "III.", "IV.", "V.", "VI.", "1.", "1.", "1.", "1.", "VII."]  # fmt: skip
    assert "[the current state of/the future of?]" in text.unit("u4").texts["en"]
    assert [one.id for one in text.units if one.kind.value == "chapeau"] == ["u21", "u31"]
    assert sum(one.kind.value == "item" for one in text.units) == 23


def _item(words: str, num: int, level: int = 0) -> str:
    return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'


def _level(level: int, form: str, text: str) -> str:
    return f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


def test_numbers_of_lists_are_read_as_word_prints_them(tmp_path: Path) -> None:
    levels = _level(0, "decimal", "%1.") + _level(1, "lowerLetter", "(%2)") + _level(2, "lowerRoman", "%3)")  # fmt: skip
    numbering = (
        f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{_level(0, "chineseCountingThousand", "第%1条")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>'
    )
    body = _item("a", 1) + _item("b", 1, 1) + _item("c", 1, 1) + _item("d", 1, 2) + _item("e", 1) + _item("f", 1, 1) + _item("g", 3) + "".join(_item("h", 2) for _ in range(11))  # fmt: skip
    (tmp_path / "a.docx").write_bytes(word_document(body, numbering=numbering))

    units = read_text(tmp_path / "a.docx").text.units

    assert [one.number for one in units[:7]] == ["1.", "(a)", "(b)", "i)", "2.", "(a)", "7."]
    assert [one.number for one in units[-2:]] == ["第十条", "第十一条"]
    assert [one.kind.value for one in units[:4]] == ["paragraph", "item", "item", "item"]


def test_comments_and_answers_are_remarks_of_sides_that_are_named(tmp_path: Path) -> None:
    w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    w15 = "http://schemas.microsoft.com/office/word/2012/wordml"
    body = (
        '<w:p><w:r><w:t xml:space="preserve">1. We </w:t></w:r><w:commentRangeStart w:id="4"/><w:commentRangeStart w:id="5"/><w:r><w:t>meet</w:t></w:r>'
        '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r><w:commentRangeEnd w:id="5"/><w:r><w:t>.</w:t></w:r></w:p>'
    )
    said = "".join(
        f'<w:comment w:id="{key}" w:author="{author}" w:initials="Q"><w:p w14:paraId="0000000{key}"><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>'
        for key, author, words in ((4, "Delegate One", "When?"), (5, "Delegate Two", "Yearly."))
    )
    comments = f'<w:comments {_W} xmlns:w14="{w14}">{said}</w:comments>'
    extended = f'<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="00000005" w15:paraIdParent="00000004"/></w15:commentsEx>'
    raw = word_document(body, comments=comments, commentsExtended=extended)
    (tmp_path / "a.docx").write_bytes(raw)

    file = read_text(tmp_path / "a.docx", sides={"Delegate One": "nato"})

    assert file.remarks == (
        Remark("4", "When?", "u1", "en", 3, 7, "nato"),
        Remark("5", "Yearly.", "u1", "en", 3, 7, "", "4"),
    )
    assert "Delegate" not in repr(file)


def _zip(**parts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("_", "/") + ".xml", part)
    return made.getvalue()


_ENTITY = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
_AGAIN = "save it as DOCX or as text (UTF-8) and try again"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"%PDF-1.7", f"this is a PDF; {_AGAIN}"),
        (b"\xd0\xcf\x11\xe0", f"this is an old Word file (.doc), or one with a password; {_AGAIN}"),
        (b"Plain words.", "this is no DOCX, whatever its name says; save it as DOCX"),
        (b"PK\x03\x04 broken", f"the DOCX is damaged and cannot be opened; {_AGAIN}"),
        (_zip(a="<a/>"), f"this is an archive and not a DOCX; {_AGAIN}"),
        (_zip(word_document="<a>"), f"the DOCX is damaged and cannot be opened; {_AGAIN}"),
        (_zip(word_document=_ENTITY), f"the DOCX holds a DOCTYPE, which may hide other files; {_AGAIN}"),
        (_zip(word_document="<a>" * 300 + "</a>" * 300), "elements of the DOCX stand too deep in each other"),
        (_zip(word_document="<a/>"), "the DOCX holds no text; give one with paragraphs"),
        (_zip(word_document=" " * 200_000_001), "the DOCX is larger than 200 MB unpacked; give the text alone"),
    ],
    ids=["pdf", "doc", "text", "broken", "other", "xml", "entity", "deep", "empty", "bomb"],
)  # fmt: skip
def test_what_is_no_docx_is_refused(tmp_path: Path, raw: bytes, message: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(raw)

    with pytest.raises(InputError) as refused:
        read_text(path)

    assert refused.value.message == message


def test_other_endings_and_missing_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.odt").write_text("x")

    with pytest.raises(InputError, match="this kind of file holds no negotiated text"):
        read_text(tmp_path / "a.odt")
    with pytest.raises(InputError, match="there is no such file"):
        read_text(tmp_path / "b.txt")
    with pytest.raises(InputError, match=r"there is no text\.en\.md or the like"):
        read_text(tmp_path)
