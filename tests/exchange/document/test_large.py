"""Documents of a million characters in awkward shapes: read in one pass, or these would not end."""

import pytest

from tests.exchange.document.conftest import Read

SIZE = 1_000_000


def _filled(piece: str) -> str:
    return piece * (SIZE // len(piece))


@pytest.mark.parametrize(
    ("text", "brackets", "doubts"),
    [
        (_filled("a"), 0, 0),
        (_filled("["), 0, 0),
        ("[" * (SIZE // 2) + "]" * (SIZE // 2), 1, 0),
        (_filled("a/"), 0, 0),
        (_filled("?"), 0, 1),
        (_filled("a."), 0, 0),
        (_filled("甲"), 0, 0),
        (_filled("one two/three? four "), 0, SIZE // 20),
        (_filled("it is [so] now. "), SIZE // 16, 0),
    ],
    ids=["letters", "open", "nested", "slashes", "questions", "dots", "chinese", "doubts", "pairs"],
)
def test_long_line_is_read(proposal_of: Read, text: str, brackets: int, doubts: int) -> None:
    found = proposal_of(text)

    assert (len(found.brackets), len(found.doubts)) == (brackets, doubts)


def test_many_sections_are_read(proposal_of: Read) -> None:
    found = proposal_of("HOW ALAND SEES BESIA\n\n- It waits.\n\nRISKS\n\n- War.\n\n" * 5_000)

    assert (len(found.perceptions), len(found.consequences)) == (5_000, 5_000)
