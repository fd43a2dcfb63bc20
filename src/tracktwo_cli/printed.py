"""Options of every command that prints what it found: in which language, or as JSON."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from cyclopts import Parameter

Language: TypeAlias = Literal["en", "zh", "fr"]


@Parameter(name="*")
@dataclass(frozen=True)
class Printed:
    """How what was found is printed."""

    json: Annotated[bool, Parameter(negative="")] = False
    """Print what was found as JSON."""
    language: Language = "en"
    """Language of what is printed: en, zh or fr."""


AS_TEXT = Printed()
