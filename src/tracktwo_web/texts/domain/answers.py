"""What a change of a text may be answered with when it cannot be made."""

from dataclasses import dataclass


class CannotBe(Exception):  # noqa: N818 -- an answer, not a fault
    """What was asked cannot be done; the message is the sentence that says so."""


@dataclass
class Meanwhile(Exception):  # noqa: N818 -- an answer, not a fault
    """Somebody was quicker: `words` is how the passage stands now, to be read beside one's own.

    `edition` and `was` are what the next saving has to name, so that it knows what it goes over.
    """

    words: str
    edition: int
    was: str
