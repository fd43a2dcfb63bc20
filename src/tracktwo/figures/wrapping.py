"""Texts broken into lines that fit a width, without asking any font.

Widths are estimates: half an em for a Latin letter, one em for a Chinese character. They err on
the wide side, so a line may end early and never runs out of its column.
"""

import re
import unicodedata

_NEVER_FIRST = "，。、；：？！）】》」』”’%·,.;:?!)]}…"
_TOKENS = re.compile(r"\s+|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+|.", re.DOTALL)


def width_of(text: str, size: float) -> float:
    """How wide a text is in a font of this size, both in pixels.

    >>> width_of("ab中", 10)
    21.0
    """
    return sum(_ems(mark) for mark in text) * size


def wrapped(text: str, width: float, size: float, most: int = 5) -> list[str]:
    """The lines of a text in a column; what does not fit in `most` lines ends with an ellipsis.

    >>> wrapped("Naval vessels should keep talking", 90, 12)
    ['Naval vessels', 'should keep', 'talking']
    """
    lines = [""]
    for token in _pieces(text, width, size):
        candidate = lines[-1] + token
        if width_of(candidate.rstrip(), size) <= width or token in _NEVER_FIRST:
            lines[-1] = candidate
        else:
            lines.append(token.lstrip())
    kept = [line.strip() for line in lines if line.strip()]
    return kept if len(kept) <= most else [*kept[: most - 1], kept[most - 1].rstrip(".,，。") + "…"]


def _pieces(text: str, width: float, size: float) -> list[str]:
    """Words, single Chinese characters and blanks; a word wider than the column is cut."""
    pieces: list[str] = []
    for token in _TOKENS.findall(text):
        longest = max(1, int(width / (0.6 * size)))
        if width_of(token, size) > width:
            pieces += [token[i : i + longest] for i in range(0, len(token), longest)]
        else:
            pieces.append(token)
    return pieces


def _ems(mark: str) -> float:
    if unicodedata.east_asian_width(mark) in "WF":
        return 1.0
    if mark in " .,;:'|!ijltfr()[]":
        return 0.34
    return 0.72 if mark.isupper() or mark in "mwMW%" else 0.55
