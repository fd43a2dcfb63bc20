"""Where in a file something stands, to say so when it is wrong."""

from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from tracktwo.errors import InputError


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a text file or, in `spot`, the cell, element or connection of another."""

    path: Path
    line: int | None = None
    spot: str = ""

    def __str__(self) -> str:
        return self.spot or f"line {self.line}"

    def error(self, message: str) -> InputError:
        told = f"{self.spot}: {message}" if self.spot else message
        return InputError(told, file=self.path, line=self.line)

    def refuse(self, message: str) -> NoReturn:
        raise self.error(message)
