"""Votes as a command is told of them: a folder or a table, and which columns hold what."""

from pathlib import Path
from typing import TYPE_CHECKING

from tracktwo.errors import OptionError

if TYPE_CHECKING:
    from tracktwo._typing import Progress
    from tracktwo.dialogue import Dialogue


def read_votes(
    path: Path,
    *,
    participants: Path | None,
    predictions: Path | None = None,
    columns: str | None,
    values: str | None,
    progress: "Progress",
) -> "Dialogue":
    """The dialogue that files hold; `OptionError` where `columns` or `values` are not a=b,c=d."""
    from tracktwo.exchange import read

    numbers = {key: _number(value) for key, value in _pairs("--values", values or "").items()}
    return read(
        path,
        participants=participants,
        predictions=predictions,
        columns=_pairs("--columns", columns or "") or None,
        values=numbers or None,
        progress=progress,
    )


def _pairs(option: str, text: str) -> dict[str, str]:
    """`a=b,c=d` as a mapping."""
    pairs = [part.partition("=") for part in text.split(",") if part.strip()]
    for name, equals, _ in pairs:
        if not (name.strip() and equals):
            raise OptionError(f"{option} {text!r} is not of the form name=value,name=value")
    return {name.strip(): value.strip() for name, _, value in pairs}


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise OptionError(f"--values gives {text!r}, which is not a number") from None
