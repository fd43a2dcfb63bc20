"""Why somebody does not answer in a round now."""

from enum import Enum, auto


class WhyNot(Enum):
    """The first thing that stands in the way. The page words it."""

    STRANGER = auto()
    RULES = auto()
    NO_VOICE = auto()
    NOT_YET = auto()
    OVER = auto()
    STAGE = auto()
    LATE_KEY = auto()
    NOT_ALONE = auto()
    """Only whoever answered alone, in the first part, answers again in the second."""
