"""risks.csv and indicators.csv: the register."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from tracktwo.dialogue import Scale
from tracktwo.errors import InputError
from tracktwo.exchange.lists import Row, check_id
from tracktwo.exchange.risks.rows import ids_in, read_rows, texts_of
from tracktwo.risk.register import SEVERITY, Indicator, Register, Risk, what_is_wrong

RISK_COLUMNS = (
    "mechanism", "domain", "onset", "reversibility", "period", "scale", "owner", "agreed_by", "outcome",
)  # fmt: skip
RISK_TEXTS = ("text", "existing", "proposed")
INDICATOR_COLUMNS = ("state", "by")
INDICATOR_TEXTS = ("text", "threshold")
OUTCOMES = {"": None, "yes": True, "no": False}


def read_register(path: Path, *, sides: tuple[str, ...], indicators: Path | None) -> Register:
    """The register in a table, with indicators from a second one; `sides` are those known, if any."""
    rows = read_rows(path, ("risk",), optional=RISK_COLUMNS, texts=RISK_TEXTS)
    seen: dict[str, int] = {}
    risks = [_risk(row, check_id(row, "risk", seen), sides) for row in rows]
    watched = _indicators(indicators, seen, path) if indicators else {}
    return Register(tuple(replace(one, indicators=watched.get(one.id, ())) for one in risks))


def _risk(row: Row, id_: str, sides: tuple[str, ...]) -> Risk:
    outcome = row["outcome"].lower()
    if outcome not in OUTCOMES:
        row.refuse(f"outcome {row['outcome']!r} is not known; write yes, no or nothing")
    risk = Risk(
        id=id_,
        texts=texts_of(row, "text"),
        mechanism=ids_in(row, "mechanism"),
        domain=row["domain"],
        onset=row["onset"].lower(),
        reversibility=row["reversibility"].lower(),
        period=row["period"],
        scale=_scale(row),
        existing=texts_of(row, "existing"),
        proposed=texts_of(row, "proposed"),
        owner=row["owner"],
        agreed_by=_agreed_by(row, sides),
        outcome=OUTCOMES[outcome],
    )
    if wrong := what_is_wrong(risk):
        row.refuse(wrong)
    return risk


def _scale(row: Row) -> Scale:
    try:
        return Scale.parse(row["scale"]) if row["scale"] else SEVERITY
    except InputError as error:
        row.refuse(error.message)


def _agreed_by(row: Row, sides: tuple[str, ...]) -> tuple[str, ...]:
    agreed = ids_in(row, "agreed_by")
    for side in agreed:
        if sides and side not in sides:
            row.refuse(f"side {side!r} is not among the parties ({', '.join(sides)})")
    return agreed


def _indicators(
    path: Path, known: Mapping[str, int], risks: Path
) -> dict[str, tuple[Indicator, ...]]:
    watched: dict[str, tuple[Indicator, ...]] = {}
    seen: dict[tuple[str, str], int] = {}
    wanted = ("risk", "indicator")
    for row in read_rows(path, wanted, optional=INDICATOR_COLUMNS, texts=INDICATOR_TEXTS):
        if row["risk"] not in known:
            row.refuse(f"risk {row['risk']!r} is not in {risks.name}; add it there or correct it")
        key = row["risk"], check_id(row, "indicator", {})
        if key in seen:
            row.refuse(f"indicator {key[1]!r} is already on line {seen[key]}; keep one")
        seen[key] = row.line
        watched[key[0]] = (*watched.get(key[0], ()), _indicator(row))
    return watched


def _indicator(row: Row) -> Indicator:
    one = Indicator(
        row["indicator"],
        texts_of(row, "text"),
        texts_of(row, "threshold"),
        row["state"].lower(),
        row["by"],
    )
    if wrong := what_is_wrong(Risk(row["risk"], indicators=(one,))):
        row.refuse(wrong)
    return one
