"""The demonstration's roadmap: the example's, with the days of its best calendar drafted."""

from datetime import date

from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.operations.demo.example import read_example_roadmap
from tracktwo_web.operations.demo.texts import PROPOSED_ITEM
from tracktwo_web.roadmaps.domain.items import Entry, propose_item
from tracktwo_web.roadmaps.domain.lay import lay_roadmap
from tracktwo_web.roadmaps.domain.meetings import take_calendar

CALENDAR = (
    ("track2-relief", date(2022, 9, 20), "nato"),
    ("naval-2", date(2022, 10, 8), "china"),
    ("consultations-2", date(2022, 10, 31), "china"),
    ("track2-regional", date(2022, 11, 2), "china"),
    ("staff-talks-1", date(2022, 11, 7), "china"),
    ("regional", date(2023, 1, 9), "china"),
    ("track2-review", date(2023, 2, 6), "nato"),
    ("review-1", date(2023, 3, 15), "china"),
    ("naval-3", date(2023, 3, 20), "nato"),
    ("track2-terror", date(2023, 3, 20), "china"),
    ("relief-exercise", date(2023, 4, 17), "china"),
    ("track2-technology", date(2023, 5, 8), "nato"),
    ("terror", date(2023, 5, 15), "nato"),
    ("consultations-3", date(2023, 6, 12), "nato"),
    ("doctrine", date(2023, 9, 5), "nato"),
    ("staff-talks-2", date(2023, 10, 9), "nato"),
    ("track2-next", date(2023, 10, 10), "china"),
    ("political", date(2024, 1, 16), "china"),
)
"""What `tracktwo schedule` finds for the example; a test looks that it still does."""


def lay_plan(dialogue: Dialogue) -> None:
    """The example's roadmap and its calendar, and an item more that one side proposes."""
    plan = lay_roadmap(dialogue, *read_example_roadmap())
    take_calendar(plan, CALENDAR)
    china = dialogue.sides.get(code="china")
    propose_item(plan, Entry(**PROPOSED_ITEM), side=china, speaks_for_side=True)
