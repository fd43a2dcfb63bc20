"""What taking some measures together would change at each risk."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Floats, Ints
from tracktwo.influence.ensemble import settle_all
from tracktwo.influence.maps import InfluenceMap
from tracktwo.influence.network import Network
from tracktwo.influence.pool import pool
from tracktwo.influence.start import Start, start_of
from tracktwo.influence.study import AS_USUAL, Options, ensemble_of, places_of_risks, spread_of


@dataclass(frozen=True, slots=True)
class Change:
    """A risk without any measure and with those taken, each 0..1 (or -1..1); None: did not settle.

    `low` and `high` hold nine of ten of the ensemble's changes, `lowers` is the share in which the risk
    goes down; all None without an ensemble.
    """

    risk: str
    before: float | None
    after: float | None
    low: float | None
    high: float | None
    lowers: float | None

    @property
    def change(self) -> float | None:
        return None if self.before is None or self.after is None else self.after - self.before


def what_if(
    judged: InfluenceMap, taken: Collection[str], options: Options = AS_USUAL
) -> tuple[Change, ...]:
    """The risks with some measures taken (ids), against none: one `Change` a risk.

    Raises `OptionError` where a measure is not on the map.

    >>> from tracktwo.influence.maps import Concept, Link
    >>> concepts = (Concept("hotline", kind="measure"), Concept("incident", kind="risk"))
    >>> drawn = InfluenceMap(concepts, (Link("hotline", "incident", -0.8),))
    >>> [(one.risk, round(one.change, 2)) for one in what_if(drawn, ["hotline"])]
    [('incident', -0.19)]
    """
    drawn = pool(judged, least_share=options.least_share).drawn
    network = Network.of_map(drawn)
    risks = places_of_risks(drawn, network, options.risks)
    without, with_them = (
        start_of(drawn, taken=measures, values=options.start, clamped=options.clamped)
        for measures in ((), taken)
    )
    before, after = (_at(network, start, risks, options) for start in (without, with_them))
    ensemble = ensemble_of(judged, drawn, options)
    changes = None
    if ensemble is not None:
        changes = _at(ensemble, with_them, risks, options) - _at(ensemble, without, risks, options)
    return tuple(
        Change(
            drawn.ids[risk],
            _number(before[row, 0]),
            _number(after[row, 0]),
            *spread_of(None if changes is None else changes[row]),
        )
        for row, risk in enumerate(risks.tolist())
    )


def _at(network: Network, start: Start, risks: Ints, options: Options) -> Floats:
    """(R, M): the risks where each member settles, NaN where it does not."""
    settled = settle_all(network, start.values, dynamics=options.dynamics, held=start.held)
    return np.where(settled.has_settled, settled.states, np.nan)[risks]


def _number(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
