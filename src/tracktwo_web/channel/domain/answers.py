"""What a wish about the line may be answered with when it cannot be granted."""


class CannotBe(Exception):  # noqa: N818 -- an answer, not a fault
    """What was asked cannot be done; the message is the sentence that says so."""
