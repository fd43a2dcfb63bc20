"""The document of a calendar: its shape, the same bytes each time, moments in UTC and where people sit."""

import json
from dataclasses import replace

import jsonschema
import pytest

from tests.roadmap.calendar.plans import WORKING, plan
from tracktwo.exchange.roadmap import read_roadmap
from tracktwo.roadmap import (
    Calendar,
    Meeting,
    RuleKind,
    schedule,
    schedule_document,
    schedule_schema,
    schedule_to_json,
)


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return schedule(read_roadmap("examples/nato-china/roadmap"))


def test_document_meets_its_schema(calendar: Calendar) -> None:
    jsonschema.validate(
        schedule_document(calendar), schedule_schema(), cls=jsonschema.Draft202012Validator
    )


def test_reasons_meet_the_schema() -> None:
    late = Meeting("m", required=("n1",), earliest=plan().last, latest=plan().last)
    document = schedule_document(schedule(plan(replace(late, host="nato")), working=WORKING))

    jsonschema.validate(document, schedule_schema())
    assert (document["status"], document["meetings"]) == ("infeasible", [])
    assert {one["kind"] for one in document["why"]} == {"held", "window", "weekend"}


def test_same_roadmap_gives_the_same_bytes(calendar: Calendar) -> None:
    again = schedule(read_roadmap("examples/nato-china/roadmap"))

    assert schedule_to_json(again) == schedule_to_json(calendar)


def test_moments_are_told_in_utc_and_where_people_sit(calendar: Calendar) -> None:
    told = {one["id"]: one for one in json.loads(schedule_to_json(calendar))["meetings"]}
    call = told["track2-review"]

    assert call["start"].endswith("Z")
    assert call["local"]["Asia/Shanghai"][0][11:16] == "16:00"
    assert call["local"]["Europe/London"][0][11:16] == "08:00"


def test_some_meetings_can_be_chosen(calendar: Calendar) -> None:
    document = schedule_document(calendar, meetings={"naval-2"})

    assert [one["day"] for one in document["meetings"]] == ["2022-10-08"]


def test_schema_knows_every_kind_of_rule() -> None:
    kinds = schedule_schema()["$defs"]["rule"]["properties"]["kind"]["enum"]

    assert kinds == [one.value for one in RuleKind]
