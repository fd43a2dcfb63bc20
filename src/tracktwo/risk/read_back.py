"""An assessment read back from its document: the figures as they were told, and no more."""

from collections.abc import Mapping
from typing import Any

from tracktwo.errors import InputError
from tracktwo.risk.feedback import Change
from tracktwo.risk.register import Register, Risk
from tracktwo.risk.result import (
    Assessment,
    Comparison,
    Finding,
    QuantityFigures,
    RiskFigures,
    Settings,
    SideFigures,
)
from tracktwo.risk.scores import Score

JSON = Mapping[str, Any]


def assessment_from(document: JSON) -> Assessment:
    """What a document (`document`, `to_json`) tells, with its decimals; experts' weights are left out.

    Of the register it keeps ids, texts and periods. Raises `InputError` where this is no such document.

    >>> from tracktwo.risk import assess, document, Estimates, Register
    >>> assessment_from(document(assess(Register(), Estimates(())))).risks
    ()
    """
    try:
        return _assessment(document)
    except (KeyError, TypeError, AttributeError) as error:
        message = f"this is not a document of risks ({error}); write it with tracktwo risk --json"
        raise InputError(message) from None


def _assessment(told: JSON) -> Assessment:
    return Assessment(
        register=Register(tuple(map(_risk, told["risks"]))),
        sides=tuple(side["id"] for side in told["sides"]),
        risks=tuple(map(_figures, told["risks"])),
        settings=Settings(**told["settings"]),
        weights=None,
        scores={side: Score(**score) for side, score in told["scores"].items()},
    )


def _risk(told: JSON) -> Risk:
    return Risk(id=told["id"], texts=told["texts"], period=told["period"])


def _figures(told: JSON) -> RiskFigures:
    return RiskFigures(
        told["id"],
        tuple(_quantity(name, each) for name, each in told["quantities"].items()),
        tuple(Finding(**each) for each in told["findings"]),
    )


def _quantity(name: Any, told: JSON) -> QuantityFigures:  # noqa: ANN401 -- a literal
    return QuantityFigures(
        name,
        tuple(map(_side, told["sides"])),
        tuple(Comparison(**each) for each in told["comparisons"]),
    )


def _side(told: JSON) -> SideFigures:
    return SideFigures(**{**told, "change": Change(**told["change"])})
