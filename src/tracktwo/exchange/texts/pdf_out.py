"""A text as a PDF with numbered lines, tagged for readers that speak it (PDF/UA-1), set by typst."""

from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Any

from tracktwo.exchange.paper.languages import page_words, set_in
from tracktwo.exchange.paper.typeset import typeset
from tracktwo.exchange.texts.layout import Layout
from tracktwo.exchange.texts.shown import shown
from tracktwo.exchange.texts.text_file import TextFile
from tracktwo.exchange.texts.tracked import Row, tracked
from tracktwo.text.units import UnitKind


def as_pdf(file: TextFile, layout: Layout, *, fonts: Sequence[str] = ()) -> bytes:
    """The text as a PDF; the same text with the same fonts gives the same bytes.

    `fonts` are folders with more fonts. `OptionError` where typst is not installed, or no font has
    the Chinese characters of the text.
    """
    template = files("tracktwo.exchange.texts").joinpath("text.typ").read_bytes()
    return typeset(template, _data(file, layout), fonts=fonts)


def _data(file: TextFile, layout: Layout) -> dict[str, Any]:
    """What the template shows, as plain values."""
    languages = layout.languages or file.text.languages
    rows = tracked(file.text, file.operations).rows
    title = file.text.title.get(languages[0], "") if languages else ""
    return {
        "title": title or next(iter(file.text.title.values()), "") or "-",
        "languages": [set_in(one) for one in languages],
        "page": page_words(languages[:1]),
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
