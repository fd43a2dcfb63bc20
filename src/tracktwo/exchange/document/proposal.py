"""What a report document seems to say, for a person to confirm: frozen values, each with its place.

A place is the number of a line in a text, of a paragraph in a DOCX; `Proposal.unit` says which.
Texts are the document's own, with odd spaces made plain and list marks taken off.
"""

from dataclasses import dataclass
from typing import Literal

Unit = Literal["line", "paragraph"]

RemarkKind = Literal[
    "hidden_heading",
    "read_as_side",
    "side_by_elimination",
    "sides_from_title",
    "no_list",
    "numbers_broken",
    "bullet_as_area",
    "out_of_order",
    "undated_section",
    "slash_kept",
    "slash_split",
    "never_closed",
]


@dataclass(frozen=True, slots=True)
class Side:
    """A side the document names; `also` are other forms of the name, such as Chinese for China."""

    id: str
    name: str
    also: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Perception:
    """A sentence one side (`holder`) holds of another (`about`); both are ids of sides.

    `source` is where it stands in the report's own counting (`III.6`), else its line; `theme` is
    the sub-heading or lead it stands under, if any.
    """

    holder: str
    about: str
    text: str
    theme: str
    source: str
    line: int


@dataclass(frozen=True, slots=True)
class Consequence:
    """Something the document fears may follow."""

    text: str
    source: str
    line: int


@dataclass(frozen=True, slots=True)
class Area:
    """A field in which the document sees interests meet."""

    name: str
    source: str
    line: int


@dataclass(frozen=True, slots=True)
class Milestone:
    """What happened in a year, or from one year to another; `dated` is the date as written.

    `end` is None where the document leaves it open ("since 2010", "2010–present").
    """

    start: int
    end: int | None
    dated: str
    text: str
    line: int

    @property
    def is_range(self) -> bool:
        return self.end != self.start


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that are not settled: in brackets, or marked by a doubt outside brackets.

    `alternatives` are the wordings that stand side by side (none where there is one only);
    `before` and `after` are the words around.
    """

    text: str
    alternatives: tuple[str, ...]
    has_doubt: bool
    before: str
    after: str
    line: int


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the reading was not sure of. `sentence_of` says it in words."""

    kind: RemarkKind
    line: int
    text: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a document seems to say. Nothing in it is decided until a person has confirmed it."""

    document: str
    title: str
    language: str
    unit: Unit
    length: int
    sides: tuple[Side, ...] = ()
    perceptions: tuple[Perception, ...] = ()
    consequences: tuple[Consequence, ...] = ()
    areas: tuple[Area, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    brackets: tuple[Passage, ...] = ()
    doubts: tuple[Passage, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found that a person could confirm."""
        return not (
            self.sides
            or self.perceptions
            or self.consequences
            or self.areas
            or self.milestones
            or self.brackets
            or self.doubts
        )
