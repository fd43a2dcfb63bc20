"""Cross-impact matrices as tables: read by label, refused with the line, written back."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.errors import InputError, OptionError
from tracktwo.exchange.cross_impact import cross_impact_csv, read_cross_impact, write_cross_impact
from tracktwo.influence.scenarios import CrossImpactMatrix, Descriptor

SQUARE = """\
source,A=a,A=b,B=c,B=d
A=a,0,0,2,-2
A=b,0,0,-1,1
B=c,1,-1,0,0
B=d,-3,3,0,0
"""
LONG = """\
source,source_state,target,target_state,impact
A,a,B,c,2
A,a,B,d,-2
A,b,B,c,-1
A,b,B,d,1
B,c,A,a,1
B,c,A,b,-1
B,d,A,a,-3
B,d,A,b,3
"""
PLAIN = (
    (("A", ("a", "b")), ("B", ("c", "d"))),
    [[0, 0, 2, -2], [0, 0, -1, 1], [1, -1, 0, 0], [-3, 3, 0, 0]],
)

Read = Callable[[str | bytes], CrossImpactMatrix]


def as_plain(matrix: CrossImpactMatrix) -> tuple[object, object]:
    return tuple((one.id, one.states) for one in matrix.descriptors), matrix.impacts.tolist()


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def reading(content: str | bytes, name: str = "matrix.csv") -> CrossImpactMatrix:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_cross_impact(path)

    return reading


@pytest.fixture
def refusal(read: Read) -> Callable[[str | bytes], tuple[int | None, str]]:
    def refused(content: str | bytes) -> tuple[int | None, str]:
        with pytest.raises(InputError) as caught:
            read(content)
        assert Path(caught.value.file).name == "matrix.csv"
        return caught.value.line, caught.value.message

    return refused


@pytest.mark.parametrize(
    "content",
    [
        SQUARE,
        SQUARE.replace("source", ""),
        SQUARE.replace("\n", "\r\n"),
        b"\xef\xbb\xbf" + SQUARE.encode(),
        SQUARE.replace(",0", ","),
        SQUARE.replace("=", " = ").replace(",", ", "),
        SQUARE.replace("-", "\N{MINUS SIGN}"),
        "\n" + SQUARE.replace("\nB=c", "\n\n,,,,\nB=c") + "\n\n",
        LONG,
        "impact,target_state,target,source_state,source\n"
        + "\n".join(",".join(reversed(row.split(","))) for row in LONG.splitlines()[1:]),
    ],
)
def test_table_is_read_however_it_is_typed(read: Read, content: str | bytes) -> None:
    assert as_plain(read(content)) == PLAIN


def test_tabs_are_read_from_a_tsv(read: Read) -> None:
    assert as_plain(read(SQUARE.replace(",", "\t"), "matrix.tsv")) == PLAIN


def test_cells_are_put_in_place_by_their_labels(read: Read) -> None:
    """Rows in another order than columns, states of a descriptor apart from each other."""
    matrix = read(
        "x,B=d,A=a,B=c,A=b\nA=b,1,0,-1,0\nB=d,0,-3,0,3\nA=a,-2,0,2,0\nB=c,0,1,0,-1\n",
    )

    assert as_plain(matrix) == (
        (("B", ("d", "c")), ("A", ("a", "b"))),
        [[0, 0, -3, 3], [0, 0, 1, -1], [-2, 2, 0, 0], [1, -1, 0, 0]],
    )


def test_states_may_hold_an_equals_sign(read: Read) -> None:
    matrix = read(SQUARE.replace("=a", "=x=1"))

    assert matrix.descriptors[0] == Descriptor("A", ("x=1", "b"))


BOTH = "both axes need the same states"


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ("", None, "the file is empty; it needs a header line and rows"),
        (SQUARE.encode("utf-16"), None, "the text is UTF-16; save it as UTF-8 and try again"),
        (
            SQUARE.replace("=c", "=\N{LATIN SMALL LETTER E WITH ACUTE}").encode("latin-1"),
            1,
            "the text is not UTF-8; save it as UTF-8 and try again",
        ),
        (SQUARE.replace(",", ";").replace("2;", "2,5;"), 1, "cells are parted by semicolons; save the table with commas"),
        (b"PK\x03\x04rest", None, "this is a zip or spreadsheet file; unpack it or save it as CSV (UTF-8)"),
        (
            SQUARE.replace("A=b,0,0,-1,1", "A=b,0,0,-1"),
            3,
            "the row has 4 cells and the header 5; make them the same",
        ),
        (
            SQUARE.replace("source,A=a", "source,Aa"),
            1,
            "'Aa' stands where a state should; write Descriptor=state",
        ),
        (
            SQUARE.replace("\n", ",\n"),
            1,
            "'' stands where a state should; write Descriptor=state",
        ),
        (SQUARE.replace("\nB=c", "\nB"), 4, "'B' stands where a state should; write Descriptor=state"),
        (SQUARE.replace("B=d\n", "B=c\n"), 1, "'B=c' is there twice; keep one"),
        (SQUARE.replace("\nB=d", "\nB=c"), 5, "'B=c' is there on line 4 too; keep one"),
        (SQUARE.replace("B=d,-3,3,0,0\n", ""), 1, f"'B=d' has a column and no row; {BOTH}"),
        (SQUARE + "B=e,0,0,0,0\n", 6, f"'B=e' has a row and no column; {BOTH}"),
        (SQUARE.replace("\nB=c", "\nB=C"), 4, f"'B=C' has a row and no column; {BOTH}"),
        (
            SQUARE.replace("2,-2", "2,strong"),
            2,
            "the impact of 'A=a' on 'B=d' is 'strong'; write a number such as -2 or 0.5, or nothing",
        ),
        (
            SQUARE.replace("2,-2", '"1,5",-2'),
            2,
            "the impact of 'A=a' on 'B=c' is '1,5'; write a number such as -2 or 0.5, or nothing",
        ),
        (
            SQUARE.replace("2,-2", "nan,-2"),
            2,
            "the impact of 'A=a' on 'B=c' is nan; use numbers from -1000 to 1000",
        ),
        (
            SQUARE.replace("2,-2", "1e9,-2"),
            2,
            "the impact of 'A=a' on 'B=c' is 1000000000; use numbers from -1000 to 1000",
        ),
        (
            SQUARE.replace("2,-2", "0.12345678,-2"),
            2,
            "the impact of 'A=a' on 'B=c' is 0.12345678; round it to 6 decimals",
        ),
        (
            SQUARE.replace("B=c,1,-1,0,0", "B=c,1,-1,0,1"),
            4,
            "'B=c' has an impact on 'B=d', a state of the same descriptor; leave it empty or 0",
        ),
        (
            "source,A=a,A=b,B=c\nA=a,0,0,1\nA=b,0,0,1\nB=c,0,0,0\n",
            1,
            "descriptor 'B' has a single state; give it two or more",
        ),
        (
            "source,A=a,A=b\nA=a,0,0\nA=b,0,0\n",
            1,
            "a cross-impact matrix needs two descriptors or more",
        ),
        ("Descriptor\n", 1, "a cross-impact matrix needs two descriptors or more"),
        (
            LONG.replace("A,b,B,c,-1", "A,b,B,c,much"),
            4,
            "the impact of 'A=b' on 'B=c' is 'much'; write a number such as -2 or 0.5, or nothing",
        ),
        (LONG + "A,a,B,c,1\n", 10, "the impact of 'A=a' on 'B=c' is on line 2 too; keep one"),
        (LONG.replace("A,b,B,c", "A,,B,c"), 4, "'A=' stands where a state should; write Descriptor=state"),
        (
            LONG.replace("A,b,B,c,-1", "A,b,A,a,-1"),
            4,
            "'A=b' has an impact on 'A=a', a state of the same descriptor; leave it empty or 0",
        ),
        (
            LONG.replace("\n", ",because\n").replace("because", "why", 1),
            1,
            (
                "column 'why' is not known; allowed are source, source_state, target, "
                "target_state, impact"
            ),
        ),
        (
            LONG.replace("\n", ",impact\n"),
            1,
            "column 'impact' appears twice; keep one",
        ),
    ],
)  # fmt: skip
def test_table_that_cannot_be_read_is_refused_with_its_line(
    refusal: Callable[[str | bytes], tuple[int | None, str]],
    content: str | bytes,
    line: int | None,
    message: str,
) -> None:
    assert refusal(content) == (line, message)


def test_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file; check the path"):
        read_cross_impact(tmp_path / "none.csv")


NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=6
)
STATES = NAMES.filter(lambda name: name == name.strip())
IDS = STATES.filter(lambda name: "=" not in name)
IMPACTS = st.integers(-1_000_000, 1_000_000).map(lambda steps: steps / 1000)


@st.composite
def named(draw: st.DrawFn) -> CrossImpactMatrix:
    ids = draw(st.lists(IDS, min_size=2, max_size=3, unique=True))
    descriptors = tuple(
        Descriptor(one, tuple(draw(st.lists(STATES, min_size=2, max_size=3, unique=True))))
        for one in ids
    )
    owner = np.repeat(np.arange(len(ids)), [len(one.states) for one in descriptors])
    n = len(owner)
    cells = np.array(draw(st.lists(IMPACTS, min_size=n * n, max_size=n * n))).reshape(n, n)
    return CrossImpactMatrix(descriptors, np.where(owner[:, None] == owner, 0.0, cells))


@given(matrix=named())
@settings(deadline=None)
def test_matrix_written_is_read_back_equal(
    tmp_path_factory: pytest.TempPathFactory, matrix: CrossImpactMatrix
) -> None:
    path = tmp_path_factory.mktemp("written") / "matrix.csv"

    write_cross_impact(matrix, path)

    assert as_plain(read_cross_impact(path)) == as_plain(matrix)


@given(matrix=named(), shuffle=st.randoms())
@settings(deadline=None)
def test_order_of_rows_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, matrix: CrossImpactMatrix, shuffle
) -> None:
    head, *rows = cross_impact_csv(matrix).splitlines(keepends=True)
    shuffle.shuffle(rows)
    path = tmp_path_factory.mktemp("shuffled") / "matrix.csv"
    path.write_text("".join((head, *rows)), encoding="utf-8", newline="")

    assert as_plain(read_cross_impact(path)) == as_plain(matrix)


def test_example_is_read_and_written_as_it_is(tmp_path: Path) -> None:
    example = Path(__file__).parents[2] / "examples/nato-china/cross_impact.csv"

    write_cross_impact(read_cross_impact(example), tmp_path / "again.csv")

    assert (tmp_path / "again.csv").read_bytes() == example.read_bytes()


def test_folder_cannot_be_written_to(read: Read, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="cannot write"):
        write_cross_impact(read(SQUARE), tmp_path)
