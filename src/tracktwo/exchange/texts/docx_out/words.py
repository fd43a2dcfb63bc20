"""Words as runs of a DOCX: escaped, in their language, tracked where a change is proposed."""

from xml.sax.saxutils import escape, quoteattr

from tracktwo.exchange.texts.tracked import Run

_SIGNS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def language_of(code: str) -> str:
    """The language of a run, Chinese as the East Asian one.

    >>> language_of("zh-Hans")
    '<w:lang w:val="en-GB" w:eastAsia="zh-CN"/>'
    """
    if code.startswith("zh"):
        return '<w:lang w:val="en-GB" w:eastAsia="zh-CN"/>'
    return f"<w:lang w:val={quoteattr({'en': 'en-GB', 'fr': 'fr-FR'}.get(code, code))}/>"


class Marks:
    """Numbers for changes and bookmarks, counted through a document, and the names of authors."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> int:
        """The next number."""
        self._last += 1
        return self._last

    def change(self, tag: str, author: str) -> str:
        """The beginning of a tracked change, with no date."""
        return f'<w:{tag} w:id="{self.next()}" w:author={quoteattr(author)}'


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
    return f"<w:r><w:rPr>{kept}{language_of(language)}</w:rPr>{''.join(pieces)}</w:r>"


def tracked_run(one: Run, language: str, marks: Marks, author: str) -> str:
    """A run that stays, goes or comes."""
    if not one.words:
        return ""
    if one.kind == "same":
        return run(one.words, language)
    tag = "ins" if one.kind == "come" else "del"
    words = run(one.words, language, tag="t" if tag == "ins" else "delText")
    return f"{marks.change(tag, author)}>{words}</w:{tag}>"


def _text(words: str, tag: str) -> str:
    return f'<w:{tag} xml:space="preserve">{escape(words)}</w:{tag}>' if words else ""
