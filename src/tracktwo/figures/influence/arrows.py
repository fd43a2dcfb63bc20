"""Links as arrows between places on paper: who draws them, where their lines and heads lie."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracktwo.figures.canvas import Record
from tracktwo.influence import Contrast, Study
from tracktwo.influence.layout import stroke_between
from tracktwo.locale import Words
from tracktwo.locale.plain import plain

RADIUS, ASIDE, HEAD_LENGTH = 12.0, 4.0, 5.0
THINNEST, THICKEST = 0.8, 3.4

Point = tuple[float, float]


@dataclass(frozen=True)
class Arrow:
    """A link to draw: its ends as places on the map, its weight, and the view that draws it."""

    source: int
    target: int
    weight: float
    view: str


@dataclass(frozen=True)
class Drawn:
    """An arrow on paper, as records of its line, its head, and the ring of one back to itself."""

    line: Record
    head: Record | None
    ring: Record | None


def arrows_of(found: Study, contrast: Contrast | None, words: Words) -> tuple[Arrow, ...]:
    """The links of a map that are not 0, strongest first; with a contrast, told apart by who draws them."""
    views = _who_draws(contrast, found, words)
    place = found.drawn.place_of
    everybody = words.gettext("All")
    arrows = [
        Arrow(place[link.source], place[link.target], link.weight, views.get(link.ends, everybody))
        for link in found.drawn.links
        if link.weight
    ]
    return tuple(sorted(arrows, key=lambda arrow: -abs(arrow.weight)))


def views_of(
    arrows: Sequence[Arrow], contrast: Contrast | None, found: Study, words: Words
) -> tuple[str, ...]:
    """Who draws any of the arrows, the sides first: so that each side has its colour."""
    drawn = {arrow.view for arrow in arrows}
    if contrast is None:
        return tuple(drawn)
    return tuple(name for name in _called(contrast, found, words).values() if name in drawn)


def _called(contrast: Contrast, found: Study, words: Words) -> dict[str, str]:
    """What to call who draws a link, by the kind of link."""
    one, other = (plain(found.drawn.side_name(name, words.language)) for name in contrast.names)
    return {
        "only_one": words.gettext("Only {side}", side=one),
        "only_other": words.gettext("Only {side}", side=other),
        "both": words.gettext("Both sides"),
        "opposite": words.gettext("Opposite signs"),
        "denied": words.gettext("One side says there is none"),
    }


def _who_draws(contrast: Contrast | None, found: Study, words: Words) -> dict[tuple[str, str], str]:
    if contrast is None:
        return {}
    called = _called(contrast, found, words)
    return {(link.source, link.target): called[link.kind] for link in contrast.comparison.links}


def placed(arrows: Sequence[Arrow], at: Sequence[Point]) -> list[Drawn]:
    """Arrows between circles; two that run opposite ways lie beside each other."""
    ends = {(arrow.source, arrow.target) for arrow in arrows}
    return [
        _itself(arrow, at[arrow.source])
        if arrow.source == arrow.target
        else _between(arrow, at, is_pair=(arrow.target, arrow.source) in ends)
        for arrow in arrows
    ]


def _between(arrow: Arrow, at: Sequence[Point], *, is_pair: bool) -> Drawn:
    stroke = stroke_between(
        at[arrow.source],
        at[arrow.target],
        radius=RADIUS,
        head=HEAD_LENGTH,
        aside=ASIDE if is_pair else 0.0,
    )
    tip = {"x": stroke.x2, "y": stroke.y2, "view": arrow.view, "turn": stroke.turn}
    ends = {"x": stroke.x1, "y": stroke.y1, "x2": stroke.x2, "y2": stroke.y2}
    return Drawn(_style(arrow) | ends, tip, None)


def _itself(arrow: Arrow, at: Point) -> Drawn:
    """A ring that looks out from behind the circle."""
    x, y = at
    ring = {"x": x + RADIUS, "y": y - RADIUS, "view": arrow.view}
    return Drawn(_style(arrow) | {"x": x, "y": y, "x2": x, "y2": y}, None, ring)


def _style(arrow: Arrow) -> Record:
    thickness = THINNEST + (THICKEST - THINNEST) * abs(arrow.weight)
    return {
        "view": arrow.view,
        "thickness": thickness,
        "dash": [5, 4] if arrow.weight < 0 else [1, 0],
    }
