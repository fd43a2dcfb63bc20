"""What messages tell as activities, accounts and plans."""

from datetime import UTC, datetime

import pytest

from tests.channel.kinds.examples import CIRCLE, EXAMPLES, HERE, POLYGON, THERE, example, free
from tracktwo.channel.activities import Activity, Band, Window
from tracktwo.channel.encounters import Assessment, Report, YesNo
from tracktwo.channel.escort import Corridor, EscortPlan, Group, Quarter
from tracktwo.channel.kinds import activities_of, plan_of, report_of
from tracktwo.channel.kinds.read_values import area_json, area_of
from tracktwo.channel.messages import MessageId, Type
from tracktwo.channel.sphere import Position
from tracktwo.errors import OptionError

CLOSE = datetime(2026, 3, 1, 4, 10, tzinfo=UTC)


def march(start: int, end: int, ends_at: int = 6) -> Window:
    return Window(
        datetime(2026, 3, start, 6, tzinfo=UTC), datetime(2026, 3, end, ends_at, tzinfo=UTC)
    )


def test_each_phase_and_area_is_an_activity() -> None:
    assert activities_of(example("PN")) == (
        Activity("NATO-EX-PN 0007/26#1", "NATO", area_of(POLYGON), march(10, 12), Band(-200, 9000)),
        Activity("NATO-EX-PN 0007/26#2", "NATO", area_of(CIRCLE), march(12, 19, 18), Band(-200, 9000)),
    )  # fmt: skip


def test_notification_without_phases_and_heights_is_one_endless_activity() -> None:
    left_out = ("phases", "lower_metres", "upper_metres")
    fields = {name: value for name, value in EXAMPLES["PN"].items() if name not in left_out}

    assert activities_of(example("PN", fields=fields), side="nato") == (
        Activity("NATO-EX-PN 0007/26", "nato", area_of(POLYGON), march(10, 20, 18), Band()),
    )


def test_account_is_taken_in_the_words_of_its_side() -> None:
    told = EXAMPLES["EN"] | {"manoeuvres": {"origin": "zh", "texts": {"zh": "穿越", "en": "crossed"}, "states": {"en": "draft"}}}  # fmt: skip

    assert report_of(example("EN", fields=told)) == Report(
        "NATO",
        CLOSE,
        Position(21.5, 113.75),
        180.0,
        {
            "weapons_trained": YesNo.NO,
            "fire_control_radar": YesNo.NO,
            "lights_directed": YesNo.YES,
            "objects_launched": YesNo.NO,
            "formation_crossed": YesNo.YES,
            "simulated_attack": YesNo.NO,
            "contact": YesNo.NO,
            "call_answered": YesNo.YES,
        },
        {
            "regime_own": "High seas.",
            "regime_other": "Waters under our jurisdiction.",
            "manoeuvres": "穿越",
        },
        Assessment.UNPROFESSIONAL,
    )


def test_silence_in_an_account_stays_silence() -> None:
    asked = ("own_unit", "other_unit", "time", "position", "assessment")

    report = report_of(example("EN", fields={name: EXAMPLES["EN"][name] for name in asked}))

    assert (report.happened, report.words, report.closest) == ({}, {}, None)


def test_escort_plan_is_read() -> None:
    april = [datetime(2026, 4, day, 4, tzinfo=UTC) for day in (2, 4)]

    assert plan_of(example("CV")) == EscortPlan(
        Quarter(2026, 2),
        Corridor("transit corridor", (Position.from_imo(HERE), Position.from_imo(THERE))),
        (
            Group("E1", april[0], 12.0, "Northland", "frigate 1"),
            Group("W1", april[1], 10.5, "Westland", "frigate 2", is_back=True),
        ),
    )


@pytest.mark.parametrize("read", [activities_of, report_of, plan_of])
def test_other_kinds_tell_nothing_of_this(read) -> None:
    with pytest.raises(OptionError, match="tells nothing of this"):
        read(example("HI"))


def test_comment_on_a_plan_is_no_plan() -> None:
    comment = example("CV", type=Type.REPLY, refs=(MessageId.read("CHINA-EX-CV 0001/26"),), fields={"comment": free("Later.")})  # fmt: skip

    with pytest.raises(OptionError, match="tells nothing of this"):
        plan_of(comment)


@pytest.mark.parametrize("area", [POLYGON, CIRCLE])
def test_area_is_written_as_it_was_read(area) -> None:
    assert area_json(area_of(area)) == area
