"""What a domain function answers when things have moved on since the page was shown."""


class NotNow(Exception):  # noqa: N818 -- an answer, not a fault
    """The state of things does not allow this: somebody was quicker, or it is too early."""
