"""How answers are written beside marks and in tables: people are counted, crowds are percents."""

from tracktwo.analysis.result import Analysis, SideFigures
from tracktwo.figures.rows import Scale
from tracktwo.figures.sides import SMALL, Side, Standing
from tracktwo.locale import Words

FIVE_POINTS = 0.05


def side_names(sides: tuple[Side, ...], words: Words) -> tuple[str, ...]:
    """The sides' names in a language."""
    return tuple(side.name(words) for side in sides)


def answer_label(stood: Standing, words: Words) -> str:
    """The shortest form, for the edge of a chart: `4/5`, `72%` or a mean rating."""
    own = stood.figures
    if not stood.scale.is_vote:
        return words.number(own.mean or 0.0, 0 if stood.is_small else 1)
    return f"{own.agree}/{own.n}" if stood.is_small else words.percent(stood.value)


def answers_phrase(stood: Standing, words: Words, *, against: bool = False) -> str:
    """What a side answered, as a phrase with its name: people counted where they are few."""
    name, own = stood.side.name(words), stood.figures
    if not stood.scale.is_vote:
        return _mean_phrase(stood, words)
    if stood.is_small and against:
        return words.gettext(
            "{side}: {disagree} of {n} disagree", side=name, disagree=own.disagree, n=own.n
        )
    if stood.is_small:
        return words.gettext("{side}: {agree} of {n} agree", side=name, agree=own.agree, n=own.n)
    if against:
        share = words.percent((own.disagree or 0) / stood.n)
        return words.gettext(
            "{side}: {share} of {n} disagree", side=name, share=share, n=words.number(stood.n)
        )
    share, n = words.percent(stood.value), words.number(stood.n)
    if stood.high - stood.low > 2 * FIVE_POINTS:
        return words.gettext("{side}: about {share} of {n} agree", side=name, share=share, n=n)
    return words.gettext("{side}: {share} of {n} agree", side=name, share=share, n=n)


def full_phrase(stood: Standing, words: Words) -> str:
    """Every answer of a small delegation; of a crowd, the share that agrees with its interval."""
    own, name = stood.figures, stood.side.name(words)
    if not stood.scale.is_vote:
        return _mean_phrase(stood, words)
    if stood.is_small:
        return words.gettext(
            "{side}: {agree} agree, {disagree} disagree, {passes} pass",
            side=name,
            agree=own.agree,
            disagree=own.disagree,
            passes=own.passes,
        )
    return words.gettext(
        "{side}: {share} agree ({interval}), {against} disagree, of {n}",
        side=name,
        share=words.percent(stood.value),
        interval=words.percent_range(stood.low, stood.high),
        against=words.percent((own.disagree or 0) / stood.n),
        n=words.number(stood.n),
    )


def _mean_phrase(stood: Standing, words: Words) -> str:
    scale, own = stood.scale, stood.figures
    values = {
        "side": stood.side.name(words),
        "n": words.number(stood.n),
        "low_end": words.number(scale.low),
        "high_end": words.number(scale.high),
    }
    if stood.is_small:
        mean = words.number(own.mean or 0.0)
        return words.gettext(
            "{side}: about {mean} on a scale from {low_end} to {high_end}, of {n}",
            mean=mean,
            **values,
        )
    mean = words.number(own.mean or 0.0, 1)
    return words.gettext(
        "{side}: {mean} on a scale from {low_end} to {high_end}, of {n}", mean=mean, **values
    )


def answer_cell(own: SideFigures | None, stood: Standing | None, words: Words) -> str:
    """A table's cell: counts, or a share or mean with its interval and n."""
    if own is None or not own.n or stood is None:
        return words.gettext("too few to show")
    if stood.scale.is_vote and own.n <= SMALL:
        return words.gettext(
            "{agree} agree, {disagree} disagree, {passes} pass",
            agree=own.agree,
            disagree=own.disagree,
            passes=own.passes,
        )
    n = words.number(own.n)
    if stood.scale.is_vote:
        interval = words.percent_range(stood.low, stood.high)
        return words.gettext(
            "{value} ({interval}), n = {n}",
            value=words.percent(stood.value),
            interval=interval,
            n=n,
        )
    if own.n <= SMALL:
        return words.gettext("about {mean}, n = {n}", mean=words.number(own.mean or 0.0), n=n)
    interval = words.gettext(
        "{low} to {high}",
        low=words.number(own.low or 0.0, 1),
        high=words.number(own.high or 0.0, 1),
    )
    return words.gettext(
        "{value} ({interval}), n = {n}",
        value=words.number(own.mean or 0.0, 1),
        interval=interval,
        n=n,
    )


def answer_scale(analysis: Analysis, words: Words) -> Scale:
    """The line answers stand on: shares that agree, a common rating scale, or just its two ends."""
    scales = {figures.statement.scale for figures in analysis.statements}
    if all(scale.is_vote for scale in scales):
        ends = tuple((share, words.percent(share)) for share in (0.0, 0.5, 1.0))
    elif len(scales) == 1:
        (scale,) = scales
        values = zip((0.0, 0.5, 1.0), (scale.low, scale.midpoint, scale.high), strict=True)
        ends = tuple((at, words.number(value, int(value % 1 > 0))) for at, value in values)
    else:
        ends = ((0.0, words.gettext("lowest")), (1.0, words.gettext("highest")))
    return Scale(0.0, 1.0, ends, 0.5)
