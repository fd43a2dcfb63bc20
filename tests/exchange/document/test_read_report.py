"""Whole documents, in several languages and shapes, and what is read in each."""

from pathlib import Path

import pytest

from tests.exchange.document.conftest import Read, held, unsure
from tracktwo.exchange import Proposal, read_report
from tracktwo.exchange.document import Area, Consequence, Milestone, Passage, Perception, Side

# Everything that is wrong with the published report, in a report of our own.
FLAWED = """\
NORTH LEAGUE\N{EN DASH}LACUSTRIA RELATIONS

SUMMARY

We spoke of [the present state of/the future of?] both, and of the Ebb/Flow current.

II. PERCEPTIONS AND MISPERCEPTIONS IN RELATIONS BETWEEN LACUSTRIA AND THE COAST

They go\u00a0 deep.

III. NORTH LEAGUE PERCEPTIONS OF LACUSTRIA

The experts of the North League named these of Lacustria:

▪ Lacustria dams the river. It tells nobody.

▪ Lacustria counts more ports than coasts/harbours? have room for.

IV. LACUSTRIAN PERCEPTIONS OF THE NORTH LEAGUE

▪ The North League is made for war.

V. CONSEQUENCES AND RISKS

  • Ships collide at night.\u00a0
  • Trade stops.
  • VI. RECOMMENDATIONS: AREAS OF CONVERGENCE

    The most promising areas are these:

    \u00a0

    1. Safety at sea

    Both escort ships.

    1. Floods

    Both lose from floods.

  • Openness and risk reduction
  • There are several reasons for this, and they are long ones. Both sides know them.

    VII. A ROADMAP

    They go on meeting.

    Milestones in North League\N{EN DASH}Lacustria relations

    Year\u00a0\u00a0

    2002\u00a0\u00a0\u00a0 First visit.

    2012\u00a0\u00a0\u00a0 Second visit.

    2010\N{EN DASH}14\u00a0\u00a0\u00a0 Joint patrols.

    Authors

    Dr. Nobody
"""

TWO_COLUMNS_WIDE = """\
    THE QUARREL OVER THE ISTHMUS AND
    WHAT MAY BE DONE

PART ONE. HOW WE SEE EACH OTHER

A. French perceptions of Germany

  1. Germany leads without asking. It decides at night and tells the
     others in the morning.
  2. Germany saves too much.

B. German perceptions of France

  1. France spends too much, and it speaks of the union when it means
     only itself.

PART TWO. RISKS

  * The currency breaks under the weight of old quarrels and of debts
    that nobody counted.

PART THREE. COMMON INTERESTS

Energy

The two could build a grid together and share the costs of storing
what the wind gives.

Procurement

Tanks are bought twice today, at twice the price, in versions that
cannot talk to each other.

Key dates

  1963    Treaty of friendship.
  2019    Second treaty.
"""

FRENCH = """\
# Dialogue entre la Valdonie et la Karsie

## 1. Perceptions karsiennes de la Valdonie

- La Valdonie n’a jamais accepté notre indépendance.
- Elle [doit/devrait ?] reconnaître la frontière.

## 2. Perceptions de la Karsie par la Valdonie

- La Karsie parle à des pays tiers/alliés ? plutôt qu’à nous.

## 3. Conséquences et risques

1. Un incident de frontière dégénère.

## 4. Domaines de coopération

### Réduction des risques

Un téléphone direct.

### Forêts

Le feu ne connaît pas de frontière.

## 5. Jalons

- 2001 : Premier accord.
- 2004-07 : Patrouilles communes.
- depuis 2012 : silence.
"""

CHINESE = """\
甲国与乙国关系对话报告
一、甲国对乙国的看法
（一）乙国正在扩军。
（二）乙国【应当/可以？】公开数据。
二、乙方对甲国的主要认知
1、甲国的国家/首都？对我们施压。
三、后果与风险
1、边境可能发生误判。
四、共同利益领域
（一）海上安全
双方都需要安全的航道。
（二）降低风险
双方都受误判之害。
五、大事记
2001年 两国建交。
2005年至2008年 联合巡逻。
作者
张某
"""


