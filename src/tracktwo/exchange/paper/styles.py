"""The styles of the documents that we write: a serif, with a font for Chinese beside it."""

from typing import Final

MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_FONTS = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="SimSun"/>'


def styles_part(more: str = "", *, size: int = 24, line: int = 300) -> str:
    """The part `styles.xml`, with `more` styles behind those that all our documents have.

    `size` is that of words in half points, `line` that of lines in 240ths of one.
    """
    headings = "".join(_heading(level) for level in range(1, 10))
    items = "".join(_item(level) for level in range(1, 10))
    return (
        f'<w:styles xmlns:w="{MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="{line}" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="UnitNumber"><w:name w:val="Unit Number"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/>'
        '<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="360"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="TextParagraph"><w:name w:val="Text Paragraph"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="TextChapeau"><w:name w:val="Text Chapeau"/><w:basedOn w:val="TextParagraph"/><w:pPr><w:keepNext/></w:pPr></w:style>'
        f"{headings}{items}{more}</w:styles>"
    )


def _heading(level: int) -> str:
    size = max(30 - 2 * level, 24)
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:keepNext/><w:spacing w:before="280" w:after="140"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
    )


def _item(level: int) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="TextItem{level}"><w:name w:val="Text Item {level}"/><w:basedOn w:val="TextParagraph"/>'
        f'<w:pPr><w:tabs><w:tab w:val="left" w:pos="{567 * (level + 1)}"/></w:tabs><w:ind w:left="{567 * (level + 1)}" w:hanging="567"/></w:pPr></w:style>'
    )
