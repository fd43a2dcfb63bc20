"""Headings that say who perceives whom."""

import pytest

from tracktwo.exchange.document.claims import claim_of


@pytest.mark.parametrize(
    ("heading", "by", "of"),
    [
        ("Northern perceptions of the South", "Northern", "South"),
        ("The North’s images of the South", "North", "South"),
        ("North’s perceptions and concerns about the South", "North", "South"),
        ("Perceptions of the South by the North", "North", "South"),
        ("Perceptions of the South in the North", "North", "South"),
        ("How the North sees the South", "North", "South"),
        ("What the North thinks of the South", "North", "South"),
        ("The South as seen by the North", "North", "South"),
        ("The South in the eyes of the North", "North", "South"),
        ("Northern perceptions of the South: a summary", "Northern", "South"),
        ("Perceptions karsiennes de la Valdonie", "karsiennes", "Valdonie"),
        ("Perceptions de la Karsie par la Valdonie", "Valdonie", "Karsie"),
        ("Perceptions de la Karsie à l’égard de la Valdonie", "Karsie", "Valdonie"),
        ("Comment la Karsie perçoit la Valdonie", "Karsie", "Valdonie"),
        ("La Karsie vue par la Valdonie", "Valdonie", "Karsie"),
        ("La Karsie aux yeux de l’Ouest", "Ouest", "Karsie"),
        ("Ce que la Karsie pense de l’Ouest", "Karsie", "Ouest"),
        ("甲国对乙国的看法", "甲国", "乙国"),
        ("甲方对乙方的主要认知与误解", "甲方", "乙方"),
        ("甲国如何看待乙国", "甲国", "乙国"),
        ("甲国眼中的乙国", "甲国", "乙国"),
    ],
)
def test_claim_is_read(heading: str, by: str, of: str) -> None:
    claim = claim_of(heading, 1)

    assert claim is not None
    assert (claim.by, claim.of, claim.is_sure) == (by, of, True)


@pytest.mark.parametrize(
    ("heading", "by", "of"),
    [
        ("Northern views of the South", "Northern", "South"),
        ("The North on the South", "North", "South"),
        ("La Karsie sur la Valdonie", "Karsie", "Valdonie"),
        ("North → South", "North", "South"),
        ("Perceptions of the South", "", "South"),
        ("甲国看乙国", "甲国", "乙国"),
    ],
)
def test_claim_that_needs_a_mirror_is_not_sure(heading: str, by: str, of: str) -> None:
    claim = claim_of(heading, 1)

    assert claim is not None
    assert (claim.by, claim.of, claim.is_sure) == (by, of, False)


@pytest.mark.parametrize(
    "heading",
    [
        "Consequences and risks",
        "Perceptions and misperceptions in relations between the coast and the hills",
        "Mutual perceptions of each other",
        "How the two sides see each other",
        "双方对彼此的看法",
        "Points de vue",
        "A " * 100 + "sees B",
    ],
)
def test_heading_without_two_names_makes_no_claim(heading: str) -> None:
    assert claim_of(heading, 1) is None
