"""Where there is no calendar, the sentences say why, and what would be enough."""

from dataclasses import replace
from datetime import date

import pytest

from tests.roadmap.calendar.plans import PLACES, WORKING, day, plan
from tracktwo.dialogue import Party
from tracktwo.locale import translator
from tracktwo.roadmap import (
    Absence,
    Blackout,
    Conventions,
    Hours,
    Item,
    Length,
    Meeting,
    Place,
    Roadmap,
    RuleKind,
    Seat,
    schedule,
    why_sentences,
)

TALKS = Meeting(
    "talks",
    {"en": "Naval staff talks", "zh": "海军参谋会谈", "fr": "Entretiens d’états-majors navals"},
    stream="military",
    host="china",
    earliest=date(2022, 10, 1),
    latest=date(2022, 10, 31),
    required=("n1", "c1"),
)
EXPERTS = Meeting(
    "experts", {"en": "Track II meeting"}, stream="expert", required=("n2",), latest=day(1)
)


def told(given: Roadmap, language: str = "en") -> list[str]:
    found = schedule(given, working=WORKING)
    assert found.status == "infeasible"
    return list(why_sentences(given, found.why, translator(language)))


def named(given: Roadmap) -> Roadmap:
    names = {"c1": "Naval staff of China"}
    seats = tuple(replace(one, names={"en": names[one.office]} if one.office in names else {}) for one in given.seats)  # fmt: skip
    parties = (Party("nato", {"en": "NATO"}), Party("china", {"en": "China"}))
    countries = {"CN": {"en": "China"}, "BE": {"en": "Belgium"}}
    return replace(given, seats=seats, parties=parties, countries=countries)


def test_delegation_that_is_never_free_in_the_month() -> None:
    away = Absence("c1", date(2022, 10, 7), date(2022, 11, 4))
    given = named(plan(TALKS, last=date(2022, 11, 30), absences=(away,)))

    assert told(given) == [
        "No day is left for “Naval staff talks”, because all of this holds:",
        "“Naval staff talks” begins within 1–31 October 2022.",
        "Public holidays are kept: China.",
        "Naval staff of China cannot sit on 7 October – 1 November 2022.",
        "The roadmap runs 26 September – 30 November 2022.",
        "It would be enough to give up any one of these:",
        "“Naval staff talks” begins within 1–31 October 2022.",
        "Public holidays are kept: China.",
        "Naval staff of China cannot sit on 7 October – 1 November 2022.",
    ]


def test_absences_that_overlap_are_told_as_one() -> None:
    away = [Absence("c1", date(2022, 10, a), date(2022, 10, b)) for a, b in ((7, 20), (10, 15), (21, 31))]  # fmt: skip
    more = Absence("c1", date(2022, 11, 1), date(2022, 11, 4))
    given = named(plan(TALKS, last=date(2022, 11, 30), absences=(*away, more)))

    assert "Naval staff of China cannot sit on 7 October – 1 November 2022." in told(given)


def test_order_of_two_meetings_leaves_no_time() -> None:
    experts = replace(EXPERTS, earliest=date(2022, 10, 10), latest=None)
    talks = replace(TALKS, prepared_by="experts", gap=14, latest=date(2022, 10, 21))
    given = named(plan(talks, experts, last=date(2022, 11, 30)))

    assert told(given)[:4] == [
        "These meetings cannot all be held: “Naval staff talks”, “Track II meeting”. All of this holds:",
        "“Naval staff talks” begins within 1–21 October 2022.",
        "“Track II meeting” begins within 10 October – 30 November 2022.",
        "“Naval staff talks” begins at least 14 days after “Track II meeting”, which prepares it.",
    ]


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("zh", "“海军参谋会谈”"),
        ("fr", "«\N{NO-BREAK SPACE}Entretiens d’états-majors navals\N{NO-BREAK SPACE}»"),
    ],
)
def test_reasons_are_told_in_every_language(language: str, first: str) -> None:
    away = Absence("c1", date(2022, 10, 1), date(2022, 11, 4))
    sentences = told(plan(TALKS, last=date(2022, 11, 30), absences=(away,)), language)

    assert first in sentences[0]
    assert all("holds" not in one and "cannot" not in one for one in sentences)


