"""A chart as SVG: for a strict page without styles, ids or foreign names, and for paper."""

import json
import re
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree as ET

from tracktwo.figures import palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    import altair as alt

    from tracktwo.reports.tree import FigureBlock

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
_PAPER_FONTS: Final = {
    "sans": ("Noto Sans, Liberation Sans, Arial, DejaVu Sans, Noto Sans CJK SC, sans-serif", "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, sans-serif"),
    "serif": ("Libertinus Serif, Liberation Serif, Noto Serif, Times New Roman, DejaVu Serif, Noto Serif CJK SC, serif", "Noto Serif CJK SC, Source Han Serif SC, SimSun, serif"),
}  # fmt: skip
"""By kind: the fonts of a text, and those of one with Chinese, whose marks a Latin font draws half as wide."""
_HAN = re.compile(r"[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]")
_SHARP = 2.0
"""Points of a picture for each of the drawing: sharp in print, and light enough to send."""

_SHEETS: Final = b"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#for one in json(bytes(sys.inputs.data)) { page(image(bytes(one), format: "svg")) }"""
"""A picture a page, as large as it is."""


def drawn(chart: "alt.LayerChart", *, labelled_by: str, css_class: str) -> str:
    """An SVG element, the same bytes for the same chart.

    Vega's roles, labels and empty frames go: the page itself names the picture, and half the weight
    is theirs. Fonts become two classes. `labelled_by`: ids of the texts that describe it.
    """
    return for_page(_drawing(chart), labelled_by=labelled_by, css_class=css_class)


def for_page(svg: str, *, labelled_by: str, css_class: str) -> str:
    """A drawing as an element of a page, described by the texts with those ids."""
    root = ET.fromstring(svg)  # noqa: S314 -- Vega's own output
    _clean(root)
    root.set("role", "img")
    root.set("aria-labelledby", labelled_by)
    root.set("class", css_class)
    return ET.tostring(root, encoding="unicode")


def drawing_of(block: "FigureBlock", width: int) -> str:
    """The drawing of a figure at a width, made once for all that is written of it."""
    if width not in block.drawn:
        block.drawn[width] = _drawing(block.chart(width))
    return block.drawn[width]


def for_paper(block: "FigureBlock", width: int) -> str:
    """A drawing as a file of its own, with fonts by name."""
    root = ET.fromstring(drawing_of(block, width))  # noqa: S314 -- Vega's own output
    _clean(root)
    root.set("xmlns", _SPACE.strip("{}"))
    for text in root.iter("text"):
        latin, chinese = _PAPER_FONTS["serif" if text.attrib.pop("class", "") else "sans"]
        is_chinese = _HAN.search("".join(text.itertext()))
        text.set("font-family", chinese if is_chinese else latin)
    return ET.tostring(root, encoding="unicode")


def as_pngs(blocks: "Sequence[FigureBlock]", width: int) -> list[bytes]:
    """Drawings as points: by typst where it is installed, which is quicker and has the PDF’s own fonts."""
    drawings = [for_paper(one, width) for one in blocks]
    try:
        import typst
    except ImportError:
        import vl_convert

        return [vl_convert.svg_to_png(one, scale=_SHARP) for one in drawings]
    compiled: Any = typst.compile  # its types ask one kind of path for all
    made = compiled(
        _SHEETS, sys_inputs={"data": json.dumps(drawings)}, format="png", ppi=72 * _SHARP
    )
    return [made] if isinstance(made, bytes) else list(made)


def height_of(block: "FigureBlock", width: int) -> float:
    """How high a drawing is for its width."""
    root = ET.fromstring(drawing_of(block, width))  # noqa: S314 -- Vega's own output
    return float(root.attrib["height"]) / float(root.attrib["width"])


def _drawing(chart: "alt.LayerChart") -> str:
    import vl_convert

    spec = chart.to_dict(validate=False) | {"config": _CONFIG}
    made: str = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
    return made


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
