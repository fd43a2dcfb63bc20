"""Charts as SVG files that say what they are."""

from typing import Any
from xml.sax.saxutils import escape

import altair as alt
import vl_convert

from tracktwo.figures import palette

VEGA_LITE = "6.4"
_CONFIG = {
    "aria": False,
    "autosize": "none",
    "background": "white",
    "font": palette.SANS,
    "padding": 8,
    "view": {"stroke": None},
}


def svg_of(chart: alt.LayerChart, *, title: str, description: str) -> str:
    """A picture, the same bytes for the same chart, with its title and description inside."""
    spec: dict[str, Any] = chart.to_dict(validate=False) | {"config": _CONFIG}
    drawn = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
    opening, rest = drawn.split(">", 1)
    told = f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
    return f'{opening} role="img">{told}{rest}\n'
