"""Prior notification of an activity (PN), and its entry in the calendar of a year (AC)."""

from datetime import timedelta

from tracktwo.channel.kinds.fields import (  # fmt: skip
    Fields,
    Unit,
    choice,
    day,
    group,
    message,
    text,
    whole,
    words,
    yes_no,
)
from tracktwo.channel.kinds.kind import Kind
from tracktwo.channel.kinds.phrases import (
    AREA_NAME,
    AREAS,
    DESIGNATION,
    END,
    FORMATIONS,
    START,
    STATES,
)
from tracktwo.channel.kinds.read_values import day_in, groups_in, moment_in, whole_in
from tracktwo.channel.kinds.rules import each_ends_after_start, ends_after_start, upper_over_lower
from tracktwo.locale import english

START_WINDOW = timedelta(days=14)
"""How long the window may be in which an activity of the calendar begins."""
DEPTH, HEIGHT = -12_000, 100_000

_GENERAL = (
    DESIGNATION.required,
    words("purpose", english("General purpose")).required,
    STATES.required,
    text("organising_level", english("Level of command that organises")).required,
    text("commanding_level", english("Level of command that commands")).required,
    START.required,
    END.required,
    yes_no("without_notice", english("Troops involved are not told in advance")),
)
_FORCES = (
    whole("personnel", english("Personnel in all")),
    group(
        "forces",
        english("Personnel by state"),
        [
            text("state", english("State concerned")).required,
            whole("personnel", english("Personnel")).required,
        ],
    ).repeated,
    FORMATIONS,
    whole("tanks", english("Battle tanks")),
    whole("armoured_vehicles", english("Armoured combat vehicles")),
    whole("anti_tank_vehicles", english("Vehicles with anti-tank guided missiles")),
    whole("artillery", english("Artillery pieces of 100 mm and above")),
    whole("helicopters", english("Helicopters")),
    whole("sorties", english("Aircraft sorties")),
    words("sorties_purpose", english("Purpose of the sorties")),
    group(
        "ships",
        english("Ships"),
        [
            text("type", english("Type")).required,
            whole("number", english("Number"), least=1).required,
        ],
    ).repeated,
    yes_no("live_firing", english("Live firing")),
    choice(
        "fire_support",
        english("Fire between domains"),
        {"air_to_ground": english("air to ground"), "ship_to_shore": english("ship to shore")},
    ).repeated,
)
_PLACE = (
    AREA_NAME.required,
    AREAS.required,
    whole("lower_metres", english("Lower limit"), unit=Unit.METRES, least=DEPTH, most=HEIGHT),
    whole("upper_metres", english("Upper limit"), unit=Unit.METRES, least=DEPTH, most=HEIGHT),
    group(
        "phases",
        english("Phase of the activity"),
        [
            choice(
                "phase",
                english("Phase"),
                {
                    "transfer": english("transfer"),
                    "deployment": english("deployment"),
                    "concentration": english("concentration"),
                    "active": english("active phase"),
                    "recovery": english("recovery"),
                },
            ).required,
            START.required,
            END.required,
            words("purpose", english("Purpose of the phase")),
            AREAS,
        ],
    ).repeated,
)
_OTHER = (
    words("calendar_change", english("Change from the annual calendar")),
    message("related", english("Related notifications")).repeated,
    yes_no("observers_invited", english("Observers are invited")),
    message("invitation", english("Invitation of observers")),
    text("hazard_warnings", english("Hazard warnings issued")).repeated,
)


def _phases_within(fields: Fields) -> str | None:
    start, end = moment_in(fields, "start"), moment_in(fields, "end")
    for n, phase in enumerate(groups_in(fields, "phases"), 1):
        begins, stops = moment_in(phase, "start"), moment_in(phase, "end")
        if start and end and begins and stops and not (start <= begins and stops <= end):
            return english("phase {n} lies outside the start and end of the activity", n=n)
    return None


def _personnel_adds_up(fields: Fields) -> str | None:
    total, parts = whole_in(fields, "personnel"), groups_in(fields, "forces")
    told = sum(whole_in(one, "personnel") or 0 for one in parts)
    if total is None or not parts or told == total:
        return None
    return english(
        "the personnel by state is {told} together, and {total} in all; make them equal",
        told=told,
        total=total,
    )


def _sorties_told(fields: Fields) -> str | None:
    if fields.get("sorties_purpose") and not fields.get("sorties"):
        return english("sorties have a purpose and no number; give their number")
    return None


PN = Kind(
    "PN",
    english("Prior notification of an activity"),
    english("This message tells of an activity before it begins."),
    (*_GENERAL, *_FORCES, *_PLACE, *_OTHER),
    rules=(
        ends_after_start,
        each_ends_after_start("phases"),
        _phases_within,
        upper_over_lower("lower_metres", "upper_metres"),
        _personnel_adds_up,
        _sorties_told,
    ),
)
"""Its parts follow chapter V of the OSCE Vienna Document 2011; ships and heights are added."""


def _window_in_order(fields: Fields) -> str | None:
    earliest, latest = day_in(fields, "earliest"), day_in(fields, "latest")
    if earliest is None or latest is None or timedelta() <= latest - earliest <= START_WINDOW:
        return None
    return english(
        "the start lies between {earliest} and {latest}; give a window of up to {days} days, its first day first",
        earliest=earliest,
        latest=latest,
        days=START_WINDOW.days,
    )


AC = Kind(
    "AC",
    english("Entry in the annual calendar"),
    english("This message enters an activity in the calendar of a year."),
    (
        DESIGNATION.required,
        choice(
            "activity",
            english("Type of activity"),
            {
                "field": english("field exercise"),
                "command_post": english("command post exercise"),
                "naval": english("naval exercise"),
                "air": english("air exercise"),
                "landing": english("landing exercise"),
                "other": english("other activity"),
            },
        ).required,
        words("purpose", english("General purpose")).required,
        STATES.required,
        AREA_NAME.required,
        AREAS,
        whole("duration_days", english("Duration"), unit=Unit.DAYS, least=1, most=366).required,
        day("earliest", english("Earliest day of the start")).required,
        day("latest", english("Latest day of the start")).required,
        whole("personnel", english("Personnel planned")),
        text("force_types", english("Types of forces")).repeated,
        text("command_level", english("Level of command")),
    ),
    rules=(_window_in_order,),
)
