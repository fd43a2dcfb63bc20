"""Which way a map faces: positions have no left or right of their own, so a rule says."""

import numpy as np

from tracktwo.dialogue import Dialogue
from tracktwo.errors import OptionError
from tracktwo.opinion.ideal_point import IdealPoints


def oriented(points: IdealPoints, dialogue: Dialogue, *, rule: str = "") -> IdealPoints:
    """Flip the first axis so that something named lies to the right.

    `rule` is `party:ID` (the side's mean position is positive), `participant:ID`, or `statement:ID`
    (agreeing with it grows to the right). Empty: as `ideal_points` left it, with the steepest
    statement's agreement growing to the right, which depends on the answers alone. Unknown names
    raise `OptionError`.
    """
    if not rule:
        return points
    value = _named(points, dialogue, rule)
    signs = np.ones(points.position.shape[1])
    signs[0] = -1.0 if value < 0 else 1.0
    return points.turned(signs)


def _named(points: IdealPoints, dialogue: Dialogue, rule: str) -> float:
    kind, _, name = rule.partition(":")
    ids = {
        "party": dialogue.party_ids,
        "participant": dialogue.participants,
        "statement": dialogue.statement_ids,
    }
    if kind not in ids:
        raise OptionError(
            f"{rule!r} does not orient a map; write party:ID, participant:ID or statement:ID"
        )
    if name not in ids[kind]:
        raise OptionError(f"no {kind} is called {name!r}; choose one of the dialogue's")
    place = ids[kind].index(name)
    if kind == "statement":
        return float(points.slope[place, 0])
    rows = points.position[:, 0]
    chosen = rows[dialogue.party_of == place] if kind == "party" else rows[place : place + 1]
    return float(np.nanmean(chosen)) if np.isfinite(chosen).any() else 0.0
