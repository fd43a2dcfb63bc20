"""estimates.csv: who estimated what, in which round."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from tracktwo.dialogue import Scale
from tracktwo.exchange.lists import Row
from tracktwo.exchange.risks.rows import number_in, read_rows
from tracktwo.risk.estimates import Estimate, Estimates, Intake, Quantity

WANTED = ("risk", "expert", "side", "quantity", "low", "best", "high")
OPTIONAL = ("round", "sure", "comment")
ENDS = ("low", "best", "high")


def read_estimates(
    path: Path,
    *,
    scale_of: Mapping[str, Scale],
    risks: tuple[str, ...] | None,
    sides: tuple[str, ...],
) -> Estimates:
    """Estimates checked row by row. `risks` are those of the register, if there is one, `sides` those known.

    A row without any number is no estimate. Without a column `round` all are of round 1.
    """
    intake = Intake(scale_of)
    kept = []
    for row in read_rows(path, WANTED, optional=OPTIONAL):
        _check_known(row, risks, sides)
        if not any(row[end] for end in ENDS):
            continue
        estimate = _estimate(row)
        if wrong := intake.what_is_wrong(estimate):
            row.refuse(wrong)
        kept.append(estimate)
    return Estimates(tuple(kept), scale_of)


def _check_known(row: Row, risks: tuple[str, ...] | None, sides: tuple[str, ...]) -> None:
    if risks is not None and row["risk"] not in risks:
        row.refuse(f"risk {row['risk']!r} is not in risks.csv; add it there or correct it")
    if sides and row["side"] not in sides:
        row.refuse(f"side {row['side']!r} is not among the parties ({', '.join(sides)})")


def _estimate(row: Row) -> Estimate:
    quantity = row["quantity"].lower()
    is_share = quantity == "likelihood"
    low, best, high = (number_in(row, end, is_share=is_share) for end in ENDS)
    return Estimate(
        risk=row["risk"],
        expert=row["expert"],
        side=row["side"],
        round=_round(row),
        quantity=cast("Quantity", quantity),
        low=low,
        best=best,
        high=high,
        sure=number_in(row, "sure", is_share=True) if row["sure"] else None,
        comment=row["comment"],
    )


def _round(row: Row) -> int:
    text = row["round"] if "round" in row.cells else "1"
    if text not in {"1", "2"}:
        row.refuse(f"round {text!r} is not known; write 1 (alone) or 2 (after seeing the others)")
    return int(text)
