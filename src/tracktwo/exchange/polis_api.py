"""What Polis serves as JSON: votes.json with comments.json, conversation.json and math-pca2.json.

In Polis's database and API -1 means agree. Files that people keep are sometimes turned round
already; where Polis's own counts (math-pca2.json) are beside them, these decide.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from tracktwo._typing import Floats32, Progress
from tracktwo.dialogue import Statement
from tracktwo.errors import InputError
from tracktwo.exchange.answers import Form
from tracktwo.exchange.assemble import Parts
from tracktwo.exchange.folder import existing, read_whole
from tracktwo.exchange.lists import read_people
from tracktwo.exchange.polis_export import UNKNOWN_LANGUAGE, with_unlisted
from tracktwo.exchange.settings import Settings
from tracktwo.exchange.table import Table
from tracktwo.exchange.text import read_bytes

COLUMNS = {"participant": "pid", "statement": "tid", "vote": "vote"}
TIMES = ("modified", "created")


def read_polis_api(
    votes_file: Path, *, participants: Path | None, predictions: Path | None, progress: Progress
) -> Parts:
    """The parts of a dialogue from votes.json and whatever stands beside it."""
    import polars as pl

    folder = votes_file.parent
    progress(f"reading {votes_file.name}", 0, 1)
    entries = _entries(votes_file, COLUMNS.values())
    progress(f"reading {votes_file.name}", 1, 1)
    statement = [str(entry["tid"]) for entry in entries]
    vote = _votes(votes_file, entries)
    frame = pl.DataFrame(
        {
            "pid": [str(entry["pid"]) for entry in entries],
            "tid": statement,
            "vote": vote * _sign(folder / "math-pca2.json", statement, vote),
        }
    )
    return Parts(
        votes=Table(votes_file, frame),
        form=Form(COLUMNS, repeats="last", when=pl.Series(_times(entries))),
        settings=Settings(title=_topic(folder / "conversation.json")),
        people=read_people(participants, (), complete=False) if participants else None,
        statements=with_unlisted(_comments(folder / "comments.json"), set(statement)),
        predictions=read_whole(predictions, progress),
    )


def _load(path: Path) -> Any:  # noqa: ANN401 -- JSON is anything
    try:
        return json.loads(read_bytes(path).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InputError("the text is not UTF-8; save it as UTF-8", file=path) from None
    except json.JSONDecodeError as error:
        message = f"this is not JSON ({error.msg}); download it again"
        raise InputError(message, file=path, line=error.lineno) from None


def _entries(path: Path, wanted: Any) -> list[dict[str, Any]]:  # noqa: ANN401 -- any iterable
    entries = _load(path)
    if not isinstance(entries, list) or not entries:
        raise InputError("this must be a list of entries; download it again", file=path)
    for place, entry in enumerate(entries, 1):
        for key in wanted:
            if not isinstance(entry, dict) or entry.get(key) is None:
                raise InputError(f"row {place}: {key!r} is missing", file=path)
    return entries


def _votes(path: Path, entries: list[dict[str, Any]]) -> Floats32:
    for place, entry in enumerate(entries, 1):
        if entry["vote"] not in (-1, 0, 1):
            message = f"row {place}: vote {entry['vote']!r} is out of range; use -1, 0 or 1"
            raise InputError(message, file=path)
    return np.array([entry["vote"] for entry in entries], np.float32)


def _times(entries: list[dict[str, Any]]) -> list[float]:
    key = next((key for key in TIMES if key in entries[0]), "")
    return [float(entry.get(key) or 0) for entry in entries]


def _sign(math_file: Path, statement: list[str], vote: Floats32) -> float:
    """1 where the votes are already written with 1 for agree, else -1."""
    if not math_file.exists():
        return -1.0
    # Positive where the entries that say 1 are the ones Polis counted as agreement.
    balance = _balances(statement, vote)
    evidence = sum(lead * balance.get(tid, 0.0) for tid, lead in _leads(math_file))
    return 1.0 if evidence > 0 else -1.0


def _leads(math_file: Path) -> list[tuple[str, int]]:
    """By how much agreement leads in each group's count of each statement."""
    try:
        groups = _load(math_file)["group-votes"].values()
        votes = [item for group in groups for item in group["votes"].items()]
        return [(tid, int(count["A"]) - int(count["D"])) for tid, count in votes]
    except (KeyError, TypeError, AttributeError, ValueError):
        message = "the group-votes of Polis are not in it; download it again or take it away"
        raise InputError(message, file=math_file) from None


def _balances(statement: list[str], vote: Floats32) -> Mapping[str, float]:
    names, place = np.unique(statement, return_inverse=True)
    totals = np.bincount(place, weights=vote)
    return dict(zip(names.tolist(), totals.tolist(), strict=True))


def _comments(path: Path) -> tuple[Statement, ...]:
    if not existing(path):
        return ()
    entries = _entries(path, ("tid",))
    for place, entry in enumerate(entries, 1):
        if entry.get("mod") not in (None, -1, 0, 1):
            message = f"row {place}: mod is {entry['mod']!r}; use -1, 0 or 1"
            raise InputError(message, file=path)
    return tuple(_comment(entry) for entry in entries)


def _comment(entry: dict[str, Any]) -> Statement:
    text = str(entry.get("txt") or "")
    return Statement(
        id=str(entry["tid"]),
        texts={str(entry.get("lang") or UNKNOWN_LANGUAGE): text} if text else {},
        moderated=int(entry.get("mod") or 0),
        is_meta=bool(entry.get("is_meta")),
    )


def _topic(path: Path) -> dict[str, str]:
    conversation = _load(path) if path.exists() else {}
    topic = conversation.get("topic") if isinstance(conversation, dict) else None
    return {UNKNOWN_LANGUAGE: str(topic)} if topic else {}
