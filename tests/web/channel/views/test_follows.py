"""What follows from messages: activities in each other's way, two accounts of one encounter, an escort plan."""

from pathlib import Path

import pytest
from django.utils.html import strip_tags

from tests.web.channel.desk import Desk
from tracktwo.channel.messages import Message as Said
from tracktwo.exchange.channel.traffic_file import read_traffic
from tracktwo_web.channel.domain.wording import Wording
from tracktwo_web.channel.models import Message

FOLDER = Path(__file__).parents[4] / "examples/nato-china/channel"


@pytest.fixture(scope="module")
def traffic() -> dict[str, Said]:
    found = {str(line.message.id): line.message for line in read_traffic(FOLDER / "traffic.jsonl")}
    for path in FOLDER.glob("encounter-*.jsonl"):
        found |= {str(line.message.id): line.message for line in read_traffic(path)}
    return found


def _send(desk: Desk, said: Said, *refs: str) -> Message:
    line = desk.nato if said.originator == "NATO" else desk.china
    wording = Wording(
        said.kind, said.fields, type=said.type, status=said.status, precedence=said.precedence,
        refs=refs,
    )  # fmt: skip
    return desk.sends(line, wording)


def _text(page: str) -> str:
    return " ".join(strip_tags(page).split())


def test_notified_activities_that_meet_name_each_other(desk, traffic) -> None:
    ours = _send(desk, traffic["NATO-EX-PN 0001/26"])
    alone = desk.page(desk.officer(), "line_message", ours.pk)
    theirs = _send(desk, traffic["CHINA-EX-PN 0002/26"])

    here = desk.page(desk.officer(), "line_message", ours.pk)
    there = desk.page(desk.officer("china"), "line_message", theirs.pk)

    assert "Nothing that the other side has notified meets this." in alone
    meets = [_text(one.split('id="meets"')[1].split("</ul>")[0]) for one in (here, there)]
    assert theirs.code in meets[0]
    assert ours.code in meets[1]
    assert meets[0].partition("·")[2] == meets[1].partition("·")[2]


def test_two_accounts_stand_beside_each_other(desk, traffic) -> None:
    ours = _send(desk, traffic["NATO-EX-EN 0001/26"])
    client = desk.officer()
    before = client.get(desk.url("line_encounter", ours.pk)).status_code
    theirs = _send(desk, traffic["CHINA-EX-EN 0002/26"], ours.code)

    linked = desk.page(client, "line_message", ours.pk)
    page = desk.page(client, "line_encounter", ours.pk)
    there = desk.page(desk.officer("china"), "line_encounter", theirs.pk)

    assert before == 404
    assert "Lay both accounts beside each other" in linked
    text = _text(page)
    assert "They differ 3" in text
    assert "Closest approach 190 m apart410 m600 m" in text
    assert "Fire control radar was directed at the other unitsays nothingno" in text
    assert '<span lang="zh-Hans">我舰保持航向航速</span>' in page
    assert "Closest approach 190 m apart600 m410 m" in _text(there)


def test_escort_plan_is_examined(desk, traffic) -> None:
    said = next(one for one in traffic.values() if one.kind == "CV" and "groups" in one.fields)
    sent = _send(desk, said)

    page = desk.page(desk.officer(said.originator.lower()), "line_message", sent.pk)

    assert "The plan, examined" in page
    assert "escort C1 is with group A03 when group B03 leaves." in page
