"""A text with its brackets as a tree: frozen values that can be written again byte for byte.

The tree is in its normal form where no two runs stand side by side, no run is empty, and blanks at
the ends of a wording are kept in `before` and `after`; `tracktwo.text.brackets.grammar.parse` gives no other.
"""

from dataclasses import dataclass
from typing import Self, TypeAlias

from tracktwo.errors import OptionError
from tracktwo.text.brackets.escapes import escaped, unescaped
from tracktwo.text.brackets.marks import NO_MARK, Mark
from tracktwo.text.brackets.signs import CLOSING_OF


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand in no bracket of their own, as written: backslashes are part of it."""

    source: str

    @classmethod
    def of(cls, plain: str, *, sides: tuple[str, ...] = ()) -> Self:
        r"""Words as a reader sees them, with a backslash before what would be read otherwise.

        `sides` are the names that would be read as labels.

        >>> print(Run.of("the [current] state").source)
        the \[current\] state
        """
        return cls(escaped(plain, sides))

    @property
    def plain(self) -> str:
        """The words as a reader sees them."""
        return unescaped(self.source)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """Content to come, such as [date] or [...]: `source` with its brackets, and the mark behind it."""

    source: str
    mark: Mark = NO_MARK

    @property
    def plain(self) -> str:
        """The words between the brackets, blanks at the ends taken off."""
        return unescaped(self.source[1:-1]).strip()


@dataclass(frozen=True, slots=True)
class Alternative:
    """One wording of a bracket.

    `label` says which it is or whose ("Alt 1", "China"), `colon` is what parts it from the words,
    with its blanks. `doubt` is the question mark that closes the wording, with the blanks before
    it; the last wording leaves it to the bracket. `before` and `after` are the blanks around.
    """

    nodes: "tuple[Node, ...]" = ()
    label: str = ""
    colon: str = ""
    doubt: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Bracket:
    """Words that are not agreed: one wording, or several of which one is to be chosen.

    `doubt` is the question mark right before the closing bracket, with the blanks before it.
    `opening` is the opening bracket; the closing one is of the same kind. `separators` are the
    slashes between the wordings, "/" where none are given. `OptionError` where they do not fit.
    """

    alternatives: tuple[Alternative, ...]
    doubt: str = ""
    mark: Mark = NO_MARK
    opening: str = "["
    separators: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Part the wordings by slashes, and refuse what cannot be written."""
        between = len(self.alternatives) - 1
        if between and not self.separators:
            object.__setattr__(self, "separators", ("/",) * between)
        if between < 0 or len(self.separators) != between:
            raise OptionError("a bracket needs a wording, and one slash between any two")
        if self.opening not in CLOSING_OF:
            kinds = " ".join(CLOSING_OF)
            raise OptionError(f"{self.opening!r} opens no bracket; use one of {kinds}")

    @classmethod
    def of(cls, *wordings: str, doubt: str = "", opening: str = "[", mark: Mark = NO_MARK) -> Self:
        """A bracket of plain wordings.

        >>> Bracket.of("shall", "should", doubt="?").labels
        ('', '')
        """
        made = (Alternative((Run.of(one),) if one else ()) for one in wordings)
        return cls(tuple(made), doubt, mark, opening)

    @property
    def closing(self) -> str:
        """The closing bracket."""
        return CLOSING_OF[self.opening]

    @property
    def labels(self) -> tuple[str, ...]:
        """The label of each wording, "" where it has none."""
        return tuple(one.label for one in self.alternatives)

    @property
    def has_doubt(self) -> bool:
        """Whether the bracket or one of its wordings ends in a question mark."""
        return bool(self.doubt) or any(one.doubt for one in self.alternatives)


Node: TypeAlias = Run | Placeholder | Bracket
