"""Where a map starts from: what is there today, and which measures are taken."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from tracktwo._typing import Flags, Floats
from tracktwo.errors import OptionError
from tracktwo.influence.maps import InfluenceMap

TAKEN, NOT_TAKEN, PRESENT = 1.0, 0.0, 1.0


@dataclass(frozen=True, eq=False)
class Start:
    """Values to start from (n,), and which of them are held there."""

    values: Floats
    held: Flags


def start_of(
    drawn: InfluenceMap,
    *,
    taken: Collection[str] = (),
    values: Mapping[str, float] | None = None,
    clamped: Mapping[str, float] | None = None,
) -> Start:
    """What is drawn is there, at 1; measures are held at 0, those that are `taken` at 1.

    `values` are other starts by concept; `clamped` the same, held throughout. Raises `OptionError`
    where a concept is not on the map or a value lies outside -1..1.

    >>> from tracktwo.influence.maps import Concept
    >>> start = start_of(InfluenceMap((Concept("hotline", kind="measure"), Concept("threat"))))
    >>> start.values.tolist(), start.held.tolist()
    ([0.0, 1.0], [True, False])
    """
    is_measure = np.array([concept.kind == "measure" for concept in drawn.concepts], np.bool_)
    begun = np.where(is_measure, NOT_TAKEN, PRESENT)
    held = is_measure.copy()
    for concept, value in (values or {}).items():
        begun[place_in(drawn, concept)] = _within(concept, value)
    for concept, value in (dict.fromkeys(taken, TAKEN) | dict(clamped or {})).items():
        begun[place_in(drawn, concept)] = _within(concept, value)
        held[place_in(drawn, concept)] = True
    return Start(begun, held)


def place_in(drawn: InfluenceMap, concept: str) -> int:
    """The place of a concept; `OptionError` naming what is near where there is none."""
    if concept in drawn.place_of:
        return drawn.place_of[concept]
    from difflib import get_close_matches

    near = get_close_matches(concept, drawn.ids, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else f" (there are: {', '.join(drawn.ids[:8])})"
    raise OptionError(f"there is no concept {concept!r} on the map{hint}")


def _within(concept: str, value: float) -> float:
    if not -1 <= value <= 1:
        raise OptionError(f"{concept}={value:g}: values lie in -1..1")
    return value
