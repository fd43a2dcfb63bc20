"""A report as the bytes of a DOCX: the same report gives the same bytes, and nothing says who or when."""

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

from tracktwo.exchange.paper.languages import page_words
from tracktwo.exchange.paper.package import RELATIONS, content_types, office, relations, zipped
from tracktwo.exchange.paper.runs import field, run
from tracktwo.exchange.paper.styles import MAIN
from tracktwo.exchange.paper.xml_text import xml_text
from tracktwo.reports.paper.pieces import rows_of
from tracktwo.reports.paper.word.body import NEW_PAGE, Body, document, paragraph
from tracktwo.reports.paper.word.styles import numbering_part, report_styles
from tracktwo.reports.tree import Document, Report, reports_in
from tracktwo.reports.words import words_of

_KINDS = {"document": "document.main", "styles": "styles", "numbering": "numbering", "header1": "header", "footer1": "footer"}  # fmt: skip
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CORE_RELATION = f"{_PROPERTIES.replace('package/2006', 'package/2006/relationships')}"


def to_docx(report: Document, *, line_numbers: bool = False) -> bytes:
    """The report for Word and LibreOffice, with real headings, lists, headers of tables and a list of contents.

    Words carry their language, pictures what they state. Its properties are the title and the
    language, and no others.
    """
    reports = reports_in(report)
    body = Body([one.language for one in reports])
    blocks = list(body.blocks(rows_of(report)))
    pictures = body.pictures.files()
    whole = [*_front(reports), *_contents(body, reports), *blocks]
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types(_KINDS, others={"/docProps/core.xml": _CORE}, pictures=True),
        "_rels/.rels": relations(
            {
                "rId1": (f"{RELATIONS}/officeDocument", "word/document.xml"),
                "rId2": (_CORE_RELATION, "docProps/core.xml"),
            }
        ),
        "docProps/core.xml": _core(reports[0]),
        "word/document.xml": document(whole, line_numbers=line_numbers),
        "word/_rels/document.xml.rels": relations(
            office("styles.xml", "numbering.xml", "header1.xml", "footer1.xml") | _media(pictures)
        ),
        "word/styles.xml": report_styles(),
        "word/numbering.xml": numbering_part(body.ordered),
        "word/header1.xml": _header(reports),
        "word/footer1.xml": _footer(reports),
    }  # fmt: skip
    return zipped(parts | {f"word/media/{name}": made for name, made in pictures.items()})


def _front(reports: Sequence[Report]) -> Iterator[str]:
    for place, one in enumerate(reports):
        style = "OtherTitle" if place else "Title"
        yield paragraph(style, run(one.title, one.language))
        if one.subtitle:
            yield paragraph("Subtitle", run(one.subtitle, one.language))
        if one.note:
            yield paragraph("Note", run(one.note, one.language))


def _contents(body: Body, reports: Sequence[Report]) -> Iterator[str]:
    """A field that Word keeps up; until then it lists the headings as they are, each a link."""
    title = " · ".join(words_of(one).gettext("Contents") for one in reports)
    yield paragraph("ContentsTitle", run(title, reports[0].language))
    depth = 2 if len(reports) == 1 else 1
    begin = (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-{depth}" \\h \\n </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    listed = [one for one in body.contents if one[0] <= depth]
    lines = list(zip(*[iter(listed)] * len(reports), strict=True))
    for place, heads in enumerate(lines):
        links = run(" · ", reports[0].language).join(_link(*one[1:]) for one in heads)
        before, after = begin if place == 0 else "", end if place == len(lines) - 1 else ""
        yield paragraph(f"TOC{heads[0][0]}", before + links + after)
    yield NEW_PAGE


def _link(name: str, words: str, language: str) -> str:
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{run(words, language)}</w:hyperlink>'


def _media(pictures: Iterable[str]) -> dict[str, tuple[str, str]]:
    names = enumerate(pictures, start=1)
    return {f"picture{n}": (f"{RELATIONS}/image", f"media/{name}") for n, name in names}


def _header(reports: Sequence[Report]) -> str:
    words = " · ".join(one.banner for one in reports if one.banner)
    return f'<w:hdr xmlns:w="{MAIN}">{paragraph("Header", run(words, reports[0].language))}</w:hdr>'


def _footer(reports: Sequence[Report]) -> str:
    """The number of the page and of all, in the words of each language."""
    language = reports[0].language
    fields = {"n": field("PAGE", "1"), "m": field("NUMPAGES", "1")}
    runs = ""
    for part in page_words(one.language for one in reports).replace("}", "{").split("{"):
        runs += fields[part] if part in fields else run(part, language)
    return f'<w:ftr xmlns:w="{MAIN}">{paragraph("Footer", runs)}</w:ftr>'


def _core(report: Report) -> str:
    dc = "http://purl.org/dc/elements/1.1/"
    title, language = escape(xml_text(report.title)), escape(report.language)
    return f'<cp:coreProperties xmlns:cp="{_PROPERTIES}" xmlns:dc="{dc}"><dc:title>{title}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>'
