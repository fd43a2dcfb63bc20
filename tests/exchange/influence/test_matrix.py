"""Square tables: matched by label, never by order."""

import pytest

BAD = {
    "column without row": (",a,b\na,0.5,0\n", 1, "column 'b' has no row of that name; add the row or correct the label"),
    "row without column": (",a\na,0.5\nc,0\n", 3, "row 'c' has no column of that name; add the column or correct the label"),
    "label misspelt": (",a,b\na,0.5,0\nB,0,0.25\n", 1, "column 'b' has no row of that name; add the row or correct the label"),
    "two columns": (",a,a\na,0.5,0\nb,0,0.25\n", 1, "label 'a' stands on two columns; labels must differ"),
    "two rows": (",a,b\na,0.5,0\na,0,0.25\n", 3, "label 'a' stands on two rows; labels must differ"),
    "column without label": (",a,\na,0.5,0\nb,0,0.25\n", 1, "column C has no label; label it, and part cells that are merged"),
    "row without label": (",a,b\na,0.5,0\n,0,0.25\n", 3, "the row has no label; label it, and part cells that are merged"),
    "out of range": (",a,b\na,0.5,0\nb,2,0\n", 3, "weight 2 lies outside -1..1; divide by the strongest your scale has"),
    "decimal comma": (',a,b\na,0.5,0\nb,"0,3",0\n', 3, "weight '0,3' has a decimal comma; write 0.3"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "line", "sentence"), BAD.values(), ids=BAD)
def test_matrices_that_cannot_be_meant_are_refused(refusal, content, line, sentence):
    assert refusal("map.csv", content) == ("map.csv", line, sentence)


def test_rows_in_another_order_than_columns_are_matched_by_label(drawn, weights):
    read = drawn("map.csv", ",a,b,c\nc,0.1,,\nb,,,-0.2\na,,0.3,\n")

    assert read.ids == ("a", "b", "c")
    assert weights(read) == {("a", "b"): 0.3, ("b", "c"): -0.2, ("c", "a"): 0.1}


def test_zero_beside_empty_cells_was_drawn(drawn, weights):
    assert weights(drawn("map.csv", ",a,b\na,,0\nb,0.5,\n")) == {("a", "b"): 0.0, ("b", "a"): 0.5}


def test_zeros_that_fill_a_matrix_are_absent(drawn, weights):
    assert weights(drawn("map.csv", ",a,b\na,0,0\nb,0.5,0\n")) == {("b", "a"): 0.5}


def test_zeros_are_what_the_reader_is_told(drawn, weights):
    full, sparse = ",a,b\na,0,0\nb,0.5,0\n", ",a,b\na,,0\nb,0.5,\n"

    assert len(weights(drawn("full.csv", full, zeros="drawn"))) == 4
    assert weights(drawn("sparse.csv", sparse, zeros="absent")) == {("b", "a"): 0.5}


def test_words_and_tabs_are_read_in_a_matrix(drawn, weights):
    assert weights(drawn("map.tsv", "\ta\tb\na\t\t-strong\nb\t弱\t\n")) == {
        ("a", "b"): -0.7,
        ("b", "a"): 0.3,
    }
