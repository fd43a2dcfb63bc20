"""Groups somebody else made, one label a participant."""

from os import PathLike
from pathlib import Path

import numpy as np

from tracktwo._typing import Ints
from tracktwo.dialogue import Dialogue
from tracktwo.errors import InputError
from tracktwo.exchange.ids import natural_order
from tracktwo.exchange.lists import read_rows

GROUP_COLUMNS = ("group", "group-id")


def read_groups(file: str | PathLike[str], dialogue: Dialogue) -> tuple[Ints, tuple[str, ...]]:
    """Labels of the participants, (n,), and the ids of the groups, in natural order.

    The file is a CSV with the columns `participant` and `group` (or `group-id`, so that the
    participants-votes.csv of a Polis export serves as it is); other columns are not looked at.
    People who are absent from it, or whose group is empty, get -1. Raises `InputError` for somebody
    who is not a participant or appears twice.
    """
    path = Path(file)
    header, rows = read_rows(path)
    group_column = _group_column(path, header)
    place = {one: i for i, one in enumerate(dialogue.participants)}
    group: dict[str, str] = {}
    for row in rows:
        one = row["participant"]
        if one not in place:
            row.refuse(f"participant {one!r} is not in the dialogue; compare the ids")
        if one in group:
            row.refuse(f"participant {one!r} appears twice; keep one row")
        group[one] = row[group_column]
    ids = natural_order({label for label in group.values() if label})
    labels = np.full(len(dialogue.participants), -1, np.int32)
    code = {label: i for i, label in enumerate(ids)}
    for one, label in group.items():
        labels[place[one]] = code.get(label, -1)
    return labels, ids


def _group_column(path: Path, header: list[str]) -> str:
    column = next((one for one in GROUP_COLUMNS if one in header), None)
    missing = "participant" if "participant" not in header else "group"
    if column is None or missing == "participant":
        there = ", ".join(header[:12])
        message = f"column {missing!r} is missing (there are: {there})"
        raise InputError(message, file=path, line=1)
    return column
