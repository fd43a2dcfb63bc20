"""Files that are no text and no DOCX, told apart in a sentence."""

from pathlib import Path

import pytest

from tests.exchange.document.conftest import Read
from tracktwo.errors import InputError
from tracktwo.exchange import read_report

SAVE = "save it as DOCX or as text (UTF-8) and try again"


@pytest.mark.parametrize(
    ("raw", "line", "sentence"),
    [
        (b"", None, "the file is empty; it needs headings and lists"),
        (b"\xef\xbb\xbf \n\n", None, "the file is empty; it needs headings and lists"),
        (b"%PDF-1.7 ...", None, f"this is a PDF; {SAVE}"),
        (b"{\\rtf1 ...", None, f"this is an RTF file; {SAVE}"),
        (b"\xd0\xcf\x11\xe0 ...", None, f"this is an old Word file (.doc), or one with a password; {SAVE}"),
        (b"\x1f\x8b ...", None, f"this is a gzip file; {SAVE}"),
        (b"<!DOCTYPE html><p>", None, f"this is a web page; {SAVE}"),
        ("Risks".encode("utf-16"), None, "the text is UTF-16; save it as UTF-8 and try again"),
        ("Risks".encode("utf-16-le"), None, "the text is UTF-16; save it as UTF-8 and try again"),
        ("Risks\r\nCafé".encode("latin-1"), 2, "the text is not UTF-8; save it as UTF-8 and try again"),
        (b"Risks\n\nx\0y", 3, "a NUL byte: the file is binary or damaged; give a text or a DOCX"),
        (bytes(range(128, 256)) * 9, 1, "the text is not UTF-8; save it as UTF-8 and try again"),
    ],
)  # fmt: skip
def test_other_files_are_refused(
    proposal_of: Read, raw: bytes, line: int | None, sentence: str
) -> None:
    with pytest.raises(InputError) as caught:
        proposal_of(raw)

    assert (caught.value.line, caught.value.message) == (line, sentence)


def test_absent_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"there is no such file; check the path$"):
        read_report(tmp_path / "none.txt")


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"this is a folder and not a file; give a file$"):
        read_report(tmp_path)
