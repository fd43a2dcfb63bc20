"""What each side believes that another expects of it, against what that other does expect."""

from collections.abc import Iterator

from tracktwo.dialogue import Dialogue
from tracktwo.perceptions.assess import at_least, check_options
from tracktwo.perceptions.beliefs import Beliefs, beliefs_among
from tracktwo.perceptions.claims import claims
from tracktwo.perceptions.misread import meta_pairs_of
from tracktwo.perceptions.result import MetaPerception, MetaPerceptions
from tracktwo.votes import LEVEL, Tally


def assess_mirrored(
    dialogue: Dialogue,
    answers: Tally,
    *,
    smallest_effect: float = 0.1,
    false_discovery_rate: float = 0.05,
    level: float = LEVEL,
    k: int | None = None,
) -> MetaPerceptions:
    """What each side believes that each other expects of it, and how far off that is.

    The mirrored predictions of side A about side B ("how many of us do they expect to agree?") are
    averaged and set against B's own mean prediction of A and against what A answers. Arguments are
    those of `assess`; a row rests on at least `k` people of either side or is silent, and claims
    are made over these rows alone, so that nothing here touches what `assess` finds. There is a row
    for every statement and ordered pair of different sides that has a mirrored prediction or where
    both sides answered; none at all where nobody made one. Mirrored predictions of anything but
    one's own side are not looked at.

    Laing, Phillipson & Lee (1966, Interpersonal Perception) compare the three perspectives; Lees &
    Cikara (2020, Nature Human Behaviour 4) and Moore-Berg, Ankori-Karlinsky, Hameiri & Bruneau
    (2020, PNAS 117) find that sides overestimate how badly the other thinks of them.

    >>> from tracktwo.simulate import Misperception, perception_world
    >>> from tracktwo.votes import sweep_of, tally
    >>> world, _ = perception_world(seats=40, mirrored=[Misperception(0, 0, 1, -0.4)], seed=1)
    >>> found = assess_mirrored(world, tally(sweep_of(world), world.party_of, 2))
    >>> row = found.meta_perceptions[0]
    >>> row.of, row.expected_by, f"{row.believed:.2f} {row.expected:.2f} {row.actual:.2f}"
    ('A', 'B', '0.32 0.67 0.72')
    >>> [one.statement for one in found.meta_perceptions if one.misperceived]
    ['s1']
    """
    least = dialogue.k if k is None else k
    check_options(smallest_effect, false_discovery_rate, level, least)
    if not (len(dialogue.mirrored) and dialogue.statements):
        return MetaPerceptions((), ())
    beliefs = beliefs_among(dialogue, answers, least)
    figures = _figures(
        beliefs.take(beliefs.shown), smallest_effect, false_discovery_rate, level, least
    )
    return MetaPerceptions(
        _meta_perceptions(dialogue, beliefs, figures, least),
        meta_pairs_of(dialogue, beliefs, level=level),
    )


Figures = tuple[float | None, float, float, float, float, float, float, float, bool]
"""What `MetaPerception` holds from `actual` on."""

SILENT = (None, None, None, None, None, None, None, None, False)


def _figures(
    rows: Beliefs, smallest_effect: float, rate: float, level: float, k: int
) -> Iterator[Figures]:
    """The figures of each row, all of them shown."""
    claimed, low, high = claims(
        lambda chosen, level: rows.take(chosen).error_bounds(level),
        smallest_effect * rows.believed.width,
        rate=rate,
        level=level,
    )
    believed_low, believed_high = rows.believed.mean_bounds(level)
    values = (rows.expected.value, rows.believed.value, believed_low, believed_high)
    columns = (column.tolist() for column in (*values, rows.error, low, high, claimed))
    actual = (
        value if n >= k else None
        for value, n in zip(rows.actual.value.tolist(), rows.actual.n.tolist(), strict=True)
    )
    return zip(actual, *columns, strict=True)


def _meta_perceptions(
    dialogue: Dialogue, rows: Beliefs, figures: Iterator[Figures], k: int
) -> tuple[MetaPerception, ...]:
    statements, parties = dialogue.statement_ids, dialogue.party_ids
    columns = (rows.statement, rows.of, rows.by, rows.believed.n, rows.expected.n, rows.shown)
    return tuple(
        MetaPerception(
            statements[statement],
            parties[of],
            parties[by],
            at_least(k, n_of),
            at_least(k, n_by),
            *(next(figures) if shown else SILENT),
        )
        for statement, of, by, n_of, n_by, shown in zip(
            *(column.tolist() for column in columns), strict=True
        )
    )
