"""What can go wrong, as a tree.

    TracktwoError                 everything the library raises on purpose
    ├── InputError                a file or table cannot be read as a dialogue (exit code 2)
    │   ├── MarkError             what is noted behind a bracket cannot be
    │   └── RecordError           an entry cannot be read, or does not fit the log it is to follow
    │       └── ForkError         two entries of one log claim the same place
    └── OptionError               an argument asks for something that does not exist (exit code 2)
        ├── MoveError             a unit, a text or a silence procedure is not in a state that allows this
        └── OperationError        a proposal cannot be accepted into a text as it stands

Each message is one sentence a person can act on: what is wrong, where, and what to do.
"""

from collections.abc import Mapping
from pathlib import Path


class TracktwoError(Exception):
    """Anything Tracktwo raises on purpose."""


class InputError(TracktwoError):
    """A file or table cannot be read as a dialogue.

    >>> print(InputError("vote 7 is out of range; use 1, 0 or -1", file="votes.csv", line=3))
    votes.csv, line 3: vote 7 is out of range; use 1, 0 or -1
    """

    def __init__(self, message: str, *, file: Path | str = "", line: int | None = None) -> None:
        self.message, self.file, self.line = message, str(file), line
        place = ", ".join(part for part in (self.file, f"line {line}" if line else "") if part)
        super().__init__(f"{place}: {message}" if place else message)


class RecordError(InputError):
    """A value has no canonical form, or an entry of a record cannot be read or does not fit its log."""


class ForkError(RecordError):
    """Two entries of one log claim the same place: the evidence, which no union hides.

    `log` and `seq` say where; `one` and `other` are the bytes of both entries with their signatures,
    so that anybody can check them.
    """

    def __init__(self, message: str, *, log: str, seq: int, one: bytes, other: bytes) -> None:
        self.log, self.seq, self.one, self.other = log, seq, one, other
        super().__init__(message)


class BracketError(InputError):
    """A bracket of a text under negotiation is not whole; line and column count from 1.

    >>> print(BracketError("this ] closes nothing", line=3, column=5))
    line 3, column 5: this ] closes nothing
    """

    def __init__(self, message: str, *, line: int, column: int, file: Path | str = "") -> None:
        super().__init__(message, file=file, line=line)
        self.column = column

    def __str__(self) -> str:
        place = ", ".join(
            part for part in (self.file, f"line {self.line}, column {self.column}") if part
        )
        return f"{place}: {self.message}"


class MarkError(InputError):
    """What is noted behind a bracket cannot be, such as a session that is no number.

    >>> print(MarkError("since:soon is no session; write its number", unit="u4", line=1, column=3))
    unit u4, line 1, column 3: since:soon is no session; write its number
    """

    def __init__(
        self,
        message: str,
        *,
        unit: str = "",
        language: str = "",
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(message, line=line)
        self.unit, self.language, self.column = unit, language, column

    def __str__(self) -> str:
        parts = (
            ("unit", self.unit),
            ("", self.language),
            ("line", self.line),
            ("column", self.column),
        )
        place = ", ".join(f"{name} {value}".strip() for name, value in parts if value)
        return f"{place}: {self.message}" if place else self.message


class OptionError(TracktwoError):
    """An argument asks for something that does not exist or does not fit the data."""


class MoveError(OptionError):
    """A unit, a text or a silence procedure is not in a state that allows this move.

    `reason` is the id of the sentence: one of `tracktwo.text.standing.WhyNot`; `told` are the values
    that stand in it, so that it can be said again in another language.
    """

    def __init__(self, message: str, *, reason: str, told: Mapping[str, str] | None = None) -> None:
        self.reason, self.told = reason, dict(told or {})
        super().__init__(message)


class OperationError(OptionError):
    """A proposal cannot be accepted into a text as it stands.

    `operation` is its id, `reason` one of `tracktwo.text.changes.reasons.Reason`; `told` are the other
    values of the sentence.

    >>> print(OperationError("operation 7 speaks of unit u9, which is not there", operation="7", reason="no_unit"))
    operation 7 speaks of unit u9, which is not there
    """

    def __init__(
        self, message: str, *, operation: str, reason: str, told: Mapping[str, str] | None = None
    ) -> None:
        self.operation, self.reason, self.told = operation, reason, dict(told or {})
        super().__init__(message)
