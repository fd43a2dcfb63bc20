"""Where the text of a folder stands: in the folder, or in the folder text of a dialogue."""

from os import PathLike
from pathlib import Path

INSIDE = "text"


def text_place(path: str | PathLike[str]) -> Path:
    """The folder text of a dialogue that has one, or else the path itself.

    >>> text_place("draft.txt").name
    'draft.txt'
    """
    given = Path(path)
    inside = given / INSIDE
    return inside if inside.is_dir() and not text_files(given) else given


def text_files(folder: Path) -> list[Path]:
    """The files of our own Markdown in a folder, one for each language; none where it is no folder."""
    return sorted(folder.glob("text*.md")) if folder.is_dir() else []