WASHINGTON = Seat("w1", "nato", zone="America/Los_Angeles", country="BE")
CALL = Meeting("call", format="virtual", length=Length(hours=4), required=("w1", "c1"))
ONE_DAY = date(2022, 9, 27)
ON_IT = {"earliest": ONE_DAY, "latest": ONE_DAY}
A = Meeting("a", host="nato", required=("n1",), **ON_IT)
B = Meeting("b", host="nato", required=("n2",), **ON_IT)

CAUSES = {
    RuleKind.HOURS: plan(CALL, seats=(*plan(A).seats, WASHINGTON)),
    RuleKind.ROOM: plan(A, B),
    RuleKind.ONE_AT_A_TIME: plan(A, replace(B, host="china", required=("n1",))),
    RuleKind.HOST: plan(A, replace(B, id="b")),
    RuleKind.FIXED: plan(replace(A, earliest=None, latest=None, day=day(5))),
    RuleKind.WEEKEND: plan(replace(A, earliest=day(5), latest=day(6))),
    RuleKind.HOLIDAY: plan(replace(A, earliest=day(3), latest=day(3))),
    RuleKind.BLACKOUT: plan(A, blackouts=(Blackout("b", ONE_DAY, ONE_DAY),)),
    RuleKind.AWAY: plan(A, absences=(Absence("n1", ONE_DAY, ONE_DAY),)),
    RuleKind.ITEM: plan(A, items=(Item("i", meetings=("a",), due=day(0)),)),
    RuleKind.AFTER: plan(replace(A, after=("b",)), replace(B, place="beijing")),
    RuleKind.APART: plan(A, replace(B, place="beijing"), conventions=Conventions(apart={"diplomatic": 9})),
    RuleKind.ALTERNATE: plan(replace(A, series="s"), Meeting("b", series="s", host="nato", required=("n2",), earliest=day(4))),
    RuleKind.PREPARED: plan(replace(A, id="e", stream="expert"), replace(B, earliest=None, prepared_by="e", gap=5, latest=day(4))),
    RuleKind.WINDOW: plan(A, absences=(Absence("n1", ONE_DAY, ONE_DAY),)),
}  # fmt: skip


@pytest.mark.parametrize("kind", CAUSES)
@pytest.mark.parametrize("language", ["en", "zh", "fr"])
def test_every_rule_can_be_the_cause_and_has_a_sentence(kind: RuleKind, language: str) -> None:
    found = schedule(CAUSES[kind], working=WORKING)

    sentences = list(why_sentences(CAUSES[kind], found.why, translator(language)))

    assert kind in {one.kind for one in found.why.rules}
    assert "{" not in "".join(sentences)
    assert len(sentences) >= 1 + len(found.why.rules) - sum(one.kind is RuleKind.HELD for one in found.why.rules)  # fmt: skip


def test_wider_hours_let_far_zones_meet() -> None:
    early = replace(WASHINGTON, hours=Hours.parse("05:00-23:00"))
    night = replace(plan(A).seats[2], hours=Hours.parse("07:00-23:00"))
    seats = (*plan(A).seats[:2], night, plan(A).seats[3], early)
    places = (replace(PLACES[0], id="seattle", zone="America/Los_Angeles"), PLACES[1])
    conventions = Conventions(hours=Hours.parse("05:00-23:00"))

    found = schedule(
        plan(replace(CALL, host="nato"), seats=seats, places=places, conventions=conventions),
        working=WORKING,
    )

    there = found.slots[0].start
    assert there.tzname() == "PDT"
    assert found.slots[0].day == date(2022, 9, 26)


def test_where_two_things_stand_in_the_way_one_alone_is_not_enough() -> None:
    given = plan(A, Meeting("c", host="nato", required=("n2",), earliest=day(3), latest=day(3)), absences=(Absence("n1", ONE_DAY, ONE_DAY),))  # fmt: skip

    assert told(given)[-1] == "Giving up one of these alone is not enough: something else stands in the way too."  # fmt: skip


def test_place_of_nobody_can_be_used() -> None:
    geneva = Place("geneva", "CH", "Europe/Zurich")
    given = plan(replace(A, place="geneva"), places=(*PLACES, geneva))
    working = {**WORKING, "CH": replace(WORKING["BE"], country="CH", holidays={})}

    assert schedule(given, working=working).slots[0].place == "geneva"
