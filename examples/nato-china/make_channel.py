# ruff: noqa: INP001 -- a script beside its data, not a package
"""A month of traffic between the two duty offices, made up: every message is an exercise.

    python examples/nato-china/make_channel.py

writes channel/traffic.jsonl, and the two accounts of one encounter as files of their own. Nothing in it
happened. Places lie in the Gulf of Aden, where ships of many navies have escorted others for years.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tracktwo.channel.messages import (
    Limits,
    Message,
    MessageId,
    Precedence,
    Scope,
    Series,
    Status,
    Type,
    needs_of,
)
from tracktwo.exchange.channel.traffic_file import Line, write_traffic

OFFICES = {"NATO": "CHINA", "CHINA": "NATO"}
FIRST = datetime(2026, 11, 1, tzinfo=UTC)
MISSED, ON_BACKUP = 17, 18
"""Days of the month: a test that does not come back, and the one after it on the other route."""
SAMPLES = (
    ("Autumn rain falls on the lake", "The lake is quiet at noon"),
    ("Two cranes stand in the reeds", "The reeds bend in the wind"),
    ("Snow lies on the northern pass", "The pass opens in spring"),
)


def words(english: str, chinese: str, origin: str = "en") -> dict[str, Any]:
    """Words in two languages, the translation reviewed."""
    other = "zh" if origin == "en" else "en"
    return {
        "origin": origin,
        "texts": {"en": english, "zh": chinese},
        "states": {other: "reviewed"},
    }


class Office:
    """Both duty offices at their desks: numbers without a gap, in the order of the clock."""

    def __init__(self) -> None:
        self.sent: list[Message] = []
        self.numbers: Counter[Series] = Counter()

    def send(
        self,
        office: str,
        kind: str,
        at: str,
        fields: dict[str, Any],
        *,
        about: MessageId | None = None,
        type_: Type | None = None,
        precedence: Precedence = Precedence.ROUTINE,
        thread: str = "",
    ) -> MessageId:
        """Send a message at a time such as `09 14:30` of November."""
        series = Series(office, kind, 2026, is_exercise=True)
        self.numbers[series] += 1
        message = Message(
            id=MessageId(series, self.numbers[series]),
            addressees=(OFFICES[office],),
            status=Status.EXERCISE,
            type=type_ or (Type.REPLY if about else Type.NEW),
            precedence=precedence,
            scope=Scope.JOINT_PRIVATE,
            fields=fields,
            sent=_moment(at),
            refs=(about,) if about else (),
            thread=thread,
        )
        self.sent.append(message)
        return message.id

    def read(self, about: MessageId, at: str, thread: str = "") -> None:
        """Acknowledge that the officer on duty has read a message."""
        told = {"level": "read", "at": f"{_moment(at):%Y-%m-%dT%H:%M:%SZ}"}
        office = OFFICES[about.series.office]
        self.send(office, about.series.kind, at, told, about=about, type_=Type.ACKNOWLEDGE, thread=thread)  # fmt: skip

    def lines(self) -> Iterator[Line]:
        for n, one in enumerate(sorted(self.sent, key=lambda one: (one.sent, one.id)), 1):
            yield Line(n, one, needs_of(one, Limits()))


def _moment(at: str) -> datetime:
    day, clock = at.split()
    hour, minute = map(int, clock.split(":"))
    return FIRST + timedelta(days=int(day) - 1, hours=hour, minutes=minute)


def main(folder: Path) -> None:
    """Write the files into a folder."""
    offices = Office()
    for story in (_notifications, _explanations, _encounter, _call, _sea, _escorts, _tests, _calendar):  # fmt: skip
        story(offices)
    offices.sent = _renumbered(offices.sent)
    lines = list(offices.lines())
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "traffic.jsonl").write_text(write_traffic(lines), encoding="utf-8")
    told = [one for one in lines if one.message.kind == "EN" and one.message.type is not Type.ACKNOWLEDGE]  # fmt: skip
    for one in told:
        name = f"encounter-{one.message.originator.lower()}.jsonl"
        (folder / name).write_text(write_traffic([one]), encoding="utf-8")


def _renumbered(sent: list[Message]) -> list[Message]:
    """Messages numbered in the order of the clock, whatever the order of the stories."""
    used: Counter[Series] = Counter()
    given: dict[MessageId, MessageId] = {}
    ordered = sorted(sent, key=lambda one: (one.sent, one.id))
    for one in ordered:
        used[one.id.series] += 1
        given[one.id] = MessageId(one.id.series, used[one.id.series])
    return [
        replace(one, id=given[one.id], refs=tuple(given[ref] for ref in one.refs))
        for one in ordered
    ]


def _notifications(offices: Office) -> None:
    """Two exercises, announced in time, that would be in each other's way for a day."""
    common = {"organising_level": "Fleet", "commanding_level": "Task group", "live_firing": False}
    ours = offices.send(
        "NATO",
        "PN",
        "02 09:00",
        common
        | {
            "designation": "CALM HARBOUR 26",
            "purpose": words("Search and rescue, and boarding with consent", "海上搜救及经同意的登临"),
            "states": ["NATO"],
            "start": "2026-12-15T06:00:00Z",
            "end": "2026-12-18T18:00:00Z",
            "personnel": 1200,
            "ships": [{"type": "frigate", "number": 3}, {"type": "supply ship", "number": 1}],
            "area_name": "Model area north",
            "areas": [{"polygon": ["13-30N 048-00E", "13-30N 050-00E", "12-30N 050-00E", "12-30N 048-00E"]}],
            "lower_metres": 0,
            "upper_metres": 3000,
            "observers_invited": True,
        },
        thread="CALM HARBOUR 26",
    )  # fmt: skip
    offices.read(ours, "02 13:20", "CALM HARBOUR 26")
    theirs = offices.send(
        "CHINA",
        "PN",
        "03 02:30",
        common
        | {
            "designation": "QUIET TIDE 26",
            "purpose": words("Escort of merchant ships in company", "编队护航商船", "zh"),
            "states": ["China"],
            "start": "2026-12-17T12:00:00Z",
            "end": "2026-12-20T12:00:00Z",
            "personnel": 900,
            "ships": [{"type": "destroyer", "number": 1}, {"type": "frigate", "number": 1}],
            "area_name": "Model area east",
            "areas": [{"circle": {"centre": "12-45N 050-15E", "miles": "40"}}],
            "lower_metres": 0,
            "upper_metres": 2000,
            "observers_invited": False,
        },
        thread="QUIET TIDE 26",
    )
    offices.read(theirs, "03 08:05", "QUIET TIDE 26")
    hazard = offices.send(
        "CHINA",
        "NW",
        "26 06:00",
        {
            "general_area": "GULF OF ADEN",
            "subject": "naval_exercise",
            "certainty": "reported",
            "areas": [{"circle": {"centre": "12-45N 050-15E", "miles": "40"}}],
            "start": "2026-12-17T12:00:00Z",
            "end": "2026-12-20T12:00:00Z",
            "remarks": words("WIDE BERTH REQUESTED", "请保持较大距离"),
            "cancel_at": "2026-12-20T13:00:00Z",
        },
        precedence=Precedence.PRIORITY,
        thread="QUIET TIDE 26",
    )
    offices.read(hazard, "26 07:10", "QUIET TIDE 26")
    notice = offices.send(
        "NATO",
        "AN",
        "27 10:00",
        {
            "series": "A",
            "number": 7,
            "year": 2026,
            "fir": "XXXX",
            "code": "QWELW",
            "traffic": "IV",
            "purpose": "BO",
            "scope": "W",
            "lower": 0,
            "upper": 100,
            "centre": "13-00N 049-00E",
            "radius_miles": 66,
            "locations": ["XXXX"],
            "start": "2026-12-15T06:00:00Z",
            "end": "2026-12-18T18:00:00Z",
            "end_is": "fixed",
            "text": words("EXERCISE OF SHIPS AND HELICOPTERS", "舰船与直升机演习"),
            "lower_limit": "SFC",
            "upper_limit": "FL100",
        },
        precedence=Precedence.PRIORITY,
        thread="CALM HARBOUR 26",
    )
    offices.read(notice, "27 11:45", "CALM HARBOUR 26")


