"""Piracy, armed robbery and suspicious approaches at sea (MI)."""

from tracktwo.channel.kinds.fields import (  # fmt: skip
    Fields,
    Unit,
    choice,
    decimal,
    group,
    moment,
    text,
    whole,
    words,
    yes_no,
)
from tracktwo.channel.kinds.kind import Kind
from tracktwo.channel.kinds.phrases import AREA_NAME, EVIDENCE
from tracktwo.channel.kinds.rules import imo_number
from tracktwo.channel.kinds.ship import (
    FREEBOARD,
    IDENTITY,
    POSITION,
    SECURITY_TEAM,
    SHIP,
    SPEED,
)
from tracktwo.locale import english

_ASSAULT = ("weapons_discharged", "contact_made", "boarded")

_IDENTIFICATION = (
    text("incident", english("Number of the incident")),
    text("reporter", english("Reporting entity")).required,
    choice(
        "stage",
        english("Stage of the report"),
        {
            "initial": english("initial report"),
            "follow_up": english("follow-up report"),
            "final": english("final report"),
        },
    ).required,
    choice(
        "type",
        english("Type of incident"),
        {
            "suspicious": english("suspicious activity"),
            "approach": english("approach"),
            "attack": english("attack"),
            "hijacked": english("hijacking"),
        },
    ).required,
    yes_no("disrupted", english("Interrupted by military action")),
)
_PLACE = (
    moment("time", english("Time of the event")).required,
    choice(
        "light",
        english("Period of the day"),
        {
            "dawn": english("dawn"),
            "day": english("daylight"),
            "dusk": english("dusk"),
            "night": english("night"),
        },
    ),
    POSITION.required,
    AREA_NAME,
    text("coastal_state", english("Nearest coastal State")),
)
_SHIP = (
    SHIP,
    *IDENTITY,
    text("ship_type", english("Type of ship")),
    whole("length_metres", english("Length of the ship"), unit=Unit.METRES, most=1000),
    whole("deadweight", english("Deadweight"), unit=Unit.TONNES),
)
_CIRCUMSTANCES = (
    text("last_port", english("Last port of call")),
    text("next_port", english("Next port of call")),
    text("nearest_port", english("Nearest port")),
    choice(
        "under_way",
        english("State of the ship"),
        {
            "steaming": english("under way"),
            "drifting": english("drifting"),
            "anchored": english("at anchor"),
            "berthed": english("at berth"),
        },
    ),
    SPEED,
    FREEBOARD,
    SECURITY_TEAM,
    yes_no("citadel", english("The crew withdrew to a citadel")),
    whole("security_level", english("Security level of the ship"), least=1, most=3),
    decimal("visibility_miles", english("Visibility"), unit=Unit.MILES, most=100),
    whole("wind_knots", english("Wind"), unit=Unit.KNOTS, most=200),
    decimal("waves_metres", english("Waves"), unit=Unit.METRES, most=40),
)
_ATTACK = (
    whole("attackers", english("Number of attackers")),
    group(
        "boats",
        english("Boat"),
        [
            text("type", english("Type")).required,
            whole("number", english("Number"), least=1).required,
        ],
    ).repeated,
    choice(
        "weapons",
        english("Weapons seen"),
        {
            "none": english("none"),
            "knives": english("knives or other blades"),
            "firearms": english("firearms"),
            "rockets": english("rocket-propelled grenades"),
            "explosives": english("explosives"),
            "other": english("other weapons"),
        },
    ).repeated,
    yes_no("weapons_discharged", english("Weapons were discharged")),
    yes_no("contact_made", english("A boat made contact with the ship")),
    yes_no("boarded", english("The ship was boarded")),
    yes_no("control_lost", english("The crew lost control of both steering and propulsion")),
    whole("duration_minutes", english("Duration"), unit=Unit.MINUTES),
    text("entry_point", english("Point of entry aboard")),
    words("mitigation", english("Protective measures taken")),
    whole("attackers_arrested", english("Attackers arrested")),
    whole("attackers_injured", english("Attackers injured")),
    whole("attackers_killed", english("Attackers killed")),
)
_VICTIMS = (
    whole("killed", english("Persons killed")),
    whole("injured", english("Persons injured")),
    whole("missing", english("Persons missing")),
    whole("kidnapped", english("Persons kidnapped")),
    whole("threatened", english("Persons threatened")),
    whole("hostages", english("Persons taken hostage")),
    whole("assaulted", english("Persons assaulted")),
)
_OTHER = (
    words("narrative", english("Course of events")).required,
    words("damage", english("Damage")),
    words("assistance", english("Assistance wanted")),
    text("reported_to", english("Reported to")).repeated,
    EVIDENCE,
)


def _type_fits(fields: Fields) -> str | None:
    type_ = fields["type"]
    assaulted = any(fields.get(one) is True for one in _ASSAULT)
    if (type_ == "hijacked") != (fields.get("control_lost") is True):
        return english(
            "a ship is hijacked where its crew lost control of both steering and propulsion, and only there"
        )
    if type_ == "attack" and not assaulted:
        return english(
            "an attack needs weapons discharged, contact or boarding; without, it is an approach"
        )
    if type_ in ("approach", "suspicious") and assaulted:
        return english("weapons discharged, contact or boarding make it an attack")
    return None  # fmt: skip


MI = Kind(
    "MI",
    english("Report of a maritime incident"),
    english("This message reports an incident against a ship."),
    (*_IDENTIFICATION, *_PLACE, *_SHIP, *_CIRCUMSTANCES, *_ATTACK, *_VICTIMS, *_OTHER),
    rules=(imo_number, _type_fits),
)
"""Sections follow the public taxonomy of maritime incidents of the Joint Research Centre (JRC87285).

The ladder of types is that of the NATO Shipping Centre; an interruption by military action is told beside it.
"""
