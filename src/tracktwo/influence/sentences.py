"""What a study of a map says, as sentences: for the terminal, the report and the pages alike."""

from collections.abc import Sequence

from tracktwo.influence.contrast import Consequence, Contrast
from tracktwo.influence.maps import InfluenceMap
from tracktwo.influence.spirals import Spiral
from tracktwo.influence.study import TOP, Effect, LinkLeverage, Study
from tracktwo.locale import Words
from tracktwo.locale.plain import plain

FELT = 0.005
"""A change of a risk smaller than this, half a point of a hundred, is called none."""
APART = 0.02
"""Two sides expect something different where their values lie this far apart."""
SURE = 0.95
POINTS = 100


def named(drawn: InfluenceMap, concept: str, words: Words) -> str:
    """A concept in quotation marks."""
    place = drawn.place_of.get(concept)
    text = concept if place is None else drawn.concepts[place].text(words.language)
    return words.quoted(plain(text))


def spiral_sentence(spiral: Spiral, drawn: InfluenceMap, words: Words) -> str:
    """A loop told from its first concept round to it: which strengthens or weakens which.

    >>> from tracktwo.influence import Concept, Link, find_spirals
    >>> from tracktwo.locale import translator
    >>> drawn = InfluenceMap((Concept("ships"), Concept("fear")), (Link("ships", "fear", 0.9), Link("fear", "ships", 0.5)))
    >>> spiral_sentence(find_spirals(drawn).spirals[0], drawn, translator("en"))
    '“ships” strengthens “fear”, which strengthens “ships” again.'
    """
    weight = {link.ends: link.weight for link in drawn.links}
    clauses = [
        _clause(number, len(spiral.links), weight[ends] > 0, drawn, ends, words)
        for number, ends in enumerate(spiral.links)
    ]
    return words.gettext("{clauses}.", clauses=words.gettext(", ").join(clauses))


def effect_sentence(effect: Effect, drawn: InfluenceMap, words: Words) -> str:
    """What a measure does to a risk, and how sure that is."""
    names = {
        "measure": named(drawn, effect.measure, words),
        "risk": named(drawn, effect.risk, words),
    }
    if effect.value is None:
        return words.gettext(
            "With {measure} the map does not come to rest, so that nothing is said about {risk}.",
            **names,
        )
    size = words.number(abs(effect.value) * POINTS, 1)
    if effect.low is None or effect.high is None:
        return (
            words.gettext("{measure} lowers {risk} by {size} points of 100.", size=size, **names)
            if effect.value < 0
            else words.gettext(
                "{measure} raises {risk} by {size} points of 100.", size=size, **names
            )
        )
    if effect.low < 0 < effect.high:
        low, high = (words.signed(end * POINTS, 1) for end in (effect.low, effect.high))
        return words.gettext(
            "Whether {measure} lowers or raises {risk} depends on whom one asks: from {low} to {high} points of 100.",
            low=low,
            high=high,
            **names,
        )
    ends = sorted((abs(effect.low), abs(effect.high)))
    low, high = (words.number(end * POINTS, 1) for end in ends)
    return (
        words.gettext(
            "{measure} lowers {risk} by {size} points of 100 (between {low} and {high}).",
            size=size,
            low=low,
            high=high,
            **names,
        )
        if effect.value < 0
        else words.gettext(
            "{measure} raises {risk} by {size} points of 100 (between {low} and {high}).",
            size=size,
            low=low,
            high=high,
            **names,
        )
    )


def settling_sentence(found: Study, words: Words) -> str:
    """Whether a map comes to rest, and whether it could come to rest elsewhere."""
    run = found.run
    if run.outcome == "cycle":
        return words.ngettext(
            "The map does not come to rest: it repeats itself every step.",
            "The map does not come to rest: it repeats itself every {n} steps.",
            run.period,
        )
    if run.outcome == "unsettled":
        return words.ngettext(
            "The map did not come to rest within {n} step.",
            "The map did not come to rest within {n} steps.",
            run.steps,
        )
    if run.certificate.is_unique:
        return words.gettext(
            "The map comes to rest, and it is proven that it does so at the same place from wherever it starts."
        )
    return words.gettext(
        "The map comes to rest. It is not proven that it could not come to rest elsewhere too; try it from many starts."
    )


