"""Why a unit, a text or a silence procedure does not move: each reason has its sentence in `words`."""

from enum import StrEnum


class WhyNot(StrEnum):
    """What keeps a move from being made."""

    # Of any move
    NOT_FROM_HERE = "not_from_here"
    UNKNOWN_SIDE = "unknown_side"
    # Of a unit
    NO_SUCH_UNIT = "no_such_unit"
    IS_PARKED = "is_parked"
    NOT_PARKED = "not_parked"
    NO_WORDS_NAMED = "no_words_named"
    OTHER_WORDS = "other_words"
    SAME_WORDS = "same_words"
    NO_REASON = "no_reason"
    NO_GROUP = "no_group"
    NO_RETURN_DATE = "no_return_date"
    NOTHING_TO_SETTLE = "nothing_to_settle"
    NO_CONDITION = "no_condition"
    CONDITION_NOT_IN_TEXT = "condition_not_in_text"
    NO_PACKAGE = "no_package"
    # Of a document
    STILL_OPEN = "still_open"
    UNITS_NOT_CLEAN = "units_not_clean"
    PACKAGES_UNMET = "packages_unmet"
    NOT_UNDER_SILENCE = "not_under_silence"
    SILENCE_IS_SPENT = "silence_is_spent"
    SILENCE_RUNS = "silence_runs"
    SILENCE_WAS_BROKEN = "silence_was_broken"
    SILENCE_NOT_BROKEN = "silence_not_broken"
    NOT_TAKEN_BACK = "not_taken_back"
    OTHER_TEXT = "other_text"
    GATE_SHUT = "gate_shut"
    # Of a silence procedure
    NO_TIME_ZONE = "no_time_zone"
    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
    NOT_OPENED_YET = "not_opened_yet"
    SILENCE_IS_OVER = "silence_is_over"
    NOT_LATER = "not_later"