def test_flawed_report_is_read_whole(proposal_of: Read) -> None:
    found = proposal_of(FLAWED)

    assert found == Proposal(
        document="report.txt",
        title="NORTH LEAGUE\N{EN DASH}LACUSTRIA RELATIONS",
        language="en",
        unit="line",
        length=60,
        sides=(
            Side("north-league", "North League", (), 11),
            Side("lacustria", "Lacustria", ("Lacustrian",), 11),
        ),
        perceptions=(
            Perception("north-league", "lacustria", "Lacustria dams the river. It tells nobody.", "", "III.1", 15),
            Perception("north-league", "lacustria", "Lacustria counts more ports than coasts/harbours? have room for.", "", "III.2", 17),
            Perception("lacustria", "north-league", "The North League is made for war.", "", "IV.1", 21),
        ),
        consequences=(
            Consequence("Ships collide at night.", "V.1", 25),
            Consequence("Trade stops.", "V.2", 26),
        ),
        areas=(
            Area("Safety at sea", "VI.1", 33),
            Area("Floods", "VI.2", 37),
            Area("Openness and risk reduction", "VI.3", 41),
        ),
        milestones=(
            Milestone(2002, 2002, "2002", "First visit.", 52),
            Milestone(2012, 2012, "2012", "Second visit.", 54),
            Milestone(2010, 2014, "2010\N{EN DASH}14", "Joint patrols.", 56),
        ),
        brackets=(
            Passage("the present state of/the future of?", ("the present state of", "the future of"), True, "We spoke of ", " both, and of the Ebb/Flow current.", 5),
        ),
        doubts=(
            Passage("coasts/harbours?", ("coasts", "harbours"), True, "Lacustria counts more ports than ", " have room for.", 17),
        ),
        remarks=found.remarks,
    )  # fmt: skip


def test_flawed_report_says_what_was_unsure(proposal_of: Read) -> None:
    assert unsure(proposal_of(FLAWED)) == [
        ("slash_kept", 5, "Ebb/Flow", ""),
        ("read_as_side", 19, "Lacustrian", "Lacustria"),
        ("hidden_heading", 27, "RECOMMENDATIONS: AREAS OF CONVERGENCE", ""),
        ("numbers_broken", 33, "1, 1", ""),
        ("bullet_as_area", 41, "Openness and risk reduction", ""),
        ("out_of_order", 56, "2010\N{EN DASH}14", "2012"),
    ]


@pytest.mark.parametrize(
    "changed",
    [
        FLAWED.replace("\n", "\r\n"),
        "\ufeff" + FLAWED,
        FLAWED.replace("▪", "-").replace("•", "*"),
        FLAWED.replace("▪ ", "\uf0a7\t"),
        FLAWED.replace("III. NORTH LEAGUE PERCEPTIONS OF", "III. North League perceptions of"),
    ],
    ids=["carriage returns", "byte order mark", "other bullets", "Word's bullets", "small letters"],
)
def test_report_typed_otherwise_gives_the_same(proposal_of: Read, changed: str) -> None:
    found, before = proposal_of(changed), proposal_of(FLAWED)

    assert (held(found), found.consequences, found.areas, found.milestones) == (
        held(before), before.consequences, before.areas, before.milestones,
    )  # fmt: skip


def test_wrapped_report_with_lettered_headings(proposal_of: Read) -> None:
    found = proposal_of(TWO_COLUMNS_WIDE)

    assert found.title == "THE QUARREL OVER THE ISTHMUS AND WHAT MAY BE DONE"
    assert [one.name for one in found.sides] == ["Germany", "France"]
    assert held(found) == [
        ("france", "germany", "Germany leads without asking. It decides at night and tells the others in the morning."),
        ("france", "germany", "Germany saves too much."),
        ("germany", "france", "France spends too much, and it speaks of the union when it means only itself."),
    ]  # fmt: skip
    assert [one.text for one in found.consequences] == [
        "The currency breaks under the weight of old quarrels and of debts that nobody counted."
    ]
    assert [one.name for one in found.areas] == ["Energy", "Procurement"]
    assert [(one.start, one.text) for one in found.milestones] == [
        (1963, "Treaty of friendship."),
        (2019, "Second treaty."),
    ]
    assert unsure(found) == [
        ("side_by_elimination", 6, "French", "France"),
        ("read_as_side", 12, "German", "Germany"),
    ]


