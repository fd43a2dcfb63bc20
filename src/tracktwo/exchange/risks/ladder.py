"""ladder.csv: an escalation ladder, to be edited; and a small one to begin with."""

from importlib import resources
from os import PathLike
from pathlib import Path

from tracktwo.exchange.lists import check_id
from tracktwo.exchange.risks.rows import read_rows, texts_of
from tracktwo.exchange.risks.tables import ladder_table, write_table
from tracktwo.risk.ladder import Ladder, Rung

TEXTS = ("text", "signs", "off_ramp", "channel")


def read_ladder(path: str | PathLike[str]) -> Ladder:
    r"""A ladder from a table, one row a rung, lowest first: `rung` and texts by language.

    `InputError` with file and line for what cannot be read.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "ladder.csv"
    >>> file.write_text("rung,text_en\ntalk,Talks go on\n")
    30
    >>> read_ladder(file).rungs[0].text()
    'Talks go on'
    """
    seen: dict[str, int] = {}
    rows = read_rows(Path(path), ("rung",), texts=TEXTS)
    return Ladder(
        tuple(
            Rung(check_id(row, "rung", seen), *(texts_of(row, name) for name in TEXTS))
            for row in rows
        )
    )


def write_ladder(ladder: Ladder, path: str | PathLike[str]) -> None:
    """Write a ladder as a table that `read_ladder` gives back equal."""
    write_table(Path(path), *ladder_table(ladder))


def escalation_ladder() -> Ladder:
    """Seven rungs between two sides, in English, Chinese and French: a beginning, to be edited.

    >>> [rung.id for rung in escalation_ladder().rungs][:3]
    ['differences', 'accusations', 'pressure']
    """
    with resources.as_file(
        resources.files("tracktwo.exchange.risks").joinpath("escalation.csv")
    ) as path:
        return read_ladder(path)
