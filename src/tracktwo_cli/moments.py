"""A moment as an option gives it."""

from datetime import datetime

from tracktwo.errors import OptionError
from tracktwo.locale import english


def moment_of(option: str, text: str) -> datetime:
    """The moment, which names its zone; `OptionError` for anything else."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise OptionError(
            english("{option} is {text}; write UTC, such as 2026-11-20T10:30Z", option=option, text=repr(text))
        )  # fmt: skip
    return moment
