"""What a change of a map may be answered with when it cannot be made."""

from tracktwo_web.influence.models import Concept, Link


class CannotBe(Exception):  # noqa: N818 -- an answer, not a fault
    """What was entered cannot be meant; the message is the sentence that says so."""


class Meanwhile(Exception):  # noqa: N818 -- an answer, not a fault
    """Somebody changed or removed it since it was read. `now` is how it stands, None where it is gone."""

    def __init__(self, now: Concept | Link | None) -> None:
        self.now = now
