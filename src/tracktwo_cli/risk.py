"""`tracktwo risk`: experts' estimates in, what the sides fear alike and what one fears more out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from tracktwo_cli.counts import Whole
from tracktwo_cli.outputs import check_outputs, print_document, write_together
from tracktwo_cli.terminal import say

if TYPE_CHECKING:
    from tracktwo.exchange.risks import RiskFolder
    from tracktwo.risk import Assessment


def risk(
    path: Path,
    /,
    *,
    pool: Literal["linear", "log"] = "linear",
    weights: Literal["equal", "cooke"] = "equal",
    k: Annotated[int | None, Whole] = None,
    credence: float = 0.8,
    margin: float = 0.2,
    json: Annotated[str | None, Parameter(allow_leading_hyphen=True)] = None,
    language: Literal["en", "zh", "fr"] = "en",
    seed: Annotated[int, Whole] = 0,
) -> None:
    """Find which risks the sides fear alike, and which one side fears more, and by how much.

    Parameters
    ----------
    path
        A folder with estimates.csv (and risks.csv, indicators.csv, seeds.csv), or a table of estimates.
    pool
        How likelihoods of a side become one: linear (their mean) or log (the mean of log odds).
    weights
        How much an expert counts: equal, or cooke (by the answers to the questions in seeds.csv).
    k
        Least number of experts of a side that a figure may rest on. Without it: dialogue.toml's, or 3.
    credence
        How sure everybody is made to be that the truth lies in the interval, from 0.5 to 1.
    margin
        Share of the scale within which two sides are said to see a thing alike.
    json
        Write every figure to this file as JSON; - for standard output.
    language
        Language of what is printed: en, zh or fr.
    seed
        Fixes what is drawn at random.

    """
    from tracktwo.exchange.risks import read_risks
    from tracktwo.risk import assess

    outputs = [Path(json)] if json and json != "-" else []
    check_outputs(outputs, inputs=[path])
    given = read_risks(path)
    found = assess(
        given.register,
        given.estimates,
        seeds=given.seeds,
        pool=pool,
        weights=weights,
        k=given.k if k is None else k,
        credence=credence,
        margin=margin,
        seed=seed,
    )
    write_together({file: _as_json(found, given) for file in outputs})
    if json == "-":
        print_document(_as_json(found, given))
    else:
        _tell(found, given, language)
    for file in outputs:
        say(f"wrote {file}")


def _as_json(found: "Assessment", given: "RiskFolder") -> str:
    from tracktwo.risk import to_json

    names = {party.id: party.names for party in given.parties}
    return to_json(found, title=given.title, note=given.note, names=names)


def _tell(found: "Assessment", given: "RiskFolder", language: str) -> None:
    from tracktwo_cli.risk_findings import tell

    tell(found, given, language)
