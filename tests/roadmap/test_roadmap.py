"""What cannot be meant by a roadmap is refused in one sentence."""

from dataclasses import replace
from datetime import date

import pytest

from tracktwo.dialogue import Party
from tracktwo.errors import InputError
from tracktwo.roadmap import (
    Absence,
    Blackout,
    Item,
    ItemState,
    Length,
    Meeting,
    Place,
    Roadmap,
    Seat,
)

DAY = date(2022, 3, 1)
PLAN = Roadmap(
    "r",
    DAY,
    date(2022, 6, 30),
    parties=(Party("nato"), Party("china")),
    places=(
        Place("brussels", "BE", "Europe/Brussels", party="nato"),
        Place("beijing", "CN", "Asia/Shanghai", party="china"),
    ),
    seats=(Seat("staff", "nato"), Seat("office", "china")),
    meetings=(Meeting("m1", stream="expert", level="experts", required=("staff",)),),
)
M = PLAN.meetings[0]

WRONG = {
    "ends before it begins": ({"last": date(2022, 1, 1)}, "the roadmap ends on 2022-01-01 before it begins on 2022-03-01"),
    "unknown zone": ({"seats": (Seat("staff", "nato", zone="Europe/Brüssel"),)}, "time zone 'Europe/Brüssel' is not known; write one such as Europe/Brussels or Asia/Shanghai"),
    "seat of no party": ({"seats": (Seat("staff", "eu"),)}, "party 'eu' is not among the parties (china, nato)"),
    "meeting twice": ({"meetings": (M, M)}, "meeting 'm1' appears twice; ids must differ"),
    "nobody required": ({"meetings": (Meeting("m1"),)}, "nobody is required in meeting 'm1'; name the offices that must be there"),
    "unknown office": ({"meetings": (Meeting("m1", required=("press",)),)}, "office 'press' is not in people.csv; add it there or correct it"),
    "unknown host": ({"meetings": (replace(M, host="eu"),)}, "host 'eu' is no side with a place of its own; use one of china, nato"),
    "unknown place": ({"meetings": (replace(M, place="geneva"),)}, "place 'geneva' is not known; use one of brussels, beijing"),
    "virtual for days": ({"meetings": (replace(M, format="virtual"),)}, "meeting 'm1' is virtual and lasts days; give hours, such as 3h"),
    "prepared by officials": ({"meetings": (Meeting("m1", required=("staff",)), Meeting("m2", required=("staff",), prepared_by="m1"))}, "meeting 'm2' is prepared by 'm1', which is no meeting of experts (Track II)"),
    "circle of meetings": ({"meetings": (replace(M, after=("m2",)), replace(M, id="m2", after=("m1",)))}, "these meetings wait for each other in a circle: m1, m2, m1; loosen one of them"),
    "series against order": ({"meetings": (replace(M, series="s", after=("m2",)), replace(M, id="m2", series="s"))}, "these meetings wait for each other in a circle: m1, m2, m1; loosen one of them"),
    "circle of items": ({"items": (Item("a", depends=("b",)), Item("b", depends=("c",)), Item("c", depends=("a",)))}, "these items depend on each other in a circle: a, b, c, a; loosen one of them"),
    "dropped in silence": ({"items": (Item("a", state=ItemState.DROPPED),)}, "item 'a' is dropped and nobody says why; fill in its reason"),
    "delivered unseen": ({"items": (Item("a", state=ItemState.DELIVERED),)}, "item 'a' is delivered and nothing shows it; fill in its evidence"),
    "unknown meeting": ({"items": (Item("a", meetings=("m9",)),)}, "meeting 'm9' is not in meetings.csv; add it there or correct it"),
    "unknown lead": ({"items": (Item("a", lead={"nato": "press"}),)}, "lead 'press' is not in people.csv; add it there or correct it"),
    "absence backwards": ({"absences": (Absence("staff", date(2022, 4, 2), date(2022, 4, 1)),)}, "the period from 2022-04-02 to 2022-04-01 runs backwards; correct it"),
    "absence of nobody": ({"absences": (Absence("press", DAY, DAY),)}, "office 'press' is not in people.csv; add it there or correct it"),
    "blackout of nobody": ({"blackouts": (Blackout("b", DAY, DAY, parties=("eu",)),)}, "party 'eu' is not among the parties (china, nato)"),
    "fixed outside": ({"meetings": (replace(M, day=date(2023, 1, 1)),)}, "meeting 'm1' is fixed on 2023-01-01, outside the roadmap (2022-03-01 to 2022-06-30)"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_meant_is_refused(name: str) -> None:
    changes, sentence = WRONG[name]

    with pytest.raises(InputError) as refused:
        replace(PLAN, **changes)

    assert str(refused.value) == sentence


def test_gap_leaves_time_for_papers() -> None:
    meeting = Meeting("m2", required=("staff",), prepared_by="m1", papers_due=21, gap=3)

    assert PLAN.gap_before(meeting) == 21


@pytest.mark.parametrize("text", ["", "3", "d", "0h", "15d", "1.5d", "13h", "-1h"])
def test_length_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Length.parse(text)
