"""A PDF set by typst from a template and plain values, tagged for readers that speak it (PDF/UA-1)."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tracktwo.errors import OptionError

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


def typeset(template: bytes, values: Mapping[str, Any], *, fonts: Sequence[str] = ()) -> bytes:
    """The PDF; the same values with the same fonts give the same bytes, and nothing says who or when.

    The template reads the values as `json(bytes(sys.inputs.data))`: words are never read as markup.
    `fonts` are folders with more fonts. `OptionError` where typst is not installed, or no font has
    the Chinese characters of the values.
    """
    try:
        import typst
    except ImportError:
        raise OptionError("writing a PDF needs: pip install 'tracktwo[web]'") from None
    data = json.dumps(values, ensure_ascii=False)
    compiled: Any = typst.compile_with_warnings  # its types ask one kind of path for all
    made, warnings = compiled(
        template,
        font_paths=list(fonts),
        sys_inputs={"data": data},
        pdf_standards=["ua-1"],
        timestamp=0,
    )
    _require_chinese(data, (str(one.message) for one in warnings))
    return bytes(made)


def _require_chinese(data: str, warnings: Iterable[str]) -> None:
    """A template names two Chinese serifs, and typst warns of each that is not there."""
    missing = [one for one in warnings if "unknown font family" in one and "serif" in one]
    if _HAN.search(data) and sum("cjk" in one or "han" in one for one in set(missing)) == 2:
        raise OptionError(
            "no font here has Chinese characters; install one (Debian: fonts-noto-cjk)"
        )
