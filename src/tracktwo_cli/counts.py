"""Options that count: whole numbers of which nothing is rounded."""

from collections.abc import Callable, Sequence

from cyclopts import Parameter, Token


def whole_from(least: int) -> Callable[[type, Sequence[Token]], int]:
    """What reads a whole number from `least` on, and refuses everything else."""

    def whole(_: type, tokens: Sequence[Token]) -> int:
        text = tokens[0].value
        if not text.isdecimal() or int(text) < least:
            raise ValueError(f"write a whole number from {least} on")
        return int(text)

    return whole


Whole = Parameter(converter=whole_from(0))
FromOne = Parameter(converter=whole_from(1))
