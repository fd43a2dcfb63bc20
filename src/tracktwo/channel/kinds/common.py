"""What acknowledgements, cancellations and errors say, whatever the kind that they are about."""

from tracktwo.channel.kinds.fields import choice, moment, words
from tracktwo.locale import english

ACKNOWLEDGING = (
    choice(
        "level",
        english("Acknowledged as"),
        {
            "received": english("received by a machine, whole and signed"),
            "read": english("read by the officer on duty"),
        },
    ).required,
    moment("at", english("Acknowledged at")).required,
)
"""Two acknowledgements; the third, an answer, is a message of its own. None of them agrees to anything."""
CANCELLING = (words("reason", english("Reason")),)
ERRING = (
    choice(
        "fault",
        english("Fault"),
        {
            "unreadable": english("not readable"),
            "signature": english("the signature does not fit"),
            "gap": english("a message before it is missing"),
            "unknown_kind": english("of a kind or version not known here"),
            "incomplete": english("a field is missing or wrong"),
        },
    ).required,
    words("detail", english("Detail of the fault")),
)
