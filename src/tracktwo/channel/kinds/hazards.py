"""Warnings to ships (NW) and to aircraft (AN)."""

from tracktwo.channel.kinds.fields import (  # fmt: skip
    Fields,
    Unit,
    choice,
    moment,
    position,
    text,
    whole,
    words,
    yes_no,
)
from tracktwo.channel.kinds.kind import Kind
from tracktwo.channel.kinds.phrases import AREAS, END, START
from tracktwo.channel.kinds.rules import ends_after_start, has_place, upper_over_lower
from tracktwo.locale import english

_YEAR = whole("year", english("Year of the warning"), least=2000, most=2099)
_NUMBER = whole("number", english("Number of the warning"), least=1, most=9999)
HIGHEST = 999


def _located_is_surveyed(fields: Fields) -> str | None:
    if fields["certainty"] == "located" and fields.get("surveyed") is not True:
        return english(
            "only what was surveyed is located; write reported, or say that it was surveyed"
        )
    return None  # fmt: skip


NW = Kind(
    "NW",
    english("Navigational warning"),
    english("This message warns ships of a hazard."),
    (
        text("series", english("Series of warnings")),
        _NUMBER,
        _YEAR,
        text("general_area", english("General area")),
        text("locality", english("Locality")),
        text("charts", english("Charts")).repeated,
        choice(
            "subject",
            english("Key subject"),
            {
                "gunnery": english("gunnery or missile firing"),
                "naval_exercise": english("naval exercise"),
                "submarine_exercise": english("exercise with submarines"),
                "mines": english("mines or other ordnance"),
                "wreck": english("wreck"),
                "drifting": english("drifting hazard"),
                "light": english("light or buoy out of order"),
                "works": english("works at sea"),
                "cable": english("cable or pipeline work"),
                "search": english("search and rescue"),
                "space": english("space debris or launch"),
                "navigation_signals": english("satellite or radio navigation disturbed"),
                "piracy": english("piracy or armed robbery"),
                "other": english("other hazard"),
            },
        ).required,
        choice(
            "certainty",
            english("Certainty of the place"),
            {"located": english("LOCATED"), "reported": english("REPORTED")},
        ).required,
        yes_no("surveyed", english("The place was surveyed")),
        position("positions", english("Positions")).repeated,
        AREAS,
        START,
        END,
        words("remarks", english("Remarks")),
        text("cancels", english("Warnings cancelled")).repeated,
        moment("cancel_at", english("This warning is cancelled at")),
    ),
    rules=(has_place, _located_is_surveyed, ends_after_start),
)
"""The elements and their order are those of IMO circular MSC.1/Circ.1310; hazard and place are required."""


def _end_is_told(fields: Fields) -> str | None:
    if (fields["end_is"] == "permanent") == ("end" in fields):
        return english("a permanent notice has no end, and every other has one")
    return None


AN = Kind(
    "AN",
    english("Airspace notice"),
    english("This message warns aircraft of an activity in airspace."),
    (
        text("series", english("Series of warnings"), pattern="[A-Z]", such_as="A"),
        _NUMBER,
        _YEAR,
        text("fir", english("Flight information region"), pattern="[A-Z]{4}", such_as="ZGZU").required,
        text("code", english("Code of the subject and its condition"), pattern="Q[A-Z]{4}", such_as="QWELW").required,
        choice(
            "traffic",
            english("Traffic concerned"),
            {"I": english("instrument flights"), "V": english("visual flights"), "IV": english("all flights"), "K": english("checklist")},
        ).required,
        choice(
            "purpose",
            english("Purpose of the notice"),
            {"NBO": english("immediate attention, briefing and flight operations"), "BO": english("briefing and flight operations"), "B": english("briefing"), "M": english("other purposes"), "K": english("checklist")},
        ).required,
        choice(
            "scope",
            english("Scope of the notice"),
            {"A": english("aerodrome"), "E": english("en route"), "W": english("warning"), "AE": english("aerodrome and en route"), "AW": english("aerodrome and warning"), "K": english("checklist")},
        ).required,
        whole("lower", english("Lower limit"), unit=Unit.FLIGHT_LEVEL, most=HIGHEST).required,
        whole("upper", english("Upper limit"), unit=Unit.FLIGHT_LEVEL, most=HIGHEST).required,
        position("centre", english("Centre")).required,
        whole("radius_miles", english("Radius"), unit=Unit.MILES, least=1, most=HIGHEST).required,
        text("locations", english("Locations"), pattern="[A-Z]{4}", such_as="ZGGG").repeated.required,
        START.required,
        END,
        choice(
            "end_is",
            english("Certainty of the end"),
            {"fixed": english("as stated"), "estimated": english("estimated"), "permanent": english("permanent")},
        ).required,
        text("schedule", english("Schedule")),
        words("text", english("Text of the notice")).required,
        text("lower_limit", english("Lower limit in words")),
        text("upper_limit", english("Upper limit in words")),
    ),
    rules=(ends_after_start, _end_is_told, upper_over_lower("lower", "upper")),
)  # fmt: skip
"""The elements are those of the notices of ICAO Annex 15: the line Q, then A to G."""
