"""The one door in for risks: a folder of tables, or a table of estimates alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path

from tracktwo.dialogue import Party
from tracktwo.errors import InputError
from tracktwo.exchange.risks.estimates import read_estimates
from tracktwo.exchange.risks.ladder import read_ladder
from tracktwo.exchange.risks.register import read_register
from tracktwo.exchange.risks.seeds import read_seeds
from tracktwo.exchange.settings import FOLDER_K, Settings, read_settings
from tracktwo.risk.cooke import Seeds
from tracktwo.risk.estimates import Estimates
from tracktwo.risk.ladder import Ladder
from tracktwo.risk.register import Register

TABLES = {".csv", ".tsv", ".tab"}


@dataclass(frozen=True)
class RiskFolder:
    """What a folder of risks holds; `title`, `note`, `k` and `parties` are those of dialogue.toml.

    `k` is the least number of experts of a side that a figure may rest on.
    """

    register: Register
    estimates: Estimates
    seeds: Seeds | None = None
    ladder: Ladder | None = None
    title: Mapping[str, str] = field(default_factory=dict)
    note: Mapping[str, str] = field(default_factory=dict)
    k: int = FOLDER_K
    parties: tuple[Party, ...] = ()


def read_risks(path: str | PathLike[str]) -> RiskFolder:
    r"""Risks and estimates from a folder, or estimates from one table.

    A folder has estimates.csv and, each optional, risks.csv, indicators.csv (needs risks.csv),
    seeds.csv, ladder.csv, and the dialogue.toml of a dialogue folder, whose parties are then the only
    sides there are. Where there is a risks.csv, it is complete.

    Raises `InputError` with file, line and remedy for anything that cannot be read.

    >>> import tempfile
    >>> table = Path(tempfile.mkdtemp()) / "estimates.csv"
    >>> table.write_text(
    ...     "risk,expert,side,quantity,low,best,high\nwar,e1,north,likelihood,0.1,0.2,0.4\n"
    ... )
    76
    >>> read_risks(table).estimates.rows[0].best
    0.2
    """
    given = Path(path)
    if not given.exists():
        raise InputError("there is no such file or folder; check the path", file=given)
    if given.is_dir():
        return _read_folder(given)
    if given.suffix.lower() not in TABLES:
        message = "this kind of file is not read; give estimates as .csv or .tsv, or a folder"
        raise InputError(message, file=given)
    estimates = read_estimates(given, scale_of={}, risks=None, sides=())
    return RiskFolder(Register(), _not_empty(estimates, given))


def _read_folder(folder: Path) -> RiskFolder:
    settings = _settings(folder)
    sides = tuple(party.id for party in settings.parties)
    register = _register(folder, sides)
    estimates = read_estimates(
        _needed(folder),
        scale_of={risk.id: risk.scale for risk in register.risks} if register else {},
        risks=register.ids if register else None,
        sides=sides,
    )
    _not_empty(estimates, folder / "estimates.csv")
    seeds = _there(folder, "seeds.csv")
    ladder = _there(folder, "ladder.csv")
    return RiskFolder(
        register or Register(),
        estimates,
        read_seeds(seeds, experts={one.expert for one in estimates.rows}) if seeds else None,
        read_ladder(ladder) if ladder else None,
        settings.title,
        settings.note,
        settings.k,
        settings.parties,
    )


def _settings(folder: Path) -> Settings:
    path = _there(folder, "dialogue.toml")
    return read_settings(path) if path else Settings(k=FOLDER_K)


def _register(folder: Path, sides: tuple[str, ...]) -> Register | None:
    risks, indicators = _there(folder, "risks.csv"), _there(folder, "indicators.csv")
    if risks:
        return read_register(risks, sides=sides, indicators=indicators)
    if indicators:
        message = "indicators need the risks that they tell of; add risks.csv"
        raise InputError(message, file=indicators)
    return None


def _needed(folder: Path) -> Path:
    path = _there(folder, "estimates.csv")
    if path is None:
        message = "there is no estimates.csv here; it holds what the experts estimate"
        raise InputError(message, file=folder)
    return path


def _there(folder: Path, name: str) -> Path | None:
    path = folder / name
    return path if path.exists() else None


def _not_empty(estimates: Estimates, path: Path) -> Estimates:
    if not estimates.rows:
        raise InputError("no row has an estimate; fill in low, best and high", file=path)
    return estimates
