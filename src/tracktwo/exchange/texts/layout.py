"""How a text is laid out in a file for people: languages, line numbers, what is proposed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Layout:
    """`languages` are those written, in order; empty for all of the text.

    `arrangement` puts several one after the other or side by side. `line_numbers` numbers the lines.
    `authors` are the names under which operations and remarks of a side are shown; a side that it
    does not name is "Proposal". `stage` is a word for the life of the document, such as "draft".
    """

    languages: tuple[str, ...] = ()
    arrangement: Literal["one after the other", "side by side"] = "one after the other"
    line_numbers: bool = False
    authors: Mapping[str, str] = field(default_factory=dict)
    stage: str = "draft"

    def author(self, side: str) -> str:
        """Under which name something of a side is shown."""
        return self.authors.get(side, "Proposal")
