import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo._typing import silent
from tracktwo.errors import InputError
from tracktwo.exchange.table import read_table
from tracktwo.exchange.text import records

pieces = st.lists(st.sampled_from(["a", "b", '"', ",", "\n", '""', "\r\n", "\r", "é"]), max_size=14)


def expected(path, text):
    """What the record-by-record reading makes of it: rows, or a refusal with a line."""
    try:
        found = [record or ["", ""] for _, record in records(path, text.encode())]
    except InputError as error:
        return error.line
    return [[cell or None for cell in record] for record in found[1:]]


@settings(max_examples=300, deadline=None)
@given(pieces)
def test_fast_reading_is_the_same_as_record_by_record(tmp_path_factory, parts):
    path = tmp_path_factory.mktemp("table") / "table.csv"
    text = "x,y\n" + "".join(parts)
    path.write_text(text, newline="")

    try:
        table = read_table(path, silent, keep_in_memory=10)
        found = [list(row) for row in table.frame.rows()]
    except InputError as error:
        found = error.line

    assert found == expected(path, text)


def test_file_in_several_chunks_is_read_whole(tmp_path, monkeypatch):
    monkeypatch.setattr("tracktwo.exchange.table.CHUNK_BYTES", 100)
    path = tmp_path / "table.csv"
    rows = [[f"p{i}", str(i)] for i in range(200)]
    stream = io.StringIO()
    csv.writer(stream).writerows([["x", "y"], *rows])
    path.write_text(stream.getvalue(), newline="")
    told = []

    table = read_table(path, lambda *event: told.append(event), keep_in_memory=10)

    size = path.stat().st_size
    assert [list(row) for row in table.frame.rows()] == rows
    assert (len(told) > 10, told[-1]) == (True, ("reading table.csv", size, size))