def _explanations(offices: Office) -> None:
    """One question is answered within a day and a half, and one not at all."""
    asked = offices.send(
        "NATO",
        "UA",
        "09 07:00",
        {
            "causes": words("Ships gather where no activity was notified", "舰船在未通告活动的区域集结"),
            "activity": "Gathering of ships",
            "area_name": "Model area west",
            "position": "12-10N 045-40E",
            "observed": "2026-11-08T22:00:00Z",
            "questions": [
                {"question": words("What is the purpose?", "目的是什么？")},
                {"question": words("When does it end?", "何时结束？")},
            ],
        },
        precedence=Precedence.PRIORITY,
        thread="Model area west",
    )  # fmt: skip
    offices.read(asked, "09 08:15", "Model area west")
    answered = offices.send(
        "CHINA",
        "UR",
        "10 11:00",
        {
            "answers": [
                {"question": 1, "answer": words("Relief of the escort group", "护航编队交接", "zh")},
                {"question": 2, "answer": words("On 11 November", "11 月 11 日", "zh")},
            ],
            "offers": ["call"],
        },
        about=asked,
        thread="Model area west",
    )  # fmt: skip
    offices.read(answered, "10 12:30", "Model area west")
    unanswered = offices.send(
        "CHINA",
        "UA",
        "18 03:00",
        {
            "causes": words("Aircraft fly lower than usual near an escort group", "飞机在护航编队附近低空飞行", "zh"),
            "activity": "Low flight",
            "area_name": "Model area north",
            "observed": "2026-11-17T15:20:00Z",
            "questions": [{"question": words("Is this part of an exercise?", "这是演习的一部分吗？", "zh")}],
        },
        precedence=Precedence.PRIORITY,
        thread="Model area north",
    )  # fmt: skip
    offices.read(unanswered, "18 05:10", "Model area north")


