"""A chart as SVG: for a page, whose style sheet it takes its inks from, or as a file of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from types import MappingProxyType
from typing import Final

from tracktwo._typing import Floats
from tracktwo.channel.picture.chart import Chart, Drawn
from tracktwo.channel.picture.graticule import GridLine
from tracktwo.channel.picture.labels import labels_apart

MOST_NUMBERED = 120
"""Marks up to which each has its number beside it, and can be reached by keyboard."""
SYMBOLS: Final = MappingProxyType(
    {
        "EN": "M-6-6H6V6H-6Z",
        "HI": "M0-8 8 6H-8Z",
        "MI": "M0-8 8 6H-8Z",
        "NW": "M0-8 8 0 0 8-8 0Z",
        "UA": "M-6-6 6 6M6-6-6 6",
        "UR": "M-6-6 6 6M6-6-6 6",
        "VR": "M-6 0A6 6 0 1 0 6 0A6 6 0 1 0-6 0Z",
    }
)
"""Of points, by kind: squares, triangles, diamonds, crosses, circles."""
_LABEL, _LINE = 140, 34
"""Room for a label where a phone draws it large; a line nearer to the edge has none."""
POINT: Final = "M-4 0A4 4 0 1 0 4 0A4 4 0 1 0-4 0Z"
_INKS = """
svg{background:#fff;font:12px sans-serif}text{fill:#1f2328}.sea{fill:#fff}.land{fill:#e8eaec}.grid path{fill:none;stroke:#d5d9dc}
.grid text,.bar text{fill:#59626b}.bar path{fill:none;stroke:#1f2328}.place{font-style:italic;fill:#59626b}
.mark path{fill:none;stroke:currentColor;stroke-width:1.8}.mark .area{fill:currentColor;fill-opacity:.09}.mark .symbol{fill:#fff}
.mark.located .symbol{fill:currentColor}.mark.reported .outline{stroke-dasharray:6 4}.mark.meets .outline{stroke-width:4}
.number{font-weight:600;text-anchor:middle;paint-order:stroke;stroke:#fff;stroke-width:4px}.first{color:#007b98}.second{color:#966310}
"""


@dataclass(frozen=True)
class Told:
    """What is said of a mark: its number in the list, its kind, a sentence, classes, and where it leads."""

    number: int
    kind: str
    text: str
    css: str
    href: str = ""


def svg_of(
    chart: Chart, told: Sequence[Told], *, title: str, is_alone: bool = False, banner: str = ""
) -> str:
    """The drawing. Every text in it is escaped; alone it brings its own inks, and a banner on top."""
    width, height = chart.frame.width, chart.frame.height
    begins = (
        f'<svg viewBox="0 0 {width:.0f} {height:.0f}" role="group" aria-label="{escape(title)}"'
    )
    inks = f"<style>{_INKS}</style>" if is_alone else ""
    name = ' xmlns="http://www.w3.org/2000/svg"' if is_alone else ""
    return "\n".join(
        [
            f'{begins}{name} class="chart">{inks}',
            f'<rect class="sea" width="{width:.0f}" height="{height:.0f}"/>',
            '<g class="grid" aria-hidden="true">',
            *(_grid_line(one, width) for one in chart.grid),
            "</g>",
            *(_name(x, y, name) for x, y, name in chart.names),
            *_marks(chart, told),
            _bar(chart),
            *([_banner(chart, banner)] if banner else []),
            "</svg>\n",
        ]
    )


def _grid_line(line: GridLine, width: float) -> str:
    path = "".join(map(_path, line.parts))
    x, y = line.label
    least, most = (_LABEL / 2, width - _LABEL / 2) if line.is_meridian else (0, width - _LABEL)
    if not least <= x <= most or y < _LINE:
        return f'<path d="{path}"/>'
    place = f'x="{x:.0f}" y="{y - 5:.0f}"' if line.is_meridian else f'x="{x + 4:.0f}" y="{y - 4:.0f}"'  # fmt: skip
    anchor = ' text-anchor="middle"' if line.is_meridian else ""
    return f'<path d="{path}"/><text {place}{anchor}>{degrees(line.minutes, is_east=line.is_meridian)}</text>'  # fmt: skip


def degrees(minutes: int, *, is_east: bool) -> str:
    """A meridian or parallel by its name.

    >>> degrees(-11070, is_east=True), degrees(90, is_east=False), degrees(0, is_east=False)
    ('175°30′E', '1°30′N', '0°')
    """
    if is_east:
        minutes = (minutes + 180 * 60) % (360 * 60) - 180 * 60
    whole, rest = divmod(abs(minutes), 60)
    side = "" if minutes in (0, -180 * 60) else ("NE" if minutes > 0 else "SW")[is_east]
    return f"{whole}°{f'{rest:02}′' if rest else ''}{side}"


def _name(x: float, y: float, name: str) -> str:
    return f'<text class="place" x="{x:.0f}" y="{y:.0f}" text-anchor="middle">{escape(name)}</text>'


def _marks(chart: Chart, told: Sequence[Told]) -> Iterator[str]:
    """Outlines first and points above them; numbers last, so that nothing covers them."""
    pairs = list(zip(chart.marks, told, strict=True))
    is_numbered = len(pairs) <= MOST_NUMBERED
    for drawn, one in sorted(pairs, key=lambda pair: not len(pair[0].path)):
        yield _mark(chart, drawn, one, is_reached=is_numbered)
    if is_numbered:
        wanted = [(one.x, one.y if one.is_area else one.y - 16) for one, _ in pairs]
        for (x, y), (_, one) in zip(labels_apart(wanted), pairs, strict=True):
            yield f'<text class="number {one.css}" x="{x:.0f}" y="{y + 4:.0f}" aria-hidden="true">{one.number}</text>'  # fmt: skip


def _mark(chart: Chart, drawn: Drawn, told: Told, *, is_reached: bool) -> str:
    inside = f"<title>{escape(told.text)}</title>{_shape(chart, drawn, told.kind)}"
    if not told.href:
        return f'<g class="mark {told.css}">{inside}</g>'
    reach = "" if is_reached else ' tabindex="-1"'
    return (
        f'<a class="mark {told.css}" id="mark-{told.number}" href="{escape(told.href)}"'
        f' aria-label="{escape(told.text)}"{reach}>{inside}</a>'
    )


def _shape(chart: Chart, drawn: Drawn, kind: str) -> str:
    if not len(drawn.path):
        return f'<g transform="translate({drawn.x:.1f} {drawn.y:.1f})"><path class="symbol" d="{SYMBOLS.get(kind, POINT)}"/></g>'  # fmt: skip
    path = _path(drawn.path)
    if not drawn.is_area:
        return f'<path class="outline" d="{path}"/>'
    if drawn.is_inside_out:
        path = f"M0 0H{chart.frame.width:.0f}V{chart.frame.height:.0f}H0Z{path}"
    return f'<path class="outline area" fill-rule="evenodd" d="{path}Z"/>'


def _path(points: Floats) -> str:
    return "M" + " ".join(f"{x:.1f} {y:.1f}" for x, y in points.tolist())


def _banner(chart: Chart, banner: str) -> str:
    return f'<text class="number" x="{chart.frame.width / 2:.0f}" y="20">{escape(banner)}</text>'


def _bar(chart: Chart) -> str:
    miles, length = chart.bar
    x, y = chart.frame.width - 16, 36
    return (
        f'<g class="bar" aria-hidden="true"><path d="M{x - length:.0f} {y - 5:.0f}v5H{x:.0f}v-5"/>'
        f'<text x="{x:.0f}" y="{y - 10:.0f}" text-anchor="end">{miles} NM</text></g>'
    )
