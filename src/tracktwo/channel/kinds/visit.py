"""Staff talks, visits and the observation of activities: the invitation and its answer (MR)."""

from tracktwo.channel.kinds.fields import Fields, choice, day, moment, text, whole, words
from tracktwo.channel.kinds.kind import ANNOUNCED, Kind
from tracktwo.channel.kinds.phrases import END, START, languages
from tracktwo.channel.kinds.read_values import moment_in
from tracktwo.channel.kinds.rules import ends_after_start
from tracktwo.channel.messages import Type
from tracktwo.locale import english


def _answered_before(fields: Fields) -> str | None:
    start, answer = moment_in(fields, "start"), moment_in(fields, "answer_by")
    if start is None or answer is None or answer <= start:
        return None
    return english("an answer is asked for after the start; ask for it earlier")


def _refusal_has_no_visitors(fields: Fields) -> str | None:
    if (fields["answer"] == "accepted") != ("visitors" in fields):
        return english("an acceptance says how many come, and a refusal does not")
    return None


MR = Kind(
    "MR",
    english("Invitation to talks, a visit or an observation"),
    english("This message invites to an event."),
    (
        choice(
            "event",
            english("Event"),
            {
                "talks": english("staff talks"),
                "visit": english("visit"),
                "observation": english("observation of an activity"),
            },
        ).required,
        text("host", english("Host")).required,
        text("place", english("Place")).required,
        START.required,
        END.required,
        words("programme", english("Programme")).required,
        whole("places", english("Number of places"), least=1),
        moment("answer_by", english("Answer asked for by")).required,
        choice(
            "costs",
            english("Costs are borne by"),
            {
                "host": english("the host"),
                "guest": english("the guests"),
                "shared": english("both, each its own"),
            },
        ),
        text("equipment", english("Equipment allowed")).repeated,
        languages("languages", english("Languages")),
        day("report_due", english("Report due on")),
    ),
    types=(*ANNOUNCED, Type.REPLY),
    answers=("MR",),
    rules=(ends_after_start, _answered_before),
    reply=(
        choice(
            "answer",
            english("Answer"),
            {"accepted": english("accepted"), "declined": english("declined")},
        ).required,
        whole("visitors", english("Number of visitors"), least=1),
        words("reason", english("Reason")),
    ),
    reply_rules=(_refusal_has_no_visitors,),
)
