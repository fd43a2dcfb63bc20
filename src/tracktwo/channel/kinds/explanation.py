"""Unusual activities: a request for an explanation (UA), its reply (UR), a meeting (UM), its outcome (UO)."""

from tracktwo.channel.kinds.fields import (
    Fields,
    choice,
    day,
    group,
    moment,
    position,
    text,
    whole,
    words,
    yes_no,
)
from tracktwo.channel.kinds.kind import ANNOUNCED, ANSWERING, Kind
from tracktwo.channel.kinds.phrases import (
    AREA_NAME,
    AREAS,
    DESIGNATION,
    END,
    EQUIPMENT,
    FORMATIONS,
    START,
)
from tracktwo.channel.kinds.read_values import groups_in, whole_in
from tracktwo.channel.kinds.rules import ends_after_start
from tracktwo.channel.messages import Type
from tracktwo.locale import english

MOST_QUESTIONS = 200

UA = Kind(
    "UA",
    english("Request for an explanation"),
    english("This message asks the other side to explain an activity."),
    (
        words("causes", english("Causes of concern")).required,
        text("activity", english("Type of activity")).required,
        AREA_NAME.required,
        AREAS,
        position("position", english("Position at sea or in the air")),
        moment("observed", english("Time observed")),
        words("sources", english("Sources that can be named")),
        group(
            "questions",
            english("Question"),
            [words("question", english("Text of the question")).required],
        ).repeated.required,
    ),
    types=(*ANNOUNCED, Type.REPLY),
    answers=("PN", "AC", "HI", "EN", "NW", "AN"),
)
"""The content that chapter III of the OSCE Vienna Document 2011 asks of a request."""


def _answers_or_declines(fields: Fields) -> str | None:
    asked = [whole_in(one, "question") for one in groups_in(fields, "answers")]
    if len(set(asked)) < len(asked):
        return english("one question is answered twice; answer each once")
    for one in groups_in(fields, "answers"):
        if bool(one.get("answer")) == (one.get("is_declined") is True):
            return english(
                "question {n} is to be either answered or declined", n=whole_in(one, "question")
            )
    return None


UR = Kind(
    "UR",
    english("Reply to a request for an explanation"),
    english("This message answers a request for an explanation, question by question."),
    (
        group(
            "answers",
            english("Answer to a question"),
            [
                whole("question", english("Number of the question"), least=1, most=MOST_QUESTIONS).required,
                words("answer", english("Answer")),
                yes_no("is_declined", english("The answer is declined")),
            ],
        ).repeated.required,
        words("purpose", english("General purpose")),
        AREA_NAME,
        AREAS,
        START,
        END,
        DESIGNATION,
        text("subordination", english("Subordination")),
        FORMATIONS,
        EQUIPMENT,
        choice(
            "offers",
            english("Further offer"),
            {
                "visit": english("a visit"),
                "observation": english("observation of the activity"),
                "call": english("a call"),
                "meeting": english("a meeting"),
            },
        ).repeated,
    ),
    types=ANSWERING,
    answers=("UA",),
    rules=(_answers_or_declines, ends_after_start),
)  # fmt: skip

UM = Kind(
    "UM",
    english("Request for a meeting"),
    english("This message asks for a meeting."),
    (
        choice(
            "level",
            english("Participants"),
            {"bilateral": english("both sides"), "all": english("all participating sides")},
        ).required,
        choice(
            "means",
            english("Way of meeting"),
            {
                "in_person": english("in person"),
                "video": english("video conference"),
                "voice": english("voice"),
            },
        ).required,
        words("topic", english("Topic")),
        text("venue", english("Venue")),
        moment("proposed", english("Proposed times")).repeated.required,
        text("chair", english("Chair")),
        text("interested", english("Others interested")).repeated,
    ),
    types=(*ANNOUNCED, Type.REPLY),
    answers=("UA", "UR", "HI", "EN"),
)


def _measures_told(fields: Fields) -> str | None:
    if (fields.get("outcome") == "measures") != bool(fields.get("measures")):
        return english("measures are told where the outcome is measures, and only there")
    return None


UO = Kind(
    "UO",
    english("Outcome"),
    english("This message states how a request or a meeting ended."),
    (
        choice(
            "outcome",
            english("Outcome"),
            {
                "satisfied": english("the explanation is sufficient"),
                "agreed": english("a summary is agreed"),
                "not_agreed": english("no summary is agreed"),
                "measures": english("measures are recommended"),
                "closed": english("the matter is closed"),
            },
        ).required,
        words("summary", english("Summary")).required,
        group(
            "measures",
            english("Recommended measure"),
            [
                words("measure", english("Text of the measure")).required,
                text("by", english("Carried out by")),
                day("start_day", english("First day")),
            ],
        ).repeated,
        day("follow_up", english("Day of the follow-up")),
    ),
    types=(*ANSWERING, Type.NEW),
    answers=("UR", "UM", "UA", "UO", "HI", "EN"),
    rules=(_measures_told,),
)
