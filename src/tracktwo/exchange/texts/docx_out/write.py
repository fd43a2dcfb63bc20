"""A text as the bytes of a DOCX: the same text gives the same bytes, and nothing says who or when."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from tracktwo.exchange.paper.package import RELATIONS, content_types, office, relations, zipped
from tracktwo.exchange.paper.runs import field
from tracktwo.exchange.paper.styles import MAIN, styles_part
from tracktwo.exchange.texts.docx_out.body import Body
from tracktwo.exchange.texts.layout import Layout
from tracktwo.exchange.texts.text_file import TextFile
from tracktwo.exchange.texts.tracked import tracked
from tracktwo.text.changes.operations import Operation
from tracktwo.text.remark import Remark

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def as_docx(file: TextFile, layout: Layout) -> bytes:
    """The text with its operations as tracked changes and its remarks as comments."""
    languages = layout.languages or file.text.languages
    drawn = tracked(file.text, file.operations)
    remarks = [*file.remarks, *(_beside(one, languages[:1]) for one in drawn.beside)]
    keyed = [(str(number), one) for number, one in enumerate(remarks)]
    body = Body(file.text, layout, keyed)
    kinds = {"document": "document.main", "styles": "styles", "footer1": "footer", "comments": "comments", "commentsExtended": "commentsExtended"}  # fmt: skip
    extended = ("http://schemas.microsoft.com/office/2011/relationships/commentsExtended", "commentsExtended.xml")  # fmt: skip
    parts = {
        "[Content_Types].xml": content_types(kinds),
        "_rels/.rels": relations({"rId1": (f"{RELATIONS}/officeDocument", "word/document.xml")}),
        "word/document.xml": body.document(drawn.rows, languages),
        "word/_rels/document.xml.rels": relations(
            {**office("styles.xml", "comments.xml", "footer1.xml"), "rId4": extended}
        ),
        "word/styles.xml": styles_part(),
        "word/footer1.xml": _footer(),
        "word/comments.xml": _comments(keyed, layout),
        "word/commentsExtended.xml": _answers(keyed),
    }
    return zipped(parts)


def _beside(one: Operation, languages: tuple[str, ...]) -> Remark:
    """A proposal that has no place of its own in the text, as a remark on its unit."""
    words = "; ".join(each.words or "-" for each in one.replacements)
    told = f"{one.kind.value}: {words}" if words else one.kind.value
    start = min((each.start for each in one.replacements), default=0)
    end = max((each.end for each in one.replacements), default=0)
    return Remark(
        "", told, one.unit or "", one.language or "".join(languages), start, end, one.side
    )


def _comments(remarks: Iterable[tuple[str, Remark]], layout: Layout) -> str:
    told = "".join(
        f'<w:comment w:id="{key}" w:author={quoteattr(layout.author(one.side))}>{_said(key, one.words)}</w:comment>'
        for key, one in remarks
    )
    return f'<w:comments xmlns:w="{MAIN}" xmlns:w14="{_W14}">{told}</w:comments>'


def _said(key: str, words: str) -> str:
    """A comment's lines in one paragraph, whose id the answers name."""
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(one)}</w:t>' for one in words.split("\n")
    )
    return f'<w:p w14:paraId="{_paragraph(key)}"><w:r>{lines}</w:r></w:p>'


def _paragraph(key: str) -> str:
    return f"{int(key) + 1:08X}"


def _answers(remarks: list[tuple[str, Remark]]) -> str:
    keys = {one.id: key for key, one in remarks if one.id}
    told = ""
    for key, one in remarks:
        about = keys.get(one.reply_to or "")
        parent = f' w15:paraIdParent="{_paragraph(about)}"' if about else ""
        told += f'<w15:commentEx w15:paraId="{_paragraph(key)}"{parent} w15:done="0"/>'
    return f'<w15:commentsEx xmlns:w15="{_W15}">{told}</w15:commentsEx>'


def _footer() -> str:
    between = '<w:r><w:t xml:space="preserve"> / </w:t></w:r>'
    return f'<w:ftr xmlns:w="{MAIN}"><w:p><w:pPr><w:suppressLineNumbers/><w:jc w:val="center"/></w:pPr>{field("PAGE", "1")}{between}{field("NUMPAGES", "1")}</w:p></w:ftr>'
