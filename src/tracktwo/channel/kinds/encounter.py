"""Encounters at sea and in the air, as one side tells them (EN)."""

from tracktwo.channel.kinds.fields import (  # fmt: skip
    Unit,
    choice,
    group,
    moment,
    position,
    text,
    whole,
    words,
    yes_no,
)
from tracktwo.channel.kinds.kind import ANNOUNCED, Kind
from tracktwo.channel.kinds.phrases import EVIDENCE, SPOKEN
from tracktwo.channel.messages import Type
from tracktwo.locale import english

HAPPENED = (
    yes_no("weapons_trained", english("Weapons were pointed at the other unit")),
    yes_no("fire_control_radar", english("Fire control radar was directed at the other unit")),
    yes_no("lights_directed", english("Lights or lasers were directed at the bridge or cockpit")),
    yes_no("objects_launched", english("Weapons, aircraft or other objects were launched")),
    yes_no("formation_crossed", english("A formation was crossed")),
    yes_no("simulated_attack", english("An attack was simulated")),
    yes_no("contact", english("Units touched each other")),
)
"""Questions that both sides answer with yes or no, or leave open: these are compared one by one."""
_UNITS = {
    "surface": english("surface ship"),
    "submarine": english("submarine"),
    "aeroplane": english("aeroplane"),
    "helicopter": english("helicopter"),
    "uncrewed": english("uncrewed craft"),
    "unknown": english("not known"),
}

EN = Kind(
    "EN",
    english("Report of an encounter"),
    english("This message tells of an encounter as one side saw it."),
    (
        choice("own_unit", english("Own unit"), _UNITS).required,
        text("own_class", english("Class of the own unit")),
        choice("other_unit", english("Other unit"), _UNITS).required,
        text("other_class", english("Class of the other unit")),
        moment("time", english("Time of the event")).required,
        position("position", english("Position at sea or in the air")).required,
        words("regime_own", english("Regime of the waters or airspace, in the words of this side")),
        words("regime_other", english("Regime of the waters or airspace, in the words that the other side used")),
        whole("closest_metres", english("Closest approach"), unit=Unit.METRES),
        moment("closest_time", english("Time of the closest approach")),
        words("manoeuvres", english("Manoeuvres")),
        group(
            "communications",
            english("Communication"),
            [
                text("channel", english("Channel")).required,
                text("signal_group", english("Signal group")),
                choice("language", english("Language"), SPOKEN),
                yes_no("answered", english("Answered")).required,
            ],
        ).repeated,
        *HAPPENED,
        choice(
            "assessment",
            english("Assessment by the originator"),
            {
                "routine": english("routine"),
                "unusual": english("unusual"),
                "unprofessional": english("unprofessional"),
                "unsafe": english("unsafe"),
            },
        ).required,
        EVIDENCE,
        choice(
            "follow_up",
            english("Follow-up asked for"),
            {
                "none": english("none"),
                "clarification": english("clarification"),
                "call": english("a call"),
                "meeting": english("a meeting"),
                "review": english("the annual review"),
            },
        ),
    ),
    types=(*ANNOUNCED, Type.REPLY),
    answers=("EN",),
)  # fmt: skip
"""A reply of this kind is the other side's own account of the same encounter.

Its questions follow what the agreements of 1972 on incidents at sea and the code of 2014 for unplanned
encounters ask commanders to avoid.
"""