def _encounter(offices: Office) -> None:
    """Each side tells it: the times are close, the distances are not, and neither is corrected."""
    ours = offices.send(
        "NATO",
        "EN",
        "20 11:02",
        {
            "own_unit": "surface",
            "other_unit": "surface",
            "time": "2026-11-20T10:14:00Z",
            "position": "12-48.20N 049-31.40E",
            "closest_metres": 410,
            "manoeuvres": words("The other ship crossed ahead from port", "另一舰从左舷方向横越船首"),
            "communications": [{"channel": "VHF 16", "language": "en", "answered": True}],
            "weapons_trained": False,
            "formation_crossed": True,
            "assessment": "unsafe",
            "follow_up": "call",
        },
        precedence=Precedence.IMMEDIATE,
        thread="Encounter of 20 November",
    )  # fmt: skip
    offices.read(ours, "20 11:24", "Encounter of 20 November")
    theirs = offices.send(
        "CHINA",
        "EN",
        "20 14:40",
        {
            "own_unit": "surface",
            "other_unit": "surface",
            "time": "2026-11-20T10:17:00Z",
            "position": "12-48.60N 049-31.10E",
            "closest_metres": 600,
            "manoeuvres": words("Own ship kept course and speed", "我舰保持航向航速", "zh"),
            "communications": [{"channel": "VHF 16", "language": "en", "answered": True}],
            "weapons_trained": False,
            "fire_control_radar": False,
            "formation_crossed": False,
            "assessment": "unusual",
            "follow_up": "call",
        },
        about=ours,
        precedence=Precedence.IMMEDIATE,
        thread="Encounter of 20 November",
    )
    offices.read(theirs, "20 15:05", "Encounter of 20 November")


def _call(offices: Office) -> None:
    asked = offices.send(
        "NATO",
        "CR",
        "20 16:00",
        {
            "means": "voice",
            "level": "operational",
            "topic": words("The encounter of this morning", "今天上午的相遇"),
            "urgency": "urgent",
            "windows": [{"start": "2026-11-21T08:00:00Z", "end": "2026-11-21T10:00:00Z"}],
            "languages": ["en", "zh"],
            "interpreter": "both",
        },
        precedence=Precedence.IMMEDIATE,
        thread="Encounter of 20 November",
    )
    offices.read(asked, "20 16:20", "Encounter of 20 November")
    accepted = offices.send(
        "CHINA",
        "CA",
        "20 21:30",
        {"answer": "accepted", "time": "2026-11-21T08:30:00Z"},
        about=asked,
        thread="Encounter of 20 November",
    )
    times = {"start": "2026-11-21T08:30:00Z", "end": "2026-11-21T09:05:00Z", "level": "operational"}
    summary = offices.send(
        "NATO",
        "CS",
        "21 12:00",
        times
        | {
            "outcome": "own",
            "agreed": [{"line": words("Both ships answered on channel 16", "两舰均在 16 频道应答")}],
            "differences": [{"point": words("The closest approach", "最近距离")}],
        },
        about=accepted,
        thread="Encounter of 20 November",
    )  # fmt: skip
    offices.send(
        "CHINA",
        "CS",
        "21 18:45",
        times | {"outcome": "agreed"},
        about=summary,
        thread="Encounter of 20 November",
    )


