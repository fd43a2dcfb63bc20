"""The error that refuses a move, with its sentence in English."""

from tracktwo.errors import MoveError
from tracktwo.locale import translator
from tracktwo.text.standing.why_not import WhyNot
from tracktwo.text.standing.words import why_not_sentence


def refusal(
    reason: WhyNot, *, unit: str = "", side: str = "", state: str = "", detail: str = ""
) -> MoveError:
    """The error for a reason; `state` is that of the unit or document, `detail` what is in the way.

    >>> print(refusal(WhyNot.NO_REASON, unit="u3", side="nato"))
    Say why: passage u3 is not touched again without a reason.
    """
    told = {"unit": unit, "side": side, "state": state, "detail": detail}
    return MoveError(why_not_sentence(reason, translator("en"), **told), reason=reason, told=told)
