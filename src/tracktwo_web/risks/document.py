"""Reading what was found back from the document that was kept at the release."""

from collections.abc import Mapping
from typing import Any, cast

from tracktwo import risk as library
from tracktwo_web.risks.models import EstimateRound

JSON = Mapping[str, Any]


def assessment_in(one: EstimateRound) -> library.Assessment:
    """What was found in a released round, with the decimals that were kept, and no more."""
    found = cast("JSON", one.found)
    risks = found["risks"]
    return library.Assessment(
        register=library.Register(tuple(map(_risk, risks))),
        sides=tuple(side["id"] for side in found["sides"]),
        risks=tuple(map(_figures, risks)),
        settings=library.Settings(**found["settings"]),
        weights=None,
        scores={side: library.Score(**score) for side, score in found["scores"].items()},
    )


def _risk(told: JSON) -> library.Risk:
    return library.Risk(id=told["id"], texts=told["texts"], period=told["period"])


def _figures(told: JSON) -> library.RiskFigures:
    return library.RiskFigures(
        told["id"],
        tuple(_quantity(name, each) for name, each in told["quantities"].items()),
        tuple(library.Finding(**each) for each in told["findings"]),
    )


def _quantity(name: Any, told: JSON) -> library.QuantityFigures:  # noqa: ANN401 -- a literal
    return library.QuantityFigures(
        name,
        tuple(map(_side, told["sides"])),
        tuple(library.Comparison(**each) for each in told["comparisons"]),
    )


def _side(told: JSON) -> library.SideFigures:
    return library.SideFigures(**{**told, "change": library.Change(**told["change"])})