def _sea(offices: Office) -> None:
    """A merchant ship reports itself, and a boat that came too near."""
    ship = {"ship": "MODEL TRADER", "imo": "1234567", "call_sign": "MODL1"}
    offices.send(
        "CHINA",
        "VR",
        "12 05:00",
        ship
        | {
            "report": "PR",
            "time": "2026-11-12T04:50:00Z",
            "position": "12-20N 046-30E",
            "course": 75,
            "speed_knots": "12.5",
            "destination": "Model port",
            "persons": 22,
            "security_team": "none",
        },
    )
    incident = offices.send(
        "NATO",
        "MI",
        "12 09:40",
        ship
        | {
            "reporter": "Duty office",
            "stage": "initial",
            "type": "approach",
            "time": "2026-11-12T08:35:00Z",
            "light": "day",
            "position": "12-31.50N 047-12.00E",
            "under_way": "steaming",
            "attackers": 5,
            "boats": [{"type": "skiff", "number": 1}],
            "weapons": ["none"],
            "narrative": words("A skiff came to 300 metres and turned away", "一艘小艇接近至 300 米后转向离开"),
        },
        precedence=Precedence.PRIORITY,
    )  # fmt: skip
    offices.read(incident, "12 09:58")


def _escorts(offices: Office) -> None:
    """The first quarter of 2027: a group a week each way; one escort is asked to be in two places."""
    start, groups = datetime(2027, 1, 2, 4, tzinfo=UTC), []
    for n in range(13):
        for back, entry in enumerate("AB"):
            leaves = start + timedelta(days=7 * n + 3 * back)
            nation, escort = (("China", "escort C1"), ("NATO", "escort N1"))[n % 2]
            groups.append(
                {
                    "group": f"{entry}{n + 1:02}",
                    "start": f"{leaves:%Y-%m-%dT%H:%M:%SZ}",
                    "entry": entry,
                    "knots": "12",
                    "nation": nation,
                    "escort": escort,
                    "slots": 12,
                }
            )
    groups[5]["start"] = "2027-01-17T10:00:00Z"
    plan = offices.send(
        "CHINA",
        "CV",
        "24 03:00",
        {
            "stage": "proposal",
            "reference_nation": "China",
            "year": 2027,
            "quarter": 1,
            "corridor": "Model corridor",
            "points": ["11-50N 045-00E", "12-50N 049-00E", "14-18N 053-00E"],
            "groups": groups,
        },
        thread="Escorts 2027/1",
    )
    offices.read(plan, "24 09:15", "Escorts 2027/1")
    offices.send(
        "NATO",
        "CV",
        "25 14:00",
        {"comment": words("Group B03 leaves before its escort is back", "B03 编队出发时其护航舰尚未返回")},
        about=plan,
        thread="Escorts 2027/1",
    )  # fmt: skip


def _tests(offices: Office) -> None:
    """A test a day, by turns; one does not come back."""
    for day in range(1, 31):
        office = ("CHINA", "NATO")[day % 2 == 0]
        content, expected = SAMPLES[day % 3]
        route = "backup" if day == ON_BACKUP else "primary"
        sample = {"sample": f"{day % 3 + 1:03}", "content": content, "expected": expected}
        test = offices.send(office, "TM", f"{day:02} 00:00", sample | {"route": route})
        if day == MISSED:
            continue
        received = _moment(f"{day:02} 00:0{day % 5 + 1}")
        told = {
            "returned": expected,
            "received": f"{received:%Y-%m-%dT%H:%M:%SZ}",
            "route": route,
        }
        offices.send(OFFICES[office], "TR", f"{day:02} 00:{10 + day}", told, about=test)


def _calendar(offices: Office) -> None:
    """Both calendars of next year come by 15 November."""
    for office, at, state, days in (("NATO", "13 10:00", "NATO", 12), ("CHINA", "14 06:30", "China", 9)):  # fmt: skip
        entry = offices.send(
            office,
            "AC",
            at,
            {
                "designation": f"MODEL YEAR 27 {office}",
                "activity": "naval",
                "purpose": words("Safety of navigation", "航行安全"),
                "states": [state],
                "area_name": "Gulf of Aden",
                "duration_days": days,
                "earliest": "2027-05-03",
                "latest": "2027-05-14",
            },
        )
        offices.read(entry, f"{at[:2]} 15:00")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parent / "channel")
