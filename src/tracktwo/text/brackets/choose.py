"""Brackets replaced by one of their wordings, while the others stay open."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tracktwo.errors import OptionError
from tracktwo.text.brackets.nodes import Alternative, Bracket, Node, Run
from tracktwo.text.brackets.readable import readable
from tracktwo.text.brackets.walk import Path, brackets

_CLOSERS = tuple(".,;:!?)…。，、；：！？）")


def choose(
    nodes: tuple[Node, ...],
    choices: Mapping[Path, int | None],
    *,
    sides: tuple[str, ...] = (),
) -> tuple[Node, ...]:
    """The tree with brackets replaced by one of their wordings, by path; None leaves no words.

    Brackets that are not named stay, inside a chosen wording too. Where no words are left, one of
    the blanks around goes with them. What stays open is open when the text is read again, by a mark
    or a backslash where it needs one (`readable`); `sides` are names that label wordings.
    `OptionError` where a path leads to no bracket, or the bracket has no such wording.

    >>> tree = (Run("We "), Bracket.of("shall", "may"), Run(" "), Bracket.of("not"), Run(" go."))
    >>> choose(tree, {(1,): 0, (3,): None})
    (Run(source='We shall go.'),)
    """
    _check(nodes, choices)
    return readable(_chosen(nodes, choices, ()), sides=sides)


def _check(nodes: tuple[Node, ...], choices: Mapping[Path, int | None]) -> None:
    known = {one.path: one.node for one in brackets(nodes)}
    for path, choice in choices.items():
        node = known.get(path)
        if node is None:
            raise OptionError(f"no bracket stands at path {path}; take one that `brackets` gives")
        wordings = len(node.alternatives) if isinstance(node, Bracket) else 0
        if choice is not None and not 0 <= choice < wordings:
            raise OptionError(
                f"the bracket at path {path} has no wording {choice}; it has {wordings}, from 0"
            )


def _chosen(
    nodes: Iterable[Node], choices: Mapping[Path, int | None], before: Path
) -> tuple[Node, ...]:
    made: list[Node] = []
    is_gap = False
    for place, node in enumerate(nodes):
        path = (*before, place)
        new = _replaced(node, choices, path)
        if path in choices and not new:
            is_gap = True
            continue
        if is_gap:
            new = _without_a_blank(made, new)
        is_gap = False
        for one in new:
            _add(made, one)
    if is_gap:
        _drop_last_blank(made)
    return tuple(made)


def _replaced(node: Node, choices: Mapping[Path, int | None], path: Path) -> tuple[Node, ...]:
    """What stands in the place of a node."""
    if isinstance(node, Bracket):
        if path not in choices:
            kept = (
                _chosen_in(one, choices, (*path, place))
                for place, one in enumerate(node.alternatives)
            )
            return (replace(node, alternatives=tuple(kept)),)
        choice = choices[path]
        if choice is not None:
            return _chosen(node.alternatives[choice].nodes, choices, (*path, choice))
    return () if path in choices else (node,)


def _chosen_in(one: Alternative, choices: Mapping[Path, int | None], path: Path) -> Alternative:
    return replace(one, nodes=_chosen(one.nodes, choices, path))


def _add(made: list[Node], node: Node) -> None:
    """Add a node; two runs side by side become one."""
    last = made[-1] if made else None
    if isinstance(last, Run) and isinstance(node, Run):
        made[-1] = Run(_unescaping(last.source) + node.source)
    elif node != Run(""):
        made.append(node)


def _without_a_blank(made: list[Node], new: tuple[Node, ...]) -> tuple[Node, ...]:
    """What follows words that are gone, with one blank where there would be two."""
    last, first = made[-1] if made else Run(" "), new[0] if new else None
    is_behind_blank = isinstance(last, Run) and last.source[-1:].isspace()
    if not isinstance(first, Run) or not is_behind_blank:
        return new
    if first.source.startswith(_CLOSERS):
        _drop_last_blank(made)
        return new
    return (Run(first.source.removeprefix(" ")), *new[1:])


def _drop_last_blank(made: list[Node]) -> None:
    last = made[-1] if made else None
    if isinstance(last, Run) and last.source.endswith(" "):
        made[-1:] = [Run(last.source[:-1])] if len(last.source) > 1 else []


def _unescaping(source: str) -> str:
    """Words whose last backslash is one to read, and makes nothing plain that comes to stand behind."""
    backslashes = len(source) - len(source.rstrip("\\"))
    return source + "\\" * (backslashes % 2)
