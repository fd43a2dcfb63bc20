"""A small roadmap: two homes, three offices a side at most, four meetings, four items."""

from datetime import date

from tracktwo.dialogue import Party
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
from tracktwo.roadmap.chronology import Chronology, Milestone, When
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.roadmaps.domain.items import Entry, propose_item
from tracktwo_web.roadmaps.domain.lay import lay_roadmap
from tracktwo_web.roadmaps.models import Item as Row
from tracktwo_web.roadmaps.models import Plan

LEADS = {"nato": "west-desk", "china": "east-desk"}
PARTIES = (Party("nato", {"en": "NATO"}), Party("china", {"en": "China"}))
PLACES = (
    Place("brussels", "BE", "Europe/Brussels", "nato", names={"en": "Brussels", "zh": "布鲁塞尔"}),
    Place("beijing", "CN", "Asia/Shanghai", "china", names={"en": "Beijing", "zh": "北京"}),
)
OFFICES = (
    Seat("west-desk", "nato", zone="Europe/Brussels", country="BE", names={"en": "Western desk"}),
    Seat(
        "west-chair",
        "nato",
        "expert",
        "Europe/Brussels",
        "BE",
        names={"en": "Western chair"},
        address="west" + "@" + "office.example",
    ),
    Seat("east-desk", "china", zone="Asia/Shanghai", country="CN", names={"en": "Eastern desk"}),
    Seat("east-chair", "china", "expert", "Asia/Shanghai", "CN", names={"en": "Eastern chair"}),
)
DESKS, CHAIRS = ("west-desk", "east-desk"), ("west-chair", "east-chair")
MEETINGS = (
    Meeting(
        "experts",
        {"en": "Experts meet", "zh": "专家会议"},
        "expert",
        "experts",
        "virtual",
        "nato",
        length=Length.parse("3h"),
        day=date(2022, 4, 5),
        required=CHAIRS,
        outcome={"en": "A paper of six pages."},
    ),
    Meeting(
        "talks-1",
        {"en": "Talks I"},
        series="talks",
        papers_due=10,
        prepared_by="experts",
        latest=date(2022, 7, 15),
        required=DESKS,
        agenda={"en": "Points of contact"},
    ),
    Meeting("talks-2", {"en": "Talks II"}, series="talks", required=DESKS, optional=CHAIRS),
    Meeting(
        "video",
        {"en": "Video call"},
        format="virtual",
        length=Length.parse("2h"),
        required=DESKS,
    ),
)
ITEMS = (
    Item(
        "contacts",
        {"en": "A list of contacts", "zh": "联络点名单"},
        {"en": "Each was reached once"},
        theme="Channels",
        lead=LEADS,
        meetings=("talks-1",),
        due=date(2022, 9, 30),
        state=ItemState.AGREED,
    ),
    Item(
        "paper",
        {"en": "A joint paper"},
        {"en": "It is published"},
        lead=LEADS,
        meetings=("experts",),
        due=date(2022, 5, 31),
        state=ItemState.HELD,
    ),
    Item(
        "test-calls",
        {"en": "Test calls"},
        {"en": "Six were answered"},
        lead=LEADS,
        depends=("contacts",),
        due=date(2022, 6, 30),
        new_due=date(2022, 12, 16),
        state=ItemState.SLIPPED,
        reason={"en": "The list comes first."},
    ),
    Item(
        "observers",
        {"en": "Observers at exercises"},
        lead={"nato": "west-desk"},
        state=ItemState.DROPPED,
        reason={"en": "Too early."},
    ),
)
CHRONOLOGY = Chronology(
    (
        Milestone(
            "visit",
            When.parse("2007"),
            {"en": "A visit to headquarters.", "zh": "访问总部。"},
            ("nato", "china"),
            "senior",
            ("contacts",),
            ("Report of 2021",),
        ),
        Milestone(
            "patrol",
            When.parse("2008-12"),
            {"en": "Ships patrol together."},
            ("nato", "china"),
            "working",
            ("maritime",),
            account="nato",
            agreed="one",
            event="patrols",
        ),
        Milestone(
            "patrol-east",
            When.parse("2009-01"),
            {"en": "Ships patrol beside each other."},
            ("nato", "china"),
            "working",
            ("maritime",),
            account="china",
            agreed="one",
            event="patrols",
        ),
    ),
    PARTIES,
)


def a_value(**changed: object) -> Roadmap:
    """The roadmap as the library knows it."""
    told = {
        "parties": PARTIES,
        "places": PLACES,
        "seats": OFFICES,
        "meetings": MEETINGS,
        "items": ITEMS,
        "blackouts": (Blackout("august", date(2022, 7, 25), date(2022, 8, 26), {"en": "August"}),),
        "absences": (Absence("east-desk", date(2022, 6, 6), date(2022, 6, 10)),),
        "title": {"en": "Roadmap of the first year (simulated)"},
    }
    return Roadmap("r-1", date(2022, 3, 1), date(2022, 12, 31), **told | changed)


def a_plan(dialogue: Dialogue, **changed: object) -> Plan:
    """The same on a dialogue's table, with what happened before."""
    return lay_roadmap(dialogue, a_value(**changed), CHRONOLOGY)


def an_entry(**changed: object) -> Entry:
    told = {
        "deliverable": {"en": "Notice of exercises", "fr": "Préavis d’exercices"},
        "done_when": {"en": "Each side has given notice once"},
        "lead": LEADS,
    }
    return Entry(**told | changed)


def a_proposed_item(plan: Plan, side: str = "nato", **changed: object) -> Row:
    """Something that a member of a side has proposed."""
    return propose_item(plan, an_entry(**changed), side=plan.dialogue.sides.get(code=side))
