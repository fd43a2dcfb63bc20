"""What can go wrong, as a tree.

    TracktwoError                 everything the library raises on purpose
    ├── InputError                a file or table cannot be read as a dialogue (exit code 2)
    └── OptionError               an argument asks for something that does not exist (exit code 2)

Each message is one sentence a person can act on: what is wrong, where, and what to do.
"""

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


class OptionError(TracktwoError):
    """An argument asks for something that does not exist or does not fit the data."""
