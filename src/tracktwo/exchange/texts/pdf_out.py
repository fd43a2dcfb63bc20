"""A text as a PDF with numbered lines, tagged for readers that speak it (PDF/UA-1), set by typst."""

import json
import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Any

from tracktwo.errors import OptionError
from tracktwo.exchange.texts.layout import Layout
from tracktwo.exchange.texts.shown import shown
from tracktwo.exchange.texts.text_file import TextFile
from tracktwo.exchange.texts.tracked import Row, tracked
from tracktwo.text.units import UnitKind

_REGIONS = {"zh": "CN", "zh-Hans": "CN", "zh-Hant": "TW"}
_PAGES = {"zh": "第 {n} 页，共 {m} 页", "fr": "page {n} sur {m}", "en": "page {n} of {m}"}
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


def as_pdf(file: TextFile, layout: Layout, *, fonts: Sequence[str] = ()) -> bytes:
    """The text as a PDF; the same text with the same fonts gives the same bytes.

    `fonts` are folders with more fonts. `OptionError` where typst is not installed, or no font has
    the Chinese characters of the text.
    """
    try:
        import typst
    except ImportError:
        raise OptionError("writing a PDF needs: pip install 'tracktwo[web]'") from None
    data = json.dumps(_data(file, layout), ensure_ascii=False)
    template = files("tracktwo.exchange.texts").joinpath("text.typ").read_bytes()
    compiled: Any = typst.compile_with_warnings  # its types ask one kind of path for all
    made, warnings = compiled(
        template,
        font_paths=list(fonts),
        sys_inputs={"data": data},
        pdf_standards=["ua-1"],
        timestamp=0,
    )
    _require_chinese(data, [str(one.message) for one in warnings])
    return bytes(made)


def _require_chinese(data: str, warnings: list[str]) -> None:
    missing = [one for one in warnings if "unknown font family" in one]
    if _HAN.search(data) and sum("cjk" in one or "han" in one for one in missing) == 2:
        raise OptionError(
            "no font here has Chinese characters; install one (Debian: fonts-noto-cjk)"
        )


def _data(file: TextFile, layout: Layout) -> dict[str, Any]:
    """What the template shows, as plain values."""
    languages = layout.languages or file.text.languages
    rows = tracked(file.text, file.operations).rows
    title = file.text.title.get(languages[0], "") if languages else ""
    first = languages[0].split("-")[0] if languages else "en"
    return {
        "title": title or next(iter(file.text.title.values()), "") or "-",
        "languages": [
            {"lang": one.split("-")[0], "region": _REGIONS.get(one)} for one in languages
        ],
        "page": _PAGES.get(first, _PAGES["en"]),
        "numbered": layout.line_numbers,
        "beside": layout.arrangement == "side by side" and len(languages) > 1,
        "rows": [_titles(file, languages), *_rows(rows, languages)],
    }


def _titles(file: TextFile, languages: Sequence[str]) -> list[dict[str, str]]:
    return [{"kind": "title", "words": file.text.title.get(one, "")} for one in languages]


def _rows(rows: Sequence[Row], languages: Sequence[str]) -> Iterator[list[dict[str, Any] | None]]:
    """Units by language; a heading is no more than one level below the one before it."""
    last = 0
    for row in rows:
        level = max(row.unit.level, 1)
        if row.unit.kind is UnitKind.HEADING:
            level = last = min(level, last + 1)
        yield [_unit(row, one, level) if one in row.unit.texts else None for one in languages]


def _unit(row: Row, language: str, level: int) -> dict[str, Any]:
    runs = [one for one in row.runs(language) if one.words]
    if len(runs) == 1:
        told = [{"kind": runs[0].kind, "words": shown(runs[0].words)}]
    else:
        told = [{"kind": one.kind, "words": one.words} for one in runs]
    return {"kind": row.unit.kind.value, "number": row.unit.number, "level": level, "runs": told}
