"""Risks, estimates, seed questions and ladders as headers and rows of text."""

import csv
import io
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tracktwo.dialogue import Scale
from tracktwo.errors import OptionError
from tracktwo.risk.cooke import Seeds
from tracktwo.risk.estimates import Estimates
from tracktwo.risk.ladder import Ladder
from tracktwo.risk.register import SEVERITY, Register

Table = tuple[Sequence[str], list[list[str]]]
OUTCOME = {None: "", True: "yes", False: "no"}


def risk_table(register: Register) -> Table:
    """risks.csv."""
    risks = register.risks
    return with_texts(
        ("risk", "mechanism", "domain", "onset", "reversibility", "period", "scale", "owner",
         "agreed_by", "outcome"),
        [
            [one.id, "; ".join(one.mechanism), one.domain, one.onset, one.reversibility, one.period,
             _scale(one.scale), one.owner, "; ".join(one.agreed_by), OUTCOME[one.outcome]]
            for one in risks
        ],
        text=[one.texts for one in risks],
        existing=[one.existing for one in risks],
        proposed=[one.proposed for one in risks],
    )  # fmt: skip


def indicator_table(register: Register) -> Table:
    """indicators.csv."""
    watched = [(risk.id, one) for risk in register.risks for one in risk.indicators]
    return with_texts(
        ("risk", "indicator", "state", "by"),
        [[risk, one.id, one.state, one.by] for risk, one in watched],
        text=[one.texts for _, one in watched],
        threshold=[one.threshold for _, one in watched],
    )


def estimate_table(estimates: Estimates) -> Table:
    """estimates.csv."""
    header = (
        "risk", "expert", "side", "round", "quantity", "low", "best", "high", "sure", "comment",
    )  # fmt: skip
    rows = [
        [one.risk, one.expert, one.side, str(one.round), one.quantity, *_numbers(one.low, one.best,
         one.high), "" if one.sure is None else _number(one.sure), one.comment]
        for one in estimates.rows
    ]  # fmt: skip
    return header, rows


def seed_table(seeds: Seeds) -> Table:
    """seeds.csv, an answer a row; a question left open has a row without numbers."""
    header = ("question", "expert", "low", "best", "high", "truth", "scale", "from", "to")
    return header, list(_seed_rows(seeds))


def _seed_rows(seeds: Seeds) -> Iterator[list[str]]:
    for m, question in enumerate(seeds.questions):
        scale = "log" if seeds.is_log[m] else "lin"
        ends = ["", ""] if seeds.agreed is None else _numbers(*seeds.agreed[m].tolist())
        for n, expert in enumerate(seeds.experts):
            answer = _numbers(*seeds.quantiles[n, m].tolist())
            yield [question, expert, *answer, _number(float(seeds.truth[m])), scale, *ends]


def ladder_table(ladder: Ladder) -> Table:
    """ladder.csv."""
    rungs = ladder.rungs
    return with_texts(
        ("rung",),
        [[one.id] for one in rungs],
        text=[one.texts for one in rungs],
        signs=[one.signs for one in rungs],
        off_ramp=[one.off_ramp for one in rungs],
        channel=[one.channel for one in rungs],
    )


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A CSV file with the same bytes on every system; `OptionError` for text that no file can hold."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(
        [header, *(map(_holdable, row) for row in rows)]
    )
    path.write_text(text.getvalue(), encoding="utf-8", newline="")


def _holdable(cell: str) -> str:
    if re.search("[\0\r\ud800-\udfff]", cell):
        raise OptionError(f"{cell[:40]!r} holds a character that a table cannot; write it anew")
    return cell


def with_texts(
    header: Sequence[str], rows: list[list[str]], **texts: Sequence[Mapping[str, str]]
) -> Table:
    """A table with a column for every language that any text of a kind is in."""
    columns = [
        (f"{name}_{language}", [one.get(language, "") for one in column])
        for name, column in texts.items()
        for language in sorted({language for one in column for language in one})
    ]
    told = [[*row, *(cells[n] for _, cells in columns)] for n, row in enumerate(rows)]
    return (*header, *(name for name, _ in columns)), told


def _scale(scale: Scale) -> str:
    return "" if scale == SEVERITY else f"rating:{scale.low!r}:{scale.high!r}"


def _numbers(*values: float) -> list[str]:
    return [_number(value) for value in values]


def _number(value: float) -> str:
    """The shortest text that is read as the same number; nothing for nan."""
    if math.isnan(value):
        return ""
    return repr(int(value) if value == int(value) else float(value))
