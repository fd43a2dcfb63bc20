"""XLSX: what people have, and what a workbook may only claim."""

import io
import zipfile

import pytest
import xlsxwriter

from tests.exchange.influence.maps import FULL
from tracktwo.exchange.influence import write_map
from tracktwo.exchange.influence.workbook_claims import DAMAGED

SHEET = "xl/worksheets/sheet1.xml"
MATRIX = [[None, "a", "b"], ["b", 0.5, None], ["a", None, 0]]
JUDGEMENTS = [["source", "target", "weight"], ["a", "b", "strong"]]


def book(*sheets, merged=None):
    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw) as workbook:
        for rows in sheets:
            sheet = workbook.add_worksheet()
            for number, cells in enumerate(rows):
                sheet.write_row(number, 0, cells)
            if merged:
                sheet.merge_range(merged, "both")
    return raw.getvalue()


def changed(raw, name, change):
    """A workbook with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return out.getvalue()


def archive(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def test_matrix_is_read_by_its_labels(drawn, weights):
    assert weights(drawn("map.xlsx", book(MATRIX))) == {("b", "a"): 0.5, ("a", "b"): 0.0}


def test_judgements_are_read_from_the_only_sheet_that_holds_something(drawn, weights):
    assert weights(drawn("map.xlsx", book([], JUDGEMENTS))) == {("a", "b"): 0.7}


def test_matrix_may_begin_anywhere_and_have_numbers_for_labels(drawn, weights):
    rows = [[], [None, None, 1, 2], [None, 1, 0.5, None], [None, 2, None, 0.25]]

    assert weights(drawn("map.xlsx", book(rows))) == {("1", "1"): 0.5, ("2", "2"): 0.25}


def test_sheet_that_is_a_chart_is_left_out(drawn, weights):
    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw) as workbook:
        workbook.add_worksheet("judgements").write_row(0, 0, ["source", "target", "weight"])
        workbook.get_worksheet_by_name("judgements").write_row(1, 0, ["a", "b", -0.5])
        chart = workbook.add_chart({"type": "bar"})
        chart.add_series({"values": "=judgements!$C$2"})
        workbook.add_chartsheet("picture").set_chart(chart)

    assert weights(drawn("map.xlsx", raw.getvalue())) == {("a", "b"): -0.5}


ARCHIVE = "this is an archive and not an XLSX workbook; unpack it or save it as .xlsx"
FAR = "a sheet claims more than 5,000,000 cells; delete what lies far outside"
BAD = {
    "cell of a matrix": (
        book([[None, "a", "b"], ["b", 1.5, None], ["a", None, 0]]),
        "cell B2 of sheet Sheet1: weight 1.5 lies outside -1..1; divide by the strongest your scale has",
    ),
    "row of judgements": (
        book([*JUDGEMENTS, ["a", "b", "weak"]]),
        "row 3 of sheet Sheet1: a -> b is already judged by the same hand, row 2 of sheet Sheet1; keep one",
    ),
    "merged header": (
        book([[None, "a", None], ["a", 1, 0], ["b", 0, 1]], merged="B1:C1"),
        "cell C1 of sheet Sheet1: column C has no label; label it, and part cells that are merged",
    ),
    "title above": (
        book([["My matrix"], *MATRIX]),
        "cell B1 of sheet Sheet1: column B has no label; label it, and part cells that are merged",
    ),
    "several sheets": (
        book(MATRIX, JUDGEMENTS),
        "there are several sheets (Sheet1, Sheet2); keep one, or call the links judgements",
    ),
    "no row": (book(JUDGEMENTS[:1]), "row 1 of sheet Sheet1: there is a header and no row under it; add rows"),
    "empty": (book([]), "the workbook is empty; it needs a header and rows"),
    "a CSV renamed": (b"source,target\n", "this is not an XLSX workbook; name a CSV file .csv"),
    "an old workbook": (b"\xd0\xcf\x11\xe0rest", "this is an old spreadsheet file; save it as CSV (UTF-8)"),
    "another archive": (archive(x="y"), ARCHIVE),
    "cut short": (book(JUDGEMENTS)[:900], DAMAGED),
    "sheet damaged": (changed(book(JUDGEMENTS), SHEET, lambda part: part[:200]), DAMAGED),
    "texts damaged": (changed(book(JUDGEMENTS), "xl/sharedStrings.xml", lambda part: part[:120]), DAMAGED),
    "list of sheets damaged": (changed(book(JUDGEMENTS), "xl/workbook.xml", lambda _: b"x"), DAMAGED),
    "a cell in the last corner": (
        changed(book(JUDGEMENTS), SHEET, lambda part: part.replace(b'r="C2"', b'r="XFD1048576"')), FAR,
    ),
    "a row far down": (
        changed(book([["x"] * 10] * 2), SHEET, lambda part: part.replace(b'<row r="2"', b'<row r="1048576"')), FAR,
    ),
    "unpacks to 300 MB": (
        archive(**{"xl/workbook.xml": b"", SHEET: bytes(300_000_000)}),
        "the workbook is larger than 200 MB unpacked; save it as CSV",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("raw", "sentence"), BAD.values(), ids=BAD)
def test_workbooks_that_cannot_be_read_are_refused(refusal, raw, sentence):
    assert refusal("map.xlsx", raw) == ("map.xlsx", None, sentence)


def test_texts_that_look_like_formulas_are_written_as_text(tmp_path):
    write_map(FULL, tmp_path / "map.xlsx")

    with zipfile.ZipFile(tmp_path / "map.xlsx") as parts:
        sheets = [parts.read(name) for name in parts.namelist() if "worksheets/" in name]
        texts = parts.read("xl/sharedStrings.xml").decode()
    assert [b"<f>" in sheet for sheet in sheets] == [False] * len(sheets)
    assert ("<t>=1+1</t>" in texts, "<t>@SUM(A1)</t>" in texts) == (True, True)
