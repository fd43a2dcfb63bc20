"""What a file may leave open, and what the reader shall take it for."""

from dataclasses import dataclass
from typing import Literal

Zeros = Literal["drawn", "absent"]


@dataclass(frozen=True)
class Reading:
    """`language` of texts that do not say theirs; what a 0 in a matrix says, None to judge by the file;
    the strength of a link that tells only its sign, None to refuse it.
    """

    language: str = "en"
    zeros: Zeros | None = None
    signs_as: float | None = None