def test_french_markdown(proposal_of: Read) -> None:
    found = proposal_of(FRENCH)

    assert (found.language, found.title) == ("fr", "Dialogue entre la Valdonie et la Karsie")
    assert held(found) == [
        ("karsie", "valdonie", "La Valdonie n’a jamais accepté notre indépendance."),
        ("karsie", "valdonie", "Elle [doit/devrait ?] reconnaître la frontière."),
        ("valdonie", "karsie", "La Karsie parle à des pays tiers/alliés ? plutôt qu’à nous."),
    ]
    assert [one.text for one in found.consequences] == ["Un incident de frontière dégénère."]
    assert [one.name for one in found.areas] == ["Réduction des risques", "Forêts"]
    assert [(one.start, one.end, one.text) for one in found.milestones] == [
        (2001, 2001, "Premier accord."),
        (2004, 2007, "Patrouilles communes."),
        (2012, None, "silence."),
    ]
    assert [one.alternatives for one in found.brackets] == [("doit", "devrait")]
    assert [(one.text, one.alternatives) for one in found.doubts] == [
        ("tiers/alliés ?", ("tiers", "alliés"))
    ]
    assert unsure(found) == [("read_as_side", 3, "karsiennes", "Karsie")]


def test_chinese_without_blank_lines(proposal_of: Read) -> None:
    found = proposal_of(CHINESE)

    assert (found.language, found.title) == ("zh", "甲国与乙国关系对话报告")
    assert held(found) == [
        ("甲国", "乙国", "乙国正在扩军。"),
        ("甲国", "乙国", "乙国【应当/可以？】公开数据。"),
        ("乙国", "甲国", "甲国的国家/首都？对我们施压。"),
    ]
    assert [one.text for one in found.consequences] == ["边境可能发生误判。"]
    assert [one.name for one in found.areas] == ["海上安全", "降低风险"]
    assert [(one.start, one.end, one.text) for one in found.milestones] == [
        (2001, 2001, "两国建交。"),
        (2005, 2008, "联合巡逻。"),
    ]
    assert [one.alternatives for one in found.brackets] == [("应当", "可以")]
    assert [one.alternatives for one in found.doubts] == [("国家", "首都")]
    assert unsure(found) == [("read_as_side", 5, "乙方", "乙国")]


def test_document_of_another_kind_gives_nothing(proposal_of: Read) -> None:
    found = proposal_of("Minutes\n\nThe board met and adjourned.\n\n- Apples\n- Pears\n")

    assert found == Proposal("report.txt", "Minutes", "en", "line", 6)
    assert found.is_empty


def test_language_may_be_said(proposal_of: Read) -> None:
    assert proposal_of("OTAN", language="fr").language == "fr"


def test_published_report(published: Path) -> None:
    found = read_report(published)

    assert [(one.id, one.name, one.also) for one in found.sides] == [
        ("nato", "NATO", ()),
        ("china", "China", ("Chinese",)),
    ]
    pairs = [(one.holder, one.about) for one in found.perceptions]
    assert pairs == [("nato", "china")] * 8 + [("china", "nato")] * 6
    assert [one.line for one in found.consequences] == [81, 82, 83, 84, 85, 86, 87]
    assert [one.name for one in found.areas] == [
        "Maritime security",
        "Climate change",
        "Regional security",
        "Transparency in sensitive areas and military risk reduction",
        "Counterterrorism",
    ]
    assert [(one.start, one.end) for one in found.milestones] == [
        (2002, 2002), (2007, 2007), (2008, 2008), (2009, 2009), (2011, 2011), (2012, 2012),
        (2010, 2014), (2011, 2014), (2018, 2018), (2021, 2021),
    ]  # fmt: skip
    assert [(one.line, one.alternatives, one.has_doubt) for one in found.brackets] == [
        (9, ("the current state of", "the future of"), True)
    ]
    assert [(one.line, one.alternatives) for one in found.doubts] == [(55, ("states", "capitals"))]
    assert unsure(found) == [
        ("slash_kept", 57, "SARS/Coronavirus", ""),
        ("read_as_side", 61, "Chinese", "China"),
        ("hidden_heading", 88, "RECOMMENDATIONS: EXPLORING AND STRENGTHENING AREAS OF CONVERGENCE", ""),
        ("numbers_broken", 98, "1, 1, 1, 1", ""),
        ("bullet_as_area", 126, "Transparency in sensitive areas and military risk reduction", ""),
        ("out_of_order", 183, "2010\N{EN DASH}14", "2012"),
    ]  # fmt: skip
