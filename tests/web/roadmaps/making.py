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
    Place(
        "brussels",
        "BE",
        "Europe/Brussels",
        "nato",
        names={"en": "Brussels", "zh": "布鲁塞尔", "fr": "Bruxelles"},
    ),
    Place(
        "beijing",
        "CN",
        "Asia/Shanghai",
        "china",
        names={"en": "Beijing", "zh": "北京", "fr": "Pékin"},
    ),
)
OFFICES = (
    Seat(
        "west-desk",
        "nato",
        zone="Europe/Brussels",
        country="BE",
        names={"en": "Western desk", "zh": "西方部门", "fr": "Bureau occidental"},
    ),
    Seat(
        "west-chair",
        "nato",
        "expert",
        "Europe/Brussels",
        "BE",
        names={"en": "Western chair", "zh": "西方主席", "fr": "Présidence occidentale"},
        address="west" + "@" + "office.example",
    ),
    Seat(
        "east-desk",
        "china",
        zone="Asia/Shanghai",
        country="CN",
        names={"en": "Eastern desk", "zh": "东方部门", "fr": "Bureau oriental"},
    ),
    Seat(
        "east-chair",
        "china",
        "expert",
        "Asia/Shanghai",
        "CN",
        names={"en": "Eastern chair", "zh": "东方主席", "fr": "Présidence orientale"},
    ),
)
DESKS, CHAIRS = ("west-desk", "east-desk"), ("west-chair", "east-chair")
MEETINGS = (
    Meeting(
        "experts",
        {"en": "Experts meet", "zh": "专家会议", "fr": "Réunion d’experts"},
        "expert",
        "experts",
        "virtual",
        "nato",
        length=Length.parse("3h"),
        day=date(2022, 4, 5),
        required=CHAIRS,
        outcome={
            "en": "A paper of six pages.",
            "zh": "六页文件。",
            "fr": "Un document de six pages.",
        },
    ),
    Meeting(
        "talks-1",
        {"en": "Talks I", "zh": "会谈（一）", "fr": "Entretiens I"},
        series="talks",
        papers_due=10,
        prepared_by="experts",
        latest=date(2022, 7, 15),
        required=DESKS,
        agenda={"en": "Points of contact", "zh": "联络点", "fr": "Points de contact"},
    ),
    Meeting(
        "talks-2",
        {"en": "Talks II", "zh": "会谈（二）", "fr": "Entretiens II"},
        series="talks",
        required=DESKS,
        optional=CHAIRS,
    ),
    Meeting(
        "video",
        {"en": "Video call", "zh": "视频通话", "fr": "Appel vidéo"},
        format="virtual",
        length=Length.parse("2h"),
        required=DESKS,
    ),
)
ITEMS = (
    Item(
        "contacts",
        {"en": "A list of contacts", "zh": "联络点名单", "fr": "Une liste de contacts"},
        {"en": "Each was reached once", "zh": "均已联系一次", "fr": "Chacun a été joint une fois"},
        theme="Channels",
        lead=LEADS,
        meetings=("talks-1",),
        due=date(2022, 9, 30),
        state=ItemState.AGREED,
    ),
    Item(
        "paper",
        {"en": "A joint paper", "zh": "联合文件", "fr": "Un document commun"},
        {"en": "It is published", "zh": "已发表", "fr": "Il est publié"},
        lead=LEADS,
        meetings=("experts",),
        due=date(2022, 5, 31),
        state=ItemState.HELD,
    ),
    Item(
        "test-calls",
        {"en": "Test calls", "zh": "测试通话", "fr": "Appels d’essai"},
        {"en": "Six were answered", "zh": "六次获应答", "fr": "Six ont eu une réponse"},
        lead=LEADS,
        depends=("contacts",),
        due=date(2022, 6, 30),
        new_due=date(2022, 12, 16),
        state=ItemState.SLIPPED,
        reason={"en": "The list comes first.", "zh": "名单优先。", "fr": "La liste d’abord."},
    ),
    Item(
        "observers",
        {"en": "Observers at exercises", "zh": "演习观察员", "fr": "Observateurs"},
        lead={"nato": "west-desk"},
        state=ItemState.DROPPED,
        reason={"en": "Too early.", "zh": "为时尚早。", "fr": "Trop tôt."},
    ),
)
CHRONOLOGY = Chronology(
    (
        Milestone(
            "visit",
            When.parse("2007"),
            {"en": "A visit to headquarters.", "zh": "访问总部。", "fr": "Une visite au siège."},
            ("nato", "china"),
            "senior",
            ("contacts",),
            ("Report of 2021",),
        ),
        Milestone(
            "patrol",
            When.parse("2008-12"),
            {
                "en": "Ships patrol together.",
                "zh": "舰艇共同巡逻。",
                "fr": "Des navires patrouillent ensemble.",
            },
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
            {
                "en": "Ships patrol beside each other.",
                "zh": "舰艇并行巡逻。",
                "fr": "Des navires patrouillent côte à côte.",
            },
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
        "blackouts": (
            Blackout(
                "august",
                date(2022, 7, 25),
                date(2022, 8, 26),
                {"en": "August", "zh": "八月", "fr": "Août"},
            ),
        ),
        "absences": (Absence("east-desk", date(2022, 6, 6), date(2022, 6, 10)),),
        "title": {
            "en": "Roadmap of the first year (simulated)",
            "zh": "第一年路线图（模拟）",
            "fr": "Feuille de route de la première année (simulation)",
        },
    }
    return Roadmap("r-1", date(2022, 3, 1), date(2022, 12, 31), **told | changed)


def a_plan(dialogue: Dialogue, **changed: object) -> Plan:
    """The same on a dialogue's table, with what happened before."""
    return lay_roadmap(dialogue, a_value(**changed), CHRONOLOGY)


def an_entry(**changed: object) -> Entry:
    told = {
        "deliverable": {
            "en": "Notice of exercises",
            "zh": "演习通报",
            "fr": "Préavis d’exercices",
        },
        "done_when": {
            "en": "Each side has given notice once",
            "zh": "每方通报一次",
            "fr": "Chacun a notifié une fois",
        },
        "lead": LEADS,
    }
    return Entry(**told | changed)


def a_proposed_item(plan: Plan, side: str = "nato", **changed: object) -> Row:
    """Something that a member of a side has proposed."""
    return propose_item(plan, an_entry(**changed), side=plan.dialogue.sides.get(code=side))
