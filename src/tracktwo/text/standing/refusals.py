"""Why a move is not made: each reason with its sentence, and the error that refuses."""

from tracktwo.errors import MoveError
from tracktwo.locale import Words, translator
from tracktwo.text.standing.why_not import WhyNot
from tracktwo.text.standing.words import stage_names, state_names

_NAMES = {name: f"{{{name}}}" for name in ("unit", "side", "state", "detail")}
"""Places that stay open in a translated sentence until the sentence is chosen."""


def why_not_sentence(
    reason: WhyNot,
    words: Words,
    *,
    unit: str = "",
    side: str = "",
    state: str = "",
    detail: str = "",
) -> str:
    """Why a move is not made, as a sentence that says what to do.

    `state` is the id of a state of a unit or a stage of a document; `detail` names what is in the way.

    >>> from tracktwo.locale import translator
    >>> why_not_sentence(WhyNot.IS_PARKED, translator("en"), unit="u3")
    'Passage u3 is parked; wait for the group to return it.'
    """
    sentences = _of_units(words) | _of_parking(words) | _of_documents(words) | _of_silence(words)
    names = state_names(words) | stage_names(words)
    values = {"unit": unit, "side": side, "state": names.get(state, state), "detail": detail}
    return sentences[reason].format(**values)


def refusal(
    reason: WhyNot, *, unit: str = "", side: str = "", state: str = "", detail: str = ""
) -> MoveError:
    """The error for a reason; `state` is that of the unit or document, `detail` what is in the way.

    >>> print(refusal(WhyNot.NO_REASON, unit="u3", side="nato"))
    Say why: passage u3 is not touched again without a reason.
    """
    told = {"unit": unit, "side": side, "state": state, "detail": detail}
    return MoveError(why_not_sentence(reason, translator("en"), **told), reason=reason, told=told)


def _of_units(words: Words) -> dict[WhyNot, str]:
    return {
        WhyNot.NOT_FROM_HERE: words.gettext(
            "This cannot be done while the state is “{state}”.", **_NAMES
        ),
        WhyNot.UNKNOWN_SIDE: words.gettext(
            "No side of this text is called {side}; name one that is.", **_NAMES
        ),
        WhyNot.NO_SUCH_UNIT: words.gettext(
            "Passage {unit} is not in the text; name one that is.", **_NAMES
        ),
        WhyNot.NO_WORDS_NAMED: words.gettext(
            "Say which words of passage {unit} are agreed to by {side}: give their fingerprint.",
            **_NAMES,
        ),
        WhyNot.OTHER_WORDS: words.gettext(
            "Passage {unit} has other words now than those agreed to by {side}; read it again.",
            **_NAMES,
        ),
        WhyNot.SAME_WORDS: words.gettext(
            "No other words of passage {unit} are agreed to by {side}; nothing lapses.", **_NAMES
        ),
        WhyNot.NO_REASON: words.gettext(
            "Say why: passage {unit} is not touched again without a reason.", **_NAMES
        ),
        WhyNot.NOTHING_TO_SETTLE: words.gettext(
            "Passage {unit} is neither objected to nor reopened by {side}.", **_NAMES
        ),
        WhyNot.NO_CONDITION: words.gettext(
            "Name the passages that must be agreed for passage {unit} to be.", **_NAMES
        ),
        WhyNot.CONDITION_NOT_IN_TEXT: words.gettext(
            "A condition of passage {unit} is not in the text; name passages that are.", **_NAMES
        ),
        WhyNot.NO_PACKAGE: words.gettext(
            "There is no package of {side} on passage {unit}.", **_NAMES
        ),
    }


def _of_parking(words: Words) -> dict[WhyNot, str]:
    return {
        WhyNot.IS_PARKED: words.gettext(
            "Passage {unit} is parked; wait for the group to return it.", **_NAMES
        ),
        WhyNot.NOT_PARKED: words.gettext("Passage {unit} is not parked.", **_NAMES),
        WhyNot.NO_GROUP: words.gettext("Name the group that takes passage {unit}.", **_NAMES),
        WhyNot.NO_RETURN_DATE: words.gettext(
            "Set the date on which passage {unit} comes back.", **_NAMES
        ),
    }


def _of_documents(words: Words) -> dict[WhyNot, str]:
    return {
        WhyNot.STILL_OPEN: words.gettext(
            "Something is still open in {detail}; close it first.", **_NAMES
        ),
        WhyNot.UNITS_NOT_CLEAN: words.gettext(
            "These are objected to, reopened or parked: {detail}. Settle them first.", **_NAMES
        ),
        WhyNot.PACKAGES_UNMET: words.gettext(
            "Packages wait for {detail}; nothing is agreed until everything is agreed.", **_NAMES
        ),
        WhyNot.NOT_UNDER_SILENCE: words.gettext("No silence is asked on this text yet.", **_NAMES),
        WhyNot.SILENCE_IS_SPENT: words.gettext(
            "This silence is over or has been broken; ask for it anew.", **_NAMES
        ),
        WhyNot.SILENCE_RUNS: words.gettext("Silence has not ended yet.", **_NAMES),
        WhyNot.SILENCE_WAS_BROKEN: words.gettext("Silence has been broken.", **_NAMES),
        WhyNot.SILENCE_NOT_BROKEN: words.gettext("Nobody has broken the silence.", **_NAMES),
        WhyNot.NOT_TAKEN_BACK: words.gettext(
            "Say why the text is taken back from silence.", **_NAMES
        ),
        WhyNot.OTHER_TEXT: words.gettext(
            "Silence was asked on other words; ask it again on the text as it stands.", **_NAMES
        ),
        WhyNot.GATE_SHUT: words.gettext(
            "A condition for publishing is not met; look at the gate.", **_NAMES
        ),
    }


def _of_silence(words: Words) -> dict[WhyNot, str]:
    return {
        WhyNot.NO_TIME_ZONE: words.gettext(
            "A time has no time zone; give it one, since delegations sit in several.", **_NAMES
        ),
        WhyNot.ENDS_BEFORE_IT_BEGINS: words.gettext(
            "Silence would end before it begins; set a later end.", **_NAMES
        ),
        WhyNot.NOT_OPENED_YET: words.gettext("Silence has not been opened yet.", **_NAMES),
        WhyNot.SILENCE_IS_OVER: words.gettext("Silence has ended; the text stands.", **_NAMES),
        WhyNot.NOT_LATER: words.gettext(
            "Silence can only be put off to a later time than it has.", **_NAMES
        ),
    }
