"""The states of a roadmap item, the steps between them, and why a step is refused."""

from enum import StrEnum


class ItemState(StrEnum):
    """Where an item stands.

    HELD: its meetings have taken place. DELIVERED: what was promised is there. SLIPPED: it will come
    later than promised. DROPPED: it will not come.
    """

    PROPOSED = "proposed"
    AGREED = "agreed"
    SCHEDULED = "scheduled"
    HELD = "held"
    DELIVERED = "delivered"
    SLIPPED = "slipped"
    DROPPED = "dropped"


class ItemStep(StrEnum):
    """What moves an item."""

    AGREE = "agree"
    SCHEDULE = "schedule"
    HOLD = "hold"
    DELIVER = "deliver"
    SLIP = "slip"
    DROP = "drop"
    REVIVE = "revive"


class WhyNoStep(StrEnum):
    """Why a step is refused."""

    NOT_FROM_HERE = "not_from_here"
    NO_LEAD = "no_lead"
    NO_DONE_WHEN = "no_done_when"
    NO_MEETING = "no_meeting"
    MEETINGS_NOT_HELD = "meetings_not_held"
    NO_EVIDENCE = "no_evidence"
    WAITS = "waits"
    NO_REASON = "no_reason"
    NO_LATER_DATE = "no_later_date"
