"""Milestones over time: rows from top to bottom, the longest gap, and what stands in the table."""

from datetime import date

import pytest

from tracktwo.dialogue import Party
from tracktwo.figures.roadmap import chronology_picture
from tracktwo.figures.roadmap.chronology import longest_gap
from tracktwo.locale import translator
from tracktwo.roadmap.chronology import Chronology, Milestone, When

PARTIES = (Party("north", {"en": "North"}), Party("south", {"en": "South"}))


def told(*dates: str) -> Chronology:
    milestones = (
        Milestone(f"m{n}", When.parse(one), {"en": f"Event {n}."}, account="north" if n % 2 else "")
        for n, one in enumerate(dates)
    )
    return Chronology(tuple(milestones), PARTIES)


@pytest.mark.parametrize(
    ("dates", "gap"),
    [
        (("2002", "2007"), (date(2003, 1, 1), date(2006, 12, 31))),
        (("2002/2010", "2005", "2012-06-01"), (date(2011, 1, 1), date(2012, 5, 31))),
        (("2002", "2003"), None),
        (("2002/..", "2030"), None),
    ],
)
def test_longest_gap_is_between_what_is_told(dates, gap) -> None:
    found = longest_gap(told(*dates))

    assert (found and (found.first, found.last)) == gap


def test_title_says_what_years_nothing_is_told_of() -> None:
    figure = chronology_picture(told("2002", "2007"), translator("fr"))

    assert figure.title == "2 jalons\u202f; de 2003 à 2006, rien n’est relaté"
    assert [row[2] for row in figure.table.rows] == ["Les deux parties", "North"]


def test_chronology_of_nothing_is_no_picture() -> None:
    assert chronology_picture(Chronology((), PARTIES), translator("en")) is None
