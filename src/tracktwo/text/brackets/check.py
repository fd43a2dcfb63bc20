"""A text checked: its brackets, what a person should look at, and every bracket that is not whole."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from tracktwo.text.brackets.candidates import Candidate, candidates
from tracktwo.text.brackets.faults import Fault
from tracktwo.text.brackets.grammar import read
from tracktwo.text.brackets.nodes import Bracket
from tracktwo.text.brackets.walk import Placed, brackets, plain

BracketKind: TypeAlias = Literal["alternatives", "doubt", "text", "placeholder"]


@dataclass(frozen=True, slots=True)
class CheckedBracket:
    """One bracket, in order of opening; `depth` is 1 for the outermost.

    `kind` is "alternatives" (more than one wording), "doubt" (one wording and a question mark),
    "text" (one wording) or "placeholder". `alternatives` are the plain words of each wording,
    `labels` what stands before each; a placeholder has its words and no label.
    """

    line: int
    column: int
    depth: int
    kind: BracketKind
    alternatives: tuple[str, ...]
    labels: tuple[str, ...]
    doubt: bool


@dataclass(frozen=True, slots=True)
class Check:
    """What a check found, each in the order of the text."""

    brackets: tuple[CheckedBracket, ...]
    candidates: tuple[Candidate, ...]
    errors: tuple[Fault, ...]


def check(source: str, *, sides: tuple[str, ...] = ()) -> Check:
    """The brackets of a text, candidates for a person, and all that is wrong; it never raises.

    >>> found = check("We [shall/should?] meet [soon.")
    >>> [(one.kind, one.alternatives) for one in found.brackets]
    [('alternatives', ('shall', 'should'))]
    >>> [(one.line, one.column) for one in found.errors]
    [(1, 25)]
    """
    reading = read(source, sides=sides)
    return Check(
        tuple(_checked(one) for one in brackets(reading.nodes)),
        tuple(candidates(source, reading.nodes)),
        reading.faults,
    )


def _checked(one: Placed) -> CheckedBracket:
    node = one.node
    if not isinstance(node, Bracket):
        words = (node.plain,)
        return CheckedBracket(
            one.line, one.column, one.depth, "placeholder", words, (), doubt=False
        )
    return CheckedBracket(
        one.line,
        one.column,
        one.depth,
        kind_of(node),
        tuple(plain(each.nodes) for each in node.alternatives),
        node.labels,
        node.has_doubt,
    )


def kind_of(bracket: Bracket) -> BracketKind:
    """Whether a bracket offers wordings, is in doubt, or holds words that are not agreed."""
    if len(bracket.alternatives) > 1:
        return "alternatives"
    return "doubt" if bracket.has_doubt else "text"
