"""A text in pages."""

from tracktwo.text import Unit, UnitKind
from tracktwo_web.texts.sheet import LONGEST_PAGE, in_brief, parts_of


def a_text(*sections: int) -> list[Unit]:
    """Sections of so many paragraphs, each under a heading and with a lower heading in it."""
    made: list[Unit] = []
    for number, paragraphs in enumerate(sections, start=1):
        made.append(Unit(f"h{number}", UnitKind.HEADING))
        made.append(Unit(f"h{number}-low", UnitKind.HEADING, level=2))
        made += [Unit(f"u{number}-{one}") for one in range(paragraphs)]
    return made


def lengths(units: list[Unit]) -> list[int]:
    parts = parts_of(units)
    assert [one for part in parts for one in part.units] == units
    return [len(part.units) for part in parts]


def test_short_text_is_one_page() -> None:
    assert lengths(a_text(50, 50)) == [104]


def test_long_text_is_divided_before_its_highest_headings() -> None:
    assert lengths(a_text(60, 60, 60, 60)) == [124, 124]


def test_section_longer_than_a_page_is_divided_too() -> None:
    assert lengths(a_text(10, 400)) == [12, LONGEST_PAGE, LONGEST_PAGE, 102]


def test_text_without_headings_is_divided_by_number() -> None:
    assert lengths([Unit(f"u{one}") for one in range(301)]) == [150, 150, 1]


def test_text_without_units_is_one_empty_page() -> None:
    assert lengths([]) == [0]


def test_unit_in_brief_is_cut_and_has_no_marks() -> None:
    unit = Unit("u1", texts={"en": "We [shall/may]{id:b1} meet\nsoon, and often."}, number="3.")

    assert in_brief(unit, ["fr", "en"]) == "3. We [shall/may] meet soon, and often."
    assert in_brief(unit, ["en"], 14) == "3. We [shall/may]…"
    assert in_brief(unit, ["zh"]) == "3."
