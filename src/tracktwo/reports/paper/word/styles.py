"""Styles and lists that reports have beside those of texts."""

from typing import Final

from tracktwo.exchange.paper.styles import MAIN, styles_part

BULLET: Final = 1
"""The list whose entries get a sign; numbered lists count on from it."""

_MONO: Final = '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'
_BOX: Final = "".join(f'<w:{one} w:val="single" w:sz="6" w:space="6" w:color="1F2328"/>' for one in ("top", "left", "bottom", "right"))  # fmt: skip
_FAINT: Final = '<w:color w:val="59626B"/>'

_PARAGRAPHS: Final = {
    "Subtitle": ("Subtitle", '<w:spacing w:after="240"/>', f'<w:sz w:val="26"/>{_FAINT}'),
    "OtherTitle": ("Other Title", '<w:keepNext/><w:spacing w:before="360" w:after="200"/>', '<w:b/><w:sz w:val="40"/>'),
    "Note": ("Note", f'<w:pBdr>{_BOX}</w:pBdr><w:spacing w:before="120" w:after="240"/><w:ind w:left="120" w:right="120"/>', '<w:b/><w:sz w:val="20"/>'),
    "Statement": ("Statement", '<w:keepNext/><w:spacing w:before="200" w:after="60"/>', '<w:sz w:val="23"/>'),
    "Told": ("Told", '<w:spacing w:after="160"/><w:ind w:left="340"/>', '<w:sz w:val="20"/><w:color w:val="3D454C"/>'),
    "More": ("More", '<w:spacing w:after="160"/>', f'<w:sz w:val="20"/>{_FAINT}'),
    "Name": ("Name", '<w:keepNext/><w:spacing w:before="240" w:after="80"/>', "<w:b/>"),
    "Digest": ("Digest", '<w:spacing w:after="160"/>', f'{_MONO}<w:sz w:val="17"/>'),
    "Caption": ("caption", '<w:keepNext/><w:keepLines/><w:spacing w:before="320" w:after="120"/>', '<w:b/><w:sz w:val="21"/>'),
    "Picture": ("Picture", '<w:keepNext/><w:spacing w:after="80" w:line="240" w:lineRule="auto"/>', ""),
    "FigureText": ("Figure Text", '<w:keepLines/><w:spacing w:after="320"/>', f'<w:sz w:val="18"/>{_FAINT}'),
    "ListEntry": ("List Bullet", '<w:spacing w:after="70"/><w:ind w:left="397" w:hanging="397"/>', ""),
    "TableText": ("Table Text", '<w:suppressLineNumbers/><w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>', '<w:sz w:val="17"/>'),
    "ContentsTitle": ("TOC Heading", '<w:keepNext/><w:spacing w:before="320" w:after="160"/>', '<w:b/><w:sz w:val="26"/>'),
    "TOC1": ("toc 1", '<w:spacing w:before="60" w:after="20" w:line="240" w:lineRule="auto"/>', '<w:b/><w:sz w:val="22"/>'),
    "TOC2": ("toc 2", '<w:spacing w:after="20" w:line="240" w:lineRule="auto"/><w:ind w:left="340"/>', '<w:sz w:val="21"/>'),
    "NewPage": ("New Page", '<w:pageBreakBefore/><w:suppressLineNumbers/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>', '<w:sz w:val="2"/>'),
    "Header": ("header", '<w:suppressLineNumbers/><w:jc w:val="center"/>', '<w:sz w:val="18"/>'),
    "Footer": ("footer", '<w:suppressLineNumbers/><w:jc w:val="center"/>', '<w:sz w:val="18"/>'),
}  # fmt: skip


def report_styles() -> str:
    """The part `styles.xml`: the styles of texts, and ours."""
    ours = "".join(_paragraph(key, *one) for key, one in _PARAGRAPHS.items())
    faint = f'<w:style w:type="character" w:styleId="Faint"><w:name w:val="Faint"/><w:rPr>{_FAINT}</w:rPr></w:style>'
    return styles_part(ours + faint, size=22, line=269)


def numbering_part(ordered: int) -> str:
    """The part `numbering.xml`: a list with signs, and as many numbered ones as there are.

    Each has a kind of its own: lists of one kind that stand beside each other would be counted together.
    """
    lists = range(1, ordered + 1)
    kinds = _list(0, "bullet", "•") + "".join(_list(each, "decimal", "%1.") for each in lists)
    numbered = "".join(
        f'<w:num w:numId="{BULLET + each}"><w:abstractNumId w:val="{each}"/></w:num>'
        for each in lists
    )
    signs = f'<w:num w:numId="{BULLET}"><w:abstractNumId w:val="0"/></w:num>'
    return f'<w:numbering xmlns:w="{MAIN}">{kinds}{signs}{numbered}</w:numbering>'


def _list(key: int, kind: str, sign: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum>'
    )


def _paragraph(key: str, name: str, paragraph: str, words: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{words}</w:rPr></w:style>"
    )
