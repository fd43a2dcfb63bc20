"""Columns of results put together into the rows people read, what is below k left out."""

import numpy as np

from tracktwo._typing import Flags, Floats
from tracktwo.analysis.polis_figures import NO_FIGURES
from tracktwo.analysis.result import (
    Cohesion,
    PolisFigures,
    Representative,
    SideFigures,
    StatementFigures,
)
from tracktwo.analysis.split import Split
from tracktwo.analysis.suppression import Visible, shown_cells
from tracktwo.dialogue import Dialogue, Scale
from tracktwo.opinion import Characteristic, SharedGround, cohesion
from tracktwo.votes import Tally, mean_interval, share_interval

HIDDEN = SideFigures(None, None, None, None, None, None, None, None)
NOBODY = SideFigures(0, 0, 0, 0, None, None, None, None)
NOBODY_RATED = SideFigures(0, None, None, None, None, None, None, None)


def statements(
    dialogue: Dialogue,
    everyone: Tally,
    sides: Split,
    groups: Split,
    *,
    shown: Visible,
    ground: SharedGround,
    bridges: Floats,
    polis: list[PolisFigures],
    level: float,
) -> tuple[StatementFigures, ...]:
    """One row a statement."""
    side_rows = _figures(sides, shown_cells(sides.answers.n, dialogue.k), level)
    group_rows = _figures(groups, shown_cells(groups.answers.n, dialogue.k) & shown.groups, level)
    summed = shown.sums & shown_cells(everyone.n[0], dialogue.k)
    answered = everyone.n[0] > 0
    return tuple(
        StatementFigures(
            statement=statement,
            n=int(everyone.n[0, i]) if summed[i] else None,
            by_party=dict(zip(sides.ids, side_rows[i], strict=True)),
            by_group=dict(zip(groups.ids, group_rows[i], strict=True)),
            shared_ground=number(ground.support[i]),
            shared_rejection=number(ground.rejection[i]),
            bridging=number(bridges[i]) if summed[i] and answered[i] else None,
            polis=polis[i] if shown.group_sums[i] else NO_FIGURES,
        )
        for i, statement in enumerate(dialogue.statements)
    )


def _figures(split: Split, shown: Flags, level: float) -> list[list[SideFigures]]:
    """Figures by statement and part; `HIDDEN` where not shown."""
    by_part = [
        _side_figures(split.answers.over(slice(part, part + 1)), split.sizes[part], level)
        for part in range(len(split))
    ]
    return [
        [rows[i] if shown[part, i] else HIDDEN for part, rows in enumerate(by_part)]
        for i in range(len(split.answers.codebook.scales))
    ]


def _side_figures(side: Tally, size: int | None, level: float) -> list[SideFigures]:
    n, agree, disagree, passes = (x[0] for x in (side.n, side.agree, side.disagree, side.passes))
    low, high = share_interval(agree, n, level=level, size=size)
    figures = [
        SideFigures(*counts, yes / n_one, None, float(low_one), float(high_one))
        if n_one
        else NOBODY
        for counts, yes, n_one, low_one, high_one in zip(
            zip(n.tolist(), agree.tolist(), disagree.tolist(), passes.tolist(), strict=True),
            agree.tolist(),
            n.tolist(),
            low,
            high,
            strict=True,
        )
    ]
    for i, scale in enumerate(side.codebook.scales):
        if not scale.is_vote:
            figures[i] = _rated(side, i, scale, size, level)
    return figures


def _rated(side: Tally, i: int, scale: Scale, size: int | None, level: float) -> SideFigures:
    n, total = int(side.n[0, i]), float(side.total[0, i])
    if not n:
        return NOBODY_RATED
    low, high = mean_interval(
        total,
        side.squares[0, i],
        n,
        low_end=scale.low,
        high_end=scale.high,
        level=level,
        size=size,
    )
    return SideFigures(n, None, None, None, None, total / n, float(low), float(high))


def representatives(
    found: Characteristic, parts: tuple[str, ...], statement_ids: tuple[str, ...]
) -> tuple[Representative, ...]:
    """Statements that set parts apart, as rows."""
    return tuple(
        Representative(
            group=parts[group],
            statement=statement_ids[statement],
            direction="agree" if direction > 0 else "disagree",
            effect=float(effect),
            low=float(low),
            high=float(high),
            q=float(q),
        )
        for group, statement, direction, effect, low, high, q in zip(
            found.group,
            found.statement,
            found.direction,
            found.effect,
            found.low,
            found.high,
            found.q,
            strict=True,
        )
    )


def cohesions(sides: Split, dialogue: Dialogue, level: float) -> tuple[Cohesion, ...]:
    """Rice and agreement index of every side on every statement it may be shown on."""
    indices = cohesion(sides.answers, level=level, sizes=sides.sizes)
    shown = shown_cells(sides.answers.n, dialogue.k)
    return tuple(
        Cohesion(
            party=sides.ids[side],
            statement=dialogue.statement_ids[i],
            n=int(sides.answers.n[side, i]),
            rice=number(indices.rice[side, i]),
            rice_low=number(indices.rice_low[side, i]),
            rice_high=number(indices.rice_high[side, i]),
            agreement_index=float(indices.agreement[side, i]),
            low=float(indices.agreement_low[side, i]),
            high=float(indices.agreement_high[side, i]),
        )
        for side, i in zip(*np.nonzero(shown & (sides.answers.n > 1)), strict=True)
    )


def number(value: float) -> float | None:
    """A float, or None where it is not a number: JSON knows no nan."""
    return float(value) if np.isfinite(value) else None
