"""Calls on the direct line: the request (CR), its answer (CA), and each side's summary (CS)."""

from tracktwo.channel.kinds.fields import Fields, choice, group, moment, text, words
from tracktwo.channel.kinds.kind import ANSWERING, Kind
from tracktwo.channel.kinds.phrases import END, START, languages
from tracktwo.channel.kinds.rules import each_ends_after_start, ends_after_start
from tracktwo.channel.messages import Answer
from tracktwo.locale import english

_LEVELS = {
    "strategic": english("strategic"),
    "operational": english("operational"),
    "tactical": english("tactical"),
}

CR = Kind(
    "CR",
    english("Request for a call"),
    english("This message asks for a call."),
    (
        choice(
            "means",
            english("Way of calling"),
            {
                "voice": english("voice"),
                "video": english("video conference"),
                "text": english("written text"),
            },
        ).required,
        choice("level", english("Level"), _LEVELS).required,
        text("caller", english("Office that calls")),
        text("called", english("Office to be called")),
        words("topic", english("Topic")).required,
        choice(
            "urgency",
            english("Urgency"),
            {
                "routine": english("routine"),
                "urgent": english("urgent"),
                "immediate": english("immediate"),
            },
        ).required,
        group("windows", english("Proposed window"), [START.required, END.required]).repeated,
        languages("languages", english("Languages")),
        choice(
            "interpreter",
            english("Interpreter"),
            {
                "caller": english("from the side that calls"),
                "called": english("from the side that is called"),
                "both": english("each side has its own"),
                "none": english("not needed"),
            },
        ),
    ),
    rules=(each_ends_after_start("windows"),),
)

_ASKED = {
    Answer.ACCEPTED: (("time",), ("reason", "question")),
    Answer.DEFERRED: (("time", "reason"), ("question",)),
    Answer.DECLINED: (("reason",), ("time", "question")),
    Answer.CLARIFICATION: (("question",), ("time", "reason")),
}
"""What an answer must say, and what it cannot."""


def _answer_is_one(fields: Fields) -> str | None:
    must, cannot = _ASKED[Answer(str(fields["answer"]))]
    if any(name not in fields for name in must) or any(name in fields for name in cannot):
        return english(
            "an acceptance has a time; a deferral a time and a reason; a refusal a reason; a request for clarification a question; and nothing else"
        )
    return None


CA = Kind(
    "CA",
    english("Answer to a request for a call or a meeting"),
    english("This message answers a request for a call or a meeting."),
    (
        choice(
            "answer",
            english("Answer"),
            {
                "accepted": english("accepted"),
                "deferred": english("deferred"),
                "declined": english("declined"),
                "clarification": english("a clarification is asked for"),
            },
        ).required,
        moment("time", english("Time agreed or proposed")),
        words("reason", english("Reason")),
        words("question", english("Question")),
    ),
    types=ANSWERING,
    answers=("CR", "UM"),
    rules=(_answer_is_one,),
)


def _says_something(fields: Fields) -> str | None:
    if fields["outcome"] != "own" or fields.get("agreed") or fields.get("differences"):
        return None
    return english("a summary tells at least one agreed line or one point of difference")


CS = Kind(
    "CS",
    english("Summary of a call"),
    english("This message gives a summary of a call."),
    (
        choice(
            "outcome",
            english("Standing of the summary"),
            {
                "own": english("this side’s own summary"),
                "agreed": english("this side agrees to the summary that it answers"),
                "kept": english("two summaries remain beside each other"),
            },
        ).required,
        START.required,
        END.required,
        choice("level", english("Level"), _LEVELS).required,
        text("offices", english("Offices on the line")).repeated,
        group(
            "agreed",
            english("Agreed line"),
            [words("line", english("Text of the line")).required],
        ).repeated,
        group(
            "differences",
            english("Point of difference"),
            [words("point", english("Text of the point")).required],
        ).repeated,
        moment("next_contact", english("Next contact")),
    ),
    types=ANSWERING,
    answers=("CR", "CA", "CS"),
    rules=(ends_after_start, _says_something),
)
"""An acknowledgement of a summary agrees to nothing: that is said in a summary of one's own."""
