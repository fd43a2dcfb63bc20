"""values.csv and no_agreement.csv: the points that experts divide, and what sides have without."""

from collections.abc import Container
from fractions import Fraction
from pathlib import Path

from tracktwo.convergence.valuation import Intake, Points, Valuation, wrong_total
from tracktwo.exchange.convergence.options import check_option, check_party
from tracktwo.exchange.lists import Row
from tracktwo.exchange.risks.rows import number_in, read_rows


def read_values(path: Path, *, options: Container[str], parties: tuple[str, ...]) -> Valuation:
    """Points checked row by row, and each expert's sum at the expert's last row.

    A row without a number says nothing of its option.
    """
    intake = Intake()
    kept: list[Points] = []
    last: dict[str, Row] = {}
    for row in read_rows(path, ("expert", "party", "option", "points")):
        check_option(row, row["option"], options)
        check_party(row, row["party"], parties)
        last[row["expert"]] = row
        if not row["points"]:
            continue
        one = Points(row["expert"], row["party"], row["option"], exact_in(row, "points"))
        if wrong := intake.what_is_wrong(one):
            row.refuse(wrong)
        kept.append(one)
    _check_totals(kept, last)
    return Valuation(tuple(kept))


def _check_totals(kept: list[Points], last: dict[str, Row]) -> None:
    for expert, row in last.items():
        total = sum(max(one.points, Fraction()) for one in kept if one.expert == expert)
        if wrong := wrong_total(expert, Fraction(total)):
            row.refuse(wrong)


def read_no_agreement(path: Path, *, parties: tuple[str, ...]) -> dict[str, Fraction]:
    """What each side has without an agreement, in points."""
    found: dict[str, Fraction] = {}
    for row in read_rows(path, ("party", "points")):
        check_party(row, row["party"], parties)
        if row["party"] in found:
            row.refuse(f"party {row['party']!r} is already there; keep one")
        found[row["party"]] = exact_in(row, "points")
    return found


def exact_in(row: Row, column: str) -> Fraction:
    """A number as it is written, to the last digit."""
    number_in(row, column)
    return Fraction(row[column])
