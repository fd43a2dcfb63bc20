"""What keeps a command from doing its work: one sentence that says what to do."""

from tracktwo.errors import TracktwoError


class CannotRun(TracktwoError):  # noqa: N818 -- an answer, not a fault
    """Something about the machine, the folder or the database is in the way."""
