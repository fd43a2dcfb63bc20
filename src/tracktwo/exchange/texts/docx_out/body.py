"""The body of a DOCX: one paragraph a unit, or a row of a table where languages stand side by side."""

from collections.abc import Iterable, Iterator, Sequence

from tracktwo.exchange.paper.runs import run
from tracktwo.exchange.paper.styles import MAIN
from tracktwo.exchange.texts.bookmarks import bookmark
from tracktwo.exchange.texts.docx_out.words import Marks, tracked_run
from tracktwo.exchange.texts.layout import Layout
from tracktwo.exchange.texts.tracked import Row, Run
from tracktwo.text.remark import Remark
from tracktwo.text.units import NegotiatedText, UnitKind

_BORDERS = "".join(f'<w:{one} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>' for one in ("top", "left", "bottom", "right", "insideH", "insideV"))  # fmt: skip
_WIDTH = 9026


class Body:
    """Writes paragraphs, with numbers of changes counted through the document."""

    def __init__(
        self, text: NegotiatedText, layout: Layout, remarks: Iterable[tuple[str, Remark]]
    ) -> None:
        self.text, self.layout, self.marks = text, layout, Marks()
        self._remarks: dict[tuple[str, str], list[tuple[str, Remark]]] = {}
        for key, one in remarks:
            self._remarks.setdefault((one.unit, one.language), []).append((key, one))

    def document(self, rows: Sequence[Row], languages: Sequence[str]) -> str:
        """The part `document.xml`."""
        side_by_side = self.layout.arrangement == "side by side" and len(languages) > 1
        blocks = self._table(rows, languages) if side_by_side else self._columns(rows, languages)
        numbers = (
            '<w:lnNumType w:countBy="1" w:restart="continuous"/>'
            if self.layout.line_numbers
            else ""
        )
        section = (
            '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/>'
            f"{numbers}</w:sectPr>"
        )
        spaces = f'xmlns:w="{MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        return f"<w:document {spaces}><w:body>{''.join(blocks)}{section}</w:body></w:document>"

    def _columns(self, rows: Sequence[Row], languages: Sequence[str]) -> Iterator[str]:
        for language in languages:
            yield self._title(language)
            for row in rows:
                if language in row.unit.texts:
                    yield self._paragraph(row, language)

    def _table(self, rows: Sequence[Row], languages: Sequence[str]) -> Iterator[str]:
        width = _WIDTH // len(languages)
        grid = f'<w:gridCol w:w="{width}"/>' * len(languages)
        yield f'<w:tbl><w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        yield self._cells([self._title(one) or "<w:p/>" for one in languages], width)
        for row in rows:
            told = [
                self._paragraph(row, one) if one in row.unit.texts else "<w:p/>"
                for one in languages
            ]
            yield self._cells(told, width)
        yield "</w:tbl><w:p/>"

    @staticmethod
    def _cells(paragraphs: Iterable[str], width: int) -> str:
        cells = (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{one}</w:tc>'
            for one in paragraphs
        )
        return f"<w:tr>{''.join(cells)}</w:tr>"

    def _title(self, language: str) -> str:
        if language not in self.text.title:
            return ""
        words = run(self.text.title[language], language)
        return f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{self._named(bookmark(language, ""), words)}</w:p>'

    def _paragraph(self, row: Row, language: str) -> str:
        whole = row.added or row.gone
        author = self.layout.author(whole.side) if whole else ""
        tag = "ins" if row.added else "del"
        end = f"<w:rPr>{self.marks.change(tag, author)}/></w:rPr>" if whole else ""
        words = self._number(row, language) + self._words(row, language)
        named = self._named(bookmark(language, row.unit.id), words)
        return f'<w:p><w:pPr><w:pStyle w:val="{_style(row)}"/>{end}</w:pPr>{named}</w:p>'

    def _number(self, row: Row, language: str) -> str:
        if not row.unit.number:
            return ""
        whole = row.added or row.gone
        is_gone = row.gone is not None
        words = run(
            f"{row.unit.number}\t", language, tag="delText" if is_gone else "t", style="UnitNumber"
        )
        if not whole:
            return words
        tag = "del" if is_gone else "ins"
        return f"{self.marks.change(tag, self.layout.author(whole.side))}>{words}</w:{tag}>"

    def _words(self, row: Row, language: str) -> str:
        told = self._remarks.get((row.unit.id, language), [])
        cuts = sorted({place for _, one in told for place in (one.start, one.end)})
        return "".join(self._cut(row.runs(language), cuts, told, language))

    def _cut(
        self, runs: Iterable[Run], cuts: list[int], told: list[tuple[str, Remark]], language: str
    ) -> Iterator[str]:
        """Runs, parted where a remark begins or ends."""
        at, done = 0, set[int]()
        for one in runs:
            words = one.words
            while (
                words
                and one.kind != "come"
                and (
                    place := next(
                        (cut for cut in cuts if at <= cut < at + len(words) and cut not in done),
                        None,
                    )
                )
                is not None
            ):
                yield tracked_run(
                    Run(words[: place - at], one.kind, one.side),
                    language,
                    self.marks,
                    self.layout.author(one.side),
                )
                words, at = words[place - at :], place
                done.add(place)
                yield from _anchors(told, place)
            yield tracked_run(
                Run(words, one.kind, one.side), language, self.marks, self.layout.author(one.side)
            )
            at += len(words) if one.kind != "come" else 0
        for place in cuts:
            if place not in done:
                yield from _anchors(told, place)

    def _named(self, name: str, words: str) -> str:
        if not name:
            return words
        key = self.marks.next()
        return (
            f'<w:bookmarkStart w:id="{key}" w:name="{name}"/>{words}<w:bookmarkEnd w:id="{key}"/>'
        )


def _anchors(told: list[tuple[str, Remark]], place: int) -> Iterator[str]:
    for key, one in told:
        if one.start == place:
            yield f'<w:commentRangeStart w:id="{key}"/>'
        if one.end == place:
            yield f'<w:commentRangeEnd w:id="{key}"/><w:r><w:commentReference w:id="{key}"/></w:r>'


def _style(row: Row) -> str:
    level = min(max(row.unit.level, 1), 9)
    if row.unit.kind is UnitKind.HEADING:
        return f"Heading{level}"
    if row.unit.kind is UnitKind.ITEM:
        return f"TextItem{level}"
    return "TextChapeau" if row.unit.kind is UnitKind.CHAPEAU else "TextParagraph"
