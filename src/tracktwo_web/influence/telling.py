"""What a study says, laid out for a page: bars of what measures change, rows of what moves a risk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from tracktwo.influence import Change, InfluenceMap, Options, Spiral, Study, what_if
from tracktwo.influence.sentences import POINTS, named, spiral_sentence
from tracktwo.locale import Words, translator
from tracktwo_web.influence.studies import OPTIONS
from tracktwo_web.kit.languages import in_reader_language, reader_language

WIDTH = 100


@dataclass(frozen=True)
class Bar:
    """A risk under one view: where it lies without measures and with them, in hundredths of the bar."""

    view: str
    css: str
    before: float
    after: float
    text: str
    sure: str

    @property
    def left(self) -> float:
        return min(self.before, self.after)

    @property
    def width(self) -> float:
        return abs(self.after - self.before)


@dataclass(frozen=True)
class RiskBars:
    """A risk with a bar a view."""

    risk: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Ticked:
    """A measure that may be ticked."""

    code: str
    name: str
    is_taken: bool


@dataclass(frozen=True)
class View:
    """As whom the world is seen: a side, or all together."""

    name: str
    css: str
    judged: InfluenceMap


def measures_of(judged: InfluenceMap, taken: Sequence[str]) -> list[Ticked]:
    return [
        Ticked(one.id, in_reader_language(one.texts) or one.id, one.id in taken)
        for one in judged.of_kind("measure")
    ]


def bars_of(
    views: Sequence[View], taken: Sequence[str], options: Options = OPTIONS
) -> list[RiskBars]:
    """What the ticked measures change at each risk, as each view has it."""
    words = translator(reader_language())
    found: dict[str, list[Bar]] = {}
    names: dict[str, str] = {}
    for view in views:
        known = [code for code in taken if code in view.judged.place_of]
        for change in what_if(view.judged, known, options):
            concept = view.judged.concepts[view.judged.place_of[change.risk]]
            names[change.risk] = in_reader_language(concept.texts) or concept.id
            found.setdefault(change.risk, []).append(_bar(view, change, words))
    return [RiskBars(names[risk], tuple(bars)) for risk, bars in found.items()]


def _bar(view: View, change: Change, words: Words) -> Bar:
    before, after = change.before, change.after
    if before is None or after is None:
        return Bar(view.name, view.css, 0, 0, gettext("does not come to rest"), "")
    text = words.number(after * POINTS, 1)
    if moved := after - before:
        text = gettext("%(before)s → %(after)s (%(change)s)") % {
            "before": words.number(before * POINTS, 1),
            "after": text,
            "change": words.signed(moved * POINTS, 1),
        }
    return Bar(view.name, view.css, before * WIDTH, after * WIDTH, text, _sureness(change, words))


def _sureness(change: Change, words: Words) -> str:
    if change.low is None or change.high is None or change.low == change.high:
        return ""
    low, high = (words.signed(end * POINTS, 1) for end in (change.low, change.high))
    return gettext("from %(low)s to %(high)s in nine of ten maps") % {"low": low, "high": high}


@dataclass(frozen=True)
class ToldSpiral:
    """A spiral as a sentence, with what would touch it."""

    sentence: str
    strength: str
    cut: tuple[str, str]
    touched_by: tuple[str, ...]
    concepts: str
    """Its concepts' ids in the browser, for the drawing to light up."""


def spirals_of(found: Study, ids: Mapping[str, str], most: int = 6) -> list[ToldSpiral]:
    """The strongest spirals, those through several sides first."""
    told = list(dict.fromkeys((*found.across.spirals, *found.reinforcing.spirals)))
    return [_spiral(one, found, ids) for one in told[:most]]


def _spiral(one: Spiral, found: Study, ids: Mapping[str, str]) -> ToldSpiral:
    words = translator(reader_language())
    return ToldSpiral(
        spiral_sentence(one, found.drawn, words),
        words.number(one.strength * POINTS),
        (named(found.drawn, one.cut[0], words), named(found.drawn, one.cut[1], words)),
        tuple(name_of(found.drawn, code) for code in touching(one, found.drawn)),
        ",".join(ids.get(code, "") for code in one.concepts),
    )


def touching(spiral: Spiral, drawn: InfluenceMap) -> list[str]:
    """Measures with a link to a concept of the spiral."""
    measures = {concept.id for concept in drawn.of_kind("measure")}
    into = set(spiral.concepts)
    return list(
        dict.fromkeys(
            link.source
            for link in drawn.links
            if link.source in measures and link.target in into and link.weight
        )
    )


def name_of(drawn: InfluenceMap, code: str) -> str:
    return in_reader_language(drawn.concepts[drawn.place_of[code]].texts) or code


@dataclass(frozen=True)
class LeverRow:
    """A link and what it does to a risk."""

    source: str
    target: str
    leverage: str
    cut: str
    top: str


def levers_of(found: Study, most: int = 5) -> list[tuple[str, list[LeverRow]]]:
    """Each risk with the links that move it most."""
    words = translator(reader_language())
    rows: dict[str, list[LeverRow]] = {}
    for one in found.levers:
        of_risk = rows.setdefault(one.risk, [])
        if one.value and len(of_risk) < most:
            of_risk.append(
                LeverRow(
                    name_of(found.drawn, one.source),
                    name_of(found.drawn, one.target),
                    words.signed(one.value, 3),
                    "–" if one.cut is None else words.signed(one.cut * POINTS, 1),
                    "–" if one.p_top is None else words.percent(one.p_top),
                )
            )
    return [(name_of(found.drawn, risk), of_risk) for risk, of_risk in rows.items() if of_risk]
