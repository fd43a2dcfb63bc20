"""Areas of common interest in the shapes reports give them."""

from tests.exchange.document.conftest import Read, unsure
from tracktwo.exchange.document import Area


def _areas(proposal_of: Read, text: str) -> list[tuple[str, int]]:
    found = proposal_of(f"VI. COMMON INTERESTS\n\n{text}\n")
    return [(one.name, one.line) for one in found.areas]


def test_list_of_areas(proposal_of: Read) -> None:
    assert _areas(proposal_of, "- Fish\n- Ships: both need them.\n- Floods hurt us both.") == [
        ("Fish", 3),
        ("Ships", 4),
        ("Floods hurt us both.", 5),
    ]


def test_bullets_inside_an_area_are_its_own(proposal_of: Read) -> None:
    text = "1. Fish\n\nBoth eat it.\n\n- cod\n- eel\n\n2. Ships\n\nBoth sail."

    assert _areas(proposal_of, text) == [("Fish", 3), ("Ships", 10)]


def test_area_that_speaks_of_risk_stays_an_area(proposal_of: Read) -> None:
    text = "1. Fish\n\nBoth eat it.\n\n2. Shared risks at sea\n\nBoth sail."

    found = proposal_of(f"VI. COMMON INTERESTS\n\n{text}\n\nVII. RISKS\n\n- War.\n")

    assert found.areas == (Area("Fish", "VI.1", 3), Area("Shared risks at sea", "VI.2", 7))
    assert [one.text for one in found.consequences] == ["War."]


def test_numbers_that_run_on_are_not_remarked(proposal_of: Read) -> None:
    text = "VI. COMMON INTERESTS\n\n3. Fish\n\nBoth eat it.\n\n4. Ships\n\nBoth sail.\n"

    assert unsure(proposal_of(text)) == []


def test_milestones_under_areas_are_milestones(proposal_of: Read) -> None:
    text = "VI. COMMON INTERESTS\n\nFish\n\nBoth eat it.\n\nMilestones\n\n2002 Visit.\n"

    found = proposal_of(text)

    assert [one.name for one in found.areas] == ["Fish"]
    assert [one.start for one in found.milestones] == [2002]
