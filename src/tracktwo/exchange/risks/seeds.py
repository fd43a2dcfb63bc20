"""seeds.csv: what experts answered to questions whose answers are known."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tracktwo.errors import InputError
from tracktwo.exchange.lists import Row
from tracktwo.exchange.risks.rows import number_in, read_rows
from tracktwo.risk.cooke import Seeds

WANTED = ("question", "expert", "low", "best", "high", "truth")
OPTIONAL = ("scale", "from", "to")
ENDS = ("low", "best", "high")


@dataclass(frozen=True)
class _Question:
    """What has to be the same on every row of a question; `ends` None where no range was agreed."""

    truth: float
    is_log: bool
    ends: tuple[float, float] | None


def read_seeds(path: Path, *, experts: Collection[str]) -> Seeds:
    """Seed questions with everybody's answers; `experts` are those who estimate.

    `low`, `best`, `high` are the quantiles at 5, 50 and 95 in a hundred. A row without any of them
    is a question left open. `from` and `to` are the range of a question, agreed beforehand: for all
    of them or for none.
    """
    rows = read_rows(path, WANTED, optional=OPTIONAL)
    questions: dict[str, _Question] = {}
    answers: dict[tuple[str, str], tuple[float, ...]] = {}
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        _check_names(row, experts)
        key = row["expert"], row["question"]
        if key in seen:
            row.refuse(
                f"expert {key[0]!r} already answered {key[1]!r} on line {seen[key]}; keep one"
            )
        seen[key] = row.line
        _take_question(row, questions)
        if any(row[end] for end in ENDS):
            answers[key] = _answer(row, questions[key[1]])
    people = tuple(dict.fromkeys(expert for expert, _ in answers))
    if not people:
        raise InputError("nobody answered a seed question; fill in low, best and high", file=path)
    try:
        return _seeds(people, questions, answers)
    except InputError as error:
        raise InputError(error.message, file=path) from None


def _check_names(row: Row, experts: Collection[str]) -> None:
    for column in ("question", "expert"):
        if not row[column]:
            row.refuse(f"no {column} is named")
    if row["expert"] not in experts:
        row.refuse(f"expert {row['expert']!r} gives no estimate in estimates.csv; correct the name")


def _take_question(row: Row, questions: dict[str, _Question]) -> None:
    told = _Question(number_in(row, "truth"), _is_log(row), _agreed(row))
    if told.ends and not told.ends[0] <= told.truth <= told.ends[1]:
        row.refuse(f"truth {told.truth:g} lies outside the range agreed; correct one of them")
    known = questions.setdefault(row["question"], told)
    if told != known:
        row.refuse(
            f"question {row['question']!r} has another truth, scale or range on an earlier line; "
            "make them the same"
        )


def _is_log(row: Row) -> bool:
    if row["scale"].lower() not in {"", "lin", "log"}:
        row.refuse(f"scale {row['scale']!r} is not known; write lin or log")
    return row["scale"].lower() == "log"


def _agreed(row: Row) -> tuple[float, float] | None:
    if not (row["from"] or row["to"]):
        return None
    from_, to = number_in(row, "from"), number_in(row, "to")
    if not from_ < to:
        row.refuse(f"the range from {from_:g} to {to:g} is empty; from lies below to")
    return from_, to


def _answer(row: Row, question: _Question) -> tuple[float, ...]:
    low, best, high = (number_in(row, end) for end in ENDS)
    if not low < best < high:
        row.refuse(
            f"low {low:g}, best {best:g} and high {high:g} do not rise; make each larger than the last"
        )
    if question.is_log and min(low, question.truth, *(question.ends or ())) <= 0:
        row.refuse("on a logarithmic scale every number lies above 0")
    if question.ends and not (question.ends[0] < low and high < question.ends[1]):
        row.refuse(
            f"the answer reaches beyond the range agreed ({question.ends[0]:g} to "
            f"{question.ends[1]:g}); it lies inside"
        )
    return low, best, high


def _seeds(
    people: Sequence[str],
    questions: dict[str, _Question],
    answers: dict[tuple[str, str], tuple[float, ...]],
) -> Seeds:
    nothing = (np.nan,) * len(ENDS)
    table = [[answers.get((one, name), nothing) for name in questions] for one in people]
    ranges = [one.ends for one in questions.values()]
    if None in ranges and any(ranges):
        raise InputError("some questions have a range agreed and some have none; give all or none")
    return Seeds(
        tuple(people),
        tuple(questions),
        np.array(table, np.float64),
        np.array([one.truth for one in questions.values()], np.float64),
        np.array([one.is_log for one in questions.values()], np.bool_),
        agreed=None if None in ranges else np.array(ranges, np.float64),
    )
