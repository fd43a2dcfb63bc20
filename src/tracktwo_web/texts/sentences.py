"""The library's refusals in the reader's language."""

from tracktwo.errors import BracketError, MoveError, OperationError, TracktwoError
from tracktwo.locale import translator
from tracktwo.text.changes.reasons import Reason, reason_sentence
from tracktwo.text.standing import WhyNot
from tracktwo.text.standing.refusals import why_not_sentence
from tracktwo_web.kit.languages import reader_language


def refusal_sentence(error: TracktwoError) -> str:
    """Why something was refused, as a sentence that says what to do."""
    words = translator(reader_language())
    if isinstance(error, MoveError):
        return why_not_sentence(WhyNot(error.reason), words, **error.told)
    if isinstance(error, OperationError):
        return reason_sentence(
            Reason(error.reason), words, operation=error.operation, **_told(error.told)
        )
    if isinstance(error, BracketError):
        return words.gettext(
            "A bracket is not whole: line {line}, column {column}.",
            line=str(error.line),
            column=str(error.column),
        )
    return str(error)


def _told(told: dict[str, str]) -> dict[str, str]:
    return {name: told.get(name, "") for name in ("unit", "by", "detail")}
