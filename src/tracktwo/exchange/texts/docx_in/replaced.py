"""Tracked changes inside a paragraph as replacements, for each side its own."""

from collections.abc import Iterable, Mapping

from tracktwo.exchange.texts.docx_in.lines import Piece, State
from tracktwo.text.changes.operations import Replacement


def replaced(
    pieces: Iterable[Piece], *, cut: int, sides: Mapping[str, str]
) -> dict[str, tuple[Replacement, ...]]:
    """Replacements by side, in characters of the words before any change less the first `cut`.

    What goes and what comes at one place is one replacement. An author who stands for no side that
    `sides` names is "".

    >>> pieces = [Piece("We "), Piece("shall", State.GONE, "A"), Piece("may", State.COME, "A")]
    >>> replaced(pieces, cut=0, sides={"A": "China"})
    {'China': (Replacement(start=3, end=8, words='may'),)}
    """
    found: dict[str, list[Replacement]] = {}
    last: tuple[str, Replacement] | None = None
    at = -cut
    for one in pieces:
        side, ends = sides.get(one.author, ""), at + (one.state is State.GONE) * len(one.text)
        if one.state is State.SAME:
            at += len(one.text)
            last = None if one.text else last
            continue
        come = one.text if one.state is State.COME else ""
        mine = found.setdefault(side, [])
        if last and last[0] == side and last[1].end == at:
            mine[-1] = Replacement(last[1].start, ends, last[1].words + come)
        elif mine and mine[-1].start == mine[-1].end == at == ends:
            mine[-1] = Replacement(at, at, mine[-1].words + come)
        else:
            mine.append(Replacement(at, ends, come))
        last, at = (side, mine[-1]), ends
    return {side: told for side, row in found.items() if (told := tuple(filter(_says, row)))}


def _says(one: Replacement) -> bool:
    return one.end > one.start or bool(one.words)
