"""A chart as inline SVG that fits a strict page: no styles, scripts, ids or foreign names in it."""

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from tracktwo.figures import palette

if TYPE_CHECKING:
    import altair as alt

VEGA_LITE = "6.4"
_KEPT = frozenset((
    "viewBox", "width", "height", "d", "transform", "x", "y", "x1", "x2", "y1", "y2", "dx", "dy",
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity",
    "opacity", "font-size", "font-weight", "text-anchor",
))  # fmt: skip
_CONFIG = {
    "aria": False,
    "autosize": "none",  # laid out in pixels already; else fonts measured here would change the size
    "background": "transparent",
    "font": palette.SANS,
    "padding": 2,
    "view": {"stroke": None},
}
_SPACE = "{http://www.w3.org/2000/svg}"


def drawn(chart: "alt.LayerChart", *, labelled_by: str, css_class: str) -> str:
    """An SVG element, the same bytes for the same chart.

    Vega's roles, labels and empty frames go: the page itself names the picture, and half the weight
    is theirs. Fonts become two classes. `labelled_by`: ids of the texts that describe it.
    """
    import vl_convert

    spec = chart.to_dict(validate=False) | {"config": _CONFIG}
    svg = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
    root = ET.fromstring(svg)  # noqa: S314 -- Vega's own output
    _clean(root)
    root.set("role", "img")
    root.set("aria-labelledby", labelled_by)
    root.set("class", css_class)
    return ET.tostring(root, encoding="unicode")


def _clean(element: ET.Element) -> None:
    element.tag = element.tag.removeprefix(_SPACE)
    serif = element.get("font-family") == palette.SERIF
    element.attrib = {
        name: value
        for name, value in element.attrib.items()
        if name in _KEPT and not (name.endswith("opacity") and value == "1")
    }
    if serif:
        element.set("class", "serif")
    for child in list(element):
        _clean(child)
        if _is_empty(child):
            element.remove(child)


def _is_empty(element: ET.Element) -> bool:
    """Frames that draw nothing, and what held only such frames."""
    if element.tag == "g":
        return len(element) == 0
    return element.tag == "path" and "fill" not in element.attrib and "stroke" not in element.attrib
