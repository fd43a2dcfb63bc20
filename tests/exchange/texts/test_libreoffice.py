"""What all changes refused or accepted give here is what LibreOffice gives."""

import io
import zipfile

import pytest

from tests.exchange.texts.office import judged
from tests.exchange.texts.texts import PROPOSED, SAMPLE
from tracktwo.exchange.texts import Layout, TextFile, read_text
from tracktwo.exchange.texts.docx_out.write import as_docx
from tracktwo.text.changes.accept import accept
from tracktwo.text.units import NegotiatedText

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _p(words: str, end: str = "") -> str:
    mark = f'<w:pPr><w:rPr><w:{end} w:id="90" w:author="A"/></w:rPr></w:pPr>' if end else ""
    return f"<w:p>{mark}{words}</w:p>"


def _same(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def _come(words: str, tag: str = "ins") -> str:
    return f'<w:{tag} w:id="1" w:author="A">{_same(words)}</w:{tag}>'


def _gone(words: str, tag: str = "del") -> str:
    text = "t" if tag == "moveFrom" else "delText"
    return f'<w:{tag} w:id="2" w:author="A"><w:r><w:{text} xml:space="preserve">{words}</w:{text}></w:r></w:{tag}>'


WORD = "".join(
    [
        _p(_same("Plain words stay.")),
        _p(_same("We ") + _gone("shall") + _come("may") + _same(" meet") + _come(" often") + _same(".")),
        _p(_same("Ended by Enter."), "ins"),
        _p(_come("A new paragraph.")),
        _p(_same("Split ") + _same("here"), "ins"),
        _p(_same("and here.")),
        _p(_same("Joined "), "del"),
        _p(_same("to this.")),
        _p(_gone("Gone altogether."), "del"),
        _p(_same("After what is gone.")),
        _p(_come("Come before the rest."), "ins"),
        _p(_same("The rest") + f'<w:ins w:id="5" w:author="A">{_gone(" never seen")}</w:ins>' + _same(".")),
        _p(_same("Moved: ") + _gone("from here", "moveFrom") + _same(" to ") + _come("from here", "moveTo")),
        _p('<w:r><w:rPr><w:b/><w:rPrChange w:id="7" w:author="A"><w:rPr/></w:rPrChange></w:rPr><w:t>Bold.</w:t></w:r>'),
    ]
)  # fmt: skip


def word_document(body: str, **parts: str) -> bytes:
    """The smallest DOCX with a body."""
    made = io.BytesIO()
    kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kinds}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
        )
        for name, part in parts.items():
            archive.writestr(f"word/{name}.xml", part)
    return made.getvalue()


def all_accepted(file: TextFile) -> NegotiatedText:
    text, waiting = file.text, list(file.operations)
    while waiting:
        accepted = accept(text, waiting[0], waiting[1:])
        assert not accepted.stuck
        text, waiting = accepted.text, list(accepted.rebased)
    return text


def _lines(text: NegotiatedText) -> list[str]:
    return [
        f"{one.number}{source}"
        for language in text.languages
        for one, source in text.sources(language)
    ]


def _bare(lines: list[str]) -> list[str]:
    """Lines that say something, without blanks behind a number."""
    return [one.replace("\t", "") for one in lines if one.strip()]


@pytest.fixture(scope="module")
def read_and_judged(
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, tuple[list[str], list[str]]]:
    folder = tmp_path_factory.mktemp("office")
    ours = TextFile(SAMPLE, PROPOSED)
    (folder / "word.docx").write_bytes(word_document(WORD))
    (folder / "ours.docx").write_bytes(as_docx(ours, Layout()))
    documents = [folder / "word.docx", folder / "ours.docx"]
    judgement = judged(documents, folder)
    found = {}
    for one in documents:
        file = read_text(one)
        found[f"{one.stem} refused"] = (_lines(file.text), _bare(judgement[one.stem, "refused"]))
        found[f"{one.stem} accepted"] = (
            _lines(all_accepted(file)),
            _bare(judgement[one.stem, "accepted"]),
        )
    return found


@pytest.mark.parametrize(
    "which", ["word refused", "word accepted", "ours refused", "ours accepted"]
)
def test_text_is_what_libreoffice_gives(
    read_and_judged: dict[str, tuple[list[str], list[str]]], which: str
) -> None:
    mine, theirs = read_and_judged[which]

    assert [one for one in theirs if one not in SAMPLE.title.values()] == mine
