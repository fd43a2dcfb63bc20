"""The register of measures on its page: stated by one office, stood once both state the same."""

import datetime as dt
import json

from tests.web.channel.desk import Desk
from tracktwo.channel.messages import Status
from tracktwo_web.channel.domain.wording import Wording
from tracktwo_web.channel.models import Line
from tracktwo_web.dialogues.roles import Role

ENTERED = {
    "measure": "hazards",
    "names_en": "Hazards are told in advance",
    "names_zh": "提前通报危险",
    "names_fr": "Les dangers sont annoncés",
    "rung": "notification",
    "type": "notify",
    "domain": "maritime",
    "bindingness": "political",
    "instrument": "Incidents at Sea Agreement 1972",
    "article": "VI",
    "start": "2026-01-01",
    "review": "2026-02-01",
}


def _state(desk: Desk, **change: str) -> str:
    told = desk.send(desk.officer(), "line_measure_new", desk.nato.pk, **(ENTERED | change))
    desk.carry()
    return told


def _told(desk: Desk, line: Line) -> dict[str, object]:
    client = desk.officer(line.side.code)
    answer = client.get(desk.url("line_measures_file", line.pk))
    [one] = json.loads(answer.content)["measures"]
    return {name: one[name] for name in ("id", "agreement", "state")}


def test_measure_stands_once_both_state_the_same_and_no_longer_when_one_changes(desk) -> None:
    told = _state(desk)
    alone = _told(desk, desk.china)
    seen = desk.page(desk.officer("china"), "line_measures", desk.china.pk)
    theirs = desk.china.measures.get()
    head = desk.at(Role.HEAD, "china")
    desk.send(head, "line_measure_same", desk.china.pk, theirs.entry)
    desk.carry()
    both = [_told(desk, line) for line in (desk.nato, desk.china)]
    page = desk.page(desk.officer(), "line_measures", desk.nato.pk)
    again = _state(desk)
    _state(desk, review="2099-01-01")

    assert "Stated. It stands once both state the same." in told
    assert alone == {"id": "hazards", "agreement": "one_sided", "state": None}
    assert "stated by NATO alone" in seen
    assert "State the same as NATO" in seen
    assert both == [{"id": "hazards", "agreement": "agreed", "state": "review_due"}] * 2
    assert "1 measure in force" in page
    assert "measure in force, review due" in page
    assert "your office states just this already" in again
    assert _told(desk, desk.china)["agreement"] == "different"
    gone = head.post(desk.url("line_measure_same", desk.china.pk, theirs.entry))
    assert gone.status_code == 404


def test_measure_that_contradicts_itself_is_refused_in_a_sentence(desk) -> None:
    assert "is reviewed before it starts" in _state(desk, review="2025-01-01")


def test_calendar_is_given_with_the_first_entry_that_is_meant(desk) -> None:
    year = dt.datetime.now(dt.UTC).year
    words = {"origin": "en", "texts": {"en": "Training"}, "states": {}}
    told = {
        "designation": "CALM 1",
        "activity": "naval",
        "purpose": words,
        "states": ["BE"],
        "area_name": "Open sea",
        "duration_days": 3,
        "earliest": f"{year + 1}-05-01",
        "latest": f"{year + 1}-05-10",
    }
    desk.now = dt.datetime(year, 1, 2, tzinfo=dt.UTC)
    desk.sends(desk.nato, Wording("AC", told))
    before = desk.page(desk.officer(), "line_measures", desk.nato.pk)
    desk.sends(desk.nato, Wording("AC", told, status=Status.ACTUAL))
    after = desk.page(desk.officer("china"), "line_measures", desk.china.pk)

    assert f"NATO · on {year}-01-02" not in before
    assert f"NATO · on {year}-01-02" in after
    assert "CHINA · not yet" in after
