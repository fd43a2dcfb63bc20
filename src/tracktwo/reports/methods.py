"""How a report was computed, in plain words: what each figure rests on and where it ends."""

from tracktwo.analysis.result import Analysis
from tracktwo.locale import Words
from tracktwo.reports.tree import Block, Facts, Paragraph


def methods(analysis: Analysis, words: Words, *, between_sides: bool = False) -> tuple[Block, ...]:
    """The methods that this analysis used, its settings, and what was left out.

    `between_sides` leaves out what only concerns single people and groups: positions, groups, unity.
    """
    told = _between(analysis, words) if between_sides else _sentences(analysis, words)
    return (
        *(Paragraph(text) for text in told),
        Facts(_settings(analysis, words)),
    )


def _sentences(analysis: Analysis, words: Words) -> list[str]:
    *between, hidden = _between(analysis, words)
    return [
        *between,
        _positions(analysis, words),
        _groups(analysis, words),
        _cohesion(words),
        hidden,
    ]


def _between(analysis: Analysis, words: Words) -> list[str]:
    told = [_answers(words), _intervals(analysis, words), _shared(words), _divided(analysis, words)]
    if any(one.of != one.about for one in analysis.perceptions):
        told += [_perceptions(analysis, words), _corners(words)]
    if analysis.meta_perceptions:
        told.append(_beliefs(words))
    return [*told, _hidden(analysis, words)]


def _answers(words: Words) -> str:
    return words.gettext(
        "Shares count everybody who answered a statement: a pass is an answer, and neither agrees nor disagrees. Who did not answer is not counted and nothing is filled in for them."
    )


def _intervals(analysis: Analysis, words: Words) -> str:
    level = words.percent(analysis.settings.level)
    if any(party.size for party in analysis.parties):
        return words.gettext(
            "Every share comes with a range that holds it with a probability of {level} (Jeffreys’ prior). Where a delegation is itself the body asked, the range covers only the seats that did not answer, and closes when all did.",
            level=level,
        )
    return words.gettext(
        "Every share comes with a range that holds it with a probability of {level} (Jeffreys’ prior), as if those who answered were drawn by chance from a wider body. Where they chose themselves, the range says how few they are, not whom they stand for.",
        level=level,
    )


def _shared(words: Words) -> str:
    return words.gettext(
        "A statement counts as shared where the whole range lies above one half on every side; shared ground is ranked by the lower end of the range on the side that agrees least. A statement rejected on every side is shared in the same sense."
    )


def _divided(analysis: Analysis, words: Words) -> str:
    return words.gettext(
        "Sides count as different where the range of the difference between the two furthest apart (Zou and Donner’s method) lies beyond {effect} of the scale. Many statements are compared, so a single one near that line may be there by chance.",
        effect=words.percent(analysis.settings.smallest_effect),
    )


def _perceptions(analysis: Analysis, words: Words) -> str:
    return words.gettext(
        "A misjudgement is the mean expectation of one side minus the answer of the other. It is claimed only where its range lies beyond {effect} of the scale and, over all comparisons made, no more than {rate} of the claims are expected to be wrong (control of the false discovery rate).",
        effect=words.percent(analysis.settings.smallest_effect),
        rate=words.percent(analysis.settings.false_discovery_rate),
    )


def _corners(words: Words) -> str:
    return words.gettext(
        "In the picture with four corners both shares are counted in the direction of the expecting side’s own majority: on the right the other side answers as that majority does, at the top it is expected to. A hidden agreement is bottom right, a hidden disagreement top left. A corner is where the estimates lie; only full marks are claims."
    )


def _beliefs(words: Words) -> str:
    return words.gettext(
        "What a side believes is expected of it is the mean of what its people believe, and is compared with the mean of what the other side expects; errors are claimed as misjudgements are, counted apart from them. How far a side is misread, and thinks it is, are root mean squares over statements with what chance adds taken off; the range of their difference leaves out nought where a sentence says which is larger."
    )


def _positions(analysis: Analysis, words: Words) -> str:
    if analysis.settings.map == "polis":
        return words.gettext(
            "Positions on the map are the principal components of the answers, computed as Polis does, with missing answers put at a statement’s mean."
        )
    return words.gettext(
        "Positions on the map come from an ordinal model of answers (a graded-response ideal-point model) that leaves missing answers missing. The map has no unit beyond its own spread, and which end is left is a convention."
    )


def _groups(analysis: Analysis, words: Words) -> str:
    told = {
        "model": words.gettext(
            "Groups are found in the answers alone, as many as foretell hidden answers and are found again among other people. Because they are made from these answers they differ in them by design; ranges say how well a group’s answer is known, not that the group exists outside them."
        ),
        "polis": words.gettext(
            "Groups are made from the answers by Polis’s two steps of clustering in a fixed order. Because they are made from these answers they differ in them by design."
        ),
        "parties": words.gettext("The groups are the sides themselves."),
        "file": words.gettext("The groups were given with the data."),
    }
    return told[analysis.grouping.method]


def _cohesion(words: Words) -> str:
    return words.gettext(
        "Unity is the agreement index: 1 where all give the same answer, 0 where answers are evenly split in three (for ratings van der Eijk’s agreement, −1 where they stand at opposite ends). A side counts as united or divided where the whole range lies in one half; small sides look more united than they are, which the range accounts for."
    )


def _hidden(analysis: Analysis, words: Words) -> str:
    if analysis.k == 1:
        return words.gettext(
            "The table of answers is public, so no figure was left out for resting on few people."
        )
    return words.gettext(
        "No figure rests on fewer than {k} people: such figures, and those from which they could be worked out, are left out. Nobody’s answers or position are shown singly.",
        k=words.number(analysis.k),
    )


def _groups_chosen(choice: str, words: Words) -> str:
    told = {
        "model": words.gettext("found in the answers"),
        "polis": words.gettext("found in the answers, as Polis finds them"),
        "parties": words.gettext("the sides"),
        "file": words.gettext("given with the data"),
    }
    return told[choice]


def _map_chosen(choice: str, words: Words) -> str:
    if choice == "polis":
        return words.gettext("principal components, as Polis computes them")
    return words.gettext("ordinal model of the answers")


def _settings(analysis: Analysis, words: Words) -> tuple[tuple[str, str], ...]:
    settings, grouping = analysis.settings, analysis.grouping
    rows = [
        (words.gettext("Groups"), _groups_chosen(settings.groups, words)),
        (words.gettext("Map"), _map_chosen(settings.map, words)),
        (words.gettext("Smallest effect of interest"), words.percent(settings.smallest_effect)),
        (words.gettext("False discovery rate"), words.percent(settings.false_discovery_rate)),
        (words.gettext("Level of ranges"), words.percent(settings.level)),
        (words.gettext("Seed"), str(settings.seed)),
    ]
    if grouping.stability is not None:
        rows.append(
            (
                words.gettext("Stability of the groups (1: the same every time)"),
                words.number(grouping.stability, 2),
            )
        )
    return tuple(rows)
