"""Words as runs of a DOCX: escaped, in their language."""

from xml.sax.saxutils import escape

from tracktwo.exchange.paper.languages import word_language
from tracktwo.exchange.paper.xml_text import xml_text

_SIGNS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def run(words: str, language: str, *, tag: str = "t", style: str = "") -> str:
    """Words as one run; line breaks and tabs as Word keeps them."""
    kept = f'<w:rStyle w:val="{style}"/>' if style else ""
    pieces, held = [], ""
    for one in words:
        if one in _SIGNS:
            pieces += [_text(held, tag), _SIGNS[one]]
            held = ""
        else:
            held += one
    pieces.append(_text(held, tag))
    return f"<w:r><w:rPr>{kept}{word_language(language)}</w:rPr>{''.join(pieces)}</w:r>"


def field(instruction: str, shown: str, language: str = "en") -> str:
    """A field of Word, such as the number of the page, with what it shows until Word fills it."""
    return f'<w:fldSimple w:instr=" {instruction} ">{run(shown, language)}</w:fldSimple>'


def _text(words: str, tag: str) -> str:
    return f'<w:{tag} xml:space="preserve">{escape(xml_text(words))}</w:{tag}>' if words else ""
