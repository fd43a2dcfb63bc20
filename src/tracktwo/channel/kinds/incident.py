"""Hazardous incident: what happened, what is known, what is asked (HI)."""

from tracktwo.channel.kinds.fields import (  # fmt: skip
    Fields,
    choice,
    moment,
    position,
    text,
    whole,
    words,
    yes_no,
)
from tracktwo.channel.kinds.kind import ANNOUNCED, Kind
from tracktwo.channel.kinds.phrases import AREA_NAME
from tracktwo.channel.messages import Type
from tracktwo.locale import english


def _assistance_told(fields: Fields) -> str | None:
    if fields.get("assistance") and fields.get("assistance_wanted") is not True:
        return english("assistance is described and not asked for; say that it is wanted")
    return None


HI = Kind(
    "HI",
    english("Report of a hazardous incident"),
    english("This message reports an incident that was or is a hazard."),
    (
        choice(
            "stage",
            english("Stage of the report"),
            {
                "initial": english("initial report"),
                "follow_up": english("follow-up report"),
                "final": english("final report"),
            },
        ).required,
        text("owners", english("Owner of the forces involved")).repeated.required,
        moment("time", english("Time of the event")).required,
        position("position", english("Position at sea or in the air")).required,
        AREA_NAME,
        words("what", english("Course of events")).required,
        words("damage", english("Damage")),
        whole("killed", english("Persons killed")),
        whole("injured", english("Persons injured")),
        whole("missing", english("Persons missing")),
        choice(
            "hazards",
            english("Hazards that remain"),
            {
                "navigation": english("to navigation"),
                "aviation": english("to aviation"),
                "pollution": english("pollution"),
                "explosives": english("explosives"),
                "radiation": english("radiation"),
            },
        ).repeated,
        words("actions", english("Actions taken")),
        words("current_state", english("Current state")).required,
        text("contact", english("Contact point")).required,
        yes_no("assistance_wanted", english("Assistance is wanted")),
        words("assistance", english("Assistance wanted")),
    ),
    types=(*ANNOUNCED, Type.REPLY),
    answers=("HI",),
    rules=(_assistance_told,),
)
"""A reply of this kind is the other side's account of the same incident."""