def lever_sentence(one: LinkLeverage, found: Study, words: Words) -> str:
    cut = one.cut or 0.0
    told = {
        "risk": named(found.drawn, one.risk, words),
        "link": link_name((one.source, one.target), found.drawn, words),
        "size": words.number(abs(cut) * POINTS, 1),
    }
    sentence = (
        words.gettext(
            "{risk}: without the link {link} it would be lower by {size} points of 100.", **told
        )
        if cut < 0
        else words.gettext(
            "{risk}: without the link {link} it would be higher by {size} points of 100.", **told
        )
    )
    if one.p_top is None or one.p_top >= SURE:
        return sentence
    doubt = words.gettext(
        "Only in {share} of maps as other experts might have drawn them is that link among the {n} that matter most.",
        share=words.percent(one.p_top),
        n=words.number(TOP),
    )
    return words.sentences((sentence, doubt))


def dispute_sentences(found: Study, words: Words) -> list[str]:
    """Links that some experts hold to strengthen and others to weaken."""
    return [
        words.gettext(
            "{link}: it strengthens to {positive} of those who drew it, and weakens to {negative}.",
            link=link_name(link.ends, found.drawn, words),
            positive=words.number(support.positive),
            negative=words.number(support.negative),
        )
        for link, support in zip(found.pooled.drawn.links, found.pooled.support, strict=True)
        if support.is_disputed
    ]


def comparison_sentence(contrast: Contrast, drawn: InfluenceMap, words: Words) -> str:
    """How many links both draw alike, and how many not."""
    one, other = (plain(drawn.side_name(name, words.language)) for name in contrast.names)
    kinds = [link.kind for link in contrast.comparison.links]
    counted = {
        kind: words.number(kinds.count(kind))
        for kind in ("both", "opposite", "only_one", "only_other")
    }
    told = words.ngettext(
        "Of {n} link, both draw {both} with the same sign and {opposite} with opposite signs; {only_one} are on the map of {one} alone, {only_other} on that of {other} alone.",
        "Of {n} links, both draw {both} with the same sign and {opposite} with opposite signs; {only_one} are on the map of {one} alone, {only_other} on that of {other} alone.",
        len(kinds),
        one=one,
        other=other,
        **counted,
    )
    if not (denied := kinds.count("denied")):
        return told
    none = words.ngettext(
        "{n} of these is drawn by one side and denied by the other.",
        "{n} of these are drawn by one side and denied by the other.",
        denied,
    )
    return words.sentences((told, none))


def consequence_sentences(contrast: Contrast, drawn: InfluenceMap, words: Words) -> list[str]:
    """What the sides expect differently of a measure: what helps one and harms the other first."""
    apart = [row for row in contrast.consequences if abs(row.difference or 0.0) >= APART]
    apart.sort(key=lambda row: (not row.is_disputed, -abs(row.difference or 0.0)))
    return [_consequence_sentence(row, contrast.names, drawn, words) for row in apart]


def _consequence_sentence(
    row: Consequence, names: Sequence[str], drawn: InfluenceMap, words: Words
) -> str:
    values = [0.0 if value is None else value * POINTS for value in (row.one, row.other)]
    told = words.gettext(
        "{measure} changes {risk} by {one_value} points of 100 on the map of {one}, and by {other_value} on that of {other}.",
        measure=named(drawn, row.measure, words),
        risk=named(drawn, row.risk, words),
        one=plain(drawn.side_name(names[0], words.language)),
        other=plain(drawn.side_name(names[1], words.language)),
        one_value=words.signed(values[0], 1),
        other_value=words.signed(values[1], 1),
    )
    if not row.because:
        return told
    link = link_name((row.because[0].source, row.because[0].target), drawn, words)
    why = words.gettext("The link {link} explains the largest part of the difference.", link=link)
    return words.sentences((told, why))


def _clause(
    number: int,
    of: int,
    strengthens: bool,
    drawn: InfluenceMap,
    ends: tuple[str, str],
    words: Words,
) -> str:
    source, target = (named(drawn, end, words) for end in ends)
    is_first, is_last = number == 0, number == of - 1
    if is_first and is_last:
        return (
            words.gettext("{source} strengthens itself", source=source)
            if strengthens
            else words.gettext("{source} weakens itself", source=source)
        )
    if is_first:
        return (
            words.gettext("{source} strengthens {target}", source=source, target=target)
            if strengthens
            else words.gettext("{source} weakens {target}", source=source, target=target)
        )
    if is_last:
        return (
            words.gettext("which strengthens {target} again", target=target)
            if strengthens
            else words.gettext("which weakens {target} again", target=target)
        )
    return (
        words.gettext("which strengthens {target}", target=target)
        if strengthens
        else words.gettext("which weakens {target}", target=target)
    )


def link_name(ends: tuple[str, str], drawn: InfluenceMap, words: Words) -> str:
    source, target = (named(drawn, end, words) for end in ends)
    return f"{source} → {target}"
