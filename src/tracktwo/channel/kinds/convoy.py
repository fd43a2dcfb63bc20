"""The escort plan of a quarter by its reference nation, and what others say of it (CV)."""

from tracktwo.channel.escort import Quarter
from tracktwo.channel.kinds.fields import (  # fmt: skip
    Fields,
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
from tracktwo.channel.kinds.kind import ANNOUNCED, Kind
from tracktwo.channel.kinds.read_values import groups_in, moment_in, text_in, whole_in
from tracktwo.channel.messages import Type
from tracktwo.locale import english


def _hand_over_names_next(fields: Fields) -> str | None:
    if (fields["stage"] == "hand_over") != ("next_nation" in fields):
        return english("a hand-over names the next reference nation, and nothing else does")
    return None


def _groups_hold(fields: Fields) -> str | None:
    quarter = Quarter(whole_in(fields, "year") or 0, whole_in(fields, "quarter") or 0)
    groups = groups_in(fields, "groups")
    names = [text_in(one, "group") for one in groups]
    if len(set(names)) < len(names):
        return english("two groups have one name; name each otherwise")
    for one in groups:
        start = moment_in(one, "start")
        if start is None or not quarter.start <= start < quarter.end:
            return english("group {group} leaves outside the quarter", group=text_in(one, "group"))
        if not float(text_in(one, "knots")) > 0:
            return english("group {group} has no speed; give its knots", group=text_in(one, "group"))  # fmt: skip
    return None


CV = Kind(
    "CV",
    english("Escort plan"),
    english("This message gives the plan of escorts for a quarter of a year."),
    (
        choice(
            "stage",
            english("Stage of the plan"),
            {
                "proposal": english("plan open for comment"),
                "fixed": english("fixed plan"),
                "hand_over": english("hand-over to the next reference nation"),
            },
        ).required,
        text("reference_nation", english("Reference nation")).required,
        text("next_nation", english("Next reference nation")),
        whole("year", english("Year"), least=2000, most=2099).required,
        whole("quarter", english("Quarter"), least=1, most=4).required,
        text("corridor", english("Corridor")).required,
        position("points", english("Points of the corridor, from end A to end B")).repeated.required,
        group(
            "groups",
            english("Group of ships"),
            [
                text("group", english("Name of the group")).required,
                moment("start", english("Time of departure")).required,
                choice("entry", english("Entry point"), {"A": english("end A"), "B": english("end B")}).required,
                decimal("knots", english("Speed"), unit=Unit.KNOTS, most=60).required,
                text("nation", english("Escorting nation")).required,
                text("escort", english("Escorting unit")).required,
                whole("slots", english("Places for ships"), most=200),
                text("contact", english("Contact point")),
            ],
        ).repeated,
        words("remarks", english("Remarks")),
    ),
    types=(*ANNOUNCED, Type.REPLY),
    answers=("CV",),
    rules=(_hand_over_names_next, _groups_hold),
    reply=(words("comment", english("Comment")).required,),
)  # fmt: skip
"""Overlapping groups and gaps are found by `tracktwo.channel.escort`: they are matters to talk of, no errors."""
