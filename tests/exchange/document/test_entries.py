"""The points of a section."""

import pytest

from tests.exchange.document.conftest import Read
from tracktwo.exchange.document.entries import split_lead


def _risks(proposal_of: Read, text: str) -> list[tuple[str, str]]:
    found = proposal_of(f"III. RISKS\n\n{text}\n")
    return [(one.source, one.text) for one in found.consequences]


def test_items_set_in_deeper_belong_to_the_one_above(proposal_of: Read) -> None:
    text = "- War:\n    - at sea\n    - on land\n- Trade stops."

    assert _risks(proposal_of, text) == [
        ("III.1", "War: at sea; on land"),
        ("III.2", "Trade stops."),
    ]


def test_bullets_under_numbers_belong_to_them(proposal_of: Read) -> None:
    assert _risks(proposal_of, "1. War comes.\n- At sea.\n2. Trade stops.") == [
        ("III.1", "War comes. At sea."),
        ("III.2", "Trade stops."),
    ]


def test_headings_stand_in_where_there_is_no_list(proposal_of: Read) -> None:
    text = "1. War\n\nIt comes at night.\n\n2. Ruin\n\nIt comes by day."

    assert _risks(proposal_of, text) == [("III.1", "War"), ("III.2", "Ruin")]


def test_framing_headings_are_no_points(proposal_of: Read) -> None:
    text = "Background\n\nLong ago it was calm.\n\nWar\n\nIt comes at night."

    assert _risks(proposal_of, text) == [("III.1", "War")]


def test_subheading_is_the_theme_of_its_perceptions(proposal_of: Read) -> None:
    text = "HOW ALAND SEES BESIA\n\nWater\n\n- It drinks.\n\nTrade\n\n- Tariffs: they rise.\n- It sells.\n"

    found = proposal_of(text)

    assert [(one.theme, one.text) for one in found.perceptions] == [
        ("Water", "It drinks."),
        ("Trade", "Tariffs: they rise."),
        ("Trade", "It sells."),
    ]


def test_section_without_a_list_says_so(proposal_of: Read) -> None:
    found = proposal_of("III. RISKS\n\nThey are many, and they are known to all.\n")

    assert [(one.kind, one.line, one.text) for one in found.remarks] == [("no_list", 1, "RISKS")]


@pytest.mark.parametrize(
    ("text", "lead", "rest"),
    [
        ("Safety at sea: both escort.", "Safety at sea", "both escort."),
        ("Safety at sea – both escort.", "Safety at sea", "both escort."),
        ("海上安全：双方护航。", "海上安全", "双方护航。"),
        ("Both escort ships.", "", "Both escort ships."),
        ("It ends. Then: war.", "", "It ends. Then: war."),
    ],
)
def test_lead_is_split_off(text: str, lead: str, rest: str) -> None:
    assert split_lead(text) == (lead, rest)
