"""A map drawn for browsers without JavaScript, and for paper: numbered circles and arrows as plain SVG."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tracktwo.influence import Contrast, InfluenceMap
from tracktwo.influence import Link as DrawnLink
from tracktwo.influence.layout import Stroke, places_on_paper, stroke_between
from tracktwo_web.influence.queries import Sheet, as_library
from tracktwo_web.kit.templatetags.words import side_class

WIDTH, MARGIN, RADIUS, HEAD, ASIDE = 720.0, 30.0, 13.0, 6.0, 4.0
HEIGHT = 480.0
ROOM = (3 * RADIUS / (WIDTH - 2 * MARGIN), 3 * RADIUS / (HEIGHT - 2 * MARGIN))
THINNEST, THICKEST = 1.0, 4.0
ASPECT = 1.5
"""The sheet on which concepts are put is so much wider than high."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Circle:
    """A concept: its number in the list below, its place, and the colour of its side."""

    number: int
    x: float
    y: float
    css: str


@dataclass(frozen=True)
class Arrow:
    """A link: its line, how thick it is, whether it weakens, and the colour of whoever draws it."""

    stroke: Stroke
    thickness: float
    weakens: bool
    css: str


@dataclass(frozen=True)
class Picture:
    """What is drawn, in pixels of a sheet `width` by `height`."""

    circles: tuple[Circle, ...]
    arrows: tuple[Arrow, ...]
    width: float = WIDTH
    height: float = HEIGHT


def picture_of(sheet: Sheet) -> Picture | None:
    """The drawing of a map; None where no link is to be drawn. Numbers are those of its list of concepts."""
    by_id = {one.id: one.code for one in sheet.concepts}
    places = {by_id[id_]: place for id_, place in sheet.places.items() if id_ in by_id}
    colours = {one.code: side_class(one.side) for one in sheet.concepts}
    return _drawn(as_library([sheet]), colours, places=places)


def overlay_of(
    contrast: Contrast, together: InfluenceMap, colours: Mapping[str, str], sides: tuple[str, str]
) -> Picture | None:
    """Two maps on one sheet: a link has the colour of the side that alone draws it, and none where both do.

    `colours` are the classes of concepts by their codes, `sides` those of the two sides.
    """
    drawn_by = {
        "only_one": sides[0],
        "only_other": sides[1],
        "opposite": "opposite",
        "denied": "denied",
    }
    links = contrast.comparison.links
    css = {(link.source, link.target): drawn_by.get(link.kind, "") for link in links}
    strongest = tuple(
        DrawnLink(link.source, link.target, max(link.one or 0.0, link.other or 0.0, key=abs))
        for link in links
    )
    return _drawn(replace(together, links=strongest), colours, drawn_by=css)


def _drawn(
    drawn: InfluenceMap,
    colours: Mapping[str, str],
    *,
    places: Mapping[str, Point] | None = None,
    drawn_by: Mapping[tuple[str, str], str] | None = None,
) -> Picture | None:
    """Concepts stand as they were put, else by what they act on; what nothing connects is left out."""
    links = [link for link in drawn.links if link.weight and link.source != link.target]
    linked = {end for link in links for end in link.ends}
    if not links:
        return None
    kept = tuple(one for one in drawn.concepts if one.id in linked)
    computed = places_on_paper(
        replace(drawn, concepts=kept, links=tuple(links)), room=ROOM
    ).tolist()
    known = places or {}
    at = _on_paper(
        {one.id: known.get(one.id, place) for one, place in zip(kept, computed, strict=True)}
    )
    circles = tuple(
        Circle(number, *at[one.id], colours.get(one.id, ""))
        for number, one in enumerate(drawn.concepts, 1)
        if one.id in linked
    )
    return Picture(circles, tuple(_arrows(links, at, drawn_by or {})))


def _on_paper(places: Mapping[str, Sequence[float]]) -> dict[str, Point]:
    """Places of 0..1 in pixels, what is taken of them filling the paper, across and down on one scale."""
    across = [ASPECT * x for x, _ in places.values()]
    down = [y for _, y in places.values()]
    wide, high = (max(ends) - min(ends) for ends in (across, down))
    scale = min((WIDTH - 2 * MARGIN) / (wide or 1e-9), (HEIGHT - 2 * MARGIN) / (high or 1e-9))
    left, top = (WIDTH - wide * scale) / 2, (HEIGHT - high * scale) / 2
    return {
        code: (left + (ASPECT * x - min(across)) * scale, top + (y - min(down)) * scale)
        for code, (x, y) in places.items()
    }


def _arrows(
    links: Sequence[DrawnLink], at: Mapping[str, Point], drawn_by: Mapping[tuple[str, str], str]
) -> Iterator[Arrow]:
    """Two that run opposite ways lie beside each other."""
    ends = {link.ends for link in links}
    for link in links:
        is_pair = (link.target, link.source) in ends
        yield Arrow(
            stroke_between(
                at[link.source],
                at[link.target],
                radius=RADIUS,
                head=HEAD,
                aside=ASIDE if is_pair else 0.0,
            ),
            THINNEST + (THICKEST - THINNEST) * abs(link.weight),
            link.weight < 0,
            drawn_by.get(link.ends, ""),
        )
