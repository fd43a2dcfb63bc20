"""Why a proposal cannot be accepted, or has lost its place: each reason with its sentence."""

from dataclasses import dataclass
from enum import StrEnum

from tracktwo.errors import OperationError
from tracktwo.locale import Words, translator
from tracktwo.text.changes.operations import Operation, Replacement


class Reason(StrEnum):
    """The first six leave an open operation stuck; a proposal to accept is refused for any."""

    WORDS_GONE = "words_gone"
    WORDS_BETWEEN = "words_between"
    SAME_PLACE = "same_place"
    UNIT_SUPPRESSED = "unit_suppressed"
    WORDS_KEPT = "words_kept"
    BRACKET_BROKEN = "bracket_broken"
    ID_TAKEN = "id_taken"
    OTHER_VERSION = "other_version"
    NO_UNIT = "no_unit"
    NO_LANGUAGE = "no_language"
    NO_PLACE = "no_place"
    NOT_THE_WORDS = "not_the_words"
    NOTHING_ADDED = "nothing_added"


@dataclass(frozen=True, slots=True)
class Stuck:
    """An open operation that an accepted one left without a place.

    `operation` stays as it was, against its own version; `by` is the id of what was accepted.
    `place` is the replacement that is in the way, None where the whole unit is.
    """

    operation: Operation
    reason: Reason
    by: str
    place: Replacement | None = None


def reason_sentence(
    reason: Reason,
    words: Words,
    *,
    operation: str,
    unit: str | None,
    by: str = "",
    detail: str = "",
) -> str:
    """A reason as a sentence that says what to do.

    `by` is what stands in the way: the id of an accepted operation or of a unit; `detail` is the
    fault of a bracket in the words of the parser.

    >>> reason_sentence(Reason.SAME_PLACE, translator("en"), operation="7", unit="u3", by="5")
    'Proposal 7 puts words into passage u3 at the very place where proposal 5 has put others; propose it again behind or before them.'
    """
    about = _about_words if reason in _WORDS else _about_units
    sentence = about(words)[reason]
    names = {"operation": operation, "unit": unit or "-", "by": by, "detail": detail}
    return sentence.format(**names)


def stuck_sentence(stuck: Stuck, words: Words) -> str:
    """Why an open operation lost its place, as a sentence."""
    one = stuck.operation
    return reason_sentence(stuck.reason, words, operation=one.id, unit=one.unit, by=stuck.by)


def refusal(
    reason: Reason, operation: Operation, *, by: str = "", detail: str = ""
) -> OperationError:
    """The error that refuses an operation, with its sentence in English."""
    told = {"unit": operation.unit or "", "by": by, "detail": detail}
    sentence = reason_sentence(reason, translator("en"), operation=operation.id, **told)
    return OperationError(sentence, operation=operation.id, reason=reason, told=told)


_WORDS = {
    Reason.WORDS_GONE,
    Reason.WORDS_BETWEEN,
    Reason.SAME_PLACE,
    Reason.WORDS_KEPT,
    Reason.BRACKET_BROKEN,
    Reason.NO_PLACE,
    Reason.NOT_THE_WORDS,
}

_NAMES = {name: f"{{{name}}}" for name in ("operation", "unit", "by", "detail")}
"""Places that stay open in a translated sentence until the sentence is chosen."""


def _about_words(words: Words) -> dict[Reason, str]:
    return {
        Reason.WORDS_GONE: words.gettext(
            "Proposal {operation} speaks of words of passage {unit} that proposal {by} has changed; compare both and propose it again.",
            **_NAMES,
        ),
        Reason.WORDS_BETWEEN: words.gettext(
            "Proposal {by} has put words among those of passage {unit} that proposal {operation} replaces; propose it again with these words in view.",
            **_NAMES,
        ),
        Reason.SAME_PLACE: words.gettext(
            "Proposal {operation} puts words into passage {unit} at the very place where proposal {by} has put others; propose it again behind or before them.",
            **_NAMES,
        ),
        Reason.WORDS_KEPT: words.gettext(
            "Proposal {operation} changes words of passage {unit} that {by} keeps as they are; ask that these words be released first.",
            **_NAMES,
        ),
        Reason.BRACKET_BROKEN: words.gettext(
            "Proposal {operation} would break a bracket of passage {unit}; propose it again with whole brackets. {detail}",
            **_NAMES,
        ),
        Reason.NO_PLACE: words.gettext(
            "Proposal {operation} speaks of places that passage {unit} does not have, or of places out of order; propose it again from the text as it stands.",
            **_NAMES,
        ),
        Reason.NOT_THE_WORDS: words.gettext(
            "Proposal {operation} asks to keep words that do not stand in passage {unit}; give the words as they stand.",
            **_NAMES,
        ),
    }


def _about_units(words: Words) -> dict[Reason, str]:
    return {
        Reason.UNIT_SUPPRESSED: words.gettext(
            "Proposal {operation} speaks of passage {unit}, which proposal {by} has suppressed; withdraw it, or propose to add the passage again.",
            **_NAMES,
        ),
        Reason.ID_TAKEN: words.gettext(
            "Proposal {operation} adds a passage with an id that another has or had ({by}); give it an id of its own.",
            **_NAMES,
        ),
        Reason.OTHER_VERSION: words.gettext(
            "Proposal {operation} was written against another version of the text ({by}); rebase it first.",
            **_NAMES,
        ),
        Reason.NO_UNIT: words.gettext(
            "Proposal {operation} names passage {unit}, which is not in the text; name one that is.",
            **_NAMES,
        ),
        Reason.NO_LANGUAGE: words.gettext(
            "Proposal {operation} speaks of a language that the text does not have ({by}); use one of those it is written in.",
            **_NAMES,
        ),
        Reason.NOTHING_ADDED: words.gettext(
            "Proposal {operation} adds no passage that could stand there; give it one, under a heading or chapeau that stands before it.",
            **_NAMES,
        ),
    }
