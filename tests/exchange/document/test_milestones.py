"""Milestones, with and without a heading."""

from tests.exchange.document.conftest import Read, unsure


def _read(proposal_of: Read, text: str) -> list[tuple[str, str, int]]:
    return [(one.dated, one.text, one.line) for one in proposal_of(text).milestones]


def test_bullets_with_dates(proposal_of: Read) -> None:
    assert _read(proposal_of, "Timeline\n\n- 2002: Visit.\n- May 2003: War.\n- Peace.\n") == [
        ("2002", "Visit.", 3),
        ("May 2003", "War.", 4),
    ]


def test_date_alone_dates_what_follows(proposal_of: Read) -> None:
    assert _read(proposal_of, "# Chronology\n\n## 2002\n\nVisit.\n\n## 2003\n\nWar.\n") == [
        ("2002", "Visit.", 3),
        ("2003", "War.", 7),
    ]


def test_three_dated_entries_are_a_chronology_without_heading(proposal_of: Read) -> None:
    text = "What we did\n\n2002 Visit.\n\n2003 War.\n\n2004 Peace.\n"

    found = proposal_of(text)

    assert [one.start for one in found.milestones] == [2002, 2003, 2004]
    assert unsure(found) == [("undated_section", 3, "2002", "")]


def test_two_dated_paragraphs_elsewhere_are_none(proposal_of: Read) -> None:
    assert _read(proposal_of, "What we did\n\n2002 Visit.\n\n2003 War.\n") == []


def test_dates_of_the_bibliography_are_none(proposal_of: Read) -> None:
    assert _read(proposal_of, "References\n\n2002 Book.\n\n2003 Book.\n\n2004 Book.\n") == []


def test_list_from_the_latest_on_is_in_order(proposal_of: Read) -> None:
    assert unsure(proposal_of("Milestones\n\n2004 C.\n\n2003 B.\n\n2002 A.\n")) == []
