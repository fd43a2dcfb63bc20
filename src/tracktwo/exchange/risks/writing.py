"""The one door out for risks: tables in a new folder, all of them or nothing."""

from os import PathLike
from pathlib import Path

from tracktwo.exchange.placing import new_folder
from tracktwo.exchange.risks.folder import RiskFolder
from tracktwo.exchange.risks.tables import (
    Table,
    estimate_table,
    indicator_table,
    ladder_table,
    risk_table,
    seed_table,
    write_table,
)


def write_risks(given: RiskFolder, path: str | PathLike[str]) -> None:
    """Write register, estimates, seed questions and ladder as tables that `read_risks` gives back equal.

    The folder appears under its name only when it is complete. dialogue.toml is not written: it
    belongs to the dialogue. Raises `OptionError` where the target exists and is not empty.
    """
    with new_folder(Path(path)) as folder:
        for name, table in _tables(given).items():
            write_table(folder / f"{name}.csv", *table)


def _tables(given: RiskFolder) -> dict[str, Table]:
    tables = {"estimates": estimate_table(given.estimates)}
    if given.register.risks:
        tables["risks"] = risk_table(given.register)
    if any(risk.indicators for risk in given.register.risks):
        tables["indicators"] = indicator_table(given.register)
    if given.seeds is not None:
        tables["seeds"] = seed_table(given.seeds)
    if given.ladder is not None:
        tables["ladder"] = ladder_table(given.ladder)
    return tables
