"""Merchant ships: what identifies one, and what it reports of its voyage (VR)."""

from tracktwo.channel.kinds.fields import (  # fmt: skip
    Unit,
    choice,
    decimal,
    group,
    moment,
    position,
    text,
    whole,
    words,
)
from tracktwo.channel.kinds.kind import Kind
from tracktwo.channel.kinds.rules import imo_number
from tracktwo.locale import english

SHIP = text("ship", english("Name of the ship"))
IDENTITY = (
    text("call_sign", english("Call sign"), pattern="[A-Z0-9]{3,8}", such_as="VRAB7"),
    text("imo", english("IMO number"), pattern="[0-9]{7}", such_as="9074729"),
    text("mmsi", english("MMSI"), pattern="[0-9]{9}", such_as="477123400"),
    text("flag", english("Flag State")),
)
SPEED = decimal("speed_knots", english("Speed"), unit=Unit.KNOTS, most=100)
FREEBOARD = decimal("freeboard_metres", english("Freeboard"), unit=Unit.METRES, most=100)
SECURITY_TEAM = choice(
    "security_team",
    english("Security team aboard"),
    {
        "none": english("none"),
        "unarmed": english("unarmed"),
        "armed": english("armed"),
    },
)
POSITION = position("position", english("Position at sea or in the air"))

VR = Kind(
    "VR",
    english("Report of a vessel"),
    english("This message reports a ship and its voyage."),
    (
        choice(
            "report",
            english("Type of report"),
            {
                "SP": english("sailing plan"),
                "PR": english("position report"),
                "DR": english("deviation report"),
                "FR": english("final report"),
                "DG": english("dangerous goods report"),
                "HS": english("harmful substances report"),
                "MP": english("marine pollutants report"),
                "other": english("other report"),
            },
        ).required,
        text("scheme", english("Reporting scheme")),
        SHIP.required,
        *IDENTITY,
        moment("time", english("Time of the report")).required,
        POSITION.required,
        whole("course", english("Course"), unit=Unit.DEGREES, most=359),
        SPEED,
        text("from_port", english("Last port of call")),
        moment("entry_time", english("Time of entry into the area")),
        position("entry_position", english("Point of entry into the area")),
        text("destination", english("Destination")),
        moment("eta", english("Expected time of arrival")),
        position("route", english("Points of the intended route")).repeated,
        group(
            "waypoints",
            english("Expected waypoint"),
            [
                text("point", english("Point")).required,
                moment("time", english("Time expected")).required,
            ],
        ).repeated,
        moment("exit_time", english("Time of exit from the area")),
        position("exit_position", english("Point of exit from the area")),
        text("radio", english("Radio stations and frequencies")),
        moment("next_report", english("Time of the next report")),
        decimal("draught_metres", english("Draught"), unit=Unit.METRES, most=100),
        words("cargo", english("Cargo")),
        words("defects", english("Defects and limitations")),
        words("pollution", english("Pollution and goods lost")),
        words("weather", english("Weather")),
        text("owner", english("Owner, operator or agent")),
        text("ship_type", english("Type of ship")),
        whole("length_metres", english("Length of the ship"), unit=Unit.METRES, most=1000),
        whole("tonnage", english("Gross tonnage")),
        whole("persons", english("Persons aboard"), most=20_000),
        FREEBOARD,
        SECURITY_TEAM,
        group(
            "crew",
            english("Nationality aboard"),
            [
                text("nationality", english("Nationality")).required,
                whole("number", english("Number"), least=1).required,
            ],
        ).repeated,
        text("company_contact", english("Contact at the company")),
        words("remarks", english("Remarks")),
    ),
    rules=(imo_number,),
)
"""The elements are those that IMO resolution A.851(20) gives letters, and those of voluntary reporting schemes."""
