"""A text as one page of HTML: nothing is loaded or run, and a word processor opens it too."""

from collections.abc import Iterator
from html import escape

from tracktwo.exchange.texts.layout import Layout
from tracktwo.exchange.texts.shown import shown
from tracktwo.exchange.texts.text_file import TextFile
from tracktwo.exchange.texts.tracked import Row, tracked
from tracktwo.text.units import UnitKind

_STYLE = """
body { max-width: 42rem; margin: 2rem auto; padding: 0 3.5rem; font: 1.05rem/1.6 "Times New Roman", "Songti SC", SimSun, "Noto Serif CJK SC", serif; color: #1a1a1a; counter-reset: line }
h1 { text-align: center; font-size: 1.5rem } h2, h3, h4, h5, h6 { font-size: 1.1rem; margin: 1.8em 0 .6em }
.unit { position: relative; white-space: pre-line } .numbered .unit { counter-increment: line }
.numbered .unit::before { content: counter(line); position: absolute; left: -3rem; width: 2rem; text-align: right; font-size: .75rem; color: #666 }
.item { margin-left: 2rem } .item2 { margin-left: 4rem } .item3 { margin-left: 6rem }
ins { color: #0a4f8f; text-decoration: underline } del { color: #8a3b00; text-decoration: line-through }
table { border-collapse: collapse; width: 100% } td { vertical-align: top; padding: 0 .8rem; width: 50% }
@media print { body { margin: 0; max-width: none; font-size: 11pt } h2, h3, h4 { break-after: avoid } @page { size: A4; margin: 2.5cm } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_html(file: TextFile, layout: Layout) -> str:
    """The text with its operations as `<ins>` and `<del>`; brackets stay visible.

    >>> from tracktwo.text.units import NegotiatedText, Unit
    >>> text = NegotiatedText({"en": "Draft"}, ("en",), (Unit("u1", texts={"en": "a < b"}),))
    >>> '<p class="unit">a &lt; b</p>' in as_html(TextFile(text), Layout())
    True
    """
    languages = layout.languages or file.text.languages
    rows = tracked(file.text, file.operations).rows
    first = languages[0] if languages else "en"
    title = escape(file.text.title.get(first, ""))
    side_by_side = layout.arrangement == "side by side" and len(languages) > 1
    body = _table(file, rows, languages) if side_by_side else _columns(file, rows, languages)
    numbered = ' class="numbered"' if layout.line_numbers else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(first)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body{numbered}>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def _columns(file: TextFile, rows: tuple[Row, ...], languages: tuple[str, ...]) -> Iterator[str]:
    for language in languages:
        yield f'<section lang="{escape(language)}">'
        yield from _title(file, language)
        for row in rows:
            if language in row.unit.texts:
                yield _unit(row, language)
        yield "</section>"


def _table(file: TextFile, rows: tuple[Row, ...], languages: tuple[str, ...]) -> Iterator[str]:
    yield "<table>"
    titles = ("".join(_title(file, one)) for one in languages)
    yield _cells(titles, languages)
    for row in rows:
        yield _cells(
            (_unit(row, one) if one in row.unit.texts else "" for one in languages), languages
        )
    yield "</table>"


def _cells(told: Iterator[str], languages: tuple[str, ...]) -> str:
    cells = (
        f'<td lang="{escape(language)}">{one}</td>'
        for one, language in zip(told, languages, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _title(file: TextFile, language: str) -> Iterator[str]:
    if language in file.text.title:
        yield f"<h1>{escape(file.text.title[language])}</h1>"


def _unit(row: Row, language: str) -> str:
    unit = row.unit
    is_heading = unit.kind is UnitKind.HEADING
    tag = f"h{min(max(unit.level, 1) + 1, 6)}" if is_heading else "p"
    depth = "" if unit.level < 2 else str(min(unit.level, 3))
    kind = f" item{depth}" if unit.kind is UnitKind.ITEM else ""
    number = f"{escape(unit.number)} " if unit.number else ""
    return f'<{tag} class="unit{kind}">{number}{"".join(_words(row, language))}</{tag}>'


def _words(row: Row, language: str) -> Iterator[str]:
    tags = {"gone": "del", "come": "ins"}
    runs = [one for one in row.runs(language) if one.words]
    if len(runs) == 1:
        words = escape(shown(runs[0].words))
        tag = tags.get(runs[0].kind, "")
        yield f"<{tag}>{words}</{tag}>" if tag else words
        return
    for one in runs:
        tag = tags.get(one.kind, "")
        yield f"<{tag}>{escape(one.words)}</{tag}>" if tag else escape(one.words)
